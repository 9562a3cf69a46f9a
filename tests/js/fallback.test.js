/** The core as JavaScript, which the engine takes where there is no WebAssembly. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { before, test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import { read } from '../../www/reader.js';

const PAGES = new URL('../pages/', import.meta.url);

/** @type {import('../../www/types.js').Engine} */
let script;
/** @type {import('../../www/types.js').Engine} */
let wasm;

/**
 * The engine, which chooses its core at its first call.
 *
 * @param {string} name one core a name
 */
async function freshEngine(name) {
  const { localEngine } = await import(`../../www/engine/local.js?${name}`);
  const engine = localEngine();
  await engine.segment('It rained.');
  return engine;
}

before(async () => {
  const { WebAssembly } = globalThis;
  // As in a browser that is locked down.
  Reflect.deleteProperty(globalThis, 'WebAssembly');
  script = await freshEngine('javascript');
  globalThis.WebAssembly = WebAssembly;
  wasm = await freshEngine('wasm');
});

test('it gives the same bytes on every golden page', async () => {
  for (const slug of readdirSync(PAGES).sort()) {
    const html = readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');
    const { page } = read(parseDocument(html), { url: `https://news.example/${slug}` });
    // One length says all: the order that every length is cut from is a part of the answer.
    assert.equal(
      JSON.stringify(await script.summarize(page)),
      JSON.stringify(await wasm.summarize(page)),
      slug,
    );
  }
});

test('a text for which its memory must grow is cut as by WebAssembly', async () => {
  const text = 'The ferry came back to the town of Lower Aven. '.repeat(40_000);
  const sentences = await script.segment(text, 'en');
  assert.equal(sentences.length, 40_000);
  assert.deepEqual(sentences, await wasm.segment(text, 'en'));
});
