/**
 * Finds the live place of a span of a block: the reader's white space rule, replayed.
 *
 * @module
 */

import { characters, localName, nodeType, parentNode } from '../reader/access.js';
import { GAP, PREFORMATTED, gapOf } from '../white-space.js';

/** Stands for NUL in a block's text. */
const REPLACEMENT = 0xfffd;

/**
 * @typedef {object} Place
 * @property {Node} startNode a text node
 * @property {number} startOffset UTF-16 units into it
 * @property {Node} endNode a text node
 * @property {number} endOffset
 */

/**
 * Maps UTF-16 units of a block's text to text nodes and offsets.
 *
 * Linear in the page's text. Costs no layout.
 *
 * @param {import('../types.js').Reading} reading
 * @param {number} block
 * @param {number} start
 * @param {number} end over `start`
 * @returns {Place | null} null when the block is unknown, or its nodes now hold another text
 */
export function place(reading, block, start, end) {
  const text = reading.page.text.split('\0')[block] ?? '';
  /** @type {Node | null} */
  let startNode = null;
  let startOffset = 0;
  let gap = GAP.none;
  let units = 0;
  let from = reading.starts[block] ?? 0;
  for (const node of reading.nodes[block] ?? []) {
    if (nodeType(node) === 1) {
      gap = GAP.line;
      continue;
    }
    const data = characters(node);
    const preformatted = isPreformatted(node);
    for (let at = from; at < data.length; at += 1) {
      const unit = data.charCodeAt(at);
      const next = gapOf(unit, preformatted);
      if (next !== GAP.none) {
        gap = Math.max(gap, next);
        continue;
      }
      if (gap !== GAP.none && units > 0) units += 1;
      gap = GAP.none;
      if ((unit || REPLACEMENT) !== text.charCodeAt(units)) return null;
      if (!startNode && units >= start) {
        startNode = node;
        startOffset = at;
      }
      units += 1;
      if (startNode && units >= end) {
        return { startNode, startOffset, endNode: node, endOffset: at + 1 };
      }
    }
    from = 0;
  }
  return null;
}

/**
 * A live range over a span of a block.
 *
 * @param {import('../types.js').Reading} reading
 * @param {number} block
 * @param {number} start UTF-16 units of the block's text
 * @param {number} end
 * @returns {Range | null} null when the page has changed so that the span is gone
 */
export function locate(reading, block, start, end) {
  const found = place(reading, block, start, end);
  if (!found || !found.startNode.isConnected || !found.endNode.isConnected) return null;
  const range = /** @type {Document} */ (found.startNode.ownerDocument).createRange();
  range.setStart(found.startNode, found.startOffset);
  range.setEnd(found.endNode, found.endOffset);
  return range;
}

/**
 * @param {Node} node
 * @returns {boolean}
 */
function isPreformatted(node) {
  for (let at = parentNode(node); at && nodeType(at) === 1; at = parentNode(at)) {
    if (PREFORMATTED.has(localName(at))) return true;
  }
  return false;
}
