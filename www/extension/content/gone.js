/**
 * Notices that the extension was removed, disabled or updated under a live page.
 *
 * A port would say it at once, but keeps the page out of the back/forward cache, or closes whenever
 * the background is stopped. A person comes back to the page after such a change, which is seen.
 *
 * @module
 */

const MOMENTS = ['visibilitychange', 'focus', 'pageshow', 'pointerdown', 'keydown'];

/** @param {() => void} leave called once, when this script belongs to no extension any more */
export function leaveWhenGone(leave) {
  const listening = new AbortController();
  const look = () => {
    if (isAlive()) return;
    listening.abort();
    leave();
  };
  for (const moment of MOMENTS) {
    addEventListener(moment, look, { capture: true, passive: true, signal: listening.signal });
  }
}

/** Whether messages still reach the extension that this script came from. */
export function isAlive() {
  return Boolean(globalThis.chrome?.runtime?.id);
}
