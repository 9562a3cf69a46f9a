/**
 * The engine in this realm.
 *
 * @module
 */

import { segment as segmentInWasm } from '../pkg/standfirst.js';
import { inAnyLanguage, ready, summarizer } from './core.js';

/**
 * An engine that runs here. Nothing is loaded before the first call.
 *
 * The core is one for the realm: the first call's `wasmUrl` or `wasm` decides for all.
 *
 * @param {import('./core.js').CoreSource} [source]
 * @returns {import('../types.js').Engine}
 */
export function localEngine(source) {
  return {
    ...summarizer(source),
    async segment(text, language = '') {
      const core = await ready(source);
      const segment = core.segment ?? segmentInWasm;
      const offsets = await inAnyLanguage(core, () => segment(text, language));
      const sentences = [];
      for (let at = 0; at + 1 < offsets.length; at += 2) {
        sentences.push(text.slice(offsets[at], offsets[at + 1]));
      }
      return sentences;
    },
  };
}
