/**
 * `npm test`: sets up what is missing, browsers included, and runs every test.
 *
 * @module
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { main, root, run, say } from './run.js';
import { buildWasm, checkTools, setUpBrowsers, setUpPackages } from './setup.js';

await main(() => {
  checkTools();
  setUpPackages();
  setUpBrowsers();
  buildWasm();
  say('the core');
  run('cargo', ['test', '--workspace', '--quiet']);
  say('the extension');
  run('cargo', ['xtask', 'ext']);
  for (const suite of ['tests/js', 'tests/browser', 'tests/extension']) {
    say(suite);
    // One file at a time: browsers on two cores would wait for one another.
    run('node', ['--test', '--test-concurrency=1', ...testFiles(suite)]);
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
