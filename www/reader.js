/**
 * The only reader of the host page's DOM: one walk, nothing changed, nothing laid out.
 *
 * A block is a run of inline content inside the nearest block-level element; two `<br>` in a row
 * part blocks. Open shadow roots are read in the flattened order, slots where they stand. Scripts,
 * form controls and our own panel (`<stand-first>`, `data-standfirst="panel"`) are left out.
 * Hidden elements are handed over with a flag, since pages hide their text behind overlays; inline
 * text for screen readers only is left out.
 *
 * Block-level is decided by tag and inline style, not by the style sheets, so that a page gives
 * the same blocks in a browser and on the command line.
 *
 * @module
 */

import {
  attribute,
  attributeNames,
  characters,
  documentElement,
  localName,
  nextSibling,
  nodeType,
  ownerDocument,
} from './reader/access.js';
import { BLOCK, BlockList, SET } from './reader/blocks.js';
import { CLASS, STYLE, bitsOf, valueOf } from './reader/elements.js';
import { childFrame, descend, rootFrame } from './reader/frames.js';
import { MetadataList } from './reader/metadata.js';
import { INHERITED, KIND, kindOf } from './reader/tags.js';

/** Nodes walked at most: over four times the largest page that was ever reported to us as slow. */
const MAX_NODES = 1_000_000;

/**
 * Nodes of the first turn, and of the longest: 4 ms on a page's first reading, and 20 ms once the code is
 * optimised a little (a processor of 2020).
 */
const FIRST_TURN = 2000;
const LONGEST_TURN = 8000;

/** Names of what only screen readers speak, such as a link's "opens new tab": no part of a sentence. */
const SPOKEN =
  /(?:^|[\s_-])(?:sr-?only|(?:visually|a11y)-?_?hidden|screen-?reader(?:-?(?:text|only))?)(?![a-z])/i;
const SPOKEN_STYLE = /(?:^|;)\s*clip(?:-path)?\s*:/i;

/** Names of a paragraph's first letter where it is set large, in an element of its own. */
const INITIAL = /(?:^|[\s_-])(?:drop-?cap|initial-?letter|lettrine)/i;

/** Names and styles of text set in bold. */
const BOLD = /(?:^|\s)(?:strong|bold)(?:\s|$)/i;
const BOLD_STYLE = /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i;

const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)/i;

const OWN = bitsOf(['data-standfirst']);
const REL = bitsOf(['rel']);
const ITEMPROP = bitsOf(['itemprop']);

/** @typedef {import('./reader/elements.js').Frame} Frame */

/**
 * The language that a node's document claims.
 *
 * @param {Node} node
 */
export function claimedLanguage(node) {
  const root = documentElement(ownerDocument(node) ?? node);
  return (root && attribute(root, 'lang')) ?? undefined;
}

/**
 * Reads a document, or the part under one node.
 *
 * Never throws for what a page holds: depth, size and odd mark-up are bounded or passed over. Of a
 * page over the bounds the beginning is read, and the metadata say so (`cut`). In a
 * live page blocks that are not rendered get a flag; a parsed document has none.
 *
 * @param {Node} root a document, an element or a shadow root
 * @param {{url?: string}} [options] `url` where the document does not know its own
 * @returns {import('./types.js').Reading}
 */
export function read(root, options = {}) {
  const walk = new Walk(root, options);
  walk.go(MAX_NODES);
  return walk.reading();
}

/**
 * The same in turns, between which the page is free to act: no task is long, however large the page,
 * and what the engine loads is taken in meanwhile. What the page changes between two turns
 * may be read as it was or as it is.
 *
 * @param {Node} root
 * @param {(turn: () => void) => void} [later] calls back when the next turn may begin
 * @returns {Promise<import('./types.js').Reading>}
 */
export async function readInTurns(root, later = setTimeout) {
  const walk = new Walk(root, {});
  for (let nodes = FIRST_TURN; !walk.go(nodes); nodes = Math.min(2 * nodes, LONGEST_TURN)) {
    await new Promise((done) => later(() => done(null)));
  }
  return walk.reading();
}

