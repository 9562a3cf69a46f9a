/**
 * The attributes of `<stand-first>` that say how a summary is shown, mirrored as properties.
 *
 * @module
 */

import { DEFAULT_LENGTH } from './panel-view.js';

// Node has no HTMLElement; there the class can be imported but not made.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class ChoiceAttributes extends Base {
  static observedAttributes = /** @type {const} */ (['length', 'type', 'collapsed', 'marks']);

  constructor() {
    super();
    const element = /** @type {any} */ (this);
    for (const name of ChoiceAttributes.observedAttributes) {
      // What a page set before the element was defined hides the property of its class.
      if (Object.hasOwn(element, name)) {
        const value = element[name];
        delete element[name];
        element[name] = value;
      }
    }
  }

  /** Sentences shown. */
  get length() {
    return Number(this.getAttribute('length')) || DEFAULT_LENGTH;
  }

  set length(sentences) {
    this.setAttribute('length', String(sentences));
  }

  /** How the sentences are set. */
  get type() {
    const type = this.getAttribute('type');
    return type === 'paragraph' || type === 'headline' ? type : 'points';
  }

  set type(type) {
    this.setAttribute('type', type);
  }

  get collapsed() {
    return this.hasAttribute('collapsed');
  }

  set collapsed(collapsed) {
    this.toggleAttribute('collapsed', collapsed);
  }

  get marks() {
    return this.hasAttribute('marks');
  }

  set marks(marks) {
    this.toggleAttribute('marks', marks);
  }
}
