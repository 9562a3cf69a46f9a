/**
 * The panel's own words, as they come: those of a summary first, those for what is no summary when they are needed.
 *
 * @module
 */

import { loadLater } from './load-later.js';
import { loadPhrases } from './panel/languages.js';

export class Wording {
  #options;
  /** @type {Promise<void> | null} */
  #learning = null;
  /** @type {import('./panel/messages.js').Phrases | null} */
  say = null;

  /** @param {import('./types.js').ControllerOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** Words for a summary; got once. */
  learn() {
    return (this.#learning ??= this.#learn());
  }

  async #learn() {
    const { uiLanguage = 'en', messages } = this.#options;
    this.say = await loadPhrases(uiLanguage, messages);
  }

  /** The others come with what comes later. */
  async learnMore() {
    await this.#learning;
    if (this.say?.learn && this.#options.show !== 'summary') {
      await loadLater().then(
        ({ MORE_ENGLISH }) => this.say?.learn?.(MORE_ENGLISH),
        () => {},
      );
    }
  }
}
