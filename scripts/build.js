/**
 * `npm run build`: everything that ships. The core, the embed, the extension.
 *
 * @module
 */

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { main, root, run, say } from './run.js';
import { buildWasm, checkTools, setUpPackages } from './setup.js';

await main(() => {
  checkTools();
  setUpPackages();
  buildWasm();
  buildEmbed();
  run('cargo', ['xtask', 'ext']);
  run('cargo', ['xtask', 'size']);
});

/** dist/embed: the folder that a site puts on its server. What ships is the source. */
function buildEmbed() {
  const folder = join(root, 'dist/embed');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const apart = ['demo', 'extension', 'cli'].map((name) => join(root, 'www', name));
  cpSync(join(root, 'www'), folder, {
    recursive: true,
    filter: (path) => !apart.includes(path) && !path.endsWith('.d.ts'),
  });
  for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY.md']) {
    cpSync(join(root, licence), join(folder, licence));
  }
  say('dist/embed is built');
}
