/**
 * `npm run rebuild`: the packages built as a store's reviewer builds them, from `dist/standfirst-source.zip`
 * in an empty folder and by the steps of its `BUILD.md`, and held to those in `dist/` byte by byte. It takes
 * two minutes of a processor, most of it to compile: a step of CI, no test.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { unzipSync } from 'fflate';

import { main, root, say, StepError } from './run.js';

const PACKAGES = ['standfirst-chromium.zip', 'standfirst-firefox.zip'];

/** A step in `BUILD.md`: set in, and with a word behind it at most. */
const STEP = /^ {4}([^#\n]+)/gm;

await main(() => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-'));
  try {
    unpack(join(root, 'dist/standfirst-source.zip'), folder);
    const text = readFileSync(join(folder, 'BUILD.md'), 'utf8');
    const steps = [...text.matchAll(STEP)].map(([, step]) => step.trim());
    if (steps.length === 0) throw new StepError('BUILD.md has no steps');
    for (const step of steps) runIn(folder, step);
    for (const name of PACKAGES) {
      const [ours, theirs] = [root, folder].map((at) => readFileSync(join(at, 'dist', name)));
      if (!ours.equals(theirs)) throw new StepError(`${name} has other bytes when built anew`);
      say(`${name} has the same bytes when built from its sources`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * @param {string} zip
 * @param {string} folder
 */
function unpack(zip, folder) {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/**
 * @param {string} folder
 * @param {string} step
 */
function runIn(folder, step) {
  say(step);
  const [program, ...args] = step.split(/\s+/);
  const { status } = spawnSync(program, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    // What is on this machine already is not asked for again.
    env: { ...process.env, npm_config_prefer_offline: 'true' },
  });
  if (status !== 0) throw new StepError(`${step} failed`);
}
