/**
 * Bytes to text, in the encoding that the page or its server states.
 *
 * @module
 */

import { guessEncoding } from './guess-encoding.js';

/** Bytes of a page in which a statement of its encoding is looked for, as in the HTML standard. */
const HEAD_BYTES = 1024;

const STATED = /<meta[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i;

/** What is stated where nobody thought of it: the defaults of servers and of systems. */
const THOUGHTLESS = /^(?:utf-?8|iso-8859-1|latin-?1|windows-1252|us-ascii)$/i;

/** Begins a change of the character set in ISO-2022-JP, whose bytes are all ASCII. */
const ESCAPE = 0x1b;

/**
 * What is UTF-8 is taken for it, whatever is stated: files are often stored anew as UTF-8 with
 * their old statement, and bytes of another encoding are hardly ever UTF-8 by chance. What is not, and
 * states nothing or a server's default, is guessed by its letters.
 *
 * @param {Uint8Array} bytes
 * @param {string | null} [contentType] header of the response, if there was one
 * @returns {string} without a byte order mark; UTF-8 where nothing known is stated
 */
export function decode(bytes, contentType) {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const stated = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '') ?? STATED.exec(head);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    if (!bytes.includes(ESCAPE)) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // another encoding
  }
  const label = stated?.[1];
  if (label && !THOUGHTLESS.test(label)) return decoder(label).decode(bytes);
  return decoder(guessEncoding(bytes) ?? label).decode(bytes);
}

/** @param {string} [label] */
function decoder(label = 'utf-8') {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
