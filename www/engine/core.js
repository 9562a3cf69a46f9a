/**
 * The core in this realm, loaded when first asked, once for all callers, and as much of the engine as
 * a panel needs. Where there is no WebAssembly, or a page's Content-Security-Policy forbids it, the same
 * core as JavaScript.
 *
 * @module
 */

import { __wbg_reset_state, initSync, learn, summarize } from '../pkg/standfirst.js';
import { EngineError } from './errors.js';
import { compiledCore } from './wasm-file.js';
import { getWords } from './words.js';

const DEFAULT_SENTENCES = 3;
const NUL = '\0';

/** A language tag, not of English. */
const OTHER = /^(?!en([-_]|$))./i;

/** The smallest module there is: the magic number and the version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * The core's calls. `segment` is in the glue too, for those who call it (`local.js`): named here, it would
 * be in every page.
 *
 * @typedef {Pick<typeof import('../pkg/standfirst_js.js'), 'summarize' | 'learn' | '__wbg_reset_state'>
 *   & Partial<typeof import('../pkg/standfirst_js.js')>} Core
 */

/** @type {Promise<Core> | null} */
let loading = null;

/** What the core has learned, and has to again in a fresh instance. @type {import('./words.js').Words[]} */
const learned = [];

/**
 * Where the core comes from, if not from beside the glue.
 *
 * @typedef {object} CoreSource
 * @property {string | URL} [wasmUrl] where the wasm file is
 * @property {BufferSource | WebAssembly.Module} [wasm] its bytes or module, if at hand
 */

/**
 * What sums up; `local.js` has the whole engine.
 *
 * @param {CoreSource} [source]
 */
export function summarizer(source) {
  return {
    /** @param {string} [language] of the page, as it claims */
    prepare(language = '') {
      // What goes wrong is said to the call that needs it.
      ready(source).catch(() => {});
      if (OTHER.test(language)) getWords(language).catch(() => {});
    },
    /** @type {import('../types.js').Engine['summarize']} */
    async summarize(page, options = {}, signal) {
      const core = await ready(source);
      signal?.throwIfAborted();
      return inAnyLanguage(
        core,
        () =>
          core.summarize(
            page.text,
            page.descriptors,
            page.metadata,
            new Uint32Array(page.elements),
            new Uint32Array(page.blocks),
            page.plain,
            options.sentences ?? DEFAULT_SENTENCES,
            options.words ?? 0,
            options.language ?? '',
            (options.focus ?? []).join(NUL),
          ),
        signal,
      );
    },
  };
}

/** @param {CoreSource} [source] */
export function ready(source = {}) {
  loading ??= load(source).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/**
 * @param {CoreSource} source
 * @returns {Promise<Core>}
 */
async function load({ wasm, wasmUrl }) {
  if (!mayRun()) {
    return asJavaScript();
  }
  try {
    initSync({ module: await compiledCore(wasm ?? wasmUrl) });
  } catch (error) {
    throw new EngineError(
      'unreachable',
      `the engine's wasm file could not be loaded: ${error}`,
      error,
    );
  }
  return { summarize, learn, __wbg_reset_state };
}

/**
 * Whether WebAssembly is here and allowed: asked before a file is fetched in vain. A policy stops
 * Chromium and Firefox at the module, WebKit at the instance.
 */
function mayRun() {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(EMPTY_MODULE)));
  } catch {
    return false;
  }
}

/** @returns {Promise<Core>} */
async function asJavaScript() {
  try {
    return await import('../pkg/standfirst_js.js');
  } catch (error) {
    throw new EngineError(
      'forbidden',
      "WebAssembly may not be compiled here (the page's Content-Security-Policy needs " +
        `'wasm-unsafe-eval' in script-src), and the core's JavaScript build did not come: ${error}`,
      error,
    );
  }
}

/**
 * Calls the core, and again with what it asks for: the words of a language, by its tag, or else of all.
 *
 * @template T
 * @param {Core} core
 * @param {() => T} call which gives an object, or what is asked for
 * @param {AbortSignal} [signal]
 * @returns {Promise<Exclude<T, string | undefined>>}
 */
export async function inAnyLanguage(core, call, signal) {
  for (;;) {
    const answer = guarded(core, call);
    if (typeof answer === 'object') return /** @type {any} */ (answer);
    const words = await getWords(/** @type {any} */ (answer) ?? '');
    signal?.throwIfAborted();
    learned.push(words);
    core.learn(words.text, words.areAll);
  }
}

/**
 * Calls the core. A trap leaves its memory in an unknown state: the instance is dropped and the
 * call is tried once in a fresh one.
 *
 * @template T
 * @param {Core} core
 * @param {() => T} call
 * @returns {T}
 */
function guarded(core, call) {
  try {
    return call();
  } catch (first) {
    refuse(first);
    try {
      core.__wbg_reset_state();
      for (const { text, areAll } of learned) core.learn(text, areAll);
      return call();
    } catch (second) {
      refuse(second);
      throw new EngineError('trap', `the engine failed twice on this page: ${second}`, second);
    }
  }
}

/**
 * What the core throws on purpose is a string: it says which of the page's arrays does not fit.
 *
 * @param {unknown} thrown
 */
function refuse(thrown) {
  if (!(thrown instanceof Error)) {
    throw new EngineError('page', String(thrown), thrown);
  }
}
