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
// As the button in the toolbar.
button.addEventListener('click', () => void chrome.runtime.sendMessage({ type: 'press' }));
// Unasked, the panel comes where it is, and how to call it stays in sight above.
await chrome.runtime.sendMessage({ type: 'loaded' });
