/**
 * Reads the page, asks the engine, shows the panel: the one state machine behind every mode.
 *
 * Nothing in here throws into the page that hosts it: what goes wrong becomes a state.
 *
 * @module
 */

import { loadLater } from './load-later.js';
import { DEFAULT_LENGTH, panelView } from './panel-view.js';
import { loadPhrases } from './panel/languages.js';
import { Presence } from './presence.js';
import { Story } from './story.js';

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
  /** @type {import('./types.js').Choice} */
  #choice;
  /** @type {string[]} */
  #focus = [];
  /** What answers a person, once it is here. @type {import('./later.js').Later | null} */
  #later = null;
  #life = new AbortController();
  #work = new AbortController();
  /** @type {import('./panel/messages.js').Phrases | null} */
  #say = null;
  /** @type {Promise<void> | null} */
  #learning = null;

  /** @param {ControllerOptions} options */
  constructor(options) {
    this.#options = options;
    this.#story = new Story(options);
    this.#presence = new Presence(options);
    this.#choice = { ...options.choice };
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
      this.#options.engine.prepare?.();
      // What was kept and the words are got while the engine is on its way: a page's first look into
      // its storage takes some milliseconds, and so do a browser's first plural rules.
      const [view] = await Promise.all([
        this.#story.read(() => this.#recall(), work.signal),
        (this.#learning ??= this.#learnWords()),
      ]);
      if (!view.isTold) {
        await this.#learnMore();
      }
      if (!work.signal.aborted) {
        this.#story.view = view;
        this.#enter(view.isTold ? 'ready' : 'not-an-article');
      }
    } catch (error) {
      await this.#learnMore();
      if (!work.signal.aborted) {
        this.#failure = { code: codeOf(error), cause: error };
        this.#enter('failed');
      }
    }
    return this.#state;
  }

  /** What to ask the engine for, with what was kept at the first start. */
  async #recall() {
    if (!this.#say) {
      Object.assign(this.#choice, await loadChoice(this.#options.store));
    }
    return this.#request();
  }

  async #learnWords() {
    const { uiLanguage = 'en', messages } = this.#options;
    this.#say = await loadPhrases(uiLanguage, messages);
    this.#render();
  }

  /** The words for what is no summary come with what comes later. */
  async #learnMore() {
    await this.#learning;
    if (this.#say?.learn && this.#options.show !== 'summary') {
      await loadLater().then(
        ({ MORE_ENGLISH }) => this.#say?.learn?.(MORE_ENGLISH),
        () => {},
      );
    }
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
    Object.assign(this.#choice, choice);
    this.#render();
  }

  /**
   * Prefers sentences with these words; an empty list prefers none.
   *
   * @param {string[]} words
   */
  setFocus(words) {
    this.#focus = words;
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

  /** @returns {import('./types.js').SummaryOptions} */
  #request() {
    return {
      sentences: this.#choice.length ?? DEFAULT_LENGTH,
      ...(this.#options.language && { language: this.#options.language }),
      ...(this.#focus.length > 0 && { focus: this.#focus }),
    };
  }

  /**
   * A person's choice: shown, and kept for the next article.
   *
   * @param {import('./types.js').Choice} choice
   * @param {Event} by
   */
  #keep(choice, by) {
    this.choose(choice);
    this.#guard(() => this.#options.store?.save(this.#choice, by));
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
    this.#sayReady();
    this.#guard(() =>
      this.#options.onState?.(state, { summary: this.summary, failure: this.#failure }),
    );
  }

  /** A person asked for an extension's panel; one that a site shows by itself is not called out. */
  #sayReady() {
    if (this.#state === 'ready' && this.#options.origin === 'extension') {
      this.#later?.replies.announce('ready', { n: this.#shown?.sentences.length ?? 0 });
    }
  }

  #render() {
    const state = this.#state;
    const quiet = this.#options.show === 'summary' && state !== 'ready';
    const say = this.#say;
    // What comes into a place of the caller's is made while the engine is at work.
    const early = () => !this.#options.place && this.#presence.waits(state);
    if (!say || state === 'idle' || (!this.#presence.panel && (quiet || early()))) {
      return;
    }
    const shown = this.#guard(() => {
      const panel =
        this.#presence.panel ?? this.#presence.make(say, this.#actions(), this.#life.signal);
      this.#shown = panelView(state, this.#choice, this.#story.view, this.#failure, say);
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
        this.#keep({ length, ...(this.#choice.type === 'headline' && { type: 'points' }) }, by),
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
      if (!this.#later && panel && this.#say && !signal.aborted) {
        this.#later = new Later({
          options: this.#options,
          panel,
          say: this.#say,
          story: this.#story,
          signal,
          keep: (choice, by) => this.#keep(choice, by),
          setFocus: (words) => this.setFocus(words),
          visit: (index) => void this.visit(index),
          leave: () => this.leave(),
          shown: () => (this.#state === 'ready' ? this.#story.view : null),
          request: () => [this.#request(), this.#work.signal],
          take: (view) => {
            this.#story.view = view;
            this.#render();
          },
        });
        this.#showLater();
        this.#sayReady();
      }
    } catch {
      // The summary stands without it.
    }
    return this.#later;
  }

  #showLater() {
    const { view } = this.#story;
    if (view && this.#shown?.state === 'ready') {
      const { sentences, type, collapsed } = this.#shown;
      const marks = !collapsed && this.#choice.marks === true;
      this.#later?.show({ view, sentences, type, focus: this.#focus, marks });
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

/** @param {unknown} error */
function codeOf(error) {
  const code = /** @type {{code?: unknown} | null} */ (error)?.code;
  return typeof code === 'string' ? code : 'unknown';
}

/**
 * What was kept, if anything can be.
 *
 * @param {import('./types.js').ChoiceStore | undefined} store
 */
async function loadChoice(store) {
  try {
    return await store?.load();
  } catch {
    return null;
  }
}
