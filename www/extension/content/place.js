/**
 * Where the panel goes in a stranger's page: under the headline, before a selection, or aside.
 *
 * @module
 */

import { findHeadline, placeUnderHeadline } from '../../page/place.js';

/** A card narrower than this, CSS pixels, breaks a line every three words. */
const MIN_ROOM = 260;

/** From the window's edge and from the text, CSS pixels; as in the panel's styles. */
const GAP = 16;

/** Text nodes that are measured; a page with more gets its card above the text, unmeasured. */
const MAX_MEASURED = 4000;

/** Times that a panel comes back which the page has thrown out. */
const MAX_RETURNS = 2;

/**
 * Puts the panel into the page, and back again if the page's own scripts take it out.
 *
 * @param {HTMLElement} host
 * @param {object} situation
 * @param {import('../../types.js').Reading | null} situation.reading
 * @param {import('../../types.js').Summary | null} situation.summary
 * @param {Range | null} situation.range what was selected
 * @param {AbortSignal} situation.signal
 */
export function placePanel(host, { reading, summary, range, signal }) {
  const place = () => insert(host, { reading, summary, range });
  place();
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    observer.disconnect();
    returns += 1;
    if (signal.aborted || returns > MAX_RETURNS) return;
    place();
    watch();
  });
  const watch = () => {
    if (host.parentNode) observer.observe(host.parentNode, { childList: true });
  };
  watch();
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}

/**
 * Moves a panel above the page that the page's own layout has squeezed to a strip.
 *
 * @param {HTMLElement} host with its panel in it
 */
export function keepReadable(host) {
  const inText = !/left|right|above/.test(host.dataset.place ?? '');
  const { width } = host.getBoundingClientRect();
  if (host.isConnected && inText && width < leastWidth()) placeAbove(host);
}

/**
 * @param {HTMLElement} host
 * @param {object} situation
 * @param {import('../../types.js').Reading | null} situation.reading
 * @param {import('../../types.js').Summary | null} situation.summary
 * @param {Range | null} situation.range
 */
function insert(host, { reading, summary, range }) {
  const found = summary?.status === 'ok' || summary?.status === 'partial';
  const storyNode = found ? reading?.nodes[summary?.story.sources[0] ?? -1]?.[0] : undefined;
  const title = summary?.title ?? '';
  if (!storyNode || !reading) {
    placeAside(host, reading?.nodes.flat() ?? []);
    return;
  }
  const headline = findHeadline(document, title, storyNode);
  const titleNode = headline ? undefined : titleBefore(storyNode, title, reading);
  if (range) {
    blockAround(storyNode).before(host);
  } else if (headline && hasWidth(headline)) {
    placeUnderHeadline(host, { document, title, storyNode });
  } else if (titleNode && hasWidth(titleNode)) {
    blockAround(titleNode).after(host);
  } else if (!placeInMargin(host, reading.nodes.flat())) {
    if (hasWidth(storyNode)) placeBeforeStory(host, storyNode);
    else placeAbove(host);
  }
}

/**
 * The title where it is shown, but not as a heading.
 *
 * @param {Node} storyNode
 * @param {string} title
 * @param {import('../../types.js').Reading} reading
 * @returns {Node | undefined}
 */
function titleBefore(storyNode, title, { page, nodes }) {
  const block = title ? page.text.split('\0').indexOf(title) : -1;
  const node = nodes[block]?.[0];
  if (!node?.parentElement?.checkVisibility()) return undefined;
  const follows = node.compareDocumentPosition(storyNode) & Node.DOCUMENT_POSITION_FOLLOWING;
  return follows ? node : undefined;
}

/**
 * Whether a panel beside this node would be wide enough to be read.
 *
 * @param {Node} node
 */
function hasWidth(node) {
  return blockAround(node).getBoundingClientRect().width >= leastWidth();
}

/** In a narrow window a panel is narrow too. */
function leastWidth() {
  return Math.min(MIN_ROOM, innerWidth / 2);
}

/**
 * @param {HTMLElement} host
 * @param {Node[]} nodes of the page's text
 */
function placeAside(host, nodes) {
  if (!placeInMargin(host, nodes)) placeAbove(host);
}

/**
 * @param {HTMLElement} host
 * @param {Node} storyNode
 */
function placeBeforeStory(host, storyNode) {
  host.dataset.place = 'story';
  blockAround(storyNode).before(host);
}

/**
 * In a line of its own above the page.
 *
 * @param {HTMLElement} host
 */
function placeAbove(host) {
  host.dataset.place = 'above';
  // A page that waits for its scripts may hide its whole body.
  if (document.body.checkVisibility()) document.body.prepend(host);
  else document.documentElement.append(host);
}

/**
 * In a margin that no text of the page reaches into, if there is one.
 *
 * @param {HTMLElement} host
 * @param {Node[]} nodes of the page's text
 * @returns {boolean} whether there is
 */
function placeInMargin(host, nodes) {
  const { left, right } = marginsOf(nodes);
  const room = Math.max(left, right) - 2 * GAP;
  if (room < MIN_ROOM) return false;
  host.dataset.place = right >= left ? 'right' : 'left';
  host.style.setProperty('--stand-first-room', `${Math.floor(room)}px`);
  document.documentElement.append(host);
  return true;
}

/**
 * The width free of text at both sides of the window.
 *
 * @param {Node[]} nodes
 */
function marginsOf(nodes) {
  if (nodes.length > MAX_MEASURED) return { left: 0, right: 0 };
  const width = document.documentElement.clientWidth;
  let start = width;
  let end = 0;
  const range = new Range();
  for (const node of nodes) {
    range.selectNode(node);
    const { left, right, width: own, height } = range.getBoundingClientRect();
    // Text for screen readers alone is clipped to a pixel or moved out of the window.
    if (own < 2 || height < 2 || right <= 0 || left >= width) continue;
    start = Math.min(start, left);
    end = Math.max(end, right);
  }
  return { left: Math.max(0, start), right: Math.max(0, width - end) };
}

/** @param {Node} node */
function blockAround(node) {
  let element = /** @type {Element} */ (node.parentElement);
  while (/^(inline|contents)/.test(getComputedStyle(element).display) && element.parentElement) {
    element = element.parentElement;
  }
  return element;
}
