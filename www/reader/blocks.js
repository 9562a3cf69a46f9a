/**
 * Gathers runs of text into blocks.
 *
 * @module
 */

import { isRendered } from './access.js';
import { ElementList } from './element-list.js';
import { GAP, RUN } from '../white-space.js';

/** @typedef {import('./elements.js').Frame} Frame */

/** Bits of a block's flags; `block_flags` in `src/page.rs`. */
export const BLOCK = {
  time: 1,
  author: 2,
  unseen: 4,
  skip: 8,
  pin: 16,
  shadow: 32,
};

/** Bits of how text is set, beside those of its block; no flag of the block's. */
export const SET = {
  bold: 256,
  italic: 512,
  preformatted: 1024,
  /** a paragraph's first letter, set large */
  initial: 2048,
};
const BLOCK_FLAGS = 255;

/** UTF-16 units of text read at most: some forty novels. */
const MAX_UNITS = 8_000_000;

/** Live blocks asked for their visibility; the longest pages have a few thousand. */
const MAX_CHECKS = 4000;

/** The last letters of a heading, more than a brand begins with. */
const HEADING_END = /\p{Ll}{4}$/u;
const CAPITAL = /^\p{Lu}/u;
/** What is not white space that collapses. */
const SEEN = /[^\t\n\f\r ]/;

/** The blocks of one page in the making. */
export class BlockList {
  /** @type {string[]} */
  #texts = [];
  /** @type {number[]} */
  #blocks = [];
  #elements = new ElementList();
  /** @type {Node[][]} */
  nodes = [];
  /** @type {number[]} */
  starts = [];
  /** UTF-16 units so far. */
  units = 0;

  /** @type {boolean} whether visibility can be asked for */
  #live;
  #checks = 0;
  #media = 0;

  // the open block
  #text = '';
  #gap = GAP.none;
  /** whether the text so far is an initial, which belongs to the word that follows */
  #initial = false;
  /** @type {Node[]} */
  #run = [];
  #start = 0;
  /** @type {Frame | null} */
  #owner = null;
  #linkUnits = 0;
  #links = 0;
  /** @type {Frame | null} */
  #lastLink = null;
  #bold = 0;
  #italic = 0;
  #mediaBefore = 0;
  #flags = 0;

  /** @param {boolean} live whether the page is shown in a browser */
  constructor(live) {
    this.#live = live;
  }

  get isOpen() {
    return this.#text !== '';
  }

  /** Whether no more text is taken. */
  get isFull() {
    return this.units + this.#text.length >= MAX_UNITS;
  }

