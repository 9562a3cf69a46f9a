/**
 * `cargo xtask fallback`, last step: wasm2js's module and wasm-bindgen's glue put together to
 * `www/pkg/standfirst_js.js`, the core for pages that may run no WebAssembly.
 *
 * The glue is made for WebAssembly; here it is given a stand-in for it that makes instances of the
 * JavaScript module. So a fresh instance after a trap works as it does with WebAssembly.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';

import { StepError, main, root, say } from './run.js';

const PARTS = join(root, 'target/fallback');
const RESULT = join(root, 'www/pkg/standfirst_js.js');

const ENTRY = `
import { initSync, learn, segment, summarize, __wbg_reset_state } from 'glue';
initSync({ module: new WebAssembly.Module() });
export { learn, segment, summarize, __wbg_reset_state };
`;

/** The first place of the glue's table after undefined, null, true and false. */
const FIRST_FREE_PLACE = 1024 + 4;

const STAND_IN = `
import { asmFunc } from 'core';
const intrinsics = { __wbindgen_externref_statics_end: () => ${FIRST_FREE_PLACE} };
class Module {}
class Instance {
  constructor(module, imports) {
    const all = { ...imports, __wbindgen_externref_xform__: intrinsics };
    this.exports = { __wbindgen_start() {}, ...asmFunc(all) };
  }
}
export const WebAssembly = { Module, Instance };
`;

await main(async () => {
  const parts = { entry: ENTRY, 'stand-in': STAND_IN, core: core(), glue: glue() };
  await build({
    entryPoints: ['entry'],
    outfile: RESULT,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome123', 'firefox128', 'safari17.4'],
    inject: ['stand-in'],
    plugins: [fromMemory(parts)],
    logLevel: 'warning',
  });
  say('the core is built to JavaScript too');
});

/** wasm2js makes one instance as it loads; here the function that makes one is what is wanted. */
function core() {
  let source = readFileSync(join(PARTS, 'core.js'), 'utf8');
  source = replaced(source, /^(?:import \* as .*\n)*/, '');
  source = replaced(source, /\nvar retasmFunc[^]*$/, '\nexport { asmFunc };\n');
  // A WebAssembly memory that grows detaches its old buffer, and the glue looks for that.
  return replaced(
    source,
    /( +)buffer = newBuffer;/,
    '$1structuredClone(buffer, { transfer: [buffer] });\n$&',
  );
}

function glue() {
  const source = readFileSync(join(PARTS, 'standfirst.js'), 'utf8');
  return replaced(
    source,
    /^import \* as (\w+) from "__wbindgen_externref_xform__"/,
    'const $1 = {};',
  );
}

/**
 * @param {string} source
 * @param {RegExp} pattern that must be found
 * @param {string} by
 */
function replaced(source, pattern, by) {
  if (!pattern.test(source)) {
    throw new StepError(
      `wasm2js or wasm-bindgen writes otherwise now: no ${pattern} in its output`,
    );
  }
  return source.replace(pattern, by);
}

/**
 * @param {Record<string, string>} parts source by name
 * @returns {import('esbuild').Plugin}
 */
function fromMemory(parts) {
  return {
    name: 'from-memory',
    setup(plugin) {
      plugin.onResolve({ filter: /./ }, ({ path }) => ({ path, namespace: 'memory' }));
      plugin.onLoad({ filter: /./, namespace: 'memory' }, ({ path }) => ({
        contents: parts[path],
      }));
    },
  };
}
