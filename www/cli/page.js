/**
 * Makes pages out of what the command line is given: HTML, or plain text.
 *
 * @module
 */

import { read } from '../reader.js';
import { stated, textPage } from '../text-page.js';
import { parseDocument } from './dom.js';

/** @typedef {import('../types.js').FlatPage} FlatPage */

/** @typedef {import('../text-page.js').TextSource & {html?: string}} Source */

/**
 * A page, and its blocks' texts.
 *
 * @param {Source} source
 * @returns {{page: FlatPage, texts: string[]}}
 */
export function makePage(source) {
  const page = source.html === undefined ? textPage(source) : htmlPage(source.html, source);
  return { page, texts: page.text === '' ? [] : page.text.split('\0') };
}

/**
 * @param {string} html
 * @param {Source} source
 * @returns {FlatPage}
 */
function htmlPage(html, source) {
  const { page } = read(parseDocument(html), { url: source.url });
  const own = stated(source);
  // What the caller states comes first, and the core takes the first of a kind.
  return own && page.metadata ? { ...page, metadata: `${own}\0${page.metadata}` } : page;
}
