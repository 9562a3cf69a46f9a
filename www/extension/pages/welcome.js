/**
 * The first-run page: the extension at work on a sample article, before any permission is used.
 *
 * The content script stands in the page as an ordinary script, and is called as in any tab.
 *
 * @module
 */

import { localize, showShortcuts } from './localize.js';

localize();
await showShortcuts();

const button = /** @type {HTMLElement} */ (document.getElementById('try'));
button.addEventListener('click', () => void press());
await press();

/** As the button in the toolbar. */
async function press() {
  await chrome.runtime.sendMessage({ type: 'press' });
}
