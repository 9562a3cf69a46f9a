/**
 * Where the panel goes in a stranger's page: under the headline, before a selection, or aside.
 *
 * @module
 */

import { blockAround, putBelow } from './blocks.js';
import { headlineOf } from './headline.js';

/** A card narrower than this, CSS pixels, breaks a line every three words. */
const MIN_ROOM = 260;

/** From the window's edge and from the text, CSS pixels; as in the panel's styles. */
const GAP = 16;

/** Text nodes that are measured; a page with more, or with others by now, has no margin that is known. */
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
 * @returns {() => void} to be called when the panel is in its host: moves it on from a place where the
 *   page's layout lets nobody read it
 */
export function placePanel(host, { reading, summary, range, signal }) {
  const { storyNode, ways } = waysFor(host, { reading, summary, range });
  let way = 0;
  const place = () => {
    delete host.dataset.place;
    while (!leadsIn(ways[way], host) && way < ways.length - 1) way += 1;
  };
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
  return () => {
    if (!host.isConnected) return;
    observer.disconnect();
    while (way < ways.length - 1 && !isReadable(host, storyNode)) {
      way += 1;
      place();
    }
    watch();
  };
}

/**
 * The places for the panel, the best first; each puts it there, if there is such a place.
 *
 * @param {HTMLElement} host
 * @param {object} situation
 * @param {import('../../types.js').Reading | null} situation.reading
 * @param {import('../../types.js').Summary | null} situation.summary
 * @param {Range | null} situation.range
 * @returns {{storyNode?: Node, ways: (() => boolean)[]}}
 */
function waysFor(host, { reading, summary, range }) {
  const inMargin = () => placeInMargin(host, reading?.nodes.flat() ?? []);
  const above = () => placeAbove(host);
  const found = summary?.status === 'ok' || summary?.status === 'partial';
  const storyNode = found ? reading?.nodes[summary?.story.sources[0] ?? -1]?.[0] : undefined;
  if (!storyNode || !reading || !summary) return { ways: [inMargin, above] };
  const before = () => placeBeforeStory(host, storyNode, range ? 'selection' : 'story');
  if (range) return { storyNode, ways: [before, inMargin, above] };
  const headline = headlineOf(reading, summary);
  if (!headline) return { storyNode, ways: [inMargin, before, above] };
  const under = () => putBelow(host, headline, storyNode);
  return { storyNode, ways: [under, before, inMargin, above] };
}

/**
 * Whether the panel is then in the page. What was read may be out of it by now, or of a kind that nobody
 * has thought of: no fault of a place keeps the panel from the next.
 *
 * @param {() => boolean} way
 * @param {HTMLElement} host
 */
function leadsIn(way, host) {
  try {
    return way() && host.isConnected;
  } catch {
    return false;
  }
}

/**
 * @param {HTMLElement} host with its panel in it
 * @param {Node} [storyNode]
 */
function isReadable(host, storyNode) {
  if (/left|right|above/.test(host.dataset.place ?? '') || !storyNode) return true;
  const { width, top } = host.getBoundingClientRect();
  // Grids put last what they do not know.
  const isBehind = top > blockAround(storyNode).getBoundingClientRect().bottom;
  return width >= leastWidth() && !isBehind;
}

/**
 * @param {HTMLElement} host
 * @param {Node} storyNode
 * @param {string} name of the place
 */
function placeBeforeStory(host, storyNode, name) {
  const block = blockAround(storyNode);
  if (block === document.body || block === document.documentElement) return false;
  host.dataset.place = name;
  block.before(host);
  return true;
}

/** In a narrow window a panel is narrow too. */
function leastWidth() {
  return Math.min(MIN_ROOM, innerWidth / 2);
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
  return true;
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
  const isKnown = nodes.length <= MAX_MEASURED && nodes.every((node) => node.isConnected);
  if (!isKnown) return { left: 0, right: 0 };
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
