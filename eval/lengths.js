/**
 * What a summary of plain text costs in wasm by the text's length, in milliseconds of the processor.
 *
 *     node eval/lengths.js DATA
 *
 * DATA is the folder that eval/README.md describes. Needs www/pkg (`npm run build`). The text is one
 * English article after the other. The fastest of several rounds, since what else runs only adds.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { makePage } from '../www/cli/page.js';
import { localEngine } from '../www/engine/local.js';
import { main } from '../scripts/run.js';
import { commandLine } from './command-line.js';

const SET = 'summaries/cnn_corpus_abs_train.jsonl.gz';
const LENGTHS = [1000, 2000, 5000, 20000, 100000];
const ROUNDS = 12;
/** Words summarised in one round at least, so that the clock's grain does not count. */
const WORDS_A_ROUND = 100000;

const HELP = `node eval/lengths.js DATA

DATA   the folder that eval/README.md describes`;

await main(async () => {
  const { folder: data } = commandLine(HELP, { folder: true });
  const lines = gunzipSync(readFileSync(join(data, SET)))
    .toString('utf8')
    .trim()
    .split('\n');
  const articles = lines.map((line) => JSON.parse(line).text);
  const engine = localEngine();
  const costs = new Map();
  for (const length of LENGTHS) {
    const { page } = makePage({ text: textOf(articles, length) });
    const runs = Math.ceil(WORDS_A_ROUND / length);
    let fastest = Infinity;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = process.cpuUsage();
      for (let run = 0; run < runs; run += 1) await engine.summarize(page, { sentences: 3 });
      const { user, system } = process.cpuUsage(start);
      fastest = Math.min(fastest, (user + system) / 1000 / runs);
    }
    costs.set(length, fastest);
    console.log(`${String(length).padStart(7)} words ${fastest.toFixed(2).padStart(8)} ms`);
  }
  const growth = (costs.get(100000) ?? 0) / (costs.get(5000) ?? 1);
  console.log(`100,000 words take ${growth.toFixed(1)} times as long as 5,000`);
});

/**
 * @param {string[]} articles
 * @param {number} length in words
 */
function textOf(articles, length) {
  const parts = [];
  let words = 0;
  for (const article of articles) {
    if (words >= length) break;
    const own = article.split(/\s+/);
    parts.push(words + own.length > length ? own.slice(0, length - words).join(' ') : article);
    words += own.length;
  }
  return parts.join('\n\n');
}
