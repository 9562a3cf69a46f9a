/**
 * The list of the chosen sentences, each with the control that leads to its place in the article.
 *
 * @module
 */

import { iconButton, make, nameButton } from './build.js';

/**
 * @param {object} options
 * @param {Document} options.document
 * @param {import('./messages.js').Phrases} options.say
 * @param {(index: number) => void} options.visit goes to a sentence of the article
 * @param {AbortSignal} options.signal ends all listening
 */
export function sentenceList({ document, say, visit, signal }) {
  /** What is shown, by the index of its sentence. @type {Map<number, HTMLLIElement>} */
  const items = new Map();
  // Safari drops a list's role with its marks; saying the role keeps it.
  const element = make(document, 'ol', { role: 'list', part: 'list' });
  element.addEventListener(
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

  /** @param {number} index @param {string} text */
  function makeItem(index, text) {
    const id = `s${index}`;
    const item = make(document, 'li', { 'data-index': `${index}` }, [
      make(document, 'p', { part: 'sentence', id }, [text]),
      ' ',
      iconButton(document, 'show', '', { lang: say.language, 'aria-describedby': id }),
    ]);
    items.set(index, item);
    return item;
  }

  return {
    element,
    items,
    /**
     * Shows these, and keeps the items of those that were shown.
     *
     * @param {import('../types.js').PanelView['sentences']} sentences
     */
    show(sentences) {
      const wanted = new Map(sentences.map(({ index, text }) => [index, text]));
      for (const [index, item] of items) {
        if (wanted.get(index) !== item.firstElementChild?.textContent) {
          item.remove();
          items.delete(index);
        }
      }
      sentences.forEach(({ index, text, isNew }, place) => {
        const item = items.get(index) ?? makeItem(index, text);
        // Items that stay are not moved, so the focus in them is kept.
        const there = element.children[place] ?? null;
        if (there !== item) {
          element.insertBefore(item, there);
        }
        // Said by the style sheet, so that the sentence itself stays word for word.
        const words = /** @type {HTMLElement} */ (item.firstElementChild);
        if (isNew) {
          words.dataset.new = say('isNew');
        } else {
          delete words.dataset.new;
        }
        const button = /** @type {HTMLButtonElement} */ (item.lastElementChild);
        nameButton(button, say('show', { n: place + 1 }));
      });
    },
  };
}
