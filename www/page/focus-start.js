/**
 * Where a person goes on with the keyboard when what had the focus goes.
 *
 * Browsers remember the place of a focused element that is taken out, and the next Tab goes on from there
 * (https://html.spec.whatwg.org/multipage/interaction.html#sequential-focus-navigation-starting-point, 2026).
 * WebKit forgets it where a shadow root is emptied and its host stays.
 *
 * @module
 */

/**
 * Hands the focus to the host of a shadow root that is about to be emptied, if it has it inside. Nothing is
 * left at the host; one that is out of the page already is not touched.
 *
 * @param {ShadowRoot} root
 */
export function focusHost({ host, activeElement }) {
  if (!activeElement || !(host instanceof HTMLElement)) return;
  const bare = !host.hasAttribute('tabindex');
  if (bare) host.tabIndex = -1;
  host.focus({ preventScroll: true });
  if (bare) host.removeAttribute('tabindex');
}
