/**
 * Visits to the places of sentences in the article, and the ways back to the panel: Escape, the
 * panel's own control, the browser's Back.
 *
 * @module
 */

import { createLight } from './page/highlight.js';
import { enterHistory } from './page/history-entry.js';
import { visit } from './page/visit.js';

export class Visits {
  #options;
  #light;
  /** The sentence whose place is visited. @type {number | null} */
  #index = null;
  /** Ends the visit; it goes on while one place after the other is visited. */
  #stay = new AbortController();
  #giveBack = () => {};

  /**
   * @param {object} options
   * @param {Document} options.document
   * @param {import('./panel/replies.js').Replies} options.replies
   * @param {(index: number) => Range | null} options.rangeOf the live place of a sentence
   * @param {AbortSignal} options.signal ends all of it
   */
  constructor(options) {
    this.#options = options;
    this.#light = createLight('stand-first-source', options);
    options.signal.addEventListener('abort', () => this.end(), { once: true });
  }

  /** @param {number} index of a sentence */
  go(index) {
    const { replies, rangeOf, signal } = this.#options;
    this.#giveBack();
    const range = rangeOf(index);
    if (!range) {
      this.end();
      replies.markGone(index);
      replies.announce('gone');
      return;
    }
    this.#light.set([range]);
    this.#giveBack = visit(range, signal);
    if (this.#index === null) {
      this.#begin();
    }
    this.#index = index;
    replies.announce('shown');
  }

  #begin() {
    const { document, replies } = this.#options;
    const { signal } = (this.#stay = new AbortController());
    const view = document.defaultView;
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.leave(), { signal });
    if (view) {
      // Where a page may not write its history, Escape and the control are enough.
      enterHistory(view, () => this.leave(), signal).catch(() => {});
    }
    replies.setBack('shown');
  }

  /** Goes back to the control of the sentence whose place is visited. */
  leave() {
    const index = this.#index;
    this.end();
    if (index !== null) {
      this.#options.replies.focusSentence(index);
    }
  }

  /** Ends the visit where the person is. */
  end() {
    if (this.#index === null) {
      return;
    }
    this.#index = null;
    this.#stay.abort();
    this.#giveBack();
    this.#light.clear();
    this.#options.replies.setBack('hidden');
  }
}
