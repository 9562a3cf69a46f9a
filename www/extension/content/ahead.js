/**
 * Reads the page while the request to do so is still on its way: the script comes first, and reading
 * takes longer than the messages that follow.
 *
 * @module
 */

import { inNextTask } from '../../next-task.js';
import { readInTurns } from '../../reader.js';

/** For how long a page is taken to be as it was read; the request comes some 10 ms later. */
const FRESH_MS = 100;

/**
 * @param {Document} document is read once this script has said that it is there
 * @param {(reading: import('../../types.js').Reading) => void} onRead hears of that reading at once
 * @returns {import('../../types.js').ReadInTurns} gives that reading to the first who asks soon
 */
export function readAhead(document, onRead) {
  /** @type {ReturnType<typeof timedReading> | null} */
  let ahead = null;
  let wanted = true;
  inNextTask(() => wanted && (ahead = timedReading(document, onRead)));
  return async (root) => {
    wanted = false;
    const last = root === document ? ahead : null;
    ahead = null;
    const found = await last;
    return found && performance.now() - found.endedMs < FRESH_MS
      ? found.reading
      : readInTurns(root);
  };
}

/**
 * @param {Document} document
 * @param {(reading: import('../../types.js').Reading) => void} onRead
 */
async function timedReading(document, onRead) {
  const reading = await readInTurns(document, inNextTask);
  onRead(reading);
  return { reading, endedMs: performance.now() };
}
