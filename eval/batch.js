/**
 * `npm run eval:batch -- PAGES`: pages a second on two cores, HTML in, programs started anew each
 * round and taking turns: Standfirst's batch, trafilatura, Readability on jsdom.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { main, root, StepError } from '../scripts/run.js';
import { commandLine } from './command-line.js';
import { loadPages } from './speed/pages.js';
import { median } from './speed/statistics.js';

const HELP = `npm run eval:batch -- PAGES [--pages N] [--rounds N]

PAGES      folder with .html or .html.gz files, at any depth
--pages    how many, evenly spread over the folder (400: starting a program weighs little then)
--rounds   runs of each program (3); the median counts

trafilatura is looked for where python3 finds it: pip install trafilatura`;

/** @type {Record<string, string[]>} */
const PROGRAMS = {
  'standfirst batch': ['node', 'www/cli/standfirst.js', 'batch'],
  trafilatura: ['python3', 'eval/batch/trafilatura_pages.py'],
  'readability + jsdom': ['node', 'eval/batch/readability.js'],
};

await main(() => {
  const { values, folder: source } = commandLine(HELP, {
    folder: true,
    options: {
      pages: { type: 'string', default: '400' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const pages = loadPages(source, Number(values.pages));
  if (pages.length === 0) throw new StepError(`${source} holds no page`);
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-batch-'));
  const input = join(folder, 'pages.ndjson');
  const lines = pages.map(({ name, html }) => JSON.stringify({ id: name, html }));
  writeFileSync(input, `${lines.join('\n')}\n`);
  /** @type {Record<string, number[]>} */
  const seconds = {};
  try {
    for (let round = 0; round < Number(values.rounds); round += 1) {
      for (const [name, [program, ...args]] of Object.entries(PROGRAMS)) {
        (seconds[name] ??= []).push(time(program, args, input, pages.length));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const ours = median(seconds['standfirst batch']);
  print(`${pages.length} pages, start of the program included\n`);
  print('| program | pages a second | times slower |');
  print('| --- | --- | --- |');
  for (const [name, runs] of Object.entries(seconds)) {
    const rate = (pages.length / median(runs)).toFixed(1);
    print(`| ${name} | ${rate} | ${(median(runs) / ours).toFixed(2)} |`);
  }
});

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} input
 * @param {number} lines that must come out
 * @returns {number} seconds
 */
function time(program, args, input, lines) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    stdio: [openSync(input, 'r'), 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const seconds = (performance.now() - start) / 1000;
  const out = stdout?.split('\n').filter(Boolean).length;
  if (status !== 0 || out !== lines) {
    throw new StepError(`${program} ${args.join(' ')}: ${out} of ${lines} lines. ${stderr}`);
  }
  return seconds;
}
