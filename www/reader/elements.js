/**
 * What the walk knows of an element, and what of it goes into the flat arrays.
 *
 * @module
 */

import { attribute } from './access.js';

/**
 * An element on the way of the walk, with what its text inherits.
 *
 * @typedef {object} Frame
 * @property {any} element null in the frame above the root
 * @property {string} tag
 * @property {number} has the bits of its attributes
 * @property {Frame | null} parent
 * @property {boolean} closed whether the walk has left it
 * @property {number} index into the flat elements, -1 until a block needs it
 * @property {boolean} block whether it is block-level
 * @property {Frame | null} link nearest link around the text
 * @property {number} flags of the blocks inside, and of the text (`SET`)
 * @property {Map<string, Node[]> | null} slotted children of the nearest shadow host, by slot
 * @property {Node | null} child next child to walk
 * @property {Node[] | null} list children to walk instead
 * @property {number} at position in `list`
 */

/** Attributes of a descriptor's last field. */
const DATA = /** @type {const} */ (['data-component', 'data-testid', 'data-type', 'aria-label']);

/**
 * Attributes that anything is asked of, a bit each: what an element has is looked up once, and the many
 * questions after that cost no call. A page is read once, in code that no compiler has seen yet.
 */
const ASKED = /** @type {const} */ ([
  'class',
  'id',
  'style',
  'role',
  'hidden',
  'aria-hidden',
  'aria-modal',
  'itemprop',
  'itemtype',
  'href',
  'rel',
  'name',
  'data-standfirst',
  ...DATA,
]);

/** @typedef {typeof ASKED[number]} Asked */

/** @type {Map<string, number>} */
const BITS = new Map(ASKED.map((name, at) => [name, 1 << at]));

/**
 * @param {string[]} names
 * @returns {number} the bits of those that are asked for
 */
export function bitsOf(names) {
  let bits = 0;
  for (let at = 0; at < names.length; at += 1) bits |= BITS.get(names[at]) ?? 0;
  return bits;
}

const NAMED = bitsOf(['class', 'id']);
const DESCRIBED = bitsOf(['role', 'itemprop', 'itemtype', ...DATA]);
const HIDDEN = bitsOf(['hidden']);
const FLAGGED = HIDDEN | bitsOf(['style', 'role', 'aria-hidden', 'aria-modal']);

/**
 * The value of an attribute, `null` if the element has none of that name.
 *
 * @param {Frame} frame
 * @param {Asked} name
 * @returns {string | null}
 */
export function valueOf(frame, name) {
  return frame.has & (BITS.get(name) ?? 0) ? attribute(frame.element, name) : null;
}

/** Bits of an element's flags; `element_flags` in `src/page.rs`. */
const ELEMENT = { ariaHidden: 1, hidden: 2, dialog: 4 };

/** UTF-16 units kept of class and id, and of each other attribute in a descriptor. */
const MAX_NAMES = 300;
const MAX_OTHER = 80;

/** Paragraphs and headings: their ids are made of their words, for links to them, and name no kind. */
const TEXT_TAG = /^(?:p|h[1-6])$/;
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const NOT_LIST_TEXT = /[\0\x01]+/g;

/**
 * An element's tag, its class and id, role, item and data, parted by U+0001.
 *
 * @param {Frame} frame
 * @returns {string}
 */
export function descriptorOf(frame) {
  const { has } = frame;
  const tag = plain(frame.tag, MAX_OTHER);
  const id = TEXT_TAG.test(tag) ? '' : taken(frame, 'id');
  const own = has & NAMED ? `${taken(frame, 'class', MAX_NAMES)} ${id}`.trim() : '';
  if (!(has & DESCRIBED)) return `${tag}\x01${own}\x01\x01\x01`;
  const item = joined(taken(frame, 'itemprop'), taken(frame, 'itemtype'));
  let data = '';
  for (const name of DATA) data = joined(data, taken(frame, name));
  return `${tag}\x01${own}\x01${taken(frame, 'role')}\x01${item}\x01${data}`;
}

/**
 * @param {Frame} frame
 * @param {Asked} name
 * @param {number} [limit]
 */
function taken(frame, name, limit = MAX_OTHER) {
  const value = valueOf(frame, name);
  return value ? plain(value, limit) : '';
}

/** @param {string} value @param {number} limit */
function plain(value, limit) {
  return value.slice(0, limit).replace(NOT_LIST_TEXT, ' ');
}

/** @param {string} a @param {string} b */
function joined(a, b) {
  return a && b ? `${a} ${b}` : a || b;
}

/**
 * @param {Frame} frame
 * @returns {number}
 */
export function elementFlags(frame) {
  let flags = 0;
  if (frame.tag === 'dialog') flags |= ELEMENT.dialog;
  if (!(frame.has & FLAGGED)) return flags;
  if (valueOf(frame, 'aria-hidden') === 'true') flags |= ELEMENT.ariaHidden;
  const style = valueOf(frame, 'style');
  if (frame.has & HIDDEN || (style && HIDING_STYLE.test(style))) flags |= ELEMENT.hidden;
  const role = valueOf(frame, 'role');
  if (role === 'dialog' || role === 'alertdialog' || valueOf(frame, 'aria-modal') === 'true') {
    flags |= ELEMENT.dialog;
  }
  return flags;
}
