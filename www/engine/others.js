/**
 * What the core knows of languages other than English: a file of its own, which an English page does without.
 *
 * @module
 */

import { EngineError } from './errors.js';

/** @type {Promise<string> | null} */
let coming = null;

/** Has it come, once for all; asked for again after it did not. @returns {Promise<string>} */
export function getOthers() {
  coming ??= import('../pkg/standfirst_others.js').then(
    (module) => module.default,
    (error) => {
      coming = null;
      throw new EngineError(
        'unreachable',
        `the engine's file for languages other than English could not be loaded: ${error}`,
        error,
      );
    },
  );
  return coming;
}
