/**
 * The side panel of Chromium, the sidebar of Firefox: while it is open, summaries go there.
 *
 * @module
 */

/** Each browser knows one of them; Firefox for Android has neither. */
const { sidePanel, sidebarAction } = chrome;

/** Whether this browser has a place beside the page. */
export function hasSide() {
  return Boolean(sidePanel ?? sidebarAction);
}

/**
 * Must be called in the event of a person's click, before anything is awaited.
 *
 * @param {number} windowId
 * @returns {Promise<void>}
 */
export async function openSide(windowId) {
  await (sidePanel ? sidePanel.open({ windowId }) : sidebarAction?.open());
}

/**
 * Whether a side panel is open in the tab's window, which then shows the tab's summary.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {import('./toggle.js').Order} order
 * @returns {Promise<boolean>}
 */
export async function takenBeside({ id, windowId }, { type: by }) {
  try {
    const pressed = { type: 'pressed', tabId: id, windowId, by };
    return (await chrome.runtime.sendMessage(pressed)) === true;
  } catch {
    // Nobody listens.
    return false;
  }
}
