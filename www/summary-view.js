/**
 * A summary as the panel needs it: any length at once, and the way from a sentence to the page.
 *
 * @module
 */

import { readingSeconds, sayDuration } from './panel/figures.js';

/** Parts the blocks' texts; `SEPARATOR` in `src/page.rs`. */
const SEPARATOR = '\0';

/** Beyond half of the article a summary is no shorter way. */
const LONGEST_SHARE = 0.5;

/** Roles whose sentences may stand in a summary; `Role::is_quotable` in `src/article/mod.rs`. */
const QUOTABLE = new Set(['body', 'quotation', 'list-item', 'live-entry']);

export class SummaryView {
  #summary;
  #reading;
  #blocks;
  #language;
  /** @type {'ltr' | 'rtl'} */
  #direction;
  #articleSeconds;
  /** Sentences that an earlier reading did not have. @type {Set<number>} */
  #news = new Set();

  /** What the panel shows while there is no summary. */
  static EMPTY = Object.freeze({
    sentences: /** @type {{index: number, text: string, isNew: boolean}[]} */ ([]),
    length: 1,
    longest: 1,
    total: 0,
    lengthText: '',
    figures: '',
    language: '',
    direction: /** @type {'ltr' | 'rtl'} */ ('ltr'),
  });

  /**
   * @param {import('./types.js').Summary} summary
   * @param {import('./types.js').Reading} reading that it was made from
   */
  constructor(summary, reading) {
    this.#summary = summary;
    this.#reading = reading;
    this.#blocks = reading.page.text.split(SEPARATOR);
    this.#language = summary.language;
    this.#direction = summary.direction;
    if (summary.language === 'und') {
      // What the engine does not know, the page may still say.
      const element = this.elements.find(Boolean);
      this.#language = element?.closest('[lang]')?.getAttribute('lang') ?? '';
      const direction =
        element && element.ownerDocument.defaultView
          ? getComputedStyle(element).direction
          : summary.direction;
      this.#direction = direction === 'rtl' ? 'rtl' : 'ltr';
    }
    this.#articleSeconds = readingSeconds(
      summary.story.start.map((_, index) => this.textOf(index)),
      this.#language,
    );
  }

  get summary() {
    return this.#summary;
  }

  /** How many sentences there are to choose from. */
  get sentences() {
    return this.#summary.order.length;
  }

  /** The first node of the story in the document, if it is still known. */
  get firstNode() {
    const block = this.#summary.story.sources[0] ?? -1;
    return this.#reading.nodes[block]?.[0];
  }

  /** The article's language, empty if unknown. */
  get language() {
    return this.#language;
  }

  get keywords() {
    return this.#summary.keywords;
  }

  /** Salience of every sentence of the story. */
  get salience() {
    return this.#summary.story.salience;
  }

  /** The element of each story block. */
  get elements() {
    return this.#summary.story.sources.map(
      (source) => this.#reading.nodes[source]?.[0]?.parentElement ?? null,
    );
  }

  /**
   * First and last sentence of a run of story blocks.
   *
   * @param {number} firstBlock
   * @param {number} lastBlock
   * @returns {[number, number]}
   */
  sentencesIn(firstBlock, lastBlock) {
    const { block } = this.#summary.story;
    const inside = (/** @type {number} */ own) => own >= firstBlock && own <= lastBlock;
    const first = block.findIndex(inside);
    return first < 0 ? [0, -1] : [first, block.findLastIndex(inside)];
  }

  /**
   * What a person takes along of the summary.
   *
   * @template {object} T
   * @param {T} shown
   */
  takeaway(shown) {
    return { title: this.#summary.title, blocks: this.#blocks, ...shown };
  }

  /**
   * Marks the story's own sentences that are not in an earlier view.
   *
   * @param {SummaryView} earlier
   * @returns {number} how many there are
   */
  markNews(earlier) {
    const { start, block, roles } = this.#summary.story;
    const known = new Set(earlier.#summary.story.start.map((_, index) => earlier.textOf(index)));
    this.#news = new Set(
      start.flatMap((_, index) =>
        QUOTABLE.has(roles[block[index]]) && !known.has(this.textOf(index)) ? [index] : [],
      ),
    );
    return this.#news.size;
  }

  /** @param {number} index */
  isNew(index) {
    return this.#news.has(index);
  }

  /**
   * The text of any sentence of the story.
   *
   * @param {number} index
   */
  textOf(index) {
    const { block, start, end, sources } = this.#summary.story;
    return this.#blocks[sources[block[index]]]?.slice(start[index], end[index]) ?? '';
  }

  /**
   * The summary of so many sentences, without asking the engine: the choice is nested.
   *
   * @param {number} wanted
   * @param {import('./panel/messages.js').Phrases} say
   */
  shape(wanted, say) {
    const { order, story } = this.#summary;
    const total = story.start.length;
    const longest = Math.max(1, Math.min(order.length, Math.ceil(total * LONGEST_SHARE)));
    const length = Math.min(Math.max(1, Math.round(wanted)), longest);
    const sentences = order
      .slice(0, length)
      .sort((a, b) => a - b)
      .map((index) => ({ index, text: this.textOf(index), isNew: this.isNew(index) }));
    const seconds = readingSeconds(
      sentences.map(({ text }) => text),
      this.#language,
    );
    return {
      sentences,
      length,
      longest,
      total,
      direction: this.#direction,
      language: this.#language,
      lengthText: say('sentences', { n: length }),
      figures: say('instead', {
        short: sayDuration(seconds, say.language),
        long: sayDuration(this.#articleSeconds, say.language),
      }),
    };
  }

  /**
   * The live place of a sentence; `null` when it is not there, or no longer says the same.
   *
   * @param {number} index
   * @param {import('./types.js').Locate} locate
   * @returns {Range | null}
   */
  locate(index, locate) {
    const { block, start, end, sources } = this.#summary.story;
    const source = sources[block[index]];
    if (source === undefined || source < 0) {
      return null;
    }
    const range = locate(this.#reading, source, start[index], end[index]);
    return range?.startContainer.isConnected ? range : null;
  }

  /**
   * The same summary over a later reading of the page: each block is found again by its text.
   *
   * @param {import('./types.js').Reading} later
   */
  anchorAgain(later) {
    const places = new Map();
    later.page.text.split(SEPARATOR).forEach((text, block) => {
      if (!places.has(text)) {
        places.set(text, block);
      }
    });
    const story = { ...this.#summary.story };
    story.sources = story.sources.map((source) => places.get(this.#blocks[source]) ?? -1);
    return new SummaryView({ ...this.#summary, story }, later);
  }
}
