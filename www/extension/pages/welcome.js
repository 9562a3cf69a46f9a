/**
 * The first-run page: the extension at work on a sample article, before any permission is used.
 *
 * The content script stands in the page as an ordinary script, and is called as in any tab.
 *
 * @module
 */

import { localize } from './localize.js';

localize();
const [command] = await chrome.commands.getAll();
const shortcut = /** @type {HTMLElement} */ (document.getElementById('shortcut'));
shortcut.textContent = command?.shortcut || '–';

const button = /** @type {HTMLElement} */ (document.getElementById('try'));
button.addEventListener('click', () => void press());
await press();

/** As the button in the toolbar. */
async function press() {
  await chrome.runtime.sendMessage({ type: 'press' });
}
