/**
 * `<stand-first>`: a thin element over the controller. This file registers nothing.
 *
 * @module
 */

import { ChoiceAttributes } from './choice-attributes.js';
import { createController } from './controller.js';
import { inPageEngine } from './engine/in-page.js';
import { deviceStore } from './page/store.js';
import { claimedLanguage, read, readInTurns } from './reader.js';

/** @typedef {Partial<import('./panel/messages.js').Messages>} Labels */

/**
 * The standfirst of the article in its page.
 *
 * @attr {string} for - id of the element that holds the article (default: the whole document)
 * @attr {number} length - sentences shown at first, 1 to 12 (default 3)
 * @attr {'points' | 'paragraph' | 'headline'} type - how they are set (default `points`)
 * @attr {boolean} collapsed - folded at first
 * @attr {boolean} marks - chosen sentences marked in the article's margin
 * @attr {'headline' | 'story'} placement - where it puts itself, where the page has not put it:
 *   under the headline (default) or before the story's first block
 * @attr {'light' | 'dark'} theme - colours of its own (default: the page's)
 * @attr {string} heading - over the panel, instead of "In short"
 * @attr {string} label - under the panel, instead of what the sentences are
 * @attr {string} article-lang - BCP 47 language of the article, over what the page says
 * @attr {string} lang - language of the panel's own words (default: the page's)
 * @attr {string} wasm-url - where the engine's wasm file is, if not beside the script
 * @fires stand-first-ready - the summary is shown; `detail.summary`
 * @fires stand-first-refused - there is no summary; `detail.summary` says why
 * @fires stand-first-error - the summary could not be made; `detail.code`, `detail.cause`
 * @fires stand-first-dismiss - a person removes the panel, which still stands
 *
 * Events bubble. Of an element that was to find its place and is not in the page, they are the document's.
 *
 * @cssprop --stand-first-accent - colour of the marks and the slider
 * @cssprop --stand-first-background - behind the panel
 * @cssprop --stand-first-line - colour of the rules
 * @cssprop --stand-first-radius - of the corners
 * @cssprop --stand-first-margin - above and below
 * @cssprop --stand-first-font-size - of the sentences
 * @csspart card - the whole panel
 * @csspart heading - "In short"
 * @csspart figures - reading times
 * @csspart message - a sentence about a state
 * @csspart list - the sentences
 * @csspart sentence - one sentence
 * @csspart strip - the article, a mark a sentence
 * @csspart controls - length and the way to the tools
 * @csspart tools - form, focus words, what to take along
 * @csspart label - what the sentences are
 */
export class StandFirst extends ChoiceAttributes {
  /** @type {ReturnType<typeof createController> | null} */
  #controller = null;
  /** Whether it found its place by itself, and so may look for it again. */
  #placedItself = false;
  /**
   * The site's own words for any of the panel's, by the keys of `panel/messages.js`; to be set
   * before the element is put into the page, or before this file has defined it.
   *
   * @type {Labels}
   */
  labels = /** @type {Partial<StandFirst>} */ (this).labels ?? {};
  /** Times that it may come back after the page's scripts took it out. */
  #returns = 2;
  /** Ends the watch over the page. @type {AbortController | null} */
  #watch = null;

  /** @type {import('./types.js').State} */
  get state() {
    return this.#controller?.state ?? 'idle';
  }

  /** The summary, once there is one. */
  get summary() {
    return this.#controller?.summary ?? null;
  }

