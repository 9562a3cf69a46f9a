/**
 * Showing without being asked, on the sites that a person chose. Off until then.
 *
 * On those sites, and no others, the browser itself puts a script into each page (`loaded.js`) that
 * calls the background; so it is not woken elsewhere.
 *
 * @module
 */

import { loadSettings, originPattern, saveSettings } from '../settings.js';
import { dropSites, forgetSite, wantedSites } from '../sites.js';
import { tell } from './toggle.js';

/** The browser's name for the script. It keeps it until the extension changes. */
const SCRIPT = 'automatic';

/**
 * Asks for the tab's site, or takes it back where it was given.
 *
 * Must be called in the event of a person's click: browsers ask only then.
 *
 * @param {chrome.tabs.Tab} tab
 */
export async function allowSite(tab) {
  const origin = originOf(tab);
  if (!origin) return;
  const permission = { origins: [originPattern(origin)] };
  // Asked before anything is awaited, or the click no longer counts.
  const given = chrome.permissions.contains(permission);
  const request = chrome.permissions.request(permission);
  const { sites, automatic } = await loadSettings();
  // Settings come from a person's other browsers too, permissions do not.
  const shows = automatic !== 'off' && sites.includes(origin) && (await given);
  const granted = await request;
  if (shows) {
    await forgetSite(origin);
  } else if (granted) {
    await saveSettings({
      sites: [...sites, origin],
      automatic: automatic === 'all' ? 'all' : 'sites',
    });
    await tell(tab, { type: 'allowed', wasOff: automatic === 'off' });
  }
}

/**
 * Takes back what was just allowed in a tab.
 *
 * @param {chrome.tabs.Tab} tab
 * @param {boolean} wasOff whether until then no site was allowed
 */
export async function undoAllowing(tab, wasOff) {
  const origin = originOf(tab);
  if (origin) await forgetSite(origin, wasOff ? { automatic: 'off' } : {});
}

/** @param {chrome.tabs.Tab} tab which shows no address without a permission for its site */
function originOf({ url = '' }) {
  return /^https?:/.test(url) ? new URL(url).origin : null;
}

/**
 * Shows the summary in a tab whose page has loaded, where that is wanted.
 *
 * @param {chrome.tabs.Tab} tab of a site that the extension is allowed on
 */
export async function openAutomatically(tab) {
  const origin = originOf(tab);
  if (!origin) return;
  const { automatic, sites } = await loadSettings();
  const wanted = automatic === 'all' || (automatic === 'sites' && sites.includes(origin));
  if (wanted) await tell(tab, { type: 'open' });
}

/** One change after the other: two at once would both find no script, and both bring it. */
let arranged = Promise.resolve();

/** Has the browser bring the script to the sites that are both wanted and given, and to no others. */
export function arrangeScript() {
  arranged = arranged.then(arrange, arrange);
  return arranged;
}

async function arrange() {
  const { given: matches } = await wantedSites();
  const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (String(registered?.matches ?? []) === String(matches)) return;
  if (registered) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts([
    { id: SCRIPT, js: ['loaded.js'], matches, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
}

/**
 * A permission that was taken back in the browser's own settings ends what was wanted with it.
 *
 * @param {chrome.permissions.Permissions} removed
 */
export async function forgetSites({ origins = [] }) {
  await dropSites(origins);
  await arrangeScript();
}
