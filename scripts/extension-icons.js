/**
 * The extension's icons: pictures of two drawings, in each size, for light and for dark.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Resvg } from '@resvg/resvg-js';

/** Sizes in pixels that the manifest names, and the drawing that each is made from. */
const ICONS = { 16: 'small', 24: 'small', 32: 'small', 48: 'icon', 128: 'icon' };

/** The drawings' colours, and what each becomes on dark: the panel's own in its dark scheme. */
const ON_DARK = {
  '#b4690e': '#e0962e',
  '#fffdf6': '#211f18',
  '#1c1a12': '#f1ecdd',
  '#b9b19a': '#6d6650',
};

/**
 * @param {string} folder of the drawings
 * @returns {Record<string, Uint8Array>} pictures by their paths in the package
 */
export function icons(folder) {
  return Object.fromEntries(
    Object.entries(ICONS).flatMap(([size, drawing]) => {
      const light = readFileSync(join(folder, `${drawing}.svg`), 'utf8');
      const dark = light.replace(/#[\da-f]{6}/g, onDark);
      return [
        [`icons/${size}.png`, picture(light, size)],
        [`icons/${size}-dark.png`, picture(dark, size)],
      ];
    }),
  );
}

/** @param {string} colour */
function onDark(colour) {
  const known = /** @type {Record<string, string>} */ (ON_DARK)[colour];
  if (!known) throw new Error(`an icon has a colour that is not known on dark: ${colour}`);
  return known;
}

/**
 * @param {string} svg
 * @param {string} size pixels
 */
function picture(svg, size) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: Number(size) } }).render().asPng();
}
