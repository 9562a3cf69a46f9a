/**
 * `npm test`: sets up what is missing, browsers included, and runs every test: those of the page in
 * Chromium, Firefox and WebKit, one after the other.
 *
 * @module
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { main, root, run, say } from './run.js';
import { buildFallback, buildWasm, checkTools, setUpBrowsers, setUpPackages } from './setup.js';

/** A browser that no longer answers fails its file after so long, where a file takes four minutes at most. */
const FILE_TIMEOUT_MS = 900_000;

const SUITES = ['tests/js', 'tests/browser', 'tests/extension'];

await main(async () => {
  checkTools();
  setUpPackages();
  setUpBrowsers();
  buildWasm();
  buildFallback();
  say('the core');
  run('cargo', ['test', '--workspace', '--quiet']);
  say('the embed');
  const { buildEmbed } = await import('./embed.js');
  await buildEmbed();
  say('the extension');
  run('cargo', ['xtask', 'ext']);
  for (const suite of SUITES) {
    say(suite);
    // One file at a time: browsers on two cores would wait for one another.
    const flags = ['--test', '--test-concurrency=1', `--test-timeout=${FILE_TIMEOUT_MS}`];
    run('node', [...flags, ...testFiles(suite)]);
  }
});

/**
 * @param {string} folder
 * @returns {string[]}
 */
function testFiles(folder) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => `${folder}/${name}`);
}
