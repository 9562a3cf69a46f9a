/**
 * What finding costs in wasm: processor time of a summary of a page, less that of a summary of its
 * story as plain text, which finds nothing.
 *
 *     node eval/pages/time.js CORPUS_DIR
 *
 * Takes the pages of `truth.jsonl` that have about 5,000 nodes. Processor time, not the clock's, so
 * that a busy machine tells the same.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parseDocument } from '../../www/cli/dom.js';
import { makePage } from '../../www/cli/page.js';
import { localEngine } from '../../www/engine/local.js';
import { read } from '../../www/reader.js';
import { commandLine } from '../command-line.js';

const NODES = { least: 4000, most: 6500 };
const WARM_RUNS = 8;
const ROUNDS = 8;
const RUNS = 3;

const engine = localEngine();

const { folder } = commandLine('node eval/pages/time.js CORPUS_DIR', { folder: true });
const costs = [];
for (const line of readFileSync(join(folder, 'truth.jsonl'), 'utf8').split('\n')) {
  if (!line) continue;
  const truth = JSON.parse(line);
  const packed = readFileSync(join(folder, truth.file));
  const html = new TextDecoder().decode(truth.file.endsWith('.gz') ? gunzipSync(packed) : packed);
  const document = parseDocument(html);
  const nodes = countNodes(document);
  if (nodes < NODES.least || nodes > NODES.most) continue;
  const { page } = read(document, { url: truth.url });
  const { story } = await engine.summarize(page, { sentences: 3 });
  const texts = page.text.split('\0');
  const text = [...story.sources].map((source) => texts[source]).join('\n\n');
  const whole = await cost(page);
  const finding = whole - (await cost(makePage({ text }).page));
  costs.push({ finding, whole });
}
const median = (/** @type {number[]} */ values) =>
  values.sort((a, b) => a - b)[values.length >> 1]?.toFixed(2);
process.stdout.write(
  `${costs.length} pages, ms of processor time: finding ${median(costs.map((c) => c.finding))}, ` +
    `whole summary ${median(costs.map((c) => c.whole))}\n`,
);

/**
 * Median milliseconds of a summary.
 *
 * @param {import('../../www/types.js').FlatPage} page
 */
async function cost(page) {
  const times = [];
  for (let run = 0; run < WARM_RUNS; run += 1) await engine.summarize(page, { sentences: 3 });
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    for (let run = 0; run < RUNS; run += 1) await engine.summarize(page, { sentences: 3 });
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000 / RUNS);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

/** @param {any} document */
function countNodes(document) {
  let nodes = 0;
  const open = [document];
  for (let node = open.pop(); node; node = open.pop()) {
    nodes += 1;
    for (let child = node.firstChild; child; child = child.nextSibling) open.push(child);
  }
  return nodes;
}