/** Follows the flattened tree with a stack of its own: pages nest deeper than calls may. */
class Walk {
  #list;
  #metadata = new MetadataList();
  /** @type {Frame | null} */
  #frame;
  #left = MAX_NODES;

  /**
   * @param {Node} root
   * @param {{url?: string}} options
   */
  constructor(root, options) {
    const document = /** @type {any} */ (nodeType(root) === 9 ? root : root.ownerDocument);
    this.#list = new BlockList(Boolean(document?.defaultView));
    this.#metadata.add('url', options.url ?? document?.documentURI);
    this.#frame = rootFrame(root);
  }

  /**
   * @param {number} nodes to walk at most
   * @returns {boolean} whether there is nothing left to walk
   */
  go(nodes) {
    const list = this.#list;
    let frame = this.#frame;
    let left = Math.min(nodes, this.#left);
    this.#left -= left;
    while (frame && left > 0) {
      /** @type {Node | null} */
      let node;
      if (frame.list) {
        node = frame.list[frame.at++] ?? null;
      } else {
        node = frame.child;
        if (node) frame.child = nextSibling(node);
      }
      if (!node) {
        if (frame.block) list.end();
        frame.closed = true;
        frame = frame.parent;
        continue;
      }
      left -= 1;
      const type = nodeType(node);
      if (type === 3 || type === 4) {
        list.addText(node, characters(node), frame);
        if (list.isFull) break;
      } else if (type === 1) {
        frame = enter(node, frame, list, this.#metadata) ?? frame;
      }
    }
    this.#frame = frame;
    return !frame || this.#left === 0 || list.isFull;
  }

  /** @returns {import('./types.js').Reading} of what was walked */
  reading() {
    const list = this.#list;
    if (this.#frame) this.#metadata.addCut(list.isFull ? 'text' : 'nodes');
    list.end();
    return {
      page: { ...list.flatten(), metadata: this.#metadata.join(), plain: false },
      nodes: list.nodes,
      starts: list.starts,
    };
  }
}

/**
 * Takes note of an element and says whether to walk into it.
 *
 * @param {Node} element
 * @param {Frame} parent
 * @param {BlockList} list
 * @param {MetadataList} metadata
 * @returns {Frame | null}
 */
function enter(element, parent, list, metadata) {
  const tag = localName(element);
  if (tag === 'br') {
    list.addBreak(element);
    return null;
  }
  const kind = kindOf(tag);
  if (kind & KIND.told) metadata.see(element, tag);
  if (kind & KIND.media) list.addMedia();
  if (kind & KIND.skipped) return null;
  const has = bitsOf(attributeNames(element));
  const frame = childFrame(element, tag, parent, has);
  const own = valueOf(frame, OWN);
  if (own === 'panel') return null;
  frame.flags |= kind & INHERITED;
  if (own === 'skip') frame.flags |= BLOCK.skip;
  if (own === 'pin') frame.flags |= BLOCK.pin;
  if (has & (REL | ITEMPROP) && isAuthor(frame)) frame.flags |= BLOCK.author;
  frame.block = (kind & KIND.block) !== 0 || isStyledBlock(frame, list);
  if (frame.block) {
    frame.flags &= ~SET.initial;
    list.end();
  } else if (has & (CLASS | STYLE)) {
    const names = valueOf(frame, CLASS);
    if (names && SPOKEN.test(names)) return null;
    const style = valueOf(frame, STYLE);
    if (style && SPOKEN_STYLE.test(style)) return null;
    if (names && INITIAL.test(names)) frame.flags |= SET.initial;
    if ((names && BOLD.test(names)) || (style && BOLD_STYLE.test(style))) frame.flags |= SET.bold;
  }
  descend(frame);
  return frame;
}

/** @param {Frame} frame */
function isAuthor(frame) {
  return valueOf(frame, frame.tag === 'a' ? REL : ITEMPROP) === 'author';
}

/**
 * @param {Frame} frame
 * @param {BlockList} list
 * @returns {boolean}
 */
function isStyledBlock(frame, list) {
  const style = valueOf(frame, STYLE);
  if (style && BLOCK_STYLE.test(style)) return true;
  // custom elements are inline until styled; between blocks they are styled as blocks
  return !list.isOpen && frame.tag.includes('-');
}
