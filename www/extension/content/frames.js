/**
 * Pages whose article lies in a frame of their own site: there the panel belongs, not around it.
 *
 * @module
 */

import { read } from '../../reader.js';

/** A frame below this part of the window, both ways, holds a widget or an advertisement. */
const MIN_SHARE = 0.3;

/** UTF-16 units of text below which a frame holds no article. */
const MIN_UNITS = 600;

/** How much more text than the page around it the frame must hold. */
const TIMES_THE_PAGE = 2;

/** Whether a frame of the same site holds the text that a person sees here. */
export function articleIsInFrame() {
  const long = framesOfThisSite()
    .map(unitsOf)
    .filter((units) => units >= MIN_UNITS);
  return long.length > 0 && Math.max(...long) >= TIMES_THE_PAGE * unitsOf(document);
}

/** @returns {Document[]} documents of large frames that the page itself may look into */
function framesOfThisSite() {
  // By the prototype: a page may name an element "querySelectorAll", which hides the method.
  const frames = Document.prototype.querySelectorAll.call(document, 'iframe, frame');
  return [...frames].flatMap((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    if (width < innerWidth * MIN_SHARE || height < innerHeight * MIN_SHARE) return [];
    const { contentDocument } = /** @type {HTMLIFrameElement} */ (frame);
    return contentDocument?.body ? [contentDocument] : [];
  });
}

/** @param {Document} shown */
function unitsOf(shown) {
  return read(shown).page.text.length;
}
