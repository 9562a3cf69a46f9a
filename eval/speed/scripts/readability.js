/** Readability as its documents tell to call it: on a copy, since it changes what it parses. */

import { Readability } from '@mozilla/readability';

/** Nothing is loaded later. */
export const prepare = async () => {};

/** @param {Document} document */
export const run = (document) =>
  new Readability(/** @type {Document} */ (document.cloneNode(true))).parse();
