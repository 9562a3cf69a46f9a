/**
 * `npm test`: sets up what is missing, browsers included, and runs every test in Chromium and Firefox.
 * `npm run test:webkit`: the cases of the embed in WebKit. Apart, since WebKitGTK's driver now and then
 * opens no session, which would say nothing of a change.
 *
 * @module
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { main, root, run, say } from './run.js';
import { buildFallback, buildWasm, checkTools, setUpEngines, setUpPackages } from './setup.js';

/** A browser that no longer answers fails its file after so long, where a file takes four minutes at most. */
const FILE_TIMEOUT_MS = 900_000;

const SUITES = ['tests/js', 'tests/browser', 'tests/extension'];

const inWebKit = process.argv.includes('--webkit');

await main(async () => {
  checkTools();
  setUpPackages();
  const engines = setUpEngines(inWebKit);
  buildWasm();
  buildFallback();
  if (!inWebKit) {
    say('the core');
    run('cargo', ['test', '--workspace', '--quiet']);
  }
  say('the embed');
  const { buildEmbed } = await import('./embed.js');
  await buildEmbed();
  if (!inWebKit) {
    say('the extension');
    run('cargo', ['xtask', 'ext']);
  }
  for (const suite of inWebKit ? ['tests/browser'] : SUITES) {
    say(suite);
    // One file at a time: browsers on two cores would wait for one another.
    const flags = ['--test', '--test-concurrency=1', `--test-timeout=${FILE_TIMEOUT_MS}`];
    run('node', [...flags, ...testFiles(suite)], { env: { ENGINES: engines } });
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
