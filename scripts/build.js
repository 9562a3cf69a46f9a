/**
 * `npm run build`: everything that ships. The core, the embed, the extension.
 *
 * @module
 */

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { main, root, run, say } from './run.js';
import { buildWasm, checkTools, setUpPackages } from './setup.js';

await main(async () => {
  checkTools();
  setUpPackages();
  buildWasm();
  await buildEmbed();
  run('cargo', ['xtask', 'ext']);
  run('cargo', ['xtask', 'size']);
});

/**
 * dist/embed: the folder that a site puts on its server. The same modules as in www/, put together
 * and without comments, so that the first standfirst waits for few and small files; what is only
 * needed later stays apart. Names of shared parts hold their hash.
 */
async function buildEmbed() {
  // Only now: on a fresh clone the packages were not there before.
  const { build } = await import('esbuild');
  const folder = join(root, 'dist/embed');
  rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['www/define.js'],
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['chrome123', 'firefox128', 'safari17.4'],
    external: ['node:*'],
    chunkNames: '[name]-[hash]',
    logLevel: 'warning',
  });
  cpSync(join(root, 'www/pkg/standfirst_bg.wasm'), join(folder, 'standfirst_bg.wasm'));
  for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY.md']) {
    cpSync(join(root, licence), join(folder, licence));
  }
  say('dist/embed is built');
}
