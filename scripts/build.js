/**
 * `npm run build`: everything that ships. The core, the embed, the extension, and the list of their parts.
 *
 * @module
 */

import { writeBom } from './bom.js';
import { main, run } from './run.js';
import { buildFallback, buildWasm, checkTools, setUpPackages } from './setup.js';

await main(async () => {
  checkTools();
  setUpPackages();
  buildWasm();
  buildFallback();
  // Only now: on a fresh clone the packages it needs were not there before.
  const { buildEmbed } = await import('./embed.js');
  await buildEmbed();
  run('cargo', ['xtask', 'ext']);
  run('cargo', ['xtask', 'size']);
  writeBom();
});
