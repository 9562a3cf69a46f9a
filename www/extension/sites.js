/**
 * Takes sites back, and with them the permission to read them where nothing else needs it.
 *
 * @module
 */

import { ALL_SITES, loadSettings, originPattern, saveSettings } from './settings.js';

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
