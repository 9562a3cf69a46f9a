/**
 * The engine in this realm: the wasm core, loaded when first asked, once for all callers.
 *
 * @module
 */

import init, { __wbg_reset_state, segment, summarize } from '../pkg/standfirst.js';
import { EngineError } from './errors.js';

const DEFAULT_SENTENCES = 3;
const NUL = '\0';

/** @type {Promise<unknown> | null} */
let loading = null;

/**
 * An engine that runs here. Nothing is loaded before the first call.
 *
 * The core is one for the realm: the first call's `wasmUrl` or `wasm` decides for all.
 *
 * @param {object} [source]
 * @param {string | URL} [source.wasmUrl] where the wasm file is, if not beside the glue
 * @param {BufferSource | WebAssembly.Module} [source.wasm] its bytes or module, if at hand
 * @returns {import('../types.js').Engine}
 */
export function localEngine({ wasmUrl, wasm } = {}) {
  const source = wasm ?? wasmUrl;
  return {
    async summarize(page, options = {}, signal) {
      await ready(source);
      signal?.throwIfAborted();
      return guarded(() =>
        summarize(
          page.text,
          page.descriptors,
          page.metadata,
          Uint32Array.from(page.elements),
          Uint32Array.from(page.blocks),
          page.plain,
          options.sentences ?? DEFAULT_SENTENCES,
          options.words ?? 0,
          options.language ?? '',
          (options.focus ?? []).join(NUL),
        ),
      );
    },
    async segment(text, language = '') {
      await ready(source);
      const offsets = guarded(() => segment(text, language));
      const sentences = [];
      for (let at = 0; at + 1 < offsets.length; at += 2) {
        sentences.push(text.slice(offsets[at], offsets[at + 1]));
      }
      return sentences;
    },
  };
}

/**
 * @param {string | URL | BufferSource | WebAssembly.Module | undefined} source
 * @returns {Promise<unknown>}
 */
function ready(source) {
  loading ??= load(source).catch((error) => {
    loading = null;
    throw error instanceof WebAssembly.CompileError
      ? new EngineError(
          'forbidden',
          "WebAssembly may not be compiled here: the page's Content-Security-Policy needs " +
            "'wasm-unsafe-eval' in script-src",
          error,
        )
      : new EngineError(
          'unreachable',
          `the engine's wasm file could not be loaded: ${error}`,
          error,
        );
  });
  return loading;
}

/** @param {string | URL | BufferSource | WebAssembly.Module | undefined} source */
async function load(source) {
  if (source === undefined && globalThis.process?.versions?.node) {
    const { readFile } = await import('node:fs/promises');
    source = await readFile(new URL('../pkg/standfirst_bg.wasm', import.meta.url));
  }
  // Without a source the glue fetches the file beside itself, by a URL that bundlers understand.
  return source === undefined ? init() : init({ module_or_path: source });
}

/**
 * Calls the core. A trap leaves its memory in an unknown state: the instance is dropped and the
 * call is tried once in a fresh one.
 *
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
function guarded(call) {
  try {
    return call();
  } catch (first) {
    if (!(first instanceof Error)) {
      throw new EngineError('page', String(first), first);
    }
    try {
      __wbg_reset_state();
      return call();
    } catch (second) {
      throw new EngineError('trap', `the engine failed twice on this page: ${second}`, second);
    }
  }
}
