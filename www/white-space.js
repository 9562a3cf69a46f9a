/**
 * The one rule by which white space collapses, shared by the reader and by locate.
 *
 * The text of a block is made from its text nodes and `<br>` elements in order:
 *
 * - a run of ASCII white space (tab, line feed, form feed, carriage return, space), also across
 *   nodes, is one space; no-break and other spaces stay as they are;
 * - a `<br>`, or a line feed in preformatted text, is a line feed that takes in the white space
 *   around it;
 * - white space at either end of the block is dropped;
 * - NUL is U+FFFD, since NUL parts blocks in the flat page.
 *
 * Every other UTF-16 unit stands for itself, which is what lets locate count its way back.
 *
 * @module
 */

/**
 * What separates the text so far from the next visible character.
 *
 * @type {Readonly<Record<'none' | 'space' | 'line', number>>}
 */
export const GAP = { none: 0, space: 1, line: 2 };

/**
 * The gap that one UTF-16 unit makes, or `GAP.none` for a visible one.
 *
 * @param {number} unit
 * @param {boolean} preformatted
 * @returns {number}
 */
export function gapOf(unit, preformatted) {
  if (unit > 32) return GAP.none;
  if (unit === 10) return preformatted ? GAP.line : GAP.space;
  return unit === 32 || unit === 9 || unit === 13 || unit === 12 ? GAP.space : GAP.none;
}

/** A run of white space that collapses to a space; a space alone is one already. */
export const RUN = /[\t\n\f\r][\t\n\f\r ]*| [\t\n\f\r ]+/g;

/** Elements whose line feeds are shown, by local name. */
export const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);
