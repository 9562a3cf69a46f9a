/**
 * The article as it was last read and summed up. What is asked of it later is `places.js`.
 *
 * @module
 */

import { SummaryView } from './summary-view.js';

/** @typedef {import('./types.js').Summary} Summary */

export class Story {
  #options;
  /** The text of the page when it was last read. */
  text = '';
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
    const [reading, request] = await Promise.all([this.readPage(), recall()]);
    return this.sumUp(reading, request, signal);
  }

  async readPage() {
    const { document, read, readInTurns = read } = this.#options;
    return readInTurns(document);
  }

  /**
   * @param {import('./types.js').Reading} reading
   * @param {import('./types.js').SummaryOptions} request
   * @param {AbortSignal} signal
   */
  async sumUp(reading, request, signal) {
    this.text = reading.page.text;
    const summary = await this.#options.engine.summarize(reading.page, request, signal);
    return new SummaryView(summary, reading);
  }
}
