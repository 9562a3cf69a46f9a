/**
 * The panel's words in the languages it speaks, each loaded when first needed.
 *
 * @module
 */

import { ENGLISH, phrases } from './messages.js';

/** @typedef {Partial<import('./messages.js').Messages>} Words */

/** @type {Record<string, () => Promise<{default: Words}>>} */
const LANGUAGES = {
  ar: () => import('./messages/ar.js'),
  de: () => import('./messages/de.js'),
  el: () => import('./messages/el.js'),
  es: () => import('./messages/es.js'),
  fa: () => import('./messages/fa.js'),
  fr: () => import('./messages/fr.js'),
  he: () => import('./messages/he.js'),
  hi: () => import('./messages/hi.js'),
  id: () => import('./messages/id.js'),
  it: () => import('./messages/it.js'),
  ja: () => import('./messages/ja.js'),
  ko: () => import('./messages/ko.js'),
  nl: () => import('./messages/nl.js'),
  pl: () => import('./messages/pl.js'),
  pt: () => import('./messages/pt.js'),
  ru: () => import('./messages/ru.js'),
  sv: () => import('./messages/sv.js'),
  tr: () => import('./messages/tr.js'),
  uk: () => import('./messages/uk.js'),
  vi: () => import('./messages/vi.js'),
  zh: () => import('./messages/zh.js'),
};

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
