/**
 * Reads the page, asks the engine, shows the panel: the one state machine behind every mode.
 *
 * Nothing in here throws into the page that hosts it: what goes wrong becomes a state.
 *
 * @module
 */

import { placeUnderHeadline } from './page/place.js';
import { DEFAULT_LENGTH, panelView } from './panel-view.js';
import { Panel } from './panel/panel.js';
import { loadPhrases } from './panel/languages.js';
import { Story, isTold } from './story.js';

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
  /** @type {Panel | null} */
  #panel = null;
  /** @type {HTMLElement | null} the element that was inserted, if one was */
  #inserted = null;
  /** @type {import('./types.js').Choice} */
  #choice;
  /** @type {string[]} */
  #focus = [];
  /** @type {import('./visits.js').Visits | null} */
  #visits = null;
  /** @type {import('./extras.js').Extras | null} */
  #extras = null;
  #life = new AbortController();
  #work = new AbortController();
  /** @type {import('./panel/messages.js').Phrases | null} */
  #say = null;

  /** @param {ControllerOptions} options */
  constructor(options) {
    this.#options = options;
    this.#story = new Story(options);
    this.#choice = { ...options.choice };
    options.signal?.addEventListener('abort', () => this.destroy(), {
      signal: this.#life.signal,
    });
  }

  get state() {
    return this.#state;
  }

  get summary() {
    return this.#story.summary;
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
        this.#say ?? this.#learnWords(),
      ]);
      if (!work.signal.aborted) {
        this.#story.take(view);
        this.#enter(isTold(view) ? 'ready' : 'not-an-article');
      }
    } catch (error) {
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

  /** Removes the panel and everything that was added or listened to. Final. */
  destroy() {
    if (this.#life.signal.aborted) {
      return;
    }
    this.#work.abort();
    this.#life.abort();
    this.#inserted?.remove();
    this.#panel?.remove();
    this.#inserted = this.#panel = null;
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
    const code = await import('./visits.js').catch(() => null);
    this.#guard(() => {
      const { signal } = this.#life;
      if (code && this.#panel && !signal.aborted) {
        this.#visits ??= new code.Visits({
          document: this.#options.document,
          panel: this.#panel,
          rangeOf: (index) => this.#story.rangeOf(index),
          signal,
        });
        this.#visits.go(index);
      }
    });
  }

  /** Goes back from the article to the sentence's control. */
  leave() {
    this.#guard(() => this.#visits?.leave());
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
    if (state === 'ready' && this.#options.origin === 'extension') {
      // A person asked for this panel; one that a site shows by itself is not called out.
      this.#panel?.announce('ready', { n: this.#choice.length ?? DEFAULT_LENGTH });
    }
    this.#guard(() =>
      this.#options.onState?.(state, { summary: this.summary, failure: this.#failure }),
    );
  }

  #render() {
    const state = this.#state;
    const quiet = this.#options.show === 'summary' && state !== 'ready';
    const say = this.#say;
    // What comes into a place of the caller's is made while the engine is at work.
    const early = () => !this.#options.place && this.#waitsToBePlaced(state);
    if (!say || state === 'idle' || (!this.#panel && (quiet || early()))) {
      return;
    }
    const shown = this.#guard(() => {
      this.#panel ??= this.#makePanel(say);
      this.#shown = panelView(state, this.#choice, this.#story.view, this.#failure, say);
      this.#panel.show(this.#shown);
      if (!this.#waitsToBePlaced(state)) {
        this.#place();
      }
      this.#guard(() => this.#showExtras());
    });
    if (!shown && state === 'ready') {
      // What a page keeps from being shown is not said to be.
      this.#enter('failed');
      return;
    }
    if (state === 'ready' && !this.#extras) {
      // The sentences first: what comes later waits until this task is done.
      setTimeout(() => void this.#loadExtras(say));
    }
  }

  /**
   * The default place is known when the story is; until then nothing is put in.
   *
   * @param {State} state
   */
  #waitsToBePlaced(state) {
    const { mount } = this.#options;
    return state === 'reading' && !(mount instanceof Element && mount.isConnected);
  }

  /** @param {import('./panel/messages.js').Phrases} say */
  #makePanel(say) {
    const { mount, origin = 'site' } = this.#options;
    const host = mount ?? this.#options.document.createElement('div');
    if (!host.isConnected) {
      this.#inserted = host;
    }
    if (!mount) {
      host.dataset.standfirst = 'panel';
    }
    return new Panel({
      host,
      origin,
      styles: this.#options.styles,
      say,
      signal: this.#life.signal,
      actions: {
        visit: (index) => void this.visit(index),
        leave: () => this.leave(),
        setLength: (length, by) =>
          // One sentence cannot be longer; who asks for more wants them as a list.
          this.#keep({ length, ...(this.#choice.type === 'headline' && { type: 'points' }) }, by),
        setCollapsed: (collapsed, by) => this.#keep({ collapsed }, by),
        dismiss: () => {
          this.destroy();
          this.#guard(() => this.#options.onDismiss?.());
        },
        retry: () => void this.start(),
        openTools: () => this.#guard(() => this.#extras?.toggleTools()),
      },
    });
  }

  /** @param {import('./panel/messages.js').Phrases} say */
  async #loadExtras(say) {
    const { signal } = this.#life;
    try {
      const { Extras } = await import('./extras.js');
      if (signal.aborted || this.#extras || !this.#panel) {
        return;
      }
      this.#extras = new Extras({
        document: this.#options.document,
        panel: this.#panel,
        say,
        signal,
        keep: (choice, by) => this.#keep(choice, by),
        setFocus: (words) => void this.setFocus(words),
        visit: (index) => void this.visit(index),
        rangeOf: (index) => this.#story.rangeOf(index),
        shown: () => (this.#state === 'ready' ? this.#story.view : null),
        readAgain: () => this.#story.readAgain(this.#request(), this.#work.signal),
        take: (view) => {
          this.#story.take(view);
          this.#render();
        },
      });
      this.#showExtras();
    } catch {
      // The summary stands without them.
    }
  }

  #showExtras() {
    const { view } = this.#story;
    if (view && this.#shown?.state === 'ready') {
      const { sentences, type, collapsed } = this.#shown;
      const marks = !collapsed && this.#choice.marks === true;
      this.#extras?.show({ view, sentences, type, focus: this.#focus, marks });
    }
  }

  #place() {
    const host = this.#inserted;
    if (host && !host.isConnected) {
      if (this.#options.place) {
        this.#options.place();
        return;
      }
      placeUnderHeadline(host, {
        document: this.#options.document,
        title: this.summary?.title ?? '',
        storyNode: this.#story.view?.firstNode,
        placement: this.#options.placement,
      });
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
