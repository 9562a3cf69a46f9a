/**
 * Text directives that lead past the standfirst to the article.
 *
 * In a prerendered page each sentence stands twice, first in the standfirst, and a text fragment
 * leads to the first place that fits. So the directive names what stands before or after the
 * sentence in the article, until it fits there alone.
 *
 * @module
 */

import { EXACT_UNITS, encode, twoEnds } from '../../page/link.js';

/** Words of context that mostly tell two places apart. */
const NEAR_WORDS = 5;

/** Words that mostly reach over the neighbouring sentence, which may be in the standfirst too. */
const FAR_WORDS = 40;

/**
 * @typedef {object} Place
 * @property {string} text of the block that holds the sentence
 * @property {number} start UTF-16 units in it
 * @property {number} end
 * @property {string} above text of the block right above, empty if that is not known
 * @property {string} below text of the block right below, empty if that is not known
 */

/**
 * The directive that leads to a sentence of the article, and to no other place.
 *
 * @param {Place} place
 * @param {string[]} pieces all texts of the page in order, those of the standfirst too
 * @returns {string | null | ''} null or empty where no context tells the places apart
 */
export function directiveTo({ text, start, end, above, below }, pieces) {
  const quote = plain(text.slice(start, end));
  const before = plain(text.slice(0, start));
  const after = plain(text.slice(end));
  const folded = pieces.map((piece) => plain(piece).toLowerCase());
  /**
   * The two ends stand for a long sentence only behind a prefix: without, the first end would be
   * found in the standfirst and the last one in the article.
   *
   * @param {string} prefix
   */
  const behind = (prefix) => {
    const [first, last] = (quote.length > EXACT_UNITS && twoEnds(quote)) || [quote, ''];
    return prefix && count(folded, { prefix, quote: first, suffix: '' }) === 1
      ? `text=${encode(prefix)}-,${encode(first)}${last && `,${encode(last)}`}`
      : null;
  };
  const ahead = (/** @type {string} */ suffix) =>
    suffix && count(folded, { prefix: '', quote, suffix }) === 1
      ? `text=${encode(quote)},-${encode(suffix)}`
      : null;
  // Within the block first: what stands between two blocks may not be known to the reader.
  return (
    behind(lastWords(before, NEAR_WORDS)) ??
    ahead(firstWords(after, NEAR_WORDS)) ??
    behind(lastWords(before, FAR_WORDS)) ??
    ahead(firstWords(after, FAR_WORDS)) ??
    (before ? null : behind(lastWords(plain(above), NEAR_WORDS))) ??
    (after ? null : ahead(firstWords(plain(below), NEAR_WORDS)))
  );
}

/**
 * How many places fit, two at most.
 *
 * @param {string[]} pieces in lower case
 * @param {{prefix: string, quote: string, suffix: string}} directive
 */
function count(pieces, { prefix, quote, suffix }) {
  // Case does not matter to a browser that looks for a text.
  const [before, text, after] = [prefix, quote, suffix].map((part) => part.toLowerCase());
  let found = 0;
  pieces.forEach((piece, number) => {
    for (let at = piece.indexOf(text); at >= 0 && found < 2; at = piece.indexOf(text, at + 1)) {
      const left = piece.slice(0, at).trimEnd() || (pieces[number - 1] ?? '');
      const right = piece.slice(at + text.length).trimStart() || (pieces[number + 1] ?? '');
      if (left.endsWith(before) && right.startsWith(after)) found += 1;
    }
  });
  return found;
}

/**
 * @param {string} text
 * @param {number} words
 */
function firstWords(text, words) {
  return text.split(' ', words).join(' ');
}

/**
 * @param {string} text
 * @param {number} words
 */
function lastWords(text, words) {
  return text.split(' ').slice(-words).join(' ');
}

/** @param {string} text */
function plain(text) {
  return text.replace(/\s+/g, ' ').trim();
}
