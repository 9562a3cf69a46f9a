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
 * @property {import('./preferences.js').Preferences} preferences
 * @property {ReturnType<typeof import('./controller.js').createController>} controller
 * @property {() => AbortSignal} work ends when the page is read anew
 * @property {AbortSignal} signal ends all of it
 */

export class Later {
  #story;
  #preferences;
  #origin;
  #options;
  /** @type {Extras | null} */
  #extras = null;

  /** @param {LaterOptions} options */
  constructor({ controller, options, panel, say, story, preferences, work, signal }) {
    const { document, origin = 'site' } = options;
    say.learn?.(MORE_ENGLISH);
    const replies = new Replies({ panel, origin, say, leave: () => controller.leave(), signal });
    const rangeNow = (/** @type {number} */ index) =>
      story.view && rangeOf(story.view, index, options);
    // Before the panel's own listener, which ends all listening.
    panel.parts.close.addEventListener('click', () => tell(document, say('removed')), {
      capture: true,
      signal,
    });
    signal.addEventListener('abort', () => focusHost(panel.parts.root), { once: true });
    this.replies = replies;
    this.visits = new Visits({ document, replies, rangeOf: rangeNow, signal });
    this.#origin = origin;
    this.#story = story;
    this.#preferences = preferences;
    /** @type {import('./extras.js').ExtrasOptions} */
    this.#options = {
      document,
      replies,
      say,
      signal,
      rangeOf: rangeNow,
      visit: (index) => void controller.visit(index),
      setFocus: (words) => controller.setFocus(words),
      keep(choice, by) {
        controller.choose(choice);
        preferences.save(by);
      },
      shown: () => (controller.state === 'ready' ? story.view : null),
      readAgain: () => readAgain(story, preferences.request(), work()),
      take(view) {
        story.view = view;
        controller.choose({});
      },
    };
  }

  /** @param {import('./types.js').PanelView} shown of a summary */
  show({ sentences, type, collapsed }) {
    const { view } = this.#story;
    const { choice, focus } = this.#preferences;
    if (view) {
      this.#extras ??= new Extras(this.#options);
      const marks = !collapsed && choice.marks === true;
      this.#extras.show({ view, sentences, type, focus, marks });
    }
  }

  /** A person asked for an extension's panel; one that a site shows by itself is not called out. */
  sayReady() {
    if (this.#origin === 'extension') {
      this.replies.announce('ready', { n: this.#extras?.length ?? 0 });
    }
  }

  /** Opens the tools, or closes them. */
  toggleTools() {
    this.#extras?.toggleTools();
  }
}
