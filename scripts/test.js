/**
 * `npm test`: sets up what is missing, browsers included, and runs every test.
 *
 * @module
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { main, root, run, say } from './run.js';
import { buildFallback, buildWasm, checkTools, setUpBrowsers, setUpPackages } from './setup.js';

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
  for (const suite of ['tests/js', 'tests/browser', 'tests/extension']) {
    say(suite);
    // One file at a time: browsers on two cores would wait for one another. A browser that no
    // longer answers fails its file after ten minutes, where a file takes two at most.
    const flags = ['--test', '--test-concurrency=1', '--test-timeout=600000'];
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
