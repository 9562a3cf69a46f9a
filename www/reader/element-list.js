/**
 * The elements that hold blocks, as flat arrays.
 *
 * @module
 */

import { CLASS, descriptorOf, elementFlags, isPlain, valueOf } from './elements.js';

/** @typedef {import('./elements.js').Frame} Frame */

/** The elements of one page in the making. */
export class ElementList {
  /** @type {number[]} */
  #elements = [];
  /** @type {Map<string, number>} */
  #descriptors = new Map();
  /** Those of elements with a class at most, by tag and class: most of a page's. @type {Map<string, Map<string, number>>} */
  #plain = new Map();

  /**
   * Index of an element in the flat array, its ancestors placed before it.
   *
   * @param {Frame} frame
   * @returns {number}
   */
  place(frame) {
    /** @type {Frame[]} */
    const way = [];
    for (let at = /** @type {Frame | null} */ (frame); at && at.index < 0; at = at.parent) {
      // the root's frame stands for no element, and is placed only for text right under it
      if (at.element || at === frame) way.push(at);
    }
    for (let at = way.pop(); at; at = way.pop()) {
      at.index = this.#elements.length / 3;
      this.#elements.push(
        at.parent && at.parent.index >= 0 ? at.parent.index + 1 : 0,
        this.#describe(at),
        elementFlags(at),
      );
    }
    return frame.index;
  }

  /**
   * @param {Frame} frame
   * @returns {number}
   */
  #describe(frame) {
    if (!isPlain(frame)) return this.#indexOf(descriptorOf(frame));
    let plain = this.#plain.get(frame.tag);
    if (!plain) this.#plain.set(frame.tag, (plain = new Map()));
    const names = valueOf(frame, CLASS) ?? '';
    let index = plain.get(names);
    if (index === undefined) plain.set(names, (index = this.#indexOf(descriptorOf(frame))));
    return index;
  }

  /** @param {string} descriptor */
  #indexOf(descriptor) {
    const index = this.#descriptors.get(descriptor) ?? this.#descriptors.size;
    this.#descriptors.set(descriptor, index);
    return index;
  }

  /** @returns {Pick<import('../types.js').FlatPage, 'descriptors' | 'elements'>} */
  flatten() {
    return {
      descriptors: [...this.#descriptors.keys()].join('\0'),
      elements: new Uint32Array(this.#elements),
    };
  }
}
