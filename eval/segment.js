/**
 * How fast the shipped wasm cuts sentences: MB of text a second, over the treebank documents of DATA
 * as one mixed text and with each document's own language.
 *
 *     node eval/segment.js DATA
 *
 * DATA is the folder that eval/README.md describes. Needs www/pkg (`npm run build`). The median of
 * RUNS rounds, in time of the processor, since a busy machine would measure its neighbours; the
 * offsets' way back to JavaScript counts.
 *
 * @module
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { initSync, learn, segment } from '../www/pkg/standfirst.js';
import words from '../www/pkg/words/all.js';
import { main } from '../scripts/run.js';
import { commandLine } from './command-line.js';

const RUNS = 7;

const HELP = `node eval/segment.js DATA

DATA   the folder that eval/README.md describes`;

await main(async () => {
  const { folder: data } = commandLine(HELP, { folder: true });
  initSync({ module: readFileSync(new URL('../www/pkg/standfirst_bg.wasm', import.meta.url)) });
  learn(words, true);
  const folder = join(data, 'sentences', 'dev');
  const documents = readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line));
  const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const rates = [];
  let sentences = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = process.cpuUsage();
    sentences = 0;
    for (const { text, lang } of documents) sentences += (segment(text, lang)?.length ?? 0) / 2;
    const { user, system } = process.cpuUsage(start);
    rates.push(bytes / (user + system));
  }
  rates.sort((a, b) => a - b);
  const median = rates[(RUNS - 1) / 2].toFixed(1);
  console.log(`${documents.length} documents, ${sentences} sentences, ${median} MB/s in wasm`);
});
