/**
 * `npm run check`: formats, lints and types, for both languages.
 *
 * @module
 */

import { main, run } from './run.js';
import { buildWasm, checkTools, setUpPackages } from './setup.js';

await main(() => {
  checkTools();
  setUpPackages();
  // The types of the wasm glue are part of what tsc checks.
  buildWasm();
  run('cargo', ['fmt', '--all', '--check']);
  run('cargo', ['clippy', '--workspace', '--all-targets', '--quiet', '--', '-D', 'warnings']);
  // A workspace of its own, which nothing else builds.
  run('cargo', ['check', '--manifest-path=fuzz/Cargo.toml', '--quiet']);
  run('npx', ['prettier', '--check', '--log-level=warn', '.']);
  run('npx', ['eslint', '--max-warnings=0', '.']);
  run('npx', ['tsc', '--project', '.']);
});
