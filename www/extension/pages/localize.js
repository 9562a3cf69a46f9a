/**
 * Puts the reader's language into an extension page: `data-message` names the text of an element.
 *
 * @module
 */

export const text = chrome.i18n.getMessage;

/** Fills the document. The English that stands in the page is for those who read its source. */
export function localize() {
  document.documentElement.lang = chrome.i18n.getUILanguage();
  document.documentElement.dir = text('@@bidi_dir');
  for (const element of document.querySelectorAll('[data-message]')) {
    element.textContent = text(/** @type {HTMLElement} */ (element).dataset.message ?? '');
  }
}

/** Shows the keys that call the extension, as they are set now. */
export async function showShortcuts() {
  const keys = (await chrome.commands.getAll()).map(({ shortcut }) => shortcut).filter(Boolean);
  const place = /** @type {HTMLElement} */ (document.getElementById('shortcut'));
  place.textContent = keys.join(', ') || '–';
}
