/**
 * Writes a summary as text, Markdown or JSON.
 *
 * @module
 */

import { inMarkdown } from '../page/link.js';

/** @typedef {import('../types.js').Summary} Summary */
/** @typedef {'text' | 'markdown' | 'json'} Format */

/** What Markdown would read as mark-up, and what HTML inside Markdown would. */
const MARKDOWN = /[\\`*_{}[\]<>()#+!|~&]/g;

/** @type {Record<string, string>} */
const REFUSALS = {
  'too-short': 'The text is too short to be summarised.',
  'not-an-article': 'This page does not look like an article.',
};

/**
 * @param {Summary} summary
 * @param {Format} format
 * @param {string} [url]
 * @returns {string} without a line feed at the end
 */
export function format(summary, format, url) {
  if (format === 'json') return JSON.stringify(summary, null, 2);
  return format === 'markdown' ? markdown(summary, url) : text(summary);
}

/** @param {Summary} summary */
function text(summary) {
  const lines = summary.title ? [summary.title, ''] : [];
  for (const sentence of summary.sentences) lines.push(`• ${oneLine(sentence.text)}`);
  if (summary.sentences.length === 0) lines.push(refusal(summary));
  return lines.join('\n');
}

/**
 * @param {Summary} summary
 * @param {string} [url]
 */
function markdown(summary, url) {
  const title = escape(summary.title || 'Untitled');
  const address = url && URL.canParse(url) && new URL(url);
  const lines = [
    address && /^https?:$/.test(address.protocol)
      ? `## [${title}](${inMarkdown(address.href)})`
      : `## ${title}`,
    '',
  ];
  for (const sentence of summary.sentences) lines.push(`- ${escape(oneLine(sentence.text))}`);
  if (summary.sentences.length === 0) lines.push(refusal(summary));
  return lines.join('\n');
}

/** @param {Summary} summary */
function refusal({ status, reason }) {
  return `${REFUSALS[status] ?? 'There is nothing to summarise.'}${reason ? ` (${reason})` : ''}`;
}

/** @param {string} sentence */
function oneLine(sentence) {
  return sentence.replaceAll('\n', ' ');
}

/** @param {string} plain */
function escape(plain) {
  return plain
    .replaceAll(MARKDOWN, String.raw`\$&`)
    .replace(/^(\s*(?:\d+|-))([.)]?\s)/, String.raw`$1\$2`);
}
