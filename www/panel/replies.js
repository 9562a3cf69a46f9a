/**
 * What the panel does once its sentences stand: says things to those who listen, leads back from the
 * article, makes room for tools, strip and news. Loaded after the sentences are shown.
 *
 * @module
 */

import { make, sheetOf } from './build.js';
import { EXTRAS_STYLES } from './extras-styles.js';
import { inPixels } from './pixels.js';

/** A status text set at once with its region is not heard by VoiceOver; later it is. */
const ANNOUNCE_AFTER_MS = 100;

export class Replies {
  #parts;
  #say;
  #signal;
  #back;
  /** @type {HTMLElement | null} */
  #tools = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #announcing;

  /**
   * @param {object} options
   * @param {import('./panel.js').Panel} options.panel
   * @param {'site' | 'extension'} options.origin
   * @param {import('./messages.js').Phrases} options.say
   * @param {() => void} options.leave goes back from the article to the summary
   * @param {AbortSignal} options.signal ends all listening
   */
  constructor({ panel: { parts }, origin, say, leave, signal }) {
    const { root, card } = parts;
    const document = root.ownerDocument;
    const ui = { lang: say.language, dir: say.direction };
    this.#parts = parts;
    this.#say = say;
    this.#signal = signal;
    this.#back = make(
      document,
      'button',
      { type: 'button', class: 'back', popover: 'manual', hidden: '', ...ui },
      [say('back')],
    );
    this.#back.addEventListener('click', leave, { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#announcing), { once: true });
    const styles = origin === 'extension' ? inPixels(EXTRAS_STYLES) : EXTRAS_STYLES;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(styles)];
    card.after(this.#back);
  }

  /**
   * Puts a control in the place of the reading times, or these back. Nothing moves.
   *
   * @param {HTMLElement | null} control
   */
  replaceTimes(control) {
    this.#parts.figures.replaceChildren(control ?? this.#parts.times);
  }

  /**
   * An empty layer over the page, from the panel's own corner; for the pointer alone.
   *
   * @param {string} name
   */
  addLayer(name) {
    const { root } = this.#parts;
    const layer = make(root.ownerDocument, 'div', { class: name, 'aria-hidden': 'true' });
    root.append(layer);
    return layer;
  }

  /**
   * Puts the salience strip in its place.
   *
   * @param {HTMLElement} strip
   */
  setStrip(strip) {
    this.#parts.strip.replaceChildren(strip);
  }

  /**
   * Shows the tools below the controls, or takes them away.
   *
   * @param {HTMLElement} tools
   */
  toggleTools(tools) {
    const { controls, more } = this.#parts;
    if (this.#tools) {
      this.#tools.hidden = !this.#tools.hidden;
    } else {
      this.#tools = tools;
      controls.after(tools);
      more.setAttribute('aria-controls', tools.id);
    }
    more.setAttribute('aria-expanded', String(!this.#tools.hidden));
  }

  /**
   * Says something to those who listen, without moving the focus.
   *
   * @param {Parameters<import('./messages.js').Say>} message
   */
  announce(...message) {
    clearTimeout(this.#announcing);
    if (this.#signal.aborted) return;
    // The same words again are heard only if they were gone.
    this.#parts.status.textContent = '';
    this.#announcing = setTimeout(() => {
      this.#parts.status.textContent = this.#say(...message);
    }, ANNOUNCE_AFTER_MS);
  }

  /**
   * Marks a sentence whose place in the article is lost.
   *
   * @param {number} index
   */
  markGone(index) {
    this.#parts.list.items.get(index)?.classList.add('gone');
  }

  /** @param {'shown' | 'hidden'} state of the control that leads back from the article */
  setBack(state) {
    this.#back.hidden = state === 'hidden';
    // The top layer keeps the control in sight even where an ancestor is transformed.
    if ('showPopover' in this.#back && this.#back.isConnected) {
      this.#back.togglePopover(state === 'shown');
    }
  }

  /** Moves the focus to the first new sentence, or to the first of all. */
  focusNews() {
    const { list, fold } = this.#parts;
    const { element } = list;
    const found = element.querySelector('[data-new] ~ button') ?? element.querySelector('button');
    /** @type {HTMLElement} */ (found ?? fold).focus();
  }

  /**
   * Moves the focus to a sentence's control, as after a visit to the article.
   *
   * @param {number} index
   */
  focusSentence(index) {
    const { list, body, fold } = this.#parts;
    const button = list.items.get(index)?.querySelector('button');
    const target = button && !body.hidden ? button : fold;
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }
}
