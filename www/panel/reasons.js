/**
 * Says a state in a sentence that a person understands, from the codes of core and engine.
 *
 * @module
 */

/** @typedef {import('./messages.js').Key} Key */

/** Reasons of `src/article/kind.rs` why a page is not an article. @type {Record<string, Key>} */
const NOT_AN_ARTICLE = {
  'front-page': 'listPage',
  listing: 'listPage',
  product: 'productPage',
  forum: 'forumPage',
  'little-text': 'noText',
};

/** Codes of `engine/errors.js`. @type {Record<string, Key>} */
const FAILURES = {
  forbidden: 'forbidden',
  unreachable: 'unreachable',
};

/**
 * @param {import('../types.js').Summary} summary
 * @param {import('./messages.js').Phrases} say
 * @returns {string} empty where there is nothing to add to the sentences
 */
export function statusMessage(summary, say) {
  switch (summary.status) {
    case 'too-short':
      return say('tooShort');
    case 'not-an-article':
      return say(NOT_AN_ARTICLE[summary.reason] ?? 'noArticle');
    case 'partial':
      return say('partial');
    default:
      return summary.language === 'und' ? say('unknownLanguage') : '';
  }
}

/**
 * @param {string} code
 * @param {import('./messages.js').Phrases} say
 */
export function failureMessage(code, say) {
  return say(FAILURES[code] ?? 'failed');
}
