/**
 * The panel's words in the languages it speaks, each loaded when first needed.
 *
 * @module
 */

import { ENGLISH, phrases } from './messages.js';

/** @typedef {Partial<import('./messages.js').Messages>} Words */

/** @type {Record<string, () => Promise<{default: Words}>>} */
const LANGUAGES = {};

/**
 * Phrases in the nearest language that is known, else in English.
 *
 * @param {string} tag BCP 47
 * @param {Words} [own] a site's own words, over these
 * @returns {Promise<import('./messages.js').Phrases>}
 */
export async function loadPhrases(tag, own = {}) {
  const primary = tag.toLowerCase().split('-')[0];
  const load = LANGUAGES[tag.toLowerCase()] ?? LANGUAGES[primary];
  try {
    if (load) {
      const { default: words } = await load();
      return phrases(tag, { ...words, ...own });
    }
  } catch {
    // The file is out of reach: English is better than nothing.
  }
  return phrases('en', { ...ENGLISH, ...own });
}
