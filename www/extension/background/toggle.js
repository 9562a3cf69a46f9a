/**
 * Opens the panel in a tab, or removes it where it stands.
 *
 * @module
 */

import { loadSettings } from '../settings.js';
import { loadWords } from './words.js';

/**
 * What the background tells the content script.
 *
 * @typedef {object} ToggleRequest
 * @property {'toggle' | 'open'} type `open` leaves a panel that stands, and shows only summaries
 * @property {import('../settings.js').Settings} settings
 * @property {string} language of `words`
 * @property {Record<string, any>} words the panel's
 */

/**
 * What it answers: `cannot` for a document that is no page, such as a PDF in the browser's viewer.
 *
 * @typedef {'opening' | 'removed' | 'standing' | 'cannot'} ToggleAnswer
 */

/**
 * A person asked for it in this tab.
 *
 * @param {chrome.tabs.Tab} tab
 */
export async function toggle(tab) {
  const answer = await tell(tab, 'toggle');
  if (answer === 'cannot') await sayCannot(tab);
}

/**
 * Puts the content script into the tab, if it is not there, and tells it what to do.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {ToggleRequest['type']} type
 * @returns {Promise<ToggleAnswer>}
 */
export async function tell(tab, type) {
  if (tab.id === undefined) return 'cannot';
  const tabId = tab.id;
  const settings = await loadSettings();
  const language = settings.language === 'auto' ? chrome.i18n.getUILanguage() : settings.language;
  /** @type {ToggleRequest} */
  const request = { type, settings, language, words: await loadWords(language) };
  const send = () => chrome.tabs.sendMessage(tabId, request, { frameId: 0 });
  try {
    return await send();
  } catch {
    // No content script there yet.
  }
  try {
    await chrome.scripting.executeScript({ target: { tabId }, files: ['content.js'] });
    return await send();
  } catch {
    // The browser keeps extensions out of its own pages, its store, and other extensions.
    return 'cannot';
  }
}

/**
 * Says so in a popup of the button, which then stays for this page.
 *
 * @param {chrome.tabs.Tab} tab
 */
async function sayCannot(tab) {
  await chrome.action.setPopup({ tabId: tab.id, popup: 'pages/cannot.html' });
  try {
    await chrome.action.openPopup({ windowId: tab.windowId });
  } catch {
    // The window is not in front, or the browser opens no popups by program: the badge says it.
    await chrome.action.setBadgeText({ tabId: tab.id, text: '–' });
    await chrome.action.setTitle({ tabId: tab.id, title: chrome.i18n.getMessage('cannot') });
  }
}
