/**
 * The sites where summaries show unasked: what is wanted, and what the browser gives. Settings come along
 * from a person's other browsers and from files; permissions are each browser's own.
 *
 * @module
 */

import { ALL_SITES, loadSettings, originPattern, saveSettings } from './settings.js';

/** A match pattern of every host. */
const ALL = /^<all_urls>$|:\/\/\*\//;

/**
 * @param {string} origin
 * @param {Partial<import('./settings.js').Settings>} [change] made with it
 * @returns {Promise<import('./settings.js').Settings>} what is left
 */
export async function forgetSite(origin, change = {}) {
  const { sites } = await loadSettings();
  const left = sites.filter((site) => site !== origin);
  const settings = await saveSettings({ ...change, sites: left });
  await giveBack();
  return settings;
}

/**
 * Gives back every permission that no setting needs. A pattern has no port, so two sites may need the
 * same; and a site that was given with all others has none of its own to give back.
 */
export async function giveBack() {
  const { automatic, sites } = await loadSettings();
  const needed = [...sites.map(originPattern), ...(automatic === 'all' ? ALL_SITES : [])];
  const { origins = [] } = await chrome.permissions.getAll();
  const idle = origins.filter((pattern) => !needed.includes(pattern));
  if (idle.length > 0) await chrome.permissions.remove({ origins: idle });
}

/**
 * What the settings want.
 *
 * @returns {Promise<{given: string[], missing: string[]}>} match patterns, by whether this browser
 *   gives them
 */
export async function wantedSites() {
  const { automatic, sites } = await loadSettings();
  const wanted = { off: [], sites: sites.map(originPattern), all: ALL_SITES }[automatic];
  const patterns = [...new Set(wanted)].sort();
  const has = await Promise.all(patterns.map(isGiven));
  return {
    given: patterns.filter((_, at) => has[at]),
    missing: patterns.filter((_, at) => !has[at]),
  };
}

/**
 * Ends what was wanted with permissions that are gone. What was never given here stays wanted: another
 * browser of the same person may have it.
 *
 * @param {string[]} patterns that were taken back
 */
export async function dropSites(patterns) {
  const { automatic, sites } = await loadSettings();
  const gone = await Promise.all(
    sites.map(async (site) => {
      const pattern = originPattern(site);
      return patterns.includes(pattern) && !(await isGiven(pattern));
    }),
  );
  const left = sites.filter((_, at) => !gone[at]);
  const endsAll = automatic === 'all' && patterns.some((pattern) => ALL.test(pattern));
  if (left.length < sites.length || endsAll) {
    await saveSettings({ sites: left, automatic: endsAll ? 'off' : automatic });
  }
}

/** @param {string} pattern */
function isGiven(pattern) {
  return chrome.permissions.contains({ origins: [pattern] });
}
