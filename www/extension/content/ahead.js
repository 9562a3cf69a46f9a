/**
 * Reads the page while the request to do so is still on its way: the script comes first, and reading
 * takes longer than the messages that follow.
 *
 * @module
 */

import { read } from '../../reader.js';

/** For how long a page is taken to be as it was read; the request comes some 10 ms later. */
const FRESH_MS = 100;

/**
 * @param {Document} document is read once this script has said that it is there
 * @returns {import('../../types.js').Read} gives that reading to the first who asks soon
 */
export function readAhead(document) {
  /** @type {{reading: import('../../types.js').Reading, endedMs: number} | null} */
  let ahead = null;
  const timer = setTimeout(() => {
    ahead = { reading: read(document), endedMs: performance.now() };
  });
  return (root) => {
    clearTimeout(timer);
    const last = root === document ? ahead : null;
    ahead = null;
    return last && performance.now() - last.endedMs < FRESH_MS ? last.reading : read(root);
  };
}
