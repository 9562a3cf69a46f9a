/**
 * Stands in for `panel/languages.js` in the content script, which can load no file: the words come
 * with the request to open.
 *
 * @module
 */

import { phrases } from '../../panel/messages.js';
import { MORE_ENGLISH } from '../../panel/more-messages.js';

/**
 * @param {string} tag BCP 47, of `own`
 * @param {Partial<import('../../panel/messages.js').Messages>} [own] none: English
 */
export async function loadPhrases(tag, own = {}) {
  return phrases(Object.keys(own).length > 0 ? tag : 'en', { ...MORE_ENGLISH, ...own });
}
