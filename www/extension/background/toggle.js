/**
 * Opens the panel in a tab, or removes it where it stands.
 *
 * @module
 */

import { loadSettings } from '../settings.js';
import { loadWords } from './words.js';

/** Two in sixty presses were refused once, none twice (2026-11-24, a machine under load). */
const INJECTIONS = 4;
const BETWEEN_INJECTIONS_MS = 25;

/**
 * What the background tells the content script.
 *
 * @typedef {object} ToggleRequest
 * @property {'toggle' | 'open'} type `open` leaves a panel that stands, and shows only summaries
 * @property {'top' | 'inner'} frame which one of the tab's is asked
 * @property {import('../settings.js').Settings} settings
 * @property {string} language of `words`
 * @property {Record<string, any>} words the panel's
 */

/**
 * What it answers: `cannot` for a document that is no page, such as a PDF in the browser's viewer;
 * `frame` where the text is in a frame of the same site, whose own script is then to be asked.
 *
 * @typedef {'opening' | 'removed' | 'standing' | 'frame' | 'cannot'} ToggleAnswer
 */

/**
 * A person asked for it in this tab.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {number} [frameId] where text was selected
 */
export async function toggle(tab, frameId = 0) {
  if (frameId !== 0 && (await tell(tab, 'toggle', frameId)) !== 'cannot') return;
  if ((await tell(tab, 'toggle')) === 'cannot') await sayCannot(tab);
}

/**
 * Tells the tab what to do.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {ToggleRequest['type']} type
 * @param {number} [frameId] 0 is the page itself
 * @returns {Promise<ToggleAnswer>}
 */
export async function tell(tab, type, frameId = 0) {
  if (tab.id === undefined) return 'cannot';
  const tabId = tab.id;
  const request = makeRequest(type, frameId === 0 ? 'top' : 'inner');
  const answer = await ask({ tabId, frameId }, request);
  if (answer !== 'frame') return answer;
  return ask({ tabId, frameId: await fullestFrame(tabId) }, makeRequest(type, 'inner'));
}

/**
 * @param {ToggleRequest['type']} type
 * @param {ToggleRequest['frame']} frame
 * @returns {Promise<ToggleRequest>}
 */
async function makeRequest(type, frame) {
  const settings = await loadSettings();
  const language = settings.language === 'auto' ? chrome.i18n.getUILanguage() : settings.language;
  return { type, frame, settings, language, words: await loadWords(language) };
}

/**
 * Gives a frame the request, and the content script first, if it is not there. The script is on
 * its way while the request is still being made.
 *
 * @param {{tabId: number, frameId: number}} place
 * @param {Promise<ToggleRequest>} request
 * @returns {Promise<ToggleAnswer>}
 */
async function ask({ tabId, frameId }, request) {
  const send = (/** @type {object} */ message) =>
    chrome.tabs.sendMessage(tabId, message, { frameId });
  try {
    await send({ type: 'here' }).catch(() => inject({ tabId, frameIds: [frameId] }));
    return await send(await request);
  } catch {
    // The browser keeps extensions out of its own pages, its store, and other extensions.
    return 'cannot';
  }
}

/**
 * Chromium tells the page's process of the click's permission on a way of its own, which can be the
 * slower one: what is refused at first is tried again.
 *
 * @param {chrome.scripting.InjectionTarget} target
 */
async function inject(target) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chrome.scripting.executeScript({ target, files: ['content.js'] });
    } catch (error) {
      if (attempt === INJECTIONS) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_INJECTIONS_MS));
    }
  }
}

/**
 * The frame with the most text, of those that the click lets us look into. 0 if there is none.
 *
 * @param {number} tabId
 */
async function fullestFrame(tabId) {
  const looks = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => document.body?.textContent?.length ?? 0,
  });
  const inner = looks.filter(({ frameId }) => frameId !== 0);
  inner.sort((a, b) => (b.result ?? 0) - (a.result ?? 0));
  return inner[0]?.frameId ?? 0;
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
