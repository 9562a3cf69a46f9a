/**
 * A summary as the panel needs it: any length at once. The way from a sentence to the page is
 * `places.js`.
 *
 * @module
 */

import { readingSeconds, sayDuration } from './panel/figures.js';
import { attribute, nodeType, parentNode } from './reader/access.js';

/** Parts the blocks' texts; `SEPARATOR` in `src/parts.rs`. */
const SEPARATOR = '\0';

/** Beyond half of the article a summary is no shorter way. */
const LONGEST_SHARE = 0.5;

export class SummaryView {
  #articleSeconds;
  /** Sentences that an earlier reading did not have. @type {Set<number>} */
  news = new Set();

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
    this.summary = summary;
    this.reading = reading;
    /** The blocks' texts. */
    this.blocks = reading.page.text.split(SEPARATOR);
    /** The article's, empty if unknown. */
    this.language = summary.language;
    /** @type {'ltr' | 'rtl'} */
    this.direction = summary.direction;
    const said = languageAt(this.firstNode);
    if (said.split('-')[0] === summary.language) {
      // The page knows of which country and script, and so which voice and which letters.
      this.language = said;
    } else if (summary.language === 'und') {
      // What the engine does not know, the page may still say.
      this.language = said;
      const element = this.elements.find(Boolean);
      if (element?.ownerDocument.defaultView) {
        this.direction = getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
      }
    }
    this.#articleSeconds = readingSeconds(
      summary.story.start.map((_, index) => this.textOf(index)),
      this.language,
    );
  }

  /** How many sentences there are to choose from. */
  get sentences() {
    return this.summary.order.length;
  }

  /** Whether there are sentences to show. */
  get isTold() {
    return this.sentences > 0 && /^(ok|partial)$/.test(this.summary.status);
  }

  /** The first node of the story in the document, if it is still known. */
  get firstNode() {
    return this.reading.nodes[this.summary.story.sources[0]]?.[0];
  }

  /** The element of each story block. */
  get elements() {
    return this.summary.story.sources.map(
      (source) => this.reading.nodes[source]?.[0]?.parentElement ?? null,
    );
  }

  /**
   * The same of another reading.
   *
   * @param {number[]} sources blocks of the story in it
   * @param {import('./types.js').Reading} reading
   */
  over(sources, reading) {
    const story = { ...this.summary.story, sources };
    return new SummaryView({ ...this.summary, story }, reading);
  }

  /** @param {number} index */
  isNew(index) {
    return this.news.has(index);
  }

  /**
   * The text of any sentence of the story.
   *
   * @param {number} index
   */
  textOf(index) {
    const { block, start, end, sources } = this.summary.story;
    return this.blocks[sources[block[index]]]?.slice(start[index], end[index]) ?? '';
  }

  /**
   * The summary of so many sentences, without asking the engine: the choice is nested.
   *
   * @param {number} wanted
   * @param {import('./panel/messages.js').Phrases} say
   */
  shape(wanted, say) {
    const { order, story } = this.summary;
    const total = story.start.length;
    const longest = Math.max(1, Math.min(order.length, Math.ceil(total * LONGEST_SHARE)));
    const length = Math.min(Math.max(1, Math.round(wanted)), longest);
    const sentences = order
      .slice(0, length)
      .sort((a, b) => a - b)
      .map((index) => ({ index, text: this.textOf(index), isNew: this.isNew(index) }));
    const seconds = readingSeconds(
      sentences.map(({ text }) => text),
      this.language,
    );
    return {
      sentences,
      length,
      longest,
      total,
      direction: this.direction,
      language: this.language,
      lengthText: say('sentences', { n: length }),
      figures: say('instead', {
        short: sayDuration(seconds, say.language),
        long: sayDuration(this.#articleSeconds, say.language),
      }),
    };
  }
}

/**
 * @param {Node | null | undefined} node
 * @returns {string} what the page says of the language there
 */
export function languageAt(node) {
  for (let at = node; at; at = parentNode(at)) {
    const said = nodeType(at) === 1 && attribute(at, 'lang');
    if (said) return said;
  }
  return '';
}
