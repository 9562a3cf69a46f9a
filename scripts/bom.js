/**
 * dist/sbom.json: what a release is made of.
 *
 * @module
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { StepError, root, say } from './run.js';

/** What the core is built for. */
export const TRIPLE = 'wasm32-unknown-unknown';

/** The parts that ship, npm's and Rust's, as CycloneDX. */
export function writeBom() {
  const bom = JSON.parse(
    output('npm', ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx']),
  );
  const tree = ['tree', '--edges=normal', '--features=web', `--target=${TRIPLE}`, '--locked'];
  const lines = output('cargo', [...tree, '--prefix=none', '--format={p}|{l}']).split('\n');
  for (const line of new Set(lines)) {
    const [, name, version, license] = /^(\S+) v(\S+)[^|]*\|(.*)$/.exec(line) ?? [];
    if (!name || name === 'standfirst') continue;
    const purl = `pkg:cargo/${name}@${version}`;
    bom.components.push({
      'bom-ref': purl,
      type: 'library',
      name,
      version,
      purl,
      licenses: [{ expression: license.replace(' (*)', '') }],
    });
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/sbom.json'), `${JSON.stringify(bom, null, 2)}\n`);
  say(`dist/sbom.json lists ${bom.components.length} parts that ship`);
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function output(program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new StepError(`${program} ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
