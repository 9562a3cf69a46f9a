/** Golden pages: each page of `tests/pages` against the truth that stands beside it. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import { localEngine } from '../../www/engine/local.js';
import { read } from '../../www/reader.js';
import { check } from './page-truth.js';

const PAGES = new URL('../pages/', import.meta.url);
const LENGTHS = [1, 2, 3, 4, 5, 6];
const engine = localEngine();

/**
 * @param {URL} folder
 * @param {import('./page-truth.js').Truth} truth
 */
async function answer(folder, truth) {
  const html = readFileSync(new URL('page.html', folder), 'utf8');
  const { page } = read(parseDocument(html), { url: canonical(html) });
  const lengths = [];
  for (const sentences of LENGTHS) {
    lengths.push(await engine.summarize(page, { sentences }));
  }
  return check(truth, { summary: lengths[2], lengths, texts: page.text.split('\0') });
}

/** @param {string} html */
function canonical(html) {
  return /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
}

for (const slug of readdirSync(PAGES).sort()) {
  const folder = new URL(`${slug}/`, PAGES);
  test(`golden page ${slug}`, async () => {
    /** @type {import('./page-truth.js').Truth} */
    const truth = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));
    const faults = [];
    for (const [name, fault] of await answer(folder, truth)) {
      const gap = truth.knownGaps?.[name];
      if (gap && !fault) faults.push(`${name}: mended; take it out of knownGaps (${gap})`);
      if (!gap && fault) faults.push(`${name}: ${fault}`);
    }
    assert.equal(faults.join('\n'), '', truth.about);
  });
}
