/**
 * Brings a request to the content script of a frame, and the script first where it is not there.
 *
 * @module
 */

import { ENDS_SCRIPTS, SHOWN_WHILE_ALIVE } from './content/gone.js';

/** Two in sixty presses were refused once, none twice (2026-11-24, a machine under load). */
const INJECTIONS = 4;
const BETWEEN_INJECTIONS_MS = 25;

/**
 * @typedef {object} Place
 * @property {number} tabId
 * @property {number} frameId 0 is the page itself
 */

/**
 * Rejects where the browser keeps extensions out, or no click has let us in.
 *
 * @param {Place} place
 */
export async function reach({ tabId, frameId }) {
  try {
    await chrome.tabs.sendMessage(tabId, { type: 'here' }, { frameId });
  } catch {
    const target = { tabId, frameIds: [frameId] };
    const sheet = ENDS_SCRIPTS
      ? chrome.scripting.insertCSS({ target, css: SHOWN_WHILE_ALIVE, origin: 'USER' })
      : null;
    await Promise.all([inject(target), sheet]);
  }
}

/**
 * @param {Place} place that was reached
 * @param {object} request
 */
export function send({ tabId, frameId }, request) {
  return chrome.tabs.sendMessage(tabId, request, { frameId });
}

/**
 * The frame with the most text, of those that the click lets us look into. 0 if there is none.
 *
 * @param {number} tabId
 */
export async function fullestFrame(tabId) {
  const looks = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => document.body?.textContent?.length ?? 0,
  });
  const inner = looks.filter(({ frameId }) => frameId !== 0);
  inner.sort((a, b) => (b.result ?? 0) - (a.result ?? 0));
  return inner[0]?.frameId ?? 0;
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
