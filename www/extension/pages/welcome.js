/**
 * The first-run page: the extension at work on a sample article, before any permission is used.
 *
 * @module
 */

import { openPanel } from '../content/open.js';
import { loadWords } from '../background/words.js';
import { loadSettings } from '../settings.js';
import { localize } from './localize.js';

localize();
const [command] = await chrome.commands.getAll();
const shortcut = /** @type {HTMLElement} */ (document.getElementById('shortcut'));
shortcut.textContent = command?.shortcut || '–';

/** @type {import('../content/open.js').Standing | null} */
let standing = null;

const button = /** @type {HTMLElement} */ (document.getElementById('try'));
button.addEventListener('click', () => void toggle());
await toggle();

async function toggle() {
  if (standing) {
    standing.close();
    return;
  }
  const settings = await loadSettings();
  const language = settings.language === 'auto' ? chrome.i18n.getUILanguage() : settings.language;
  standing = openPanel(
    { type: 'toggle', settings, language, words: await loadWords(language) },
    { onClose: () => (standing = null) },
  );
}
