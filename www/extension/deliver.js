/**
 * Brings a request to the content script of a frame, and the script first where it is not there.
 *
 * @module
 */

import { ENDS_SCRIPTS, SHOWN_WHILE_ALIVE } from './content/gone.js';

/** Two in sixty presses were refused once, none twice (2026-11-24, a machine under load). */
const ATTEMPTS = 4;
const BETWEEN_ATTEMPTS_MS = 25;

/**
 * @typedef {object} Place
 * @property {number} tabId
 * @property {number} frameId 0 is the page itself
 */

/**
 * Brings the script, which does nothing where it already is: to ask for it first would take a message
 * there and back more. Rejects where the browser keeps extensions out, or no click has let us in.
 *
 * Chromium tells the page's process of a click's permission on a way of its own, which can be the
 * slower one: what is refused at first is tried again. Into the extension's own pages no script is
 * brought; the one that needs it has it.
 *
 * @param {Place} place
 */
export async function reach({ tabId, frameId }) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await bring({ tabId, frameIds: [frameId] });
      return;
    } catch (error) {
      if (await isHere({ tabId, frameId })) return;
      if (attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS_MS));
    }
  }
}

/**
 * Brings what a panel that stands will need.
 *
 * @param {Place} place
 * @returns {Promise<boolean>} whether it could
 */
export async function bringLater({ tabId, frameId }) {
  try {
    const target = { tabId, frameIds: [frameId] };
    await chrome.scripting.executeScript({ target, files: ['later.js'] });
    return true;
  } catch {
    // The page has gone.
    return false;
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

/** @param {chrome.scripting.InjectionTarget} target */
async function bring(target) {
  await Promise.all([
    chrome.scripting.executeScript({ target, files: ['content.js'] }),
    ENDS_SCRIPTS && chrome.scripting.insertCSS({ target, css: SHOWN_WHILE_ALIVE, origin: 'USER' }),
  ]);
  // Behind the first, which reads the page meanwhile. It fails where the page has gone since.
  chrome.scripting.executeScript({ target, files: ['panel.js'] }).catch(() => {});
}

/** @param {Place} place */
async function isHere(place) {
  try {
    return await send(place, { type: 'here' });
  } catch {
    return false;
  }
}
