/** The wasm build and the native build give the same answers, number for number. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { parseDocument } from '../../www/cli/dom.js';
import { localEngine } from '../../www/engine/local.js';
import { read } from '../../www/reader.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = new URL('../pages/', import.meta.url);
const LENGTHS = [1, 3, 7];

const pages = readdirSync(PAGES)
  .sort()
  .map((slug) => {
    const html = readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');
    const { page } = read(parseDocument(html), { url: `https://news.example/${slug}` });
    return { slug, page };
  });

/** The native answers to every page at every length, in order. */
function nativeAnswers() {
  const input = pages.flatMap(({ page }) =>
    LENGTHS.map((sentences) =>
      JSON.stringify({
        ...page,
        elements: [...page.elements],
        blocks: [...page.blocks],
        sentences,
      }),
    ),
  );
  const output = execFileSync('cargo', ['run', '--quiet', '--example', 'answer'], {
    cwd: ROOT,
    input: `${input.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return output.trimEnd().split('\n');
}

/**
 * Rust writes a 32-bit number in its own shortest form, JavaScript in that of 64 bits.
 *
 * @param {string} _key
 * @param {unknown} value
 */
const single = (_key, value) => (typeof value === 'number' ? Math.fround(value) : value);

test('native and wasm give the same bytes', async () => {
  const engine = localEngine();
  const native = nativeAnswers();
  for (const { slug, page } of pages) {
    for (const sentences of LENGTHS) {
      const wasm = JSON.stringify(await engine.summarize(page, { sentences }), single);
      const expected = JSON.stringify(JSON.parse(native.shift() ?? 'null'), single);
      assert.equal(wasm, expected, `${slug}, ${sentences} sentences`);
    }
  }
  assert.equal(native.length, 0);
});
