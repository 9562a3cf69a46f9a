/**
 * Reads the page, asks the engine, shows the panel: the one state machine behind every mode.
 *
 * Nothing in here throws into the page that hosts it: what goes wrong becomes a state.
 *
 * @module
 */

import { codeOf } from './engine/errors.js';
import { loadLater } from './load-later.js';
import { panelView } from './panel-view.js';
import { Preferences } from './preferences.js';
import { Presence } from './presence.js';
import { Story } from './story.js';
import { Wording } from './wording.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Summary} Summary */
/** @typedef {import('./types.js').Failure} Failure */
/** @typedef {import('./types.js').ControllerOptions} ControllerOptions */

/**
 * A controller; nothing happens until `start()`.
 *
 * @param {ControllerOptions} options
 */
export function createController(options) {
  return new Controller(options);
}

class Controller {
  #options;
  /** @type {State} */
  #state = 'idle';
  #story;
  /** @type {import('./types.js').PanelView | null} */
  #shown = null;
  /** @type {Failure | null} */
  #failure = null;
  #presence;
  #preferences;
  /** What answers a person, once it is here. @type {import('./later.js').Later | null} */
  #later = null;
  #life = new AbortController();
  #work = new AbortController();
  #wording;

  /** @param {ControllerOptions} options */
  constructor(options) {
    this.#options = options;
    this.#story = new Story(options);
    this.#presence = new Presence(options);
    this.#preferences = new Preferences(options);
    this.#wording = new Wording(options);
    options.signal?.addEventListener('abort', () => this.destroy(), {
      signal: this.#life.signal,
    });
  }

  get state() {
    return this.#state;
  }

  get summary() {
    return this.#story.view?.summary ?? null;
  }

  /**
   * Reads and shows. On a controller that is not idle, reads again.
   *
   * @returns {Promise<State>} the state reached
   */
  async start() {
    if (this.#life.signal.aborted) {
      return this.#state;
    }
    this.#work.abort();
    const work = (this.#work = new AbortController());
    this.#enter('reading');
    try {
      this.#options.engine.prepare?.(this.#options.language ?? this.#options.uiLanguage);
      // What was kept and the words are got while the engine is on its way: a page's first look into
      // its storage takes some milliseconds, and so do a browser's first plural rules.
      const [view] = await Promise.all([
        this.#story.read(() => this.#recall(), work.signal),
        this.#learnWords(),
      ]);
      if (!view.isTold) {
        await this.#wording.learnMore();
      }
      if (!work.signal.aborted) {
        this.#story.view = view;
        this.#enter(view.isTold ? 'ready' : 'not-an-article');
      }
    } catch (error) {
      await this.#wording.learnMore();
      if (!work.signal.aborted) {
        this.#failure = { code: codeOf(error), cause: error };
        this.#enter('failed');
      }
    }
    return this.#state;
  }

  /** What to ask the engine for, with what was kept at the first start. */
  async #recall() {
    if (!this.#wording.say) await this.#preferences.load();
    return this.#preferences.request();
  }

  async #learnWords() {
    await this.#wording.learn();
    this.#render();
  }

  /** Removes the panel and everything that was added or listened to. Final. */
  destroy() {
    if (this.#life.signal.aborted) {
      return;
    }
    this.#work.abort();
    this.#life.abort();
    this.#presence.remove();
    if (this.#state !== 'idle') {
      this.#enter('idle');
    }
  }

  /**
   * Shows the summary in another way, at once and without the engine.
   *
   * @param {import('./types.js').Choice} choice
   */
  choose(choice) {
    Object.assign(this.#preferences.choice, choice);
    this.#render();
  }

  /**
   * Prefers sentences with these words; an empty list prefers none.
   *
   * @param {string[]} words
   */
  setFocus(words) {
    this.#preferences.focus = words;
    return this.start();
  }

  /**
   * Goes to a sentence of the article.
   *
   * @param {number} index into the columns of the story
   */
  async visit(index) {
    const later = await this.#loadLater();
    this.#guard(() => this.#life.signal.aborted || later?.visits.go(index));
  }

  /** Goes back from the article to the sentence's control. */
  leave() {
    this.#guard(() => this.#later?.visits.leave());
  }

  /**
   * A person's choice: shown, and kept for the next article.
   *
   * @param {import('./types.js').Choice} choice
   * @param {Event} by
   */
  #keep(choice, by) {
    this.choose(choice);
    this.#preferences.save(by);
  }

