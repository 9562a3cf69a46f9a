/**
 * `npm test`: sets up what is missing, browsers included, and runs every test in Chromium and Firefox.
 * `npm run test:webkit`: the cases of the embed in WebKit. Apart, since WebKitGTK's driver now and then
 * stops answering, which would say nothing of a change.
 *
 * @module
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { main, root, run, say } from './run.js';
import {
  BROWSERS,
  WEBKIT,
  buildFallback,
  buildWasm,
  checkTools,
  setUpBrowsers,
  setUpPackages,
} from './setup.js';

const inWebKit = process.argv.includes('--webkit');

await main(async () => {
  checkTools();
  setUpPackages();
  setUpBrowsers(inWebKit ? WEBKIT : BROWSERS);
  buildWasm();
  buildFallback();
  if (inWebKit) {
    await embedInWebKit();
    return;
  }
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

async function embedInWebKit() {
  const { buildEmbed } = await import('./embed.js');
  await buildEmbed();
  for (const file of testFiles('tests/browser')) {
    say(file);
    run('node', ['--test', '--test-timeout=300000', file], { env: { ENGINES: 'webkit' } });
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function testFiles(folder) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => `${folder}/${name}`);
}
