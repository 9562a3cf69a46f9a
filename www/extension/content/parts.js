/**
 * How the content script's two files find each other, in the world that they share and no page sees.
 *
 * @module
 */

/** What the second one has. @typedef {typeof import('../panel.js').PANEL_PART} PanelPart */

const PART = Symbol.for('standfirst panel');

const world = /** @type {Record<symbol, ((part: PanelPart) => void) | undefined>} */ (
  /** @type {unknown} */ (globalThis)
);

/** @returns {Promise<PanelPart>} comes when the second file does */
export function waitForPanelPart() {
  return new Promise((resolve) => (world[PART] = resolve));
}

/**
 * Called by the second file, each time that it is brought; the first time counts.
 *
 * @param {PanelPart} part
 */
export function givePanelPart(part) {
  world[PART]?.(part);
}
