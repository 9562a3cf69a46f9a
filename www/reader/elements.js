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
const DATA_NAMES = ['data-component', 'data-testid', 'data-type', 'aria-label'];

/**
 * Attributes that anything is asked of, a bit each: what an element has is looked up once, and the many
 * questions after that cost no call. A page is read once, in code that no compiler has seen yet.
 */
const ASKED = [
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
  ...DATA_NAMES,
];

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

export const CLASS = bitsOf(['class']);
export const STYLE = bitsOf(['style']);
const ID = bitsOf(['id']);
const ROLE = bitsOf(['role']);
const HIDDEN = bitsOf(['hidden']);
const ARIA_HIDDEN = bitsOf(['aria-hidden']);
const ARIA_MODAL = bitsOf(['aria-modal']);
const ITEM = [bitsOf(['itemprop']), bitsOf(['itemtype'])];
const DATA = DATA_NAMES.map((name) => bitsOf([name]));
const DESCRIBED = [ROLE, ...ITEM, ...DATA].reduce((all, bit) => all | bit);
const FLAGGED = HIDDEN | STYLE | ROLE | ARIA_HIDDEN | ARIA_MODAL;

/**
 * The value of an attribute, `null` if the element has none of that name.
 *
 * @param {Frame} frame
 * @param {number} bit the attribute's
 * @returns {string | null}
 */
export function valueOf(frame, bit) {
  return frame.has & bit ? attribute(frame.element, ASKED[31 - Math.clz32(bit)]) : null;
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
  const tag = plain(frame.tag, MAX_OTHER);
  const id = TEXT_TAG.test(tag) ? '' : taken(frame, ID);
  const own = `${taken(frame, CLASS, MAX_NAMES)} ${id}`.trim();
  return [tag, own, taken(frame, ROLE), joined(frame, ITEM), joined(frame, DATA)].join('\x01');
}

/**
 * Whether an element's descriptor is made of its tag and class alone.
 *
 * @param {Frame} frame
 */
export function isPlain(frame) {
  return !(frame.has & (DESCRIBED | ID));
}

/**
 * @param {Frame} frame
 * @param {number} bit
 * @param {number} [limit]
 */
function taken(frame, bit, limit = MAX_OTHER) {
  const value = valueOf(frame, bit);
  return value ? plain(value, limit) : '';
}

/** @param {string} value @param {number} limit */
function plain(value, limit) {
  return value.slice(0, limit).replace(NOT_LIST_TEXT, ' ');
}

/** @param {Frame} frame @param {number[]} bits */
function joined(frame, bits) {
  return bits
    .map((bit) => taken(frame, bit))
    .filter(Boolean)
    .join(' ');
}

/**
 * @param {Frame} frame
 * @returns {number}
 */
export function elementFlags(frame) {
  let flags = 0;
  if (frame.tag === 'dialog') flags |= ELEMENT.dialog;
  if (!(frame.has & FLAGGED)) return flags;
  if (valueOf(frame, ARIA_HIDDEN) === 'true') flags |= ELEMENT.ariaHidden;
  const style = valueOf(frame, STYLE);
  if (frame.has & HIDDEN || (style && HIDING_STYLE.test(style))) flags |= ELEMENT.hidden;
  const role = valueOf(frame, ROLE);
  if (role === 'dialog' || role === 'alertdialog' || valueOf(frame, ARIA_MODAL) === 'true') {
    flags |= ELEMENT.dialog;
  }
  return flags;
}
