/**
 * The side panel of Chromium, the sidebar of Firefox: while it is open, summaries go there.
 *
 * @module
 */

/** Whether this browser has a place beside the page; Firefox for Android has none. */
export function hasSide() {
  return Boolean(chrome.sidePanel ?? chrome.sidebarAction);
}

/**
 * Must be called in the event of a person's click, before anything is awaited.
 *
 * @param {number} windowId
 * @returns {Promise<void>}
 */
export function openSide(windowId) {
  if (chrome.sidePanel) return chrome.sidePanel.open({ windowId });
  return chrome.sidebarAction?.open() ?? Promise.resolve();
}

/**
 * Whether a side panel is open in the tab's window, which then shows the tab's summary.
 *
 * @param {chrome.tabs.Tab} tab
 * @returns {Promise<boolean>}
 */
export async function takenBeside({ id, windowId }) {
  try {
    return (await chrome.runtime.sendMessage({ type: 'pressed', tabId: id, windowId })) === true;
  } catch {
    // Nobody listens.
    return false;
  }
}
