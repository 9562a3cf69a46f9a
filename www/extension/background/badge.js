/**
 * The badge: the reading time that the summary saves.
 *
 * @module
 */

/**
 * @param {number} tabId
 * @param {number} savedSeconds 0 takes the badge away
 */
export async function showSaved(tabId, savedSeconds) {
  const minutes = Math.round(savedSeconds / 60);
  const title = minutes > 0 ? chrome.i18n.getMessage('saved', [String(minutes)]) : defaultTitle();
  try {
    await Promise.all([
      // Four characters fit; a prime is the sign of minutes in every language.
      chrome.action.setBadgeText({ tabId, text: minutes > 0 ? `${Math.min(minutes, 999)}′` : '' }),
      chrome.action.setBadgeBackgroundColor({ tabId, color: '#5b3a06' }),
      chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
      chrome.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab has gone.
  }
}

function defaultTitle() {
  return chrome.i18n.getMessage('actionTitle');
}
