/**
 * The page's boxes around a piece of its text.
 *
 * @module
 */

/**
 * The nearest box that is no part of a line; in a page that makes a single line of all, the element
 * that holds the text, and of text right in a shadow root the element that has that root.
 *
 * @param {Node} node
 */
export function blockAround(node) {
  const holder = node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host;
  let element = holder;
  while (/^(inline|contents)/.test(getComputedStyle(element).display)) {
    if (element === document.body || !element.parentElement) return holder;
    element = element.parentElement;
  }
  return element;
}

/**
 * Puts an element below a block: out of rows, grids and tables, in which a sibling would stand beside
 * it, unless the story lies in the same one.
 *
 * @param {HTMLElement} host
 * @param {Element} block
 * @param {Node} storyNode
 */
export function putBelow(host, block, storyNode) {
  let at = block;
  for (
    let parent = at.parentElement;
    parent && isSideBySide(at, parent);
    parent = at.parentElement
  ) {
    if (parent === document.body || parent.contains(storyNode)) break;
    at = parent;
  }
  const { display } = getComputedStyle(at);
  const cell = /^table-(?!caption)/.test(display) ? (cellOf(block) ?? at) : null;
  if (cell) cell.append(host);
  else at.after(host);
  return true;
}

/**
 * @param {Element} element
 * @param {Element} parent
 */
function isSideBySide(element, parent) {
  const { display, flexDirection } = getComputedStyle(parent);
  if (/flex$/.test(display)) return flexDirection.startsWith('row');
  return (
    /grid$|^inline|^table$|^table-(row|header|footer)/.test(display) || parent.matches('hgroup')
  );
}

/** @param {Element} element */
function cellOf(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    if (getComputedStyle(at).display === 'table-cell') return at;
  }
  return null;
}
