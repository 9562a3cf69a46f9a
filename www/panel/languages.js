/**
 * The panel's words in the languages it speaks, each loaded when first needed.
 *
 * @module
 */

import { phrases } from './messages.js';
import { wordLanguage } from './word-language.js';
import { wordsIn } from './words.js';

/** @typedef {Partial<import('./messages.js').Messages>} Words */

/**
 * Phrases in the nearest language that is known, else in English.
 *
 * @param {string} tag BCP 47
 * @param {Words} [own] a site's own words, over these
 * @returns {Promise<import('./messages.js').Phrases>}
 */
export async function loadPhrases(tag, own = {}) {
  try {
    const words = await wordsIn(wordLanguage(tag));
    if (words) {
      return phrases(tag, { ...words, ...own });
    }
  } catch {
    // The file is out of reach: English is better than nothing.
  }
  return phrases('en', own, 'first');
}
