/**
 * The page's half of the side panel: sums the page up for it, and goes to a sentence when told.
 *
 * @module
 */

import { codeOf } from '../../engine/errors.js';
import { createLight } from '../../page/highlight.js';
import { visit } from '../../page/visit.js';
import { rangeOf } from '../../places.js';
import { SummaryView } from '../../summary-view.js';
import { narrow, selectedRange } from './selection.js';

/**
 * What the side panel asks.
 *
 * @typedef {(
 *   | {type: 'beside', frame: 'top' | 'inner', by?: string}
 *   | {type: 'visit', index: number}
 *   | {type: 'leave'}
 * )} BesideRequest
 */

/**
 * What it hears of a page: the summary, and the texts of the story's blocks, all others empty.
 *
 * @typedef {object} BesideSummary
 * @property {import('../../types.js').Summary} summary
 * @property {string} text
 */

/** @typedef {BesideSummary | 'frame' | {failure: string}} BesideAnswer */

/**
 * @param {object} ways
 * @param {import('../../types.js').Engine} ways.engine
 * @param {import('../../types.js').Read} ways.read
 * @param {import('../../types.js').ReadInTurns} ways.readInTurns
 */
export function besideReader({ engine, read, readInTurns }) {
  /** @type {SummaryView | null} */
  let view = null;
  let shown = new AbortController();

  return {
    /**
     * @param {string} [by] the order's type
     * @returns {Promise<Exclude<BesideAnswer, 'frame'>>}
     */
    async sumUp(by) {
      this.leave();
      const range = selectedRange(by);
      try {
        const whole = await readInTurns(document);
        const reading = range ? narrow(whole, range) : whole;
        const summary = await engine.summarize(reading.page);
        view = new SummaryView(summary, reading);
        return { summary, text: storyText(reading, summary) };
      } catch (error) {
        return { failure: codeOf(error) };
      }
    },
    /**
     * @param {number} index of a sentence
     * @returns {boolean} whether it is still in the page
     */
    visit(index) {
      this.leave();
      const range = view && rangeOf(view, index, { document, read });
      if (!range) return false;
      const { signal } = shown;
      createLight('stand-first-source', { document, signal }).set([range]);
      visit(range, signal);
      return true;
    },
    /** Takes the light from the sentence. */
    leave() {
      shown.abort();
      shown = new AbortController();
    },
  };
}

/**
 * @param {import('../../types.js').Reading} reading
 * @param {import('../../types.js').Summary} summary
 */
function storyText({ page }, { story }) {
  const told = new Set(story.sources);
  return page.text
    .split('\0')
    .map((text, block) => (told.has(block) ? text : ''))
    .join('\0');
}
