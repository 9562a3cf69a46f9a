/** The truth beside each golden page is about that page: what it names is there to be found. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import { read } from '../../www/reader.js';

const PAGES = new URL('../pages/', import.meta.url);

/** @param {string} text */
const plain = (text) => text.replace(/\s+/g, ' ').trim();

for (const slug of readdirSync(PAGES).sort()) {
  test(`truth of ${slug}`, () => {
    const html = readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');
    /** @type {import('./page-truth.js').Truth} */
    const truth = JSON.parse(readFileSync(new URL(`${slug}/expected.json`, PAGES), 'utf8'));
    const blocks = read(parseDocument(html)).page.text.split('\0').map(plain);
    const body = truth.body.map(plain);
    const whole = body.join('\n');
    const rules = truth.standfirst;
    const inBody = [
      ...(truth.mustHold ?? []),
      ...(rules?.keeps ?? []),
      ...(rules?.together ?? []).flatMap(({ quote, with: speaker }) => [quote, speaker]),
    ];
    const absent = {
      body: body.filter((block) => !blocks.includes(block)),
      neutral: truth.neutral.map(plain).filter((block) => !blocks.includes(block)),
      mustHold: inBody.filter((part) => !whole.includes(part)),
      mustNotHold: truth.mustNotHold.filter((part) => whole.includes(part)),
      never: (rules?.never ?? []).filter((part) => !blocks.some((block) => block.includes(part))),
    };
    assert.deepEqual(absent, { body: [], neutral: [], mustHold: [], mustNotHold: [], never: [] });
    let from = 0;
    for (const block of body) {
      from = blocks.indexOf(block, from) + 1;
      assert.notEqual(from, 0, `out of order: ${block}`);
    }
    assert.ok(truth.about.length > 20, 'says what makes the page worth having');
  });
}
