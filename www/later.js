/**
 * What a standfirst does once its sentences stand: one file, loaded after them or when first asked
 * for, so that they wait for nothing and no click waits for a second file.
 *
 * @module
 */

import { Extras } from './extras.js';
import { focusHost } from './page/focus-start.js';
import { tell } from './page/tell.js';
import { MORE_ENGLISH } from './panel/more-messages.js';
import { Replies } from './panel/replies.js';
import { rangeOf, readAgain } from './places.js';
import { Visits } from './visits.js';

export { MORE_ENGLISH };

/**
 * What the controller says of itself.
 *
 * @typedef {object} LaterOptions
 * @property {import('./types.js').ControllerOptions} options
 * @property {import('./panel/panel.js').Panel} panel
 * @property {import('./panel/messages.js').Phrases} say
 * @property {import('./story.js').Story} story
 * @property {AbortSignal} signal ends all of it
 * @property {(choice: import('./types.js').Choice, by: Event) => void} keep
 * @property {(words: string[]) => Promise<unknown>} setFocus
 * @property {(index: number) => void} visit
 * @property {() => void} leave
 * @property {() => import('./summary-view.js').SummaryView | null} shown what the panel shows
 * @property {() => [import('./types.js').SummaryOptions, AbortSignal]} request what to ask the engine
 * @property {(view: import('./summary-view.js').SummaryView) => void} take shows it
 */

export class Later {
  #options;
  /** @type {Extras | null} */
  #extras = null;

  /** @param {LaterOptions} options */
  constructor(options) {
    const { panel, say, story, signal, leave } = options;
    const { document, origin = 'site' } = options.options;
    say.learn?.(MORE_ENGLISH);
    const replies = new Replies({ panel, origin, say, leave, signal });
    const rangeNow = (/** @type {number} */ index) =>
      story.view && rangeOf(story.view, index, options.options);
    // Before the panel's own listener, which ends all listening.
    panel.parts.close.addEventListener('click', () => tell(document, say('removed')), {
      capture: true,
      signal,
    });
    signal.addEventListener('abort', () => focusHost(panel.parts.root), { once: true });
    this.replies = replies;
    this.visits = new Visits({ document, replies, rangeOf: rangeNow, signal });
    this.#options = {
      ...options,
      document,
      replies,
      rangeOf: rangeNow,
      readAgain: () => readAgain(story, ...options.request()),
    };
  }

  /** @param {import('./extras.js').Shown} shown */
  show(shown) {
    this.#extras ??= new Extras(this.#options);
    this.#extras.show(shown);
  }

  /** Opens the tools, or closes them. */
  toggleTools() {
    this.#extras?.toggleTools();
  }
}
