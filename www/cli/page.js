/**
 * Makes pages out of what the command line is given: HTML, or plain text.
 *
 * @module
 */

import { read } from '../reader.js';
import { parseDocument } from './dom.js';

/** @typedef {import('../types.js').FlatPage} FlatPage */

/**
 * @typedef {object} Source
 * @property {string} [html]
 * @property {string} [text] a blank line parts paragraphs
 * @property {string} [url]
 * @property {string} [title]
 * @property {string} [lang]
 * @property {string} [description]
 */

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

/**
 * @param {Source} source
 * @returns {FlatPage}
 */
function textPage(source) {
  const paragraphs = (source.text ?? '')
    .replaceAll('\0', '\uFFFD')
    .replaceAll('\r\n', '\n')
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return {
    text: paragraphs.join('\0'),
    descriptors: 'p\u0001\u0001\u0001\u0001',
    metadata: stated(source),
    elements: [0, 0, 0],
    blocks: paragraphs.flatMap(() => [0, 0, 0, 0, 0, 0, 0]),
    plain: true,
  };
}

/** @param {Source} source */
function stated({ title, lang, url, description }) {
  /** @type {[string, string | undefined][]} */
  const pairs = [
    ['title', title],
    ['lang', lang],
    ['url', url],
    ['meta:description', description],
  ];
  return pairs
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}\0${String(value).replaceAll('\0', '\uFFFD')}`)
    .join('\0');
}
