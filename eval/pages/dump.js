/**
 * Turns the pages of a data folder into flat pages, for `eval finding` and for training.
 *
 *     node eval/pages/dump.js CORPUS_DIR > pages.ndjson
 *
 * CORPUS_DIR holds `truth.jsonl` and the HTML files it names. One line a page: the truth's fields,
 * and `page` as `www/types.js` has it.
 *
 * @module
 */

import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parseDocument } from '../../www/cli/dom.js';
import { read } from '../../www/reader.js';
import { commandLine } from '../command-line.js';

const { folder } = commandLine('node eval/pages/dump.js CORPUS_DIR', { folder: true });
for (const line of readFileSync(join(folder, 'truth.jsonl'), 'utf8').split('\n')) {
  if (!line) continue;
  const truth = JSON.parse(line);
  const packed = readFileSync(join(folder, truth.file));
  const html = new TextDecoder().decode(truth.file.endsWith('.gz') ? gunzipSync(packed) : packed);
  const { page } = read(parseDocument(html), { url: truth.url });
  const flat = { ...page, elements: [...page.elements], blocks: [...page.blocks] };
  const record = Buffer.from(`${JSON.stringify({ ...truth, page: flat })}\n`);
  for (let at = 0; at < record.length;) at += writeSync(1, record, at);
}
