/**
 * The view: a section in a shadow root with heading, sentences and controls.
 *
 * It needs no custom element, so that it works in an extension's content script too. It reads
 * nothing and decides nothing: the controller says what to show and does what is asked.
 *
 * @module
 */

import { iconButton, make, nameButton } from './build.js';
import { SentenceList } from './sentence-list.js';
import { sheetOf } from './styles.js';

/** A status text set at once with its region is not heard by VoiceOver; later it is. */
const ANNOUNCE_AFTER_MS = 100;

/**
 * @typedef {object} PanelOptions
 * @property {HTMLElement} host gets an open shadow root
 * @property {'site' | 'extension'} origin
 * @property {string} [styles] its rules (default: those in a site's own page)
 * @property {import('./messages.js').Phrases} say
 * @property {import('../types.js').PanelActions} actions
 * @property {AbortSignal} signal ends all listening
 */

export class Panel {
  #host;
  #say;
  #actions;
  #signal;
  #card;
  #heading;
  #figures;
  #times;
  #fold;
  #body;
  #message;
  #retry;
  #list;
  #strip;
  #controls;
  #more;
  #label;
  /** @type {HTMLElement | null} */
  #tools = null;
  #slider;
  #amount;
  #status;
  #back;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #announcing;

  /** @param {PanelOptions} options */
  constructor({ host, origin, styles, say, actions, signal }) {
    const document = host.ownerDocument;
    this.#host = host;
    this.#say = say;
    this.#actions = actions;
    this.#signal = signal;
    const ui = { lang: say.language, dir: say.direction };

    this.#heading = make(document, 'h2', { id: 'heading', part: 'heading', ...ui }, [
      say('heading'),
    ]);
    this.#times = make(document, 'span');
    this.#figures = make(document, 'p', { class: 'figures', part: 'figures', ...ui }, [
      this.#times,
    ]);
    this.#fold = iconButton(document, 'fold', '', { class: 'fold', 'aria-controls': 'body' });
    const close = iconButton(document, 'close', say('dismiss'), { class: 'dismiss' });
    const header = make(document, 'header', {}, [this.#heading, this.#figures, this.#fold, close]);

    this.#message = make(document, 'p', { class: 'message', part: 'message', ...ui });
    this.#retry = make(document, 'button', { type: 'button', class: 'retry', ...ui }, [
      say('retry'),
    ]);
    this.#list = new SentenceList({ document, say, signal, visit: actions.visit });
    this.#slider = make(document, 'input', {
      type: 'range',
      id: 'length',
      min: '1',
      step: '1',
      'aria-label': say('length'),
    });
    // No <output>: that would be read out beside the slider, which says it already.
    this.#amount = make(document, 'span', { class: 'amount', ...ui });
    const name = make(document, 'label', { class: 'name', for: 'length', ...ui }, [say('length')]);
    this.#more = make(
      document,
      'button',
      { type: 'button', class: 'more', 'aria-expanded': 'false', ...ui },
      [say('more')],
    );
    // Its height is kept free from the start, so that nothing moves when the strip comes.
    this.#strip = make(document, 'div', { class: 'strip-place' });
    this.#controls = make(document, 'div', { class: 'controls', part: 'controls' }, [
      name,
      this.#slider,
      this.#amount,
      this.#more,
    ]);
    this.#label = make(document, 'p', { class: 'label', part: 'label', ...ui }, [say('label')]);
    this.#body = make(document, 'div', { id: 'body' }, [
      this.#message,
      this.#retry,
      this.#list.element,
      this.#strip,
      this.#controls,
      this.#label,
    ]);
    this.#status = make(document, 'p', { class: 'status', role: 'status', ...ui });
    this.#back = make(
      document,
      'button',
      { type: 'button', class: 'back', popover: 'manual', hidden: '', ...ui },
      [say('back')],
    );
    this.#card = make(
      document,
      'section',
      { class: 'card', part: 'card', 'aria-labelledby': 'heading' },
      [header, this.#body, this.#status],
    );
    if (origin === 'extension') {
      const foreign = make(document, 'p', { class: 'foreign', ...ui }, [say('foreign')]);
      this.#card.prepend(foreign);
    }
    this.#listen(close);
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(styles)];
    root.replaceChildren(this.#card, this.#back);
  }

  /** @param {HTMLButtonElement} close */
  #listen(close) {
    const listening = { signal: this.#signal };
    const { setCollapsed, setLength, dismiss, openTools, leave, retry } = this.#actions;
    this.#fold.addEventListener('click', (by) => setCollapsed(!this.#body.hidden, by), listening);
    this.#slider.addEventListener(
      'input',
      (by) => setLength(this.#slider.valueAsNumber, by),
      listening,
    );
    this.#back.addEventListener('click', leave, listening);
    close.addEventListener('click', dismiss, listening);
    if (openTools) this.#more.addEventListener('click', openTools, listening);
    else this.#more.remove();
    this.#retry.addEventListener('click', retry, listening);
  }

  /**
   * Puts a control in the place of the reading times, or these back. Nothing moves.
   *
   * @param {HTMLElement | null} control
   */
  replaceTimes(control) {
    this.#figures.replaceChildren(control ?? this.#times);
  }

  /**
   * An empty layer over the page, from the panel's own corner; for the pointer alone.
   *
   * @param {string} name
   */
  addLayer(name) {
    const layer = make(this.#host.ownerDocument, 'div', { class: name, 'aria-hidden': 'true' });
    this.#host.shadowRoot?.append(layer);
    return layer;
  }

  /**
   * Puts the salience strip in its place.
   *
   * @param {HTMLElement} strip
   * @param {string} styles rules of all that comes later
   */
  setStrip(strip, styles) {
    const root = /** @type {ShadowRoot} */ (this.#host.shadowRoot);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(styles)];
    this.#strip.replaceChildren(strip);
  }

  /**
   * Shows the tools below the controls, or takes them away.
   *
   * @param {HTMLElement} tools
   */
  toggleTools(tools) {
    if (this.#tools) {
      this.#tools.hidden = !this.#tools.hidden;
    } else {
      this.#tools = tools;
      this.#controls.after(tools);
      this.#more.setAttribute('aria-controls', tools.id);
    }
    this.#more.setAttribute('aria-expanded', String(!this.#tools.hidden));
  }

  /** @param {import('../types.js').PanelView} view */
  show(view) {
    const ready = view.state === 'ready';
    this.#card.lang = view.language;
    this.#card.dir = view.direction;
    this.#card.setAttribute('aria-busy', String(view.state === 'reading'));
    this.#card.dataset.state = view.state;
    this.#message.textContent = view.message;
    this.#message.hidden = view.message === '';
    this.#retry.hidden = view.state !== 'failed';
    // Where there are and will be no sentences, nothing says what they are.
    this.#label.hidden = this.#figures.hidden = !ready && view.state !== 'reading';
    this.#list.element.hidden = !ready;
    this.#list.element.dataset.type = view.type;
    this.#strip.hidden = !ready;
    this.#controls.hidden = !ready;
    if (this.#tools && !ready && view.state !== 'reading') {
      this.#tools.hidden = true;
      this.#more.setAttribute('aria-expanded', 'false');
    }
    this.#times.textContent = ready ? view.figures : '';
    this.#fold.hidden = !ready;
    this.#body.hidden = ready && view.collapsed;
    this.#fold.setAttribute('aria-expanded', String(!this.#body.hidden));
    nameButton(this.#fold, this.#say(this.#body.hidden ? 'expand' : 'collapse'));
    if (ready) {
      this.#list.show(view.sentences);
      this.#slider.max = String(view.longest);
      this.#slider.value = String(view.length);
      this.#slider.disabled = view.longest < 2;
      this.#slider.setAttribute('aria-valuetext', `${view.lengthText}, ${view.figures}`);
      this.#amount.textContent = view.lengthText;
    }
  }

  /** Leaves the host's shadow root empty. */
  remove() {
    this.#host.shadowRoot?.replaceChildren();
  }

  /**
   * Says something to those who listen, without moving the focus.
   *
   * @param {Parameters<import('./messages.js').Say>} message
   */
  announce(...message) {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      this.#status.textContent = this.#say(...message);
    }, ANNOUNCE_AFTER_MS);
    this.#signal.addEventListener('abort', () => clearTimeout(this.#announcing), { once: true });
  }

  /**
   * Marks a sentence whose place in the article is lost.
   *
   * @param {number} index
   */
  markGone(index) {
    this.#list.items.get(index)?.classList.add('gone');
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
    const { element } = this.#list;
    const found = element.querySelector('[data-new] ~ button') ?? element.querySelector('button');
    /** @type {HTMLElement} */ (found ?? this.#fold).focus();
  }

  /**
   * Moves the focus to a sentence's control, as after a visit to the article.
   *
   * @param {number} index
   */
  focusSentence(index) {
    const button = this.#list.items.get(index)?.querySelector('button');
    const target = button && !this.#body.hidden ? button : this.#fold;
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }
}