  /** @param {State} state */
  #enter(state) {
    this.#state = state;
    if (state !== 'failed') {
      this.#failure = null;
    }
    this.#render();
    if (this.#state !== state) {
      return;
    }
    if (state === 'ready') {
      this.#later?.sayReady();
    }
    this.#guard(() =>
      this.#options.onState?.(state, { summary: this.summary, failure: this.#failure }),
    );
  }

  #render() {
    const state = this.#state;
    const quiet = this.#options.show === 'summary' && state !== 'ready';
    const { say } = this.#wording;
    // What comes into a place of the caller's is made while the engine is at work.
    const early = () => !this.#options.place && this.#presence.waits(state);
    if (!say || state === 'idle' || (!this.#presence.panel && (quiet || early()))) {
      return;
    }
    const shown = this.#guard(() => {
      const panel =
        this.#presence.panel ?? this.#presence.make(say, this.#actions(), this.#life.signal);
      this.#shown = panelView(
        state,
        this.#preferences.choice,
        this.#story.view,
        this.#failure,
        say,
      );
      panel.show(this.#shown);
      if (!this.#presence.waits(state)) {
        this.#presence.place(this.#story.view);
      }
      this.#guard(() => this.#showLater());
    });
    if (!shown && state === 'ready') {
      // What a page keeps from being shown is not said to be.
      this.#enter('failed');
      return;
    }
    if (state !== 'reading' && !this.#later) {
      // The sentences first: what comes later waits until this task is done.
      setTimeout(() => void this.#loadLater());
    }
  }

  /**
   * What a person may do in the panel.
   *
   * @returns {import('./types.js').PanelActions}
   */
  #actions() {
    return {
      visit: (index) => void this.visit(index),
      setLength: (length, by) =>
        // One sentence cannot be longer; who asks for more wants them as a list.
        this.#keep(
          { length, ...(this.#preferences.choice.type === 'headline' && { type: 'points' }) },
          by,
        ),
      setCollapsed: (collapsed, by) => this.#keep({ collapsed }, by),
      dismiss: () => {
        this.#guard(() => this.#options.onDismiss?.());
        this.destroy();
      },
      retry: () => void this.start(),
      openTools: async () => {
        const later = await this.#loadLater();
        this.#guard(() => later?.toggleTools());
      },
    };
  }

  /** @returns {Promise<import('./later.js').Later | null>} null where it does not come */
  async #loadLater() {
    try {
      const { Later } = await loadLater();
      const { signal } = this.#life;
      const { panel } = this.#presence;
      const { say } = this.#wording;
      if (!this.#later && panel && say && !signal.aborted) {
        this.#later = new Later({
          options: this.#options,
          panel,
          say,
          story: this.#story,
          preferences: this.#preferences,
          controller: this,
          work: () => this.#work.signal,
          signal,
        });
        this.#showLater();
        if (this.#state === 'ready') {
          this.#later.sayReady();
        }
      }
    } catch {
      // The summary stands without it.
    }
    return this.#later;
  }

  #showLater() {
    if (this.#shown?.state === 'ready') {
      this.#later?.show(this.#shown);
    }
  }

  /**
   * Runs what touches the page; a fault there must not reach the page's own scripts.
   *
   * @param {() => unknown} action
   * @returns {boolean} whether there was none
   */
  #guard(action) {
    try {
      action();
      return true;
    } catch (error) {
      this.#failure = { code: codeOf(error), cause: error };
      return false;
    }
  }
}
