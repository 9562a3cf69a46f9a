/**
 * Showing without being asked, on the sites that a person chose. Off until then.
 *
 * On those sites, and no others, the browser itself puts a script into each page (`loaded.js`) that
 * calls the background; so it is not woken elsewhere.
 *
 * @module
 */

import { ALL_SITES, loadSettings, originPattern, saveSettings } from '../settings.js';
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
 * Shows the summary in a tab whose page has loaded, where that is wanted.
 *
 * @param {chrome.tabs.Tab} tab of a site that the extension is allowed on
 */
export async function openAutomatically(tab) {
  // Without a permission for its site a tab shows no address.
  if (!tab.url || !/^https?:/.test(tab.url)) return;
  const { automatic, sites } = await loadSettings();
  const wanted =
    automatic === 'all' || (automatic === 'sites' && sites.includes(new URL(tab.url).origin));
  if (wanted) await tell(tab, 'open');
}

/** One change after the other: two at once would both find no script, and both bring it. */
let arranged = Promise.resolve();

/** Has the browser bring the script to the sites that are both wanted and given, and to no others. */
export function arrangeScript() {
  arranged = arranged.then(arrange, arrange);
  return arranged;
}

async function arrange() {
  const matches = await wantedSites();
  const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (String(registered?.matches ?? []) === String(matches)) return;
  if (registered) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts([
    { id: SCRIPT, js: ['loaded.js'], matches, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
}

/** @returns {Promise<string[]>} match patterns */
async function wantedSites() {
  const { automatic, sites } = await loadSettings();
  const wanted = { off: [], sites: sites.map(originPattern), all: ALL_SITES }[automatic];
  const given = await Promise.all(
    wanted.map((pattern) => chrome.permissions.contains({ origins: [pattern] })),
  );
  return [...new Set(wanted.filter((_, at) => given[at]))].sort();
}

/** A permission that was taken back in the browser's own settings ends what was wanted with it. */
export async function forgetSites() {
  const { automatic, sites } = await loadSettings();
  const given = await Promise.all(
    sites.map((site) => chrome.permissions.contains({ origins: [originPattern(site)] })),
  );
  const left = sites.filter((_, at) => given[at]);
  const all = await chrome.permissions.contains({ origins: ALL_SITES });
  if (left.length < sites.length || (automatic === 'all' && !all)) {
    await saveSettings({
      sites: left,
      automatic: automatic === 'all' && !all ? 'off' : automatic,
    });
  }
  await arrangeScript();
}
