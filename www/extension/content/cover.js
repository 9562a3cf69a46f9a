/**
 * What of the page lies over the panel.
 *
 * What can be seen there is left alone: a dialogue, a banner, a menu that has come out; whoever deals with it
 * finds the panel behind, as the article itself. A page's unseen layers (the backdrop of a menu that is
 * shut, a catcher of clicks) would only keep the panel from being used: it goes just above those, and
 * so stays below what lies above them.
 *
 * @module
 */

import { localName, nodeType, ownText, parentNode } from '../../reader/access.js';

/** Where a panel is looked at, as parts of its width and height. */
const POINTS = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => ({ x, y })));

/** Elements that show something of their own. */
const PICTURES = new Set(
  'img svg video canvas iframe embed object input button select textarea'.split(' '),
);

const TRANSPARENT = /^(transparent|rgba\(.*, 0\))$/;

/**
 * Whether something lies over the panel's upper edge, as a page's header does that stays in sight.
 *
 * @param {HTMLElement} host
 */
export function isTopCovered(host) {
  const { left, top, width } = host.getBoundingClientRect();
  return coversAt(host, left + width / 2, top + 1).length > 0;
}

/**
 * Puts the panel above what covers it unseen.
 *
 * @param {HTMLElement} host
 */
export function riseAboveUnseen(host) {
  const { left, top, width, height } = host.getBoundingClientRect();
  const covers = new Set(
    POINTS.flatMap(({ x, y }) => coversAt(host, left + width * x, top + height * y)),
  );
  if (covers.size === 0 || [...covers].some((cover) => isSeen(cover, host))) return;
  const levels = [...covers].map((cover) => levelOf(cover, host));
  host.style.setProperty('--stand-first-level', String(Math.max(...levels) + 1));
}

/**
 * @param {HTMLElement} host
 * @param {number} x
 * @param {number} y
 * @returns {Element[]} what lies above the panel there; nothing where the panel is out of sight
 */
function coversAt(host, x, y) {
  const root = host.getRootNode();
  // By the prototype: a page may name an element "elementsFromPoint", which hides the method.
  const { prototype } = root instanceof ShadowRoot ? ShadowRoot : Document;
  const found = prototype.elementsFromPoint.call(root, x, y);
  return found.slice(0, Math.max(0, found.indexOf(host)));
}

/**
 * @param {Element} cover
 * @param {HTMLElement} host
 */
function isSeen(cover, host) {
  for (const { opacity } of stylesUpTo(cover, host)) if (opacity === '0') return false;
  const { backgroundColor, backgroundImage, backdropFilter = 'none' } = getComputedStyle(cover);
  return (
    !TRANSPARENT.test(backgroundColor) ||
    backgroundImage !== 'none' ||
    backdropFilter !== 'none' ||
    PICTURES.has(localName(cover)) ||
    ownText(cover).trim() !== ''
  );
}

/**
 * The highest of the levels that may decide its place before the panel.
 *
 * @param {Element} cover
 * @param {HTMLElement} host
 */
function levelOf(cover, host) {
  const levels = [...stylesUpTo(cover, host)].map(({ zIndex }) => parseInt(zIndex, 10) || 0);
  return Math.max(0, ...levels);
}

/**
 * Styles of an element and of those around it, but for those that are around the panel too.
 *
 * @param {Element} element
 * @param {HTMLElement} host
 */
function* stylesUpTo(element, host) {
  const isAround = (/** @type {Node} */ node) => Node.prototype.contains.call(node, host);
  for (
    let at = /** @type {Node | null} */ (element);
    at && nodeType(at) === 1 && !isAround(at);
    at = parentNode(at)
  ) {
    yield getComputedStyle(/** @type {Element} */ (at));
  }
}
