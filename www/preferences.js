/**
 * What a person wants of a summary: how it is shown and what it prefers. Chosen in the panel, kept for the next
 * article, asked of the engine.
 *
 * @module
 */

import { DEFAULT_LENGTH } from './panel-view.js';

/** @typedef {import('./types.js').Choice} Choice */

/** A person's wishes. */
export class Preferences {
  #options;
  /** How it is shown. @type {Choice} */
  choice;
  /** Words that sentences are preferred for. @type {string[]} */
  focus = [];

  /** @param {import('./types.js').ControllerOptions} options */
  constructor(options) {
    this.#options = options;
    this.choice = { ...options.choice };
  }

  /** Takes up what was kept, if anything can be. */
  async load() {
    try {
      Object.assign(this.choice, await this.#options.store?.load());
    } catch {
      // What is blocked or damaged holds nothing.
    }
  }

  /** @param {Event} by what the person did */
  save(by) {
    try {
      this.#options.store?.save(this.choice, by);
    } catch {
      // It holds in this page alone.
    }
  }

  /** @returns {import('./types.js').SummaryOptions} what to ask the engine for */
  request() {
    const { language } = this.#options;
    return {
      sentences: this.choice.length ?? DEFAULT_LENGTH,
      ...(language && { language }),
      ...(this.focus.length > 0 && { focus: this.focus }),
    };
  }
}
