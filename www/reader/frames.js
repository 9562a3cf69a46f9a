/**
 * The frames of the walk, one for each element on the way: how they are made, and which children are walked
 * in the flattened order.
 *
 * @module
 */

import { attribute, firstChild, nextSibling, nodeType, shadowRoot } from './access.js';
import { BLOCK } from './blocks.js';
import { bitsOf, valueOf } from './elements.js';

/** @typedef {import('./elements.js').Frame} Frame */

const HREF = bitsOf(['href']);
const NAME = bitsOf(['name']);

/**
 * Sets out the children to walk: a shadow tree's, a slot's, or the element's own.
 *
 * @param {Frame} frame
 */
export function descend(frame) {
  const shadow = shadowRoot(frame.element);
  if (shadow) {
    frame.slotted = bySlot(frame.element);
    frame.child = firstChild(shadow);
    frame.flags |= BLOCK.shadow;
    return;
  }
  if (frame.tag === 'slot' && frame.slotted) {
    const name = valueOf(frame, NAME) ?? '';
    const assigned = frame.slotted.get(name);
    // only the first slot of a name is given the children
    frame.slotted.delete(name);
    if (assigned) {
      frame.list = assigned;
      frame.slotted = null;
      return;
    }
  }
  frame.child = firstChild(frame.element);
}

/**
 * @param {Node} host
 * @returns {Map<string, Node[]>}
 */
function bySlot(host) {
  /** @type {Map<string, Node[]>} */
  const slotted = new Map();
  for (let child = firstChild(host); child; child = nextSibling(child)) {
    const name = nodeType(child) === 1 ? (attribute(child, 'slot') ?? '') : '';
    const assigned = slotted.get(name);
    if (assigned) assigned.push(child);
    else slotted.set(name, [child]);
  }
  return slotted;
}

/**
 * @param {Node} element
 * @param {string} tag
 * @param {Frame} parent
 * @param {number} has
 * @returns {Frame}
 */
export function childFrame(element, tag, parent, has) {
  /** @type {Frame} */
  const frame = {
    element,
    tag,
    has,
    parent,
    closed: false,
    index: -1,
    block: false,
    link: parent.link,
    flags: parent.flags,
    slotted: parent.slotted,
    child: null,
    list: null,
    at: 0,
  };
  if (tag === 'a' && valueOf(frame, HREF)) frame.link = frame;
  return frame;
}

/**
 * @param {Node} root
 * @returns {Frame}
 */
export function rootFrame(root) {
  return {
    element: null,
    tag: '',
    has: 0,
    parent: null,
    closed: false,
    index: -1,
    block: true,
    link: null,
    flags: 0,
    slotted: null,
    child: null,
    list: [...(nodeType(root) === 1 ? [root] : children(root))],
    at: 0,
  };
}

/** @param {Node} root */
function* children(root) {
  for (let child = firstChild(root); child; child = nextSibling(child)) yield child;
}
