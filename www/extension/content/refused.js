/**
 * Says aloud why there is no summary, to who asked for one: where the panel stands at a page's edge, it may
 * not be come upon.
 *
 * @module
 */

/** A status text that comes with its region is not heard everywhere. */
const AFTER_THE_PANEL_MS = 100;

/**
 * @param {ShadowRoot | null} root the panel's
 * @param {AbortSignal} signal
 */
export function sayRefusal(root, signal) {
  const said = setTimeout(() => {
    const message = root?.querySelector('.message')?.textContent ?? '';
    root?.querySelector('.status')?.replaceChildren(message);
  }, AFTER_THE_PANEL_MS);
  signal.addEventListener('abort', () => clearTimeout(said), { once: true });
}
