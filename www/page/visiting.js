/**
 * What a visit to a sentence's place needs, in one file: loaded after the sentences are shown, or
 * when the first of them is asked for.
 *
 * @module
 */

import { visit } from './visit.js';

export { createLight } from './highlight.js';

/**
 * Goes to a range and stays until the visit is ended; Escape asks for that.
 *
 * @param {Range} range
 * @param {object} options
 * @param {Document} options.document
 * @param {AbortSignal} options.signal ends the listening too
 * @param {() => void} options.onEscape
 * @returns {() => void} ends the visit
 */
export function stay(range, { document, signal, onEscape }) {
  const giveBack = visit(range, signal);
  const ended = new AbortController();
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') {
        onEscape();
      }
    },
    { signal: AbortSignal.any([signal, ended.signal]) },
  );
  return () => {
    ended.abort();
    giveBack();
  };
}
