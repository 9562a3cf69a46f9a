/**
 * Showing without being asked, on the sites that a person chose. Off until then.
 *
 * @module
 */

import { loadSettings, originPattern, saveSettings } from '../settings.js';
import { tell } from './toggle.js';

/**
 * Asks for the tab's site, or takes it back where it was given.
 *
 * Must be called in the event of a person's click: browsers ask only then.
 *
 * @param {chrome.tabs.Tab} tab
 */
export async function allowSite(tab) {
  if (!tab.url || !/^https?:/.test(tab.url)) return;
  const { origin } = new URL(tab.url);
  const asked = { origins: [originPattern(origin)] };
  // Asked before anything is awaited, or the click no longer counts.
  const request = chrome.permissions.request(asked);
  const { sites, automatic } = await loadSettings();
  const granted = await request;
  if (sites.includes(origin)) {
    await saveSettings({ sites: sites.filter((site) => site !== origin) });
    if (automatic !== 'all') await chrome.permissions.remove(asked);
  } else if (granted) {
    await saveSettings({
      sites: [...sites, origin],
      automatic: automatic === 'all' ? 'all' : 'sites',
    });
    await openAutomatically(tab);
  }
}

/**
 * Shows the summary in a tab whose page has loaded, where that is wanted and allowed.
 *
 * @param {chrome.tabs.Tab} tab
 */
export async function openAutomatically(tab) {
  // Without a permission for its site a tab shows no address.
  if (!tab.url || !/^https?:/.test(tab.url)) return;
  const { automatic, sites } = await loadSettings();
  const { origin } = new URL(tab.url);
  const wanted = automatic === 'all' || (automatic === 'sites' && sites.includes(origin));
  if (!wanted) return;
  const allowed = await chrome.permissions.contains({ origins: [originPattern(origin)] });
  if (allowed) await tell(tab, 'open');
}
