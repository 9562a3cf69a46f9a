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
 * @returns {string | null} null where no context tells the places apart
 */
export function directiveTo({ text, start, end, above, below }, pieces) {
  const quote = plain(text.slice(start, end));
  const [first, last] = (quote.length > EXACT_UNITS && twoEnds(quote)) || [quote, ''];
  const before = plain(text.slice(0, start));
  const after = plain(text.slice(end));
  const candidates = [
    // Within the block first: what stands between two blocks may not be known to the reader.
    ...[NEAR_WORDS, FAR_WORDS].flatMap((words) => [
      [lastWords(before, words), ''],
      ['', firstWords(after, words)],
    ]),
    [before ? '' : lastWords(plain(above), NEAR_WORDS), ''],
    ['', after ? '' : firstWords(plain(below), NEAR_WORDS)],
  ];
  const folded = pieces.map((piece) => plain(piece).toLowerCase());
  for (const [prefix, suffix] of candidates) {
    if ((prefix || suffix) && count(folded, { prefix, first, last, suffix }) === 1) {
      const parts = [
        prefix && `${encode(prefix)}-`,
        encode(first),
        encode(last),
        suffix && `-${encode(suffix)}`,
      ];
      return `text=${parts.filter(Boolean).join(',')}`;
    }
  }
  return null;
}

/**
 * How many places fit, two at most.
 *
 * @param {string[]} pieces in lower case
 * @param {{prefix: string, first: string, last: string, suffix: string}} directive
 */
function count(pieces, { prefix, first, last, suffix }) {
  // Case does not matter to a browser that looks for a text.
  const [before, from, to, after] = [prefix, first, last, suffix].map((part) => part.toLowerCase());
  let found = 0;
  pieces.forEach((piece, number) => {
    for (let at = piece.indexOf(from); at >= 0 && found < 2; at = piece.indexOf(from, at + 1)) {
      const close = to ? piece.indexOf(to, at + from.length) : at;
      const left = piece.slice(0, at).trimEnd() || (pieces[number - 1] ?? '');
      const right =
        piece.slice(close + (to || from).length).trimStart() || (pieces[number + 1] ?? '');
      if (close >= 0 && left.endsWith(before) && right.startsWith(after)) found += 1;
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
