/**
 * An answer to HTML as the command line gives it, checked for what holds on every page.
 *
 * @module
 */

import assert from 'node:assert/strict';

import { parseDocument } from '../../www/cli/dom.js';
import { localEngine } from '../../www/engine/local.js';
import { read } from '../../www/reader.js';

const engine = localEngine();
const STATUSES = ['ok', 'partial', 'too-short', 'not-an-article'];

/**
 * Answers a page and asserts that the answer is sound: a known status, no more than was asked for,
 * sentences verbatim.
 *
 * @param {string} html
 */
export async function soundAnswer(html) {
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
