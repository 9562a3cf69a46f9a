/**
 * What a person set: its shape, its defaults, and where it is kept (`storage.sync`).
 *
 * @module
 */

/**
 * @typedef {object} Settings
 * @property {number} length sentences, 1 to 12
 * @property {'points' | 'paragraph' | 'headline'} type
 * @property {boolean} collapsed
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {string} language of the panel's own words, BCP 47; `auto` is the browser's
 * @property {'off' | 'sites' | 'all'} automatic where it shows without being asked
 * @property {string[]} sites origins, for `sites`
 */

/** @type {Settings} */
const DEFAULTS = Object.freeze({
  length: 3,
  type: 'points',
  collapsed: false,
  theme: 'auto',
  language: 'auto',
  automatic: 'off',
  sites: [],
});

const MAX_LENGTH = 12;

/** One item of `storage.sync` may take 8 KiB; an origin takes about 30 bytes. */
const MAX_SITES = 200;

/**
 * Anything made into settings: what does not fit is left at its default.
 *
 * @param {any} value
 * @returns {Settings}
 */
export function toSettings(value) {
  const { length, type, collapsed, theme, language, automatic, sites } = Object(value);
  return {
    length: Number.isInteger(length) ? Math.min(Math.max(length, 1), MAX_LENGTH) : DEFAULTS.length,
    type: oneOf(type, ['points', 'paragraph', 'headline']),
    collapsed: collapsed === true,
    theme: oneOf(theme, ['auto', 'light', 'dark']),
    language: isLanguage(language) ? language : DEFAULTS.language,
    automatic: oneOf(automatic, ['off', 'sites', 'all']),
    sites: Array.isArray(sites) ? [...new Set(sites.filter(isOrigin))].slice(0, MAX_SITES) : [],
  };
}

/** @returns {Promise<Settings>} the defaults where storage is out of reach */
export async function loadSettings() {
  try {
    return toSettings((await chrome.storage.sync.get('settings')).settings);
  } catch {
    return toSettings(null);
  }
}

/** @param {Partial<Settings>} change */
export async function saveSettings(change) {
  const settings = toSettings({ ...(await loadSettings()), ...change });
  await chrome.storage.sync.set({ settings });
  return settings;
}

/**
 * The match pattern of an origin, as permissions name it; a pattern has no port.
 *
 * @param {string} origin
 */
export function originPattern(origin) {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Every site that Standfirst can be shown on. */
export const ALL_SITES = ['http://*/*', 'https://*/*'];

/**
 * @template {string} T
 * @param {unknown} value
 * @param {T[]} choices the first is the default
 */
function oneOf(value, choices) {
  return choices.find((choice) => choice === value) ?? choices[0];
}

/** @param {unknown} value */
function isLanguage(value) {
  return typeof value === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(value);
}

/** @param {unknown} value */
function isOrigin(value) {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { origin, protocol } = new URL(value);
  return origin === value && /^https?:$/.test(protocol);
}
