/**
 * Stands in for `pkg/standfirst_words.js` in scripts that bring the words of all languages along: the single file
 * and the extension's background.
 *
 * @module
 */

import text from '../pkg/words/all.js';

export async function wordsIn() {
  return { text, areAll: true };
}
