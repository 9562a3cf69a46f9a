/**
 * What the panel offers beyond its sentences: the salience strip and the tools.
 *
 * @module
 */

import { followArticle } from './living.js';
import { createLight } from './page/highlight.js';
import { asMarkdown, asText } from './page/link.js';
import { MarginMarks } from './page/margin.js';
import { watchReadingPlace } from './page/reading-place.js';
import { readAloud, voiceFor } from './page/speech.js';
import { Strip } from './panel/strip.js';
import { Tools } from './panel/tools.js';
import { sentencesIn } from './places.js';

/**
 * @typedef {object} ExtrasOptions
 * @property {Document} document
 * @property {import('./panel/replies.js').Replies} replies
 * @property {import('./panel/messages.js').Phrases} say
 * @property {AbortSignal} signal ends all of it
 * @property {(choice: import('./types.js').Choice, by: Event) => void} keep
 * @property {(words: string[]) => Promise<unknown>} setFocus
 * @property {(index: number) => void} visit
 * @property {(index: number) => Range | null} rangeOf
 * @property {() => import('./summary-view.js').SummaryView | null} shown
 * @property {() => Promise<import('./summary-view.js').SummaryView | null>} readAgain
 * @property {(view: import('./summary-view.js').SummaryView) => void} take
 */

/**
 * @typedef {object} Shown
 * @property {import('./summary-view.js').SummaryView} view
 * @property {{index: number, text: string}[]} sentences
 * @property {import('./types.js').SummaryType} type
 * @property {string[]} focus
 * @property {boolean} marks whether chosen sentences are marked in the margin
 */

export class Extras {
  #options;
  #strip;
  /** @type {Tools | null} */
  #tools = null;
  /** @type {MarginMarks | null} */
  #marks = null;
  /** @type {Shown | null} */
  #shown = null;
  /** @type {AbortController | null} */
  #speaking = null;
  /** @type {AbortController | null} */
  #watching = null;
  #light;

  /** @param {ExtrasOptions} options */
  constructor(options) {
    this.#options = options;
    const { document, replies, say, signal, visit } = options;
    this.#strip = new Strip({ document, say, visit, signal });
    this.#light = createLight('stand-first-spoken', { document, signal });
    replies.setStrip(this.#strip.element);
    followArticle(options);
    signal.addEventListener('abort', () => this.#hush(), { once: true });
  }

  /** @param {Shown} shown */
  show(shown) {
    if (shown.view !== this.#shown?.view) {
      this.#hush();
      this.#watch(shown.view);
    }
    this.#shown = shown;
    const { view, sentences } = shown;
    this.#strip.show({
      salience: view.summary.story.salience,
      chosen: sentences.map(({ index }) => index),
      textOf: (index) => view.textOf(index),
      isNew: (index) => view.isNew(index),
    });
    this.#showMarks();
    this.#showTools();
  }

  /** Sentences that are shown. */
  get length() {
    return this.#shown?.sentences.length ?? 0;
  }

  #showMarks() {
    const { replies, say, signal, rangeOf } = this.#options;
    const { sentences, marks } = /** @type {Shown} */ (this.#shown);
    if (!marks && !this.#marks) {
      return;
    }
    this.#marks ??= new MarginMarks({
      layer: replies.addLayer('margin'),
      name: say('back'),
      onPick: (index) => replies.focusSentence(index),
      signal,
    });
    /** @type {Map<number, Range>} */
    const ranges = new Map();
    for (const { index } of marks ? sentences : []) {
      const range = rangeOf(index);
      if (range) {
        ranges.set(index, range);
      }
    }
    this.#marks.show(ranges);
  }

  /** Opens the tools, or closes them. */
  toggleTools() {
    this.#tools ??= this.#makeTools();
    this.#options.replies.toggleTools(this.#tools.element);
    this.#showTools();
  }

  #makeTools() {
    const { document, say, signal, keep } = this.#options;
    const navigator = document.defaultView?.navigator;
    return new Tools({
      document,
      say,
      signal,
      actions: {
        setType: (type, by) => keep({ type }, by),
        setMarks: (marks, by) => keep({ marks }, by),
        setFocus: (words) => void this.#focusOn(words),
        copyText: () => this.#copy(asText),
        copyMarkdown: () => this.#copy(asMarkdown),
        share: navigator && 'share' in navigator ? () => void this.#share() : null,
        listen: this.#voice() ? () => this.#toggleSpeech() : null,
      },
    });
  }

  /** @param {string[]} words */
  async #focusOn(words) {
    const { replies, setFocus, shown } = this.#options;
    await setFocus(words);
    if (shown()) {
      replies.announce('ready', { n: this.length });
    }
  }

  #showTools() {
    const shown = this.#shown;
    if (shown) {
      this.#tools?.show({
        type: shown.type,
        marks: shown.marks,
        keywords: shown.view.summary.keywords,
        focus: shown.focus,
        listening: this.#speaking !== null,
        language: shown.view.language,
      });
    }
  }

  /** @param {import('./summary-view.js').SummaryView} view */
  #watch(view) {
    this.#watching?.abort();
    this.#watching = new AbortController();
    watchReadingPlace({
      blocks: view.elements,
      onChange: (first, last) => this.#strip.showRead(...sentencesIn(view, first, last)),
      signal: AbortSignal.any([this.#options.signal, this.#watching.signal]),
    });
  }

  #takeaway() {
    const { view, sentences, type } = /** @type {Shown} */ (this.#shown);
    const { href } = this.#options.document.location;
    return {
      title: view.summary.title,
      url: href,
      sentences: sentences.map(({ text }) => text),
      blocks: view.blocks,
      type,
    };
  }

  /** @param {typeof asText} write */
  async #copy(write) {
    const { document, replies } = this.#options;
    try {
      await document.defaultView?.navigator.clipboard.writeText(write(this.#takeaway()));
      replies.announce('copied');
      return true;
    } catch {
      replies.announce('copyFailed');
      return false;
    }
  }

  async #share() {
    const takeaway = this.#takeaway();
    try {
      await this.#options.document.defaultView?.navigator.share({
        title: takeaway.title,
        text: asText({ ...takeaway, url: '' }),
        url: takeaway.url,
      });
    } catch {
      // The person closed the share sheet.
    }
  }

  #voice() {
    const { defaultView } = this.#options.document;
    const language = this.#shown?.view.language;
    return defaultView && language ? voiceFor(defaultView, language) : null;
  }

  #toggleSpeech() {
    if (this.#speaking) {
      this.#hush();
      this.#showTools();
      return;
    }
    const voice = this.#voice();
    const view = this.#options.document.defaultView;
    if (!voice || !view || !this.#shown) {
      return;
    }
    this.#speaking = new AbortController();
    readAloud({
      view,
      voice,
      sentences: this.#shown.sentences,
      signal: this.#speaking.signal,
      onSentence: (index) => this.#lightSpoken(index),
    });
    this.#showTools();
  }

  /** @param {number | null} index */
  #lightSpoken(index) {
    if (index === null) {
      this.#hush();
      this.#showTools();
      return;
    }
    const range = this.#options.rangeOf(index);
    this.#light.set(range ? [range] : []);
  }

  #hush() {
    this.#speaking?.abort();
    this.#speaking = null;
    this.#light.clear();
  }
}
