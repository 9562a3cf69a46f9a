/**
 * The fixture pages in their flat form, one JSON object a line: what the native benches read.
 *
 * @module
 */

import { readdirSync, readFileSync } from 'node:fs';

import { parseDocument } from '../www/cli/dom.js';
import { read } from '../www/reader.js';

const PAGES = new URL('../tests/pages/', import.meta.url);

for (const slug of readdirSync(PAGES).sort()) {
  const html = readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');
  const { page } = read(parseDocument(html), { url: `https://news.example/${slug}` });
  const flat = { ...page, elements: [...page.elements], blocks: [...page.blocks] };
  process.stdout.write(`${JSON.stringify(flat)}\n`);
}
