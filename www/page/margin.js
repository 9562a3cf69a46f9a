/**
 * Quiet marks in the margin, one beside each chosen sentence, that lead to the panel. They lie in a
 * layer of the panel's own shadow root, so the document stays as it is.
 *
 * They are for the pointer alone: in the panel the same way is open to keyboard and screen reader,
 * and a mark would stand there far from its sentence.
 *
 * @module
 */

import { blockOf, insideScroller } from './visit.js';

/** From the text to the mark, and the mark's own width: a target of 24 CSS pixels. */
const WIDTH = 24;

export class MarginMarks {
  #layer;
  #onPick;
  #name;
  /** @type {Map<number, Range>} */
  #ranges = new Map();
  #observer;

  /**
   * @param {object} options
   * @param {HTMLElement} options.layer an empty element of the panel's shadow root
   * @param {string} options.name what a mark does, for its tooltip
   * @param {(index: number) => void} options.onPick
   * @param {AbortSignal} options.signal
   */
  constructor({ layer, name, onPick, signal }) {
    this.#layer = layer;
    this.#name = name;
    this.#onPick = onPick;
    // Whatever moves the text changes a height: a picture that came, a window made smaller.
    this.#observer = new ResizeObserver(() => this.#place());
    layer.addEventListener(
      'click',
      ({ target }) => {
        const index = /** @type {HTMLElement} */ (target).dataset.index;
        if (index !== undefined) {
          this.#onPick(Number(index));
        }
      },
      { signal },
    );
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
  }

  /** @param {Map<number, Range>} ranges of the chosen sentences, by their index; none hides all */
  show(ranges) {
    this.#ranges = ranges;
    const { ownerDocument: document } = this.#layer;
    this.#observer.disconnect();
    if (ranges.size > 0) {
      this.#observer.observe(document.body);
    }
    this.#layer.replaceChildren(
      ...[...ranges.keys()].map((index) => {
        const mark = document.createElement('button');
        mark.type = 'button';
        mark.tabIndex = -1;
        mark.title = this.#name;
        mark.dataset.index = String(index);
        return mark;
      }),
    );
    this.#place();
  }

  #place() {
    const origin = this.#layer.getBoundingClientRect();
    const places = [...this.#ranges.values()].map((range) => placeBeside(range));
    places.forEach((place, at) => {
      const mark = /** @type {HTMLElement} */ (this.#layer.children[at]);
      mark.hidden = !place;
      if (place) {
        mark.style.setProperty('left', `${place.left - origin.left}px`);
        mark.style.setProperty('top', `${place.top - origin.top}px`);
        mark.style.setProperty('height', `${place.height}px`);
      }
    });
  }
}

/**
 * Where the mark of a range goes, in the window's coordinates; `null` where nothing is to be seen or
 * the text scrolls by itself.
 *
 * @param {Range} range
 */
function placeBeside(range) {
  const block = blockOf(range.startContainer);
  const lines = range.getClientRects();
  if (!block.isConnected || lines.length === 0 || insideScroller(block)) {
    return null;
  }
  const { left, right } = block.getBoundingClientRect();
  const { direction, paddingLeft, paddingRight } = getComputedStyle(block);
  const { top, bottom } = range.getBoundingClientRect();
  return {
    top,
    height: Math.max(bottom - top, WIDTH),
    left:
      direction === 'rtl'
        ? right - parseFloat(paddingRight)
        : left + parseFloat(paddingLeft) - WIDTH,
  };
}