  /** Whether all text of the open block is bold. */
  get #isBold() {
    return this.#bold === this.#text.length;
  }

  addMedia() {
    this.#media += 1;
  }

  /**
   * A line break: the second in a row ends the block, and so does the first behind a line in bold,
   * which is the heading of what follows.
   *
   * @param {Node} node
   */
  addBreak(node) {
    if (!this.isOpen) return;
    if (this.#gap === GAP.line || this.#isBold) {
      this.end();
    } else {
      this.#gap = GAP.line;
      this.#run.push(node);
    }
  }

  /**
   * @param {Node} node
   * @param {string} data
   * @param {Frame} frame
   */
  addText(node, data, frame) {
    if (data.length > MAX_UNITS) data = data.slice(0, MAX_UNITS);
    if (!(frame.flags & SET.preformatted)) {
      this.#add(node, data, 0, frame);
      return;
    }
    let start = 0;
    while (start <= data.length) {
      const feed = data.indexOf('\n', start);
      const end = feed < 0 ? data.length : feed;
      this.#add(node, data.slice(start, end), start, frame);
      if (feed >= 0 && this.isOpen) {
        if (this.#run.at(-1) !== node) this.#run.push(node);
        if (this.#gap === GAP.line) this.end();
        else this.#gap = GAP.line;
      }
      start = end + 1;
    }
  }

  /**
   * @param {Node} node
   * @param {string} data
   * @param {number} offset of `data` in the node
   * @param {Frame} frame
   */
  #add(node, data, offset, frame) {
    if (!this.isOpen && !SEEN.test(data)) return;
    let text = data.replace(RUN, ' ');
    if (text.includes('\0')) text = text.replaceAll('\0', '\uFFFD');
    if (text === '' || text === ' ') {
      if (text && this.isOpen && this.#gap === GAP.none && !this.#initial) {
        this.#gap = GAP.space;
        this.#run.push(node);
      }
      return;
    }
    // a bold heading that a style sheet sets on a line of its own: no word goes on in a capital
    const joins =
      this.isOpen && this.#gap === GAP.none && this.#isBold && !(frame.flags & SET.bold);
    if (joins && HEADING_END.test(this.#text) && CAPITAL.test(text)) this.end();
    const opens = !this.isOpen;
    if (text[0] === ' ') {
      text = text.slice(1);
      if (this.#gap === GAP.none) this.#gap = GAP.space;
    }
    const trails = text.endsWith(' ');
    if (trails) text = text.slice(0, -1);
    if (opens) this.#open(offset, frame);
    else if (this.#gap !== GAP.none) text = (this.#gap === GAP.line ? '\n' : ' ') + text;
    this.#gap = trails ? GAP.space : GAP.none;
    this.#initial = opens && text.length === 1 && (frame.flags & SET.initial) !== 0;
    if (this.#run.at(-1) !== node) this.#run.push(node);
    this.#text += text;
    this.#count(text.length, frame);
  }

  /**
   * @param {number} offset
   * @param {Frame} frame
   */
  #open(offset, frame) {
    this.#start = offset;
    this.#owner = frame;
    this.#mediaBefore = this.#media;
    this.#media = 0;
  }

  /**
   * @param {number} units
   * @param {Frame} frame
   */
  #count(units, frame) {
    while (this.#owner?.closed && this.#owner.parent) this.#owner = this.#owner.parent;
    if (frame.link) {
      this.#linkUnits += units;
      if (frame.link !== this.#lastLink) {
        this.#lastLink = frame.link;
        this.#links += 1;
      }
    }
    if (frame.flags & SET.bold) this.#bold += units;
    if (frame.flags & SET.italic) this.#italic += units;
    this.#flags |= frame.flags;
  }

  /** Ends the open block, if there is one. */
  end() {
    const owner = this.#owner;
    if (!owner) return;
    const element = this.#elements.place(owner);
    // Half of a page's blocks are links as a whole, and need not be asked: of 4,877 sentences in the summaries of
    // 1,823 pages none stood in such a block.
    const isLink = this.#linkUnits === this.#text.length;
    if (!isLink && owner.element && this.#isUnseen(owner.element)) this.#flags |= BLOCK.unseen;
    this.#texts.push(this.#text);
    this.#blocks.push(
      element,
      this.#linkUnits,
      this.#links,
      this.#bold,
      this.#italic,
      this.#mediaBefore,
      this.#flags & BLOCK_FLAGS,
    );
    this.nodes.push(this.#run);
    this.starts.push(this.#start);
    this.units += this.#text.length;
    this.#run = [];
    this.#text = '';
    this.#gap = GAP.none;
    this.#owner = null;
    this.#linkUnits = 0;
    this.#links = 0;
    this.#lastLink = null;
    this.#bold = 0;
    this.#italic = 0;
    this.#flags = 0;
  }

  /** @param {any} element */
  #isUnseen(element) {
    if (!this.#live) return false;
    this.#checks += 1;
    return this.#checks <= MAX_CHECKS && !isRendered(element);
  }

  /** @returns {Pick<import('../types.js').FlatPage, 'text' | 'descriptors' | 'elements' | 'blocks'>} */
  flatten() {
    return {
      text: this.#texts.join('\0'),
      ...this.#elements.flatten(),
      blocks: new Uint32Array(this.#blocks),
    };
  }
}
