/**
 * The core's wasm file: fetched, or in Node read, and compiled. The single-file build puts the
 * file itself in the place of this module.
 *
 * @module
 */

/**
 * @param {string | URL | BufferSource | WebAssembly.Module} [source] where it is, if not beside the
 *   glue; or the file itself
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compiledCore(source) {
  if (source instanceof WebAssembly.Module) {
    return source;
  }
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return WebAssembly.compile(source);
  }
  const url = source ?? new URL('../pkg/standfirst_bg.wasm', import.meta.url);
  if (source === undefined && globalThis.process?.versions?.node) {
    // By a name that bundlers for a browser, which has no such module, do not look up.
    const files = 'node:fs/promises';
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ files);
    return WebAssembly.compile(await readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${response.url} answered ${response.status}`);
  }
  // A server that does not know the file's type sends another, which compileStreaming refuses.
  return response.headers.get('Content-Type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
