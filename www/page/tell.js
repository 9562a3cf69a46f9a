/**
 * Says something to those who listen, where nothing of ours stands in the page to say it in.
 *
 * @module
 */

/**
 * By the browser's own voice for it, which needs no element and leaves the focus where it is:
 * https://w3c.github.io/aria/#ARIANotifyMixin (2026). An older browser stays silent.
 *
 * @param {Document} document
 * @param {string} text
 */
export function tell(document, text) {
  // By the prototype: a page may name an element "ariaNotify", which hides the method.
  const { ariaNotify } = /** @type {any} */ (document.defaultView)?.Document.prototype ?? {};
  ariaNotify?.call(document, text);
}
