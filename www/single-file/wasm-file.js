/**
 * Stands in for `engine/wasm-file.js` in the single file: the wasm file is a part of the script,
 * compressed and in base64, and is loaded from nowhere.
 *
 * @module
 */

/* global GZIPPED_CORE -- set at build time */

/** @returns {Promise<WebAssembly.Module>} */
export function compiledCore() {
  const gzipped = Uint8Array.from(atob(GZIPPED_CORE), (unit) => unit.charCodeAt(0));
  const stream = new Blob([gzipped]).stream().pipeThrough(new DecompressionStream('gzip'));
  const headers = { 'Content-Type': 'application/wasm' };
  return WebAssembly.compileStreaming(new Response(stream, { headers }));
}
