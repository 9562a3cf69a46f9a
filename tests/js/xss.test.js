/** Text that looks like mark-up stays text: in JSON, in Markdown, in a link. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { HtmlRenderer, Parser } from 'commonmark';

import { parseDocument } from '../../www/cli/dom.js';
import { format } from '../../www/cli/output.js';
import { answer } from '../../www/cli/tasks.js';
import { localEngine } from '../../www/engine/local.js';
import { asMarkdown, fragmentLink } from '../../www/page/link.js';
import { read } from '../../www/reader.js';
import { PAYLOADS, sentenceWith, storyWith } from './payloads.js';

const URL_OF_PAGE = 'https://news.example/ferry';
const engine = localEngine();

/** All that our Markdown may turn into. */
const TAGS = new Set(['html', 'head', 'body', 'h2', 'ul', 'ol', 'li', 'p', 'a', 'strong']);

/**
 * The elements of rendered Markdown, raw HTML let through as careless sites do.
 *
 * @param {string} markdown
 * @returns {{tag: string, href: string | null}[]}
 */
function elementsOf(markdown) {
  const html = new HtmlRenderer({ safe: false }).render(new Parser().parse(markdown));
  const found = [];
  const open = [/** @type {any} */ (parseDocument(html))];
  for (let node = open.pop(); node; node = open.pop()) {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType !== 1) continue;
      found.push({ tag: child.localName, href: child.getAttribute('href') });
      open.push(child);
    }
  }
  return found;
}

for (const payload of PAYLOADS) {
  test(`stays text: ${payload}`, async () => {
    const html = storyWith(payload);
    const { page } = read(parseDocument(html), { url: URL_OF_PAGE });
    const blocks = page.text.split('\0');
    const found = await engine.summarize(page, { sentences: 12 });
    assert.ok(blocks.includes(sentenceWith(payload)), 'read as it stands');
    // Whether it is chosen or not: what is quoted holds it.
    const quoted = { ...found.sentences[0], text: sentenceWith(payload) };
    const summary = { ...found, sentences: [quoted, ...found.sentences] };
    const texts = summary.sentences.map(({ text }) => text);

    const back = JSON.parse(format(summary, 'json'));
    assert.equal(back.title, summary.title);
    assert.ok(format(summary, 'text').includes(sentenceWith(payload)));

    const line = JSON.parse(await answer(JSON.stringify({ id: payload, html }), 'summary', {}));
    assert.equal(line.id, payload);

    const copied = asMarkdown({
      type: 'points',
      title: summary.title,
      url: URL_OF_PAGE,
      sentences: texts,
      blocks,
    });
    for (const markdown of [format(summary, 'markdown', URL_OF_PAGE), copied]) {
      for (const { tag, href } of elementsOf(markdown)) {
        assert.ok(TAGS.has(tag), `<${tag}> in ${markdown}`);
        assert.ok(href === null || href.startsWith(URL_OF_PAGE), `${href} in ${markdown}`);
      }
    }

    const link = new URL(fragmentLink(URL_OF_PAGE, sentenceWith(payload), blocks));
    assert.equal(link.href.slice(0, URL_OF_PAGE.length), URL_OF_PAGE);
    assert.match(link.hash, /^#:~:text=[\w%.,!'()*~-]+$/);
  });
}

for (const path of [
  'ferry)![x](https://evil.example/track.png',
  'ferry)](javascript:alert(1)',
  'ferry?a=(((',
  'ferry?a=\\',
  'ferry> <img src=x onerror=alert(1)>',
]) {
  test(`an address of an author's own stays one address: ${path}`, async () => {
    const { href } = new URL(`https://news.example/${path}`);
    const { page } = read(parseDocument(storyWith('(a) b)')), { url: href });
    const summary = await engine.summarize(page, { sentences: 12 });
    const sentences = summary.sentences.map(({ text }) => text);
    const blocks = page.text.split('\0');
    const copied = asMarkdown({
      type: 'points',
      title: summary.title,
      url: href,
      sentences,
      blocks,
    });
    for (const markdown of [format(summary, 'markdown', href), copied]) {
      const found = elementsOf(markdown);
      for (const { tag, href } of found) {
        assert.ok(TAGS.has(tag), `<${tag}> in ${markdown}`);
        assert.ok(href === null || href.startsWith('https://news.example/ferry'), href ?? '');
      }
    }
    assert.equal(
      elementsOf(copied).filter(({ tag }) => tag === 'a').length,
      sentences.length + 1,
      copied,
    );
  });
}

test('an address that is none of the web is not linked in Markdown', async () => {
  const { page } = read(parseDocument(storyWith('a')));
  const summary = await engine.summarize(page, {});
  assert.doesNotMatch(format(summary, 'markdown', 'javascript:alert(1)'), /javascript/);
});

test('a link is made of text with halves of surrogate pairs', () => {
  const twice = 'The ferry runs.';
  assert.doesNotThrow(() => fragmentLink(URL_OF_PAGE, twice, [`\ud800 ${twice}`, twice]));
});
