/**
 * What a page may do to the DOM's own names. Each function runs in the page.
 *
 * @module
 */

/** Getters that throw: of what the reader walks by, and of what the panel stands on. */
export function throwingGetters() {
  const names = ['childNodes', 'firstChild', 'nextSibling', 'nodeType', 'textContent'];
  for (const name of [...names, 'isConnected']) {
    Object.defineProperty(Node.prototype, name, {
      get() {
        throw new Error('tampered');
      },
    });
  }
}

/** Methods that throw, of what the panel is put in by. */
export function throwingMethods() {
  for (const name of ['append', 'after', 'before', 'setAttribute', 'attachShadow', 'closest']) {
    /** @type {any} */ (Element.prototype)[name] = () => {
      throw new Error('tampered');
    };
  }
}

/** Methods that lie, of what the reader asks. */
export function lyingMethods() {
  Element.prototype.getAttribute = () => 'lie';
  Element.prototype.hasAttribute = () => true;
  Document.prototype.querySelectorAll = () => /** @type {any} */ ([]);
}

/** Elements with names of their own over the DOM's. */
export function ownNames() {
  for (const element of document.querySelectorAll('*')) {
    for (const name of ['firstChild', 'nextSibling', 'localName', 'nodeType', 'shadowRoot']) {
      Object.defineProperty(element, name, { value: element, configurable: true });
    }
  }
}
