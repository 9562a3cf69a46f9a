/**
 * The article as it was last read and summed up, and the live places of its sentences.
 *
 * @module
 */

import { SummaryView } from './summary-view.js';

/** @typedef {import('./types.js').Summary} Summary */

export class Story {
  #options;
  /** The text of the page when it was last read. */
  #text = '';
  /** @type {Summary | null} */
  summary = null;
  /** @type {SummaryView | null} */
  view = null;

  /** @param {import('./types.js').ControllerOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Reads the page and sums it up; nothing is shown yet.
   *
   * @param {() => Promise<import('./types.js').SummaryOptions>} recall says what to ask for; called
   *   after the first turn of reading
   * @param {AbortSignal} signal
   */
  async read(recall, signal) {
    const [reading, request] = await Promise.all([this.#readInTurns(), recall()]);
    return this.#sumUp(reading, request, signal);
  }

  /**
   * The same, for a page that has changed; `null` if its text is what it was, or no longer a story.
   *
   * @param {import('./types.js').SummaryOptions} request
   * @param {AbortSignal} signal
   */
  async readAgain(request, signal) {
    const reading = await this.#readInTurns();
    if (reading.page.text === this.#text) {
      return null;
    }
    const view = await this.#sumUp(reading, request, signal);
    return isTold(view) ? view : null;
  }

  async #readInTurns() {
    const { document, read, readInTurns = read } = this.#options;
    return readInTurns(document);
  }

  /**
   * @param {import('./types.js').Reading} reading
   * @param {import('./types.js').SummaryOptions} request
   * @param {AbortSignal} signal
   */
  async #sumUp(reading, request, signal) {
    this.#text = reading.page.text;
    const summary = await this.#options.engine.summarize(reading.page, request, signal);
    return new SummaryView(summary, reading);
  }

  /** @param {SummaryView} view */
  take(view) {
    this.view = view;
    this.summary = view.summary;
  }

  /**
   * The live place of a sentence. Where the page has put in new nodes since, it is read again.
   *
   * @param {number} index
   */
  rangeOf(index) {
    const { document, read, locate } = this.#options;
    return (
      this.view?.locate(index, locate) ??
      this.view?.anchorAgain(read(document)).locate(index, locate) ??
      null
    );
  }
}

/**
 * Whether there are sentences to show.
 *
 * @param {SummaryView} view
 */
export function isTold({ sentences, summary }) {
  return sentences > 0 && (summary.status === 'ok' || summary.status === 'partial');
}
