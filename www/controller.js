/**
 * Reads the page, asks the engine, shows the panel: the one state machine behind every mode.
 *
 * Nothing in here throws into the page that hosts it: what goes wrong becomes a state.
 *
 * @module
 */

import { SummaryView } from './summary-view.js';
import { placeUnderHeadline } from './page/place.js';
import { Panel } from './panel/panel.js';
import { loadPhrases } from './panel/languages.js';
import { failureMessage, statusMessage } from './panel/reasons.js';

/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Summary} Summary */

/**
 * What may follow what. Every state may go to `idle` (destroyed) and to `reading` (again).
 *
 * @type {Record<State, State[]>}
 */
const NEXT = {
  idle: ['reading'],
  reading: ['ready', 'not-an-article', 'failed', 'reading', 'idle'],
  ready: ['reading', 'idle'],
  'not-an-article': ['reading', 'idle'],
  failed: ['reading', 'idle'],
};

/** Sentences shown until a person chooses. */
const DEFAULT_LENGTH = 3;

/**
 * @typedef {object} Failure
 * @property {string} code
 * @property {unknown} cause
 */

/**
 * @typedef {object} ControllerOptions
 * @property {Document} document the page
 * @property {import('./types.js').Engine} engine
 * @property {import('./types.js').Read} read `read` of reader.js
 * @property {import('./types.js').Locate} locate `locate` of page/locate.js
 * @property {'site' | 'extension'} [origin] whose panel it is (default `site`)
 * @property {string} [styles] the panel's rules (default: those in a site's own page)
 * @property {HTMLElement | (() => HTMLElement)} [mount] the element that gets the shadow root. An
 *   element that is not connected, and the default (a `<div>`), is put under the headline when
 *   there is something to show, and taken away by `destroy`.
 * @property {'headline' | 'story'} [placement] where such an element is put (default `headline`)
 * @property {'all' | 'summary'} [show] whether states other than a summary are shown too (`all`)
 * @property {string} [uiLanguage] BCP 47 of the panel's own words (default `en`)
 * @property {Partial<import('./panel/messages.js').Messages>} [messages] words instead of ours
 * @property {string} [language] of the article, over what the page says
 * @property {import('./types.js').Choice} [choice] what holds until a person chooses
 * @property {import('./types.js').ChoiceStore} [store] where a person's choices are kept
 * @property {AbortSignal} [signal] destroys the controller
 * @property {(state: State, detail: {summary: Summary | null, failure: Failure | null}) => void}
 *   [onState]
 * @property {() => void} [onDismiss] after a person removed the panel
 */

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
  /** @type {Summary | null} */
  #summary = null;
  /** @type {SummaryView | null} */
  #view = null;
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
  /** @type {import('./page/highlight.js').Light | null} */
  #light = null;
  /** @type {import('./extras.js').Extras | null} */
  #extras = null;
  /** @type {{index: number, end: () => void} | null} */
  #visit = null;
  #life = new AbortController();
  #work = new AbortController();
  /** @type {import('./panel/messages.js').Phrases | null} */
  #say = null;
  /** The text of the page when it was last read. */
  #text = '';

  /** @param {ControllerOptions} options */
  constructor(options) {
    this.#options = options;
    this.#choice = { ...options.choice };
    options.signal?.addEventListener('abort', () => this.destroy(), {
      once: true,
      signal: this.#life.signal,
    });
  }

  get state() {
    return this.#state;
  }

  get summary() {
    return this.#summary;
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
    const work = new AbortController();
    this.#work = work;
    this.#enter('reading');
    try {
      const { document, read, engine, store, uiLanguage = 'en', messages } = this.#options;
      engine.prepare?.();
      if (!this.#say) {
        Object.assign(this.#choice, await loadChoice(store));
        this.#say = await loadPhrases(uiLanguage, messages);
        this.#render();
      }
      const reading = read(document);
      this.#text = reading.page.text;
      const summary = await engine.summarize(reading.page, this.#request(), work.signal);
      if (!work.signal.aborted) {
        this.#summary = summary;
        this.#view = new SummaryView(summary, reading);
        this.#enter(this.#view.sentences > 0 && hasSummary(summary) ? 'ready' : 'not-an-article');
      }
    } catch (error) {
      if (!work.signal.aborted) {
        this.#failure = { code: codeOf(error), cause: error };
        this.#enter('failed');
      }
    }
    return this.#state;
  }

  /** Removes the panel and everything that was added or listened to. Final. */
  destroy() {
    if (this.#life.signal.aborted) {
      return;
    }
    this.#endVisit();
    this.#work.abort();
    this.#life.abort();
    this.#inserted?.remove();
    this.#inserted = null;
    this.#panel?.remove();
    this.#panel = null;
    this.#enter('idle');
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
    const visiting = await import('./page/visiting.js').catch(() => null);
    this.#guard(() => {
      if (!visiting || this.#life.signal.aborted) {
        return;
      }
      this.#endVisit();
      const range = this.#rangeOf(index);
      if (!range) {
        this.#panel?.markGone(index);
        this.#panel?.announce('gone');
        return;
      }
      const signal = this.#life.signal;
      this.#light ??= visiting.createLight('stand-first-source', {
        document: this.#document,
        signal,
      });
      this.#light.set([range]);
      const end = visiting.stay(range, {
        document: this.#document,
        signal,
        onEscape: () => this.leave(),
      });
      this.#visit = { index, end };
      this.#panel?.setBack('shown');
      this.#panel?.announce('shown');
    });
  }

  /** Goes back from the article to the sentence's control. */
  leave() {
    this.#guard(() => {
      const index = this.#visit?.index;
      this.#endVisit();
      if (index !== undefined) {
        this.#panel?.focusSentence(index);
      }
    });
  }

  get #document() {
    return this.#options.document;
  }

  #endVisit() {
    const visiting = this.#visit;
    this.#visit = null;
    visiting?.end();
    this.#light?.clear();
    if (visiting) {
      this.#panel?.setBack('hidden');
    }
  }

  /**
   * The live place of a sentence. Where the page has put in new nodes since, it is read again.
   *
   * @param {number} index
   */
  #rangeOf(index) {
    const view = this.#view;
    if (!view) {
      return null;
    }
    const { read, locate } = this.#options;
    return (
      view.locate(index, locate) ?? view.anchorAgain(read(this.#document)).locate(index, locate)
    );
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
   */
  #keep(choice) {
    this.choose(choice);
    this.#guard(() => this.#options.store?.save(this.#choice));
  }

  /** @param {State} state */
  #enter(state) {
    if (!NEXT[this.#state].includes(state)) {
      return;
    }
    const asked = this.#options.origin === 'extension' && state === 'ready';
    this.#state = state;
    if (state !== 'failed') {
      this.#failure = null;
    }
    this.#render();
    if (asked) {
      // A person asked for this panel; one that a site shows by itself is not called out.
      this.#panel?.announce('ready', { n: this.#choice.length ?? DEFAULT_LENGTH });
    }
    this.#guard(() =>
      this.#options.onState?.(state, { summary: this.#summary, failure: this.#failure }),
    );
  }

  #render() {
    const state = this.#state;
    const quiet = this.#options.show === 'summary' && state !== 'ready';
    const say = this.#say;
    if (!say || state === 'idle' || (!this.#panel && (quiet || this.#waitsToBePlaced(state)))) {
      return;
    }
    this.#guard(() => {
      this.#panel ??= this.#makePanel(say);
      const view = this.#panelView(say);
      this.#panel.show(view);
      this.#place();
      this.#showExtras(view);
    });
    if (state === 'ready' && !this.#extras) {
      void this.#loadExtras(say);
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
    const host =
      typeof mount === 'function' ? mount() : (mount ?? this.#document.createElement('div'));
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
        setLength: (length) =>
          // One sentence cannot be longer; who asks for more wants them as a list.
          this.#keep({ length, ...(this.#choice.type === 'headline' && { type: 'points' }) }),
        setCollapsed: (collapsed) => this.#keep({ collapsed }),
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
        document: this.#document,
        panel: this.#panel,
        say,
        signal,
        keep: (choice) => this.#keep(choice),
        setFocus: (words) => void this.setFocus(words),
        visit: (index) => void this.visit(index),
        rangeOf: (index) => this.#rangeOf(index),
        shown: () => (this.#state === 'ready' ? this.#view : null),
        readAgain: () => this.#readAgain(),
        take: (view) => this.#take(view),
      });
      this.#showExtras(this.#panelView(say));
    } catch {
      // The summary stands without them.
    }
  }

  /** @param {import('./types.js').PanelView} shown */
  #showExtras({ state, sentences, type, collapsed }) {
    if (this.#view && state === 'ready') {
      const marks = !collapsed && this.#choice.marks === true;
      this.#extras?.show({ view: this.#view, sentences, type, focus: this.#focus, marks });
    }
  }

  /** The page as it is now; `null` if its text is what it was. */
  async #readAgain() {
    const { document, read, engine } = this.#options;
    const reading = read(document);
    if (reading.page.text === this.#text) {
      return null;
    }
    this.#text = reading.page.text;
    const summary = await engine.summarize(reading.page, this.#request(), this.#work.signal);
    return hasSummary(summary) ? new SummaryView(summary, reading) : null;
  }

  /** @param {SummaryView} view */
  #take(view) {
    this.#view = view;
    this.#summary = view.summary;
    this.#render();
  }

  #place() {
    const host = this.#inserted;
    if (host && !host.isConnected) {
      placeUnderHeadline(host, {
        document: this.#document,
        title: this.#summary?.title ?? '',
        storyNode: this.#view?.firstNode,
        placement: this.#options.placement,
      });
    }
  }

  /**
   * @param {import('./panel/messages.js').Phrases} say
   * @returns {import('./types.js').PanelView}
   */
  #panelView(say) {
    const { length = DEFAULT_LENGTH, type = 'points', collapsed = false } = this.#choice;
    const shown = { state: this.#state, type, collapsed };
    const shape = this.#view?.shape(type === 'headline' ? 1 : length, say) ?? SummaryView.EMPTY;
    let message = '';
    if (this.#state === 'reading') {
      message = say('reading');
    } else if (this.#failure) {
      message = failureMessage(this.#failure.code, say);
    } else if (this.#summary) {
      message = statusMessage(this.#summary, say);
    }
    return { ...shape, ...shown, message };
  }

  /**
   * Runs what touches the page; a fault there must not reach the page's own scripts.
   *
   * @param {() => unknown} action
   */
  #guard(action) {
    try {
      action();
    } catch (error) {
      this.#failure = { code: codeOf(error), cause: error };
    }
  }
}

/** @param {Summary} summary */
function hasSummary(summary) {
  return summary.status === 'ok' || summary.status === 'partial';
}

/** @param {unknown} error */
function codeOf(error) {
  const code = /** @type {{code?: unknown} | null} */ (error)?.code;
  return typeof code === 'string' ? code : 'unknown';
}

/** @param {import('./types.js').ChoiceStore | undefined} store */
async function loadChoice(store) {
  try {
    return (await store?.load()) ?? {};
  } catch {
    return {};
  }
}
