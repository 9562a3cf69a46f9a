/**
 * `npm run supply`: what the project is made of, held to its rules. Writes dist/sbom.json, asks the
 * registries for known weaknesses, checks licences and sources, builds the core twice.
 *
 * `--offline` leaves out what asks a registry.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { TRIPLE, writeBom } from './bom.js';
import { main, root, run, say, StepError, works } from './run.js';
import { buildWasm } from './setup.js';

await main(() => {
  const offline = process.argv.includes('--offline');
  writeBom();
  if (!offline) for (const folder of ['.', 'eval']) audit(folder);
  if (works('cargo', ['deny', '--version'])) {
    for (const folder of ['.', 'fuzz']) denyCheck(folder, offline);
  } else {
    say('cargo-deny is not installed (cargo install cargo-deny): licences are not checked');
  }
  buildTwice();
});

/**
 * Known weaknesses of npm's packages. A registry that keeps none is told from one that knows some.
 *
 * @param {string} folder
 */
function audit(folder) {
  const args = ['audit', '--json', '--prefix', folder];
  const { status, stdout } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return say(`npm knows no weakness of what ${folder} needs`);
  if (JSON.parse(stdout || '{}').vulnerabilities) return run('npm', args.toSpliced(1, 1));
  say(`the registry does not answer npm audit: what ${folder} needs is not checked`);
}

/**
 * @param {string} folder a workspace of Rust
 * @param {boolean} offline
 */
function denyCheck(folder, offline) {
  const file = join(root, 'deny.toml');
  const deny = ['deny', `--manifest-path=${folder}/Cargo.toml`, `--config=${file}`];
  run('cargo', [...deny, 'check', 'licenses', 'bans', 'sources']);
  if (offline) return;
  if (works('cargo', [...deny, 'fetch', 'db'])) {
    run('cargo', [...deny, 'check', 'advisories']);
  } else {
    say(`the database of advisories is out of reach: those of ${folder} are not checked`);
  }
}

/** The same sources by the same toolchain give the same bytes. */
function buildTwice() {
  buildWasm();
  const first = digest();
  const clean = ['clean', '--quiet', '--release', `--target=${TRIPLE}`, '--target-dir=target/wasm'];
  run('cargo', [...clean, '--package=standfirst']);
  run('cargo', ['xtask', 'wasm']);
  if (digest() !== first) throw new StepError('two builds of the core are not the same bytes');
  say(`the core built twice is the same: sha256 ${first}`);
}

function digest() {
  const bytes = readFileSync(join(root, 'www/pkg/standfirst_bg.wasm'));
  return createHash('sha256').update(bytes).digest('hex');
}
