/**
 * How the content script's files find each other, in the world that they share and no page sees.
 *
 * @module
 */

/**
 * What the files behind the first one have.
 *
 * @typedef {object} Parts
 * @property {typeof import('../panel.js').PANEL_PART} panel
 * @property {typeof import('../later.js').LATER_PART} later
 */

/** @param {keyof Parts} name */
const symbolOf = (name) => Symbol.for(`standfirst ${name}`);

const world = /** @type {Record<symbol, ((part: any) => void) | undefined>} */ (
  /** @type {unknown} */ (globalThis)
);

/**
 * @template {keyof Parts} T
 * @param {T} name
 * @returns {Promise<Parts[T]>} comes when the file does
 */
export function waitForPart(name) {
  return new Promise((resolve) => (world[symbolOf(name)] = resolve));
}

/**
 * Called by the file, each time that it is brought; the first time counts.
 *
 * @template {keyof Parts} T
 * @param {T} name
 * @param {Parts[T]} part
 */
export function givePart(name, part) {
  world[symbolOf(name)]?.(part);
}
