/**
 * The files of the panel's words, by language. The embed's build puts a shorter way to the same files
 * in the place of this module.
 *
 * @module
 */

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
  'zh-hant': () => import('./messages/zh-hant.js'),
};

/**
 * @param {string} language as `wordLanguage` names it
 * @returns {Promise<Words | undefined>} nothing for a language that the panel does not speak
 */
export async function wordsIn(language) {
  return (await LANGUAGES[language]?.())?.default;
}
