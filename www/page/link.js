/**
 * Links to a sentence by text fragment, and the summary as text or Markdown to take along.
 *
 * Text fragments: https://wicg.github.io/scroll-to-text-fragment/ (4 March 2025), section 3.
 *
 * @module
 */

/** A quotation longer than this is given by its two ends, to keep the link short. */
export const EXACT_UNITS = 120;

/** The last letter of a sentence that takes up the space behind it: a full-width mark or a Han letter. */
const WIDE_END = /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff65][”’]?$/;

/** Words at each end of a long quotation, and of context where one end is not unique. */
const END_WORDS = 5;

/**
 * The address of a page with a directive that leads to `quote`.
 *
 * @param {string} url
 * @param {string} quote verbatim
 * @param {string[]} blocks texts of the page, to see whether the quotation stands there once
 */
export function fragmentLink(url, quote, blocks) {
  const [base, hash = ''] = url.split('#', 2);
  const [anchor] = hash.split(':~:');
  return `${base}#${anchor}:~:${directive(quote, blocks)}`;
}

/**
 * @param {string} quote
 * @param {string[]} blocks
 */
function directive(quote, blocks) {
  const text = quote.replace(/\s+/g, ' ').trim();
  const ends = text.length > EXACT_UNITS ? twoEnds(text) : null;
  const parts = (ends ?? [text]).map(encode).join(',');
  if (occurrences(ends?.[0] ?? text, blocks) < 2) {
    return `text=${parts}`;
  }
  const block = blocks.find((candidate) => candidate.includes(quote)) ?? '';
  const before = block.slice(0, block.indexOf(quote)).trim().split(/\s+/).slice(-END_WORDS);
  const prefix = before.join(' ');
  return `text=${prefix ? `${encode(prefix)}-,` : ''}${parts}`;
}

/**
 * The first and the last words; `null` where the text is not parted by spaces.
 *
 * @param {string} text
 * @returns {[string, string] | null}
 */
export function twoEnds(text) {
  const words = text.split(' ');
  return words.length > 2 * END_WORDS
    ? [words.slice(0, END_WORDS).join(' '), words.slice(-END_WORDS).join(' ')]
    : null;
}

/**
 * @param {string} text
 * @param {string[]} blocks
 */
function occurrences(text, blocks) {
  let count = 0;
  for (const block of blocks) {
    for (let at = block.indexOf(text); at >= 0 && count < 2; at = block.indexOf(text, at + 1)) {
      count += 1;
    }
  }
  return count;
}

/**
 * A dash, a comma and an ampersand part a directive, so they are escaped in its text.
 *
 * @param {string} text
 */
export function encode(text) {
  // Half of a surrogate pair, which a page may hold, has no form in an address.
  return encodeURIComponent(text.toWellFormed()).replace(/-/g, '%2D');
}

/**
 * @typedef {object} Takeaway
 * @property {string} title
 * @property {string} url
 * @property {string[]} sentences
 * @property {string[]} blocks texts of the page
 * @property {import('../types.js').SummaryType} type
 */

/**
 * The summary as plain text with its source.
 *
 * @param {Takeaway} takeaway
 */
export function asText({ title, url, sentences, type }) {
  const body = type === 'points' ? sentences.map((s) => `• ${s}`).join('\n') : inOneRun(sentences);
  return [title, body, url].filter(Boolean).join('\n\n');
}

/**
 * Sentences one behind the other; Chinese and Japanese write no space between them.
 *
 * @param {string[]} sentences
 */
function inOneRun(sentences) {
  return sentences.reduce((run, next) => (WIDE_END.test(run) ? run + next : `${run} ${next}`));
}

/**
 * The summary as Markdown; each sentence links to its place.
 *
 * @param {Takeaway} takeaway
 */
export function asMarkdown({ title, url, sentences, blocks, type }) {
  const linked = sentences.map(
    (sentence) => `${escape(sentence)} [↗](${inMarkdown(fragmentLink(url, sentence, blocks))})`,
  );
  const body = type === 'points' ? linked.map((s) => `- ${s}`).join('\n') : linked.join(' ');
  return `**[${escape(title || url)}](${inMarkdown(url)})**\n\n${body}\n`;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&!]/g, '\\$&');
}

/**
 * An address as it may stand behind a link's text: an author's own may hold what would end it.
 *
 * @param {string} url
 */
export function inMarkdown(url) {
  return url.replace(/[()\\<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
