/**
 * Notices that the extension was removed, disabled or updated under a live page.
 *
 * A port would say it at once, but keeps the page out of the back/forward cache, or closes whenever
 * the background is stopped. A person comes back to the page after such a change, which is seen.
 *
 * Firefox ends the script itself, so that nothing is left to notice. But it takes the extension's
 * style sheets along: there a panel shows only as long as a sheet of the extension says so.
 *
 * @module
 */

/** Whether the browser ends content scripts with their extension. */
export const ENDS_SCRIPTS = chrome.runtime.getURL('').startsWith('moz-extension:');

/** Of the browser's own origin, so that no page's rule stands above it; see `panel/styles.js`. */
export const SHOWN_WHILE_ALIVE =
  '[data-by="extension"][data-while-alive] { display: block !important; }';

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
