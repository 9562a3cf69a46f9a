/** Pages made to hurt, through the command line's DOM: each gets an answer or an honest status. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import { localEngine } from '../../www/engine/local.js';
import { read } from '../../www/reader.js';
import { ANSWERED, FOUND, STORY } from './hostile-pages.js';

const engine = localEngine();
const STATUSES = ['ok', 'partial', 'too-short', 'not-an-article'];

/** @param {string} html */
async function answer(html) {
  const { page } = read(parseDocument(html), { url: 'https://news.example/ferry' });
  const texts = page.text.split('\0');
  const summary = await engine.summarize(page, { sentences: 3 });
  assert.ok(STATUSES.includes(summary.status), summary.status);
  assert.ok(summary.sentences.length <= 3);
  for (const { block, start, end, text } of summary.sentences) {
    // A lone surrogate crosses into the engine as U+FFFD, which is as long.
    const verbatim = texts[summary.story.sources[block]].slice(start, end).toWellFormed();
    assert.equal(text, verbatim);
  }
  return { summary, texts };
}

for (const [name, html] of FOUND) {
  test(`the story is found beside: ${name}`, async () => {
    const { summary, texts } = await answer(html());
    const blocks = summary.story.sources.map((source) => texts[source]);
    assert.deepEqual(
      STORY.filter((text) => !blocks.includes(text)),
      [],
      `status ${summary.status}`,
    );
  });
}

for (const [name, html] of ANSWERED) {
  test(`answered: ${name}`, async () => {
    await answer(html());
  });
}
