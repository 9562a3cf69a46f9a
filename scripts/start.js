/**
 * `npm start`: sets up, builds, prints the demo article's summary, serves the demo.
 * `npm start -- --once` ends after the summary.
 *
 * @module
 */

import { main, run, say } from './run.js';
import { buildWasm, checkTools, setUpPackages } from './setup.js';

const ARTICLE = 'tests/pages/wordpress-talks/page.html';
const DEFAULT_PORT = 8080;

await main(async () => {
  checkTools();
  setUpPackages();
  buildWasm();
  say(`the summary of ${ARTICLE}`);
  process.stdout.write('\n');
  run('node', ['www/cli/standfirst.js', ARTICLE]);
  process.stdout.write('\n');
  if (process.argv.includes('--once')) return;
  // Only now: on a fresh clone the packages it needs were not there before.
  const { serve } = await import('./serve.js');
  const { url } = await serve(Number(process.env.PORT ?? DEFAULT_PORT));
  say(`the demo is at ${url}/ (Ctrl+C ends)`);
});