  connectedCallback() {
    if (this.#controller) {
      return;
    }
    if (this.ownerDocument.readyState === 'loading') {
      // Neither the article nor what is inside this element need be there yet.
      this.ownerDocument.addEventListener('DOMContentLoaded', () => this.#start(), { once: true });
    } else {
      void this.#start();
    }
  }

  disconnectedCallback() {
    // A move within the document disconnects and connects in one turn; the panel stays then.
    queueMicrotask(() => {
      if (this.isConnected || !this.#controller) {
        return;
      }
      this.#end();
      if (this.#placedItself && this.#returns > 0) {
        this.#returns -= 1;
        void this.#begin('summary');
      } else {
        this.#watch?.abort();
        this.#watch = null;
      }
    });
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    const property = /** @type {typeof ChoiceAttributes.observedAttributes[number]} */ (name);
    this.#controller?.choose({ [property]: this[property] });
  }

  /**
   * Summarizes the document, and only then puts this element, not yet in it, under the headline.
   * Where there is no summary the document is left as it is.
   *
   * @returns {Promise<import('./types.js').State>}
   */
  async placeItself() {
    this.#placedItself = true;
    const state = await this.#begin('summary');
    if (state === 'not-an-article' && this.#watch) {
      // Pages that are made by script have their article a little later.
      const { whenQuiet } = await import('./page/navigation.js');
      whenQuiet(this.ownerDocument, () => void this.refresh(), this.#watch.signal);
    }
    return state;
  }

  /** Takes the element out for good. */
  dismiss() {
    // In this order every browser knows where the focus was.
    this.remove();
    this.#end();
    this.#watch?.abort();
  }

  /** Reads the page again, as after a change of the article. */
  refresh() {
    return this.#controller?.start();
  }

  /** Begins in a place that the page has given; what is prerendered there stays until the end. */
  async #start() {
    /** @type {HTMLElement | null} */
    const content = this.querySelector(':scope > [data-standfirst="prerendered"]');
    if (!content) {
      return this.#begin('all');
    }
    const { focusedSentence, mayGiveWay } = await import('./page/prerendered.js');
    await mayGiveWay(content);
    if (!this.isConnected || this.#controller) {
      return this.state;
    }
    const focused = focusedSentence(content);
    const label = content.querySelector('.label')?.textContent;
    const state = await this.#begin('summary', label ? { label } : {});
    this.shadowRoot?.querySelectorAll('li').item(focused)?.querySelector('button')?.focus();
    return state;
  }

  /**
   * @param {'all' | 'summary'} show
   * @param {Labels} [words] of prerendered content
   */
  #begin(show, words = {}) {
    const document = this.ownerDocument;
    const watched = this.#watch;
    const { signal } = (this.#watch ??= new AbortController());
    this.#controller = createController({
      document,
      engine: inPageEngine({ wasmUrl: this.getAttribute('wasm-url') ?? undefined }),
      read: () => read(this.#articleRoot()),
      readInTurns: () => readInTurns(this.#articleRoot()),
      mount: this,
      show,
      uiLanguage:
        /** @type {HTMLElement | null} */ (this.closest('[lang]'))?.lang ||
        claimedLanguage(document) ||
        'en',
      language: this.getAttribute('article-lang') ?? undefined,
      messages: { ...words, ...this.#ownWords(), ...this.labels },
      placement: this.getAttribute('placement') === 'story' ? 'story' : 'headline',
      choice: {
        length: this.length,
        type: this.type,
        collapsed: this.collapsed,
        marks: this.marks,
      },
      store: deviceStore(document),
      onState: (state, detail) => this.#tell(state, detail),
      onDismiss: () => {
        this.#fire('dismiss');
        this.dismiss();
      },
    });
    const from = document.URL;
    const started = this.#controller.start();
    if (!watched) {
      // What the first summary needs is loaded first.
      void started.then(() => this.#followNavigation(signal, from));
    }
    return started;
  }

  /** The words that have attributes. */
  #ownWords() {
    /** @type {Labels} */
    const words = {};
    for (const name of /** @type {const} */ (['heading', 'label'])) {
      const word = this.getAttribute(name);
      if (word) words[name] = word;
    }
    return words;
  }

  #end() {
    const controller = this.#controller;
    this.#controller = null;
    controller?.destroy();
  }

  /**
   * @param {AbortSignal} signal
   * @param {string} from the address that the first summary is of
   */
  async #followNavigation(signal, from) {
    // A page that is left meanwhile, or a file that does not come, is no fault of the page's.
    const navigation = await import('./page/navigation.js').catch(() => null);
    if (!navigation || signal.aborted) {
      return;
    }
    navigation.watchNavigation({
      document: this.ownerDocument,
      from,
      signal,
      onLeave: () => {
        if (this.#placedItself) {
          this.remove();
          this.#end();
        }
      },
      onArrive: () => void (this.#placedItself ? this.#begin('summary') : this.refresh()),
    });
  }

  #articleRoot() {
    const id = this.getAttribute('for');
    return (id && this.ownerDocument.getElementById(id)) || this.ownerDocument;
  }

  /**
   * @param {import('./types.js').State} state
   * @param {{summary: import('./types.js').Summary | null, failure: {code: string, cause: unknown} | null}} detail
   */
  #tell(state, { summary, failure }) {
    if (state === 'ready') {
      this.#fire('ready', { summary });
    } else if (state === 'not-an-article') {
      this.#fire('refused', { summary });
    } else if (state === 'failed') {
      this.#fire('error', failure);
    }
  }

  /**
   * @param {string} name
   * @param {unknown} [detail]
   */
  #fire(name, detail) {
    // One that has found no place is not in the page, where somebody listens.
    (this.isConnected ? this : this.ownerDocument).dispatchEvent(
      new CustomEvent(`stand-first-${name}`, { detail, bubbles: true, composed: true }),
    );
  }
}
