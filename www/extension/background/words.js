/**
 * The panel's words in the reader's language, from the package.
 *
 * @module
 */

import { wordLanguage } from '../../panel/word-language.js';

/* global WORD_LANGUAGES -- set at build time */

/**
 * @param {string} language BCP 47
 * @returns {Promise<Record<string, any>>} empty for English, which the panel has itself, and for
 *   languages that it does not speak
 */
export async function loadWords(language) {
  const known = /** @type {string[]} */ (WORD_LANGUAGES);
  const file = wordLanguage(language);
  if (!known.includes(file)) return {};
  const answer = await fetch(chrome.runtime.getURL(`words/${file}.json`));
  return answer.json();
}
