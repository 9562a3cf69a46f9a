/**
 * Every sentence of every article page has a live place in Chromium that says the same, shadow
 * roots included, and the panel in the page is not read back as a part of it.
 */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { openStage, placeStandfirst } from './harness.js';

const PAGES = new URL('../pages/', import.meta.url);

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage('chromium');
});
after(() => stage?.close());

for (const slug of readdirSync(PAGES).sort()) {
  test(`every sentence has its place: ${slug}`, async () => {
    const { page } = await stage.open(`/pages/${slug}/page.html`);
    await placeStandfirst(page);
    const lost = await page.evaluate(async () => {
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
    });
    assert.deepEqual(lost, []);
    await page.close();
  });
}
