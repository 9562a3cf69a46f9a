/** A thousand summaries in one realm take no more memory than the first few. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import init, { summarize } from '../../www/pkg/standfirst.js';
import { read } from '../../www/reader.js';

const SLUGS = ['news-de', 'feature-en', 'live-blog', 'news-zh', 'boilerplate-heavy'];

test('the engine’s memory does not grow', async () => {
  const wasm = readFileSync(new URL('../../www/pkg/standfirst_bg.wasm', import.meta.url));
  const exported = Object.values(await init({ module_or_path: wasm }));
  const [memory] = exported.filter((one) => one instanceof WebAssembly.Memory);
  const pages = SLUGS.map((slug) => {
    const file = new URL(`../pages/${slug}/page.html`, import.meta.url);
    return read(parseDocument(readFileSync(file, 'utf8'))).page;
  });
  const round = () => {
    for (const { text, descriptors, metadata, elements, blocks, plain } of pages) {
      const [numbers, more] = [new Uint32Array(elements), new Uint32Array(blocks)];
      summarize(text, descriptors, metadata, numbers, more, plain, 3, 0, '', '');
    }
  };
  for (let warm = 0; warm < 5; warm += 1) round();
  const before = memory.buffer.byteLength;
  for (let more = 0; more < 1000 / pages.length; more += 1) round();
  assert.equal(memory.buffer.byteLength, before);
});
