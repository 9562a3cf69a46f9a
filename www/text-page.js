/**
 * Plain text as a page: nothing has to be found in it.
 *
 * @module
 */

/**
 * @typedef {object} TextSource
 * @property {string} [text] a blank line parts paragraphs
 * @property {string} [url]
 * @property {string} [title]
 * @property {string} [lang]
 * @property {string} [description]
 */

/**
 * The flat page of a text: each paragraph a block of the story.
 *
 * @param {TextSource} source
 * @returns {import('./types.js').FlatPage}
 */
export function textPage(source) {
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

/**
 * What a caller says of a page, in the flat form of metadata.
 *
 * @param {TextSource} source
 */
export function stated({ title, lang, url, description }) {
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
