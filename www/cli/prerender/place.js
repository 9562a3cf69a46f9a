/**
 * Where in the source of a page its standfirst goes: into a `<stand-first>` that is there, else
 * under the headline, else before the story. What `page/place.js` does in a live page, without
 * knowing its styles.
 *
 * @module
 */

/** @typedef {import('../dom.js').TreeNode} TreeNode */

/**
 * @typedef {object} Place
 * @property {number} start UTF-16 units into the source
 * @property {number} end what stands between is replaced
 * @property {TreeNode} parent the element around
 * @property {TreeNode | null} own the `<stand-first>` that is there
 */

/** A page that a standfirst cannot be written into; the message says why. */
export class PlaceError extends Error {}

/** In these, and in the site's own elements, a block may stand between the others. */
const HOLDS_BLOCKS = new Set(
  'body main article section div header aside blockquote center form'.split(' '),
);

/**
 * The first `<stand-first>` of the page.
 *
 * @param {TreeNode} document
 */
export function ownElement(document) {
  for (const node of elements(document)) {
    if (node.localName === 'stand-first') return node;
  }
  return null;
}

/**
 * The inside of a `<stand-first>`.
 *
 * @param {TreeNode} own
 * @returns {Place}
 */
export function inside(own) {
  const { startTag, endTag } = own.location ?? {};
  if (!startTag || !endTag) {
    throw new PlaceError('its <stand-first> has no end tag, so the rest of the page is inside it');
  }
  return { start: startTag.endOffset, end: endTag.startOffset, parent: own, own };
}

/**
 * @param {TreeNode} document
 * @param {string} title the headline as the engine found it, or empty
 * @param {TreeNode} storyNode a node of the story's first block
 * @returns {Place}
 */
export function underHeadline(document, title, storyNode) {
  const headline = findHeadline(document, title, storyNode);
  const element = amongBlocks(headline ?? storyNode);
  const { location, parentNode } = element;
  if (!location || !parentNode || rootOf(element) !== document) {
    throw new PlaceError('its story lies in a shadow tree: write a <stand-first> where it may go');
  }
  const offset = headline ? location.endOffset : location.startOffset;
  return { start: offset, end: offset, parent: parentNode, own: null };
}

/**
 * The heading that says the title; else the last `<h1>` before the story.
 *
 * @param {TreeNode} document
 * @param {string} title
 * @param {TreeNode} storyNode
 * @returns {TreeNode | null}
 */
function findHeadline(document, title, storyNode) {
  const wanted = plain(title);
  /** @type {TreeNode | null} */
  let before = null;
  for (const node of elements(document)) {
    if (node === storyNode.parentNode) break;
    if (!/^h[12]$/.test(node.localName) && node.getAttribute('role') !== 'heading') continue;
    const text = plain(textOf(node));
    if (!text || isHidden(node)) continue;
    if (wanted && (text === wanted || (text.length > 12 && wanted.startsWith(text)))) return node;
    if (node.localName === 'h1') before = node;
  }
  return before;
}

/**
 * The node, or the ancestor of it, that stands among blocks.
 *
 * @param {TreeNode} node
 */
function amongBlocks(node) {
  let at = node;
  while (at.parentNode && !holdsBlocks(at.parentNode)) at = at.parentNode;
  return at;
}

/** @param {TreeNode} node */
function rootOf(node) {
  let at = node;
  while (at.parentNode) at = at.parentNode;
  return at;
}

/** @param {TreeNode} node */
function holdsBlocks({ localName }) {
  return HOLDS_BLOCKS.has(localName) || localName.includes('-');
}

/** @param {TreeNode} node */
function isHidden(node) {
  for (let at = /** @type {TreeNode | null} */ (node); at?.localName; at = at.parentNode) {
    if (at.getAttribute('hidden') !== null || at.getAttribute('aria-hidden') === 'true')
      return true;
  }
  return false;
}

/**
 * All elements, in the order of the document.
 *
 * @param {TreeNode} root
 * @returns {Generator<TreeNode>}
 */
export function* elements(root) {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.localName) yield node;
    for (let child = node.lastChild; child; child = child.previousSibling) open.push(child);
  }
}

/** @param {TreeNode} root */
function textOf(root) {
  let text = '';
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeType === 3) text += node.data;
    for (let child = node.lastChild; child; child = child.previousSibling) open.push(child);
  }
  return text;
}

/** @param {string} text */
function plain(text) {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
