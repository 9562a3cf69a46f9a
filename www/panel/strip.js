/**
 * The salience strip: a slim picture of the article, one mark a sentence, as high as it is salient.
 *
 * Chosen sentences are filled, the place being read is marked. To the keyboard and to those who
 * hear it, it is a list with one tab stop; Enter goes to the sentence.
 *
 * @module
 */

import { make } from './build.js';

/**
 * @typedef {object} StripOptions
 * @property {Document} document
 * @property {import('./messages.js').Phrases} say
 * @property {(index: number) => void} visit
 * @property {AbortSignal} signal
 */

export class Strip {
  #say;
  #marks;
  #preview;
  /** @type {(index: number) => string} */
  #text = () => '';
  #chosen = new Set();
  #active = 0;
  element;

  /** @param {StripOptions} options */
  constructor({ document, say, visit, signal }) {
    this.#say = say;
    this.#marks = make(document, 'div', {
      class: 'marks',
      role: 'listbox',
      tabindex: '0',
      'aria-label': say('strip'),
      'aria-orientation': 'horizontal',
      'aria-multiselectable': 'true',
    });
    this.#preview = make(document, 'p', { class: 'preview', 'aria-hidden': 'true', hidden: '' });
    this.element = make(document, 'div', { class: 'strip', part: 'strip' }, [
      this.#marks,
      this.#preview,
    ]);
    const listening = { signal };
    this.#marks.addEventListener('pointermove', (event) => this.#point(event), listening);
    // The pointer may go onto the preview, which stays then.
    this.element.addEventListener('pointerleave', () => this.#hide(), listening);
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#hide(), listening);
    this.#marks.addEventListener('focus', () => this.#activate(this.#active), listening);
    this.#marks.addEventListener('blur', () => this.#hide(), listening);
    this.#marks.addEventListener('keydown', (event) => this.#key(event, visit), listening);
    this.#marks.addEventListener(
      'click',
      (event) => {
        this.#point(event);
        visit(this.#active);
      },
      listening,
    );
  }

  /**
   * Draws the article. Cheap when only the choice changed.
   *
   * @param {{salience: number[], chosen: number[], textOf: (index: number) => string,
   *   isNew: (index: number) => boolean}} article
   */
  show({ salience, chosen, textOf, isNew }) {
    this.#text = textOf;
    this.#chosen = new Set(chosen);
    const { children } = this.#marks;
    if (children.length !== salience.length) {
      this.#marks.replaceChildren(...salience.map((_, index) => this.#makeMark(index)));
      this.#active = 0;
    }
    salience.forEach((value, index) => {
      const mark = /** @type {HTMLElement} */ (children[index]);
      mark.style.setProperty('--salience', value.toFixed(3));
      mark.setAttribute('aria-selected', String(this.#chosen.has(index)));
      mark.classList.toggle('new', isNew(index));
      mark.setAttribute('aria-label', textOf(index));
    });
    this.#marks.dataset.dense = String(salience.length > 80);
  }

  /**
   * Marks the sentences that stand in the window now.
   *
   * @param {number} first
   * @param {number} last before `first` for none
   */
  showRead(first, last) {
    [...this.#marks.children].forEach((mark, index) => {
      mark.classList.toggle('read', index >= first && index <= last);
    });
  }

  /** @param {number} index */
  #makeMark(index) {
    const document = this.#marks.ownerDocument;
    return make(document, 'div', { role: 'option', id: `m${index}`, 'aria-selected': 'false' });
  }

  /** @param {MouseEvent} event */
  #point(event) {
    const { left, right, width } = this.#marks.getBoundingClientRect();
    const from = this.#isRtl() ? right - event.clientX : event.clientX - left;
    this.#activate(Math.floor((from / width) * this.#marks.children.length));
  }

  /**
   * @param {KeyboardEvent} event
   * @param {(index: number) => void} visit
   */
  #key(event, visit) {
    const forward = this.#isRtl() ? 'ArrowLeft' : 'ArrowRight';
    const backward = this.#isRtl() ? 'ArrowRight' : 'ArrowLeft';
    const last = this.#marks.children.length - 1;
    /** @type {Record<string, number>} */
    const goes = {
      [forward]: this.#active + 1,
      ArrowDown: this.#active + 1,
      [backward]: this.#active - 1,
      ArrowUp: this.#active - 1,
      Home: 0,
      End: last,
    };
    if (event.key in goes) {
      this.#activate(goes[event.key]);
    } else if (event.key === 'Enter' || event.key === ' ') {
      visit(this.#active);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** @param {number} index */
  #activate(index) {
    const last = this.#marks.children.length - 1;
    this.#marks.children[this.#active]?.classList.remove('active');
    this.#active = Math.min(Math.max(0, index), last);
    this.#marks.children[this.#active]?.classList.add('active');
    this.#marks.setAttribute('aria-activedescendant', `m${this.#active}`);
    const text = this.#text(this.#active);
    const chosen = this.#chosen.has(this.#active) ? ` (${this.#say('chosen')})` : '';
    this.#preview.textContent = text + chosen;
    this.#preview.hidden = false;
  }

  #hide() {
    this.#preview.hidden = true;
    this.#marks.children[this.#active]?.classList.remove('active');
  }

  #isRtl() {
    return getComputedStyle(this.#marks).direction === 'rtl';
  }
}
