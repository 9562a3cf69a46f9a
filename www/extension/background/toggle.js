/**
 * Opens the panel in a tab, or removes it where it stands.
 *
 * @module
 */

import { fullestFrame, reach, send } from '../deliver.js';
import { loadSettings } from '../settings.js';
import { takenBeside } from './side.js';
import { loadWords } from './words.js';

/**
 * What the tab is to do.
 *
 * @typedef {object} Order
 * @property {'toggle' | 'selection' | 'open' | 'allowed'} type `selection` is `toggle` by the menu of
 *   selected text, which is then meant however short it is; `open` leaves a panel that stands, and shows
 *   only summaries; `allowed` says in a panel that its site has just been allowed
 * @property {boolean} [wasOff] of `allowed`: whether until then no site was
 */

/**
 * What the background tells the content script.
 *
 * @typedef {Order & ToggleSituation} ToggleRequest
 *
 * @typedef {object} ToggleSituation
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
 * @param {'toggle' | 'selection'} [type]
 */
export async function toggle(tab, frameId = 0, type = 'toggle') {
  if (frameId !== 0 && (await tell(tab, { type }, frameId)) !== 'cannot') return;
  if ((await tell(tab, { type })) === 'cannot') await sayCannot(tab);
}

/**
 * Tells the tab what to do.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {Order} order
 * @param {number} [frameId] 0 is the page itself
 * @returns {Promise<ToggleAnswer | 'beside'>} `beside`: the side panel shows it
 */
export async function tell(tab, order, frameId = 0) {
  if (tab.id === undefined) return 'cannot';
  const tabId = tab.id;
  // The script is on its way while the request is still being made.
  const request = makeRequest(order, frameId === 0 ? 'top' : 'inner');
  try {
    await reach({ tabId, frameId });
    if (isPress(order) && frameId === 0 && (await takenBeside(tab, order))) return 'beside';
    const answer = await send({ tabId, frameId }, await request);
    if (answer !== 'frame') return answer;
    const inner = { tabId, frameId: await fullestFrame(tabId) };
    await reach(inner);
    return await send(inner, await makeRequest(order, 'inner'));
  } catch {
    // The browser keeps extensions out of its own pages, its store, and other extensions.
    return 'cannot';
  }
}

/** @param {Order} order */
function isPress({ type }) {
  return type === 'toggle' || type === 'selection';
}

/**
 * @param {Order} order
 * @param {ToggleRequest['frame']} frame
 * @returns {Promise<ToggleRequest>}
 */
async function makeRequest(order, frame) {
  const settings = await loadSettings();
  const language = settings.language === 'auto' ? chrome.i18n.getUILanguage() : settings.language;
  return { ...order, frame, settings, language, words: await loadWords(language) };
}

/**
 * Says so in a popup of the button, which then stays for this page.
 *
 * @param {chrome.tabs.Tab} tab
 */
async function sayCannot(tab) {
  if (!(await isStillThere(tab))) return;
  await chrome.action.setPopup({ tabId: tab.id, popup: 'pages/cannot.html' });
  try {
    await chrome.action.openPopup({ windowId: tab.windowId });
  } catch {
    // The window is not in front, or the browser opens no popups by program: the badge says it.
    await chrome.action.setBadgeText({ tabId: tab.id, text: '–' });
    await chrome.action.setTitle({ tabId: tab.id, title: chrome.i18n.getMessage('cannot') });
  }
}

/**
 * A page that went while it was being told cannot answer either; the popup would stay for the next.
 *
 * @param {chrome.tabs.Tab} tab as it was pressed
 */
async function isStillThere({ id, url }) {
  try {
    return (await chrome.tabs.get(Number(id))).url === url;
  } catch {
    return false;
  }
}
