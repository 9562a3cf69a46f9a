/**
 * Reads DOM nodes past whatever the page put over them.
 *
 * In a browser the getters are taken once from the prototypes, so that a form control named
 * `firstChild` or a script that redefines a property later cannot mislead the reader. Elsewhere
 * (the command line) nodes are plain objects with the same property names.
 *
 * @module
 */

const { bind, call } = Function.prototype;

/**
 * @param {string} owner name of the interface
 * @param {string} name of the property
 * @returns {(node: any) => any}
 */
function property(owner, name) {
  const prototype = /** @type {any} */ (globalThis)[owner]?.prototype;
  const get = prototype && Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return get ? bind.call(call, get) : (node) => node[name];
}

const getAttribute = /** @type {any} */ (globalThis).Element?.prototype.getAttribute;

/** @type {(node: any) => number} */
export const nodeType = property('Node', 'nodeType');
/** @type {(node: any) => Node | null} */
export const firstChild = property('Node', 'firstChild');
/** @type {(node: any) => Node | null} */
export const nextSibling = property('Node', 'nextSibling');
/** @type {(node: any) => Node | null} */
export const parentNode = property('Node', 'parentNode');
/** @type {(node: any) => Document | null} */
export const ownerDocument = property('Node', 'ownerDocument');
/** @type {(document: any) => Element | null} */
export const documentElement = property('Document', 'documentElement');
/** @type {(node: any) => string} */
export const localName = property('Element', 'localName');
/** @type {(node: any) => ShadowRoot | null} */
export const shadowRoot = property('Element', 'shadowRoot');
/** @type {(node: any) => string} */
export const characters = property('CharacterData', 'data');

/** @type {(node: any, name: string) => string | null} */
export const attribute = getAttribute
  ? bind.call(call, getAttribute)
  : (node, name) => node.getAttribute(name);

const getAttributeNames = /** @type {any} */ (globalThis).Element?.prototype.getAttributeNames;

/**
 * The names of an element's attributes. Most elements have few: one call says which of the many
 * that could be asked for are there.
 *
 * @type {(node: any) => string[]}
 */
export const attributeNames = getAttributeNames
  ? bind.call(call, getAttributeNames)
  : (node) => node.getAttributeNames();

const visible = /** @type {any} */ (globalThis).Element?.prototype.checkVisibility;

/**
 * Whether an element of a live page is rendered; `true` where nobody can tell. Costs at most a
 * pending style update, never a layout.
 *
 * @type {(node: any) => boolean}
 */
export const isRendered = visible ? bind.call(call, visible) : () => true;

/**
 * The characters of a script or title element.
 *
 * @param {Node} element
 * @returns {string}
 */
export function ownText(element) {
  let text = '';
  for (let child = firstChild(element); child; child = nextSibling(child)) {
    if (nodeType(child) === 3) text += characters(child);
  }
  return text;
}
