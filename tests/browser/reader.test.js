/**
 * The reader in a live document, in each engine: the same blocks as on the command line, a live
 * place that says the same for every sentence, and no page too odd.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import { read } from '../../www/reader.js';
import { ANSWERED, FOUND, STORY, plainPage } from '../js/hostile-pages.js';
import { ENGINES, openStage, placeStandfirst } from './harness.js';
import { lyingMethods, ownNames, throwingGetters, throwingMethods } from './tampering.js';

const PAGES = new URL('../pages/', import.meta.url);

/** Places in a block's seven numbers; the flag of unseen blocks is known to a live page only. */
const FLAGS = 6;
const UNSEEN = 4;

/**
 * Reads the page that is open, in the page.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} url
 */
function readThere(page, url) {
  return page.evaluate(
    async (reader, url) => {
      const { read } = await import(reader);
      const { page, nodes } = read(document, { url });
      const blocks = page.text === '' ? 0 : page.text.split('\0').length;
      return {
        text: page.text,
        metadata: page.metadata,
        numbers: Array.from(page.blocks),
        mapped: blocks === nodes.length,
      };
    },
    new URL('/reader.js', url).href,
    url,
  );
}

/** @param {{text: string, metadata: string, numbers: number[]}} reading */
function seen({ text, metadata, numbers }) {
  const texts = text.split('\0');
  const stride = numbers.length / texts.length;
  return {
    metadata: metadata.split('\0'),
    blocks: texts.map((text, at) => {
      const [, ...facts] = numbers.slice(at * stride, (at + 1) * stride);
      facts[FLAGS - 1] &= ~UNSEEN;
      return { text, facts };
    }),
  };
}

/**
 * @param {string} html
 * @param {string} url
 */
function readHere(html, url) {
  const { page } = read(parseDocument(html), { url });
  return { text: page.text, metadata: page.metadata, numbers: [...page.blocks] };
}

/** Sentences of the story whose range does not say the same. Runs in the page. */
async function lostSentences() {
  const { localEngine, locate, read } = await import(/** @type {any} */ ('/index.js'));
  const reading = read(document);
  const { story } = await localEngine().summarize(reading.page);
  const blocks = reading.page.text.split('\0');
  const plain = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
  return story.start.flatMap((/** @type {number} */ start, /** @type {number} */ index) => {
    const source = story.sources[story.block[index]];
    const text = blocks[source].slice(start, story.end[index]);
    const range = locate(reading, source, start, story.end[index]);
    // A range does not say the line break that a <br> stands for.
    const there = range && plain(range.cloneContents().textContent ?? '');
    const same = there?.replaceAll(' ', '') === plain(text).replaceAll(' ', '');
    return same ? [] : [{ text, there }];
  });
}

/** @param {string} text */
function assertStory(text) {
  const blocks = text.split('\0');
  assert.deepEqual(
    STORY.filter((block) => !blocks.includes(block)),
    [],
  );
}

/** What these pages themselves have the browser say. */
const ALLOWED = /x is not defined|variable: x|404|base URLs|too deep|javascript/;

/** What a page may do to the DOM's own names once the reader is loaded. */
const TAMPERING = {
  'getters that throw': throwingGetters,
  'methods that throw': throwingMethods,
  'methods that lie': lyingMethods,
  'elements with names of their own': ownNames,
};

for (const engine of ENGINES) {
  describe(`reader in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    for (const slug of readdirSync(PAGES).sort()) {
      test(`reads ${slug} as the command line does, and finds every sentence again`, async () => {
        const path = `/pages/${slug}/page.html`;
        const { page, end } = await stage.open(path, { session: 'shared' });
        const url = `${stage.url}${path}`;
        const there = await readThere(page, url);
        const here = readHere(readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8'), url);
        assert.deepEqual(seen(there), seen(here));
        assert.ok(there.mapped, 'a way back for every block');
        // The panel in the page is not read back as a part of it.
        await placeStandfirst(page);
        assert.deepEqual(await page.evaluate(lostSentences), []);
        await end();
      });
    }

    /** @param {string} html */
    const open = async (html) => {
      const opened = await stage.open('/hostile.html', { html, session: 'shared' });
      return { ...opened, url: `${stage.url}/hostile.html` };
    };

    for (const [name, html] of FOUND) {
      test(`reads the story beside: ${name}`, async () => {
        const { page, url, end } = await open(html());
        const there = await readThere(page, url);
        assert.ok(there.mapped, 'a way back for every block');
        assertStory(there.text);
        await end({ allowed: ALLOWED });
      });
    }

    // Pages of a hundred thousand nodes take minutes to be laid out elsewhere; the reader is one.
    for (const [name, html] of engine === 'chromium' ? ANSWERED : []) {
      test(`reads: ${name}`, async () => {
        const { page, url, end } = await open(html());
        assert.ok((await readThere(page, url)).mapped, 'a way back for every block');
        await end({ allowed: ALLOWED });
      });
    }

    for (const [name, tamper] of Object.entries(TAMPERING)) {
      test(`reads the story despite: ${name}`, async () => {
        const { page, url, end } = await open(plainPage());
        await page.evaluate((reader) => import(reader), `${stage.url}/reader.js`);
        await page.evaluate(tamper);
        assertStory((await readThere(page, url)).text);
        await end({ allowed: ALLOWED });
      });
    }
  });
}
