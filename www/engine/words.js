/**
 * What the core knows of languages other than English: a file for each, and one of all for a page whose claim
 * does not tell. An English page does without.
 *
 * @module
 */

import { wordsIn } from '../pkg/standfirst_words.js';
import { EngineError } from './errors.js';

/** Norwegian by either written form, and the like: `ALIASES` in `src/language/mod.rs`. */
const ALIASES = new Map(
  Object.entries({ nb: 'no', nn: 'no', iw: 'he', in: 'id', hyw: 'hy', bs: 'hr', yue: 'zh' }),
);

/**
 * What the core's `learn` takes in.
 *
 * @typedef {{text: string, areAll: boolean}} Words
 */

/** Asked for once, and again after they did not come. @type {Map<string, Promise<Words>>} */
const coming = new Map();

/**
 * The words of a language, of all where it has none of its own.
 *
 * @param {string} tag BCP 47, empty for all
 * @returns {Promise<Words>}
 */
export function getWords(tag) {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  const language = ALIASES.get(primary) ?? primary;
  let words = coming.get(language);
  if (!words) {
    words = wordsIn(language).catch((error) => {
      coming.delete(language);
      throw new EngineError(
        'unreachable',
        `the engine's file for languages other than English could not be loaded: ${error}`,
        error,
      );
    });
    coming.set(language, words);
  }
  return words;
}
