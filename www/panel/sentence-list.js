/**
 * The list of the chosen sentences, each with the control that leads to its place in the article.
 *
 * @module
 */

import { iconButton, make, nameButton } from './build.js';

export class SentenceList {
  #say;
  /** What is shown, by the index of its sentence. @type {Map<number, HTMLLIElement>} */
  items = new Map();

  /**
   * @param {object} options
   * @param {Document} options.document
   * @param {import('./messages.js').Phrases} options.say
   * @param {(index: number) => void} options.visit goes to a sentence of the article
   * @param {AbortSignal} options.signal ends all listening
   */
  constructor({ document, say, visit, signal }) {
    this.#say = say;
    // Safari drops a list's role with its marks; saying the role keeps it.
    this.element = make(document, 'ol', { role: 'list', part: 'list' });
    this.element.addEventListener(
      'click',
      (event) => {
        const target = /** @type {Element} */ (event.target);
        const item = target.closest('li');
        const reading = document.getSelection()?.isCollapsed === false;
        if (item && (target.closest('button') || !reading)) {
          visit(Number(item.dataset.index));
        }
      },
      { signal },
    );
  }

  /**
   * Shows these, and keeps the items of those that were shown.
   *
   * @param {import('../types.js').PanelView['sentences']} sentences
   */
  show(sentences) {
    const wanted = new Map(sentences.map((sentence) => [sentence.index, sentence.text]));
    for (const [index, item] of this.items) {
      if (wanted.get(index) !== item.firstElementChild?.textContent) {
        item.remove();
        this.items.delete(index);
      }
    }
    for (const [place, { index, text, isNew }] of sentences.entries()) {
      const item = this.items.get(index) ?? this.#makeItem(index, text);
      // Items that stay are not moved, so the focus in them is kept.
      const there = this.element.children[place] ?? null;
      if (there !== item) {
        this.element.insertBefore(item, there);
      }
      // Said by the style sheet, so that the sentence itself stays word for word.
      const words = /** @type {HTMLElement} */ (item.firstElementChild);
      if (isNew) {
        words.dataset.new = this.#say('isNew');
      } else {
        delete words.dataset.new;
      }
      const button = /** @type {HTMLButtonElement} */ (item.lastElementChild);
      nameButton(button, this.#say('show', { n: place + 1 }));
    }
  }

  /**
   * @param {number} index
   * @param {string} text
   */
  #makeItem(index, text) {
    const { ownerDocument: document } = this.element;
    const words = make(document, 'p', { part: 'sentence', id: `s${index}` }, [text]);
    const { language: lang } = this.#say;
    const button = iconButton(document, 'show', '', { lang, 'aria-describedby': `s${index}` });
    const item = make(document, 'li', { 'data-index': `${index}` }, [words, ' ', button]);
    this.items.set(index, item);
    return item;
  }
}
