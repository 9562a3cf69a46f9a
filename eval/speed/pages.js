/**
 * The pages of a folder, made inert: scripts and what loads something are out, JSON-LD stays.
 *
 * @module
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const SCRIPT = /<script\b([^>]*)>[^]*?(?:<\/script\s*>|$)/gi;
const LINKED_DATA = /type\s*=\s*["']?application\/ld\+json/i;
const REFRESH = /<meta[^>]+http-equiv[^>]*>/gi;

/**
 * @typedef {object} Page
 * @property {string} name path below the folder
 * @property {string} html without scripts
 */

/**
 * Every `.html` and `.html.gz` below a folder in order of name, or `limit` of them, evenly spread.
 *
 * @param {string} folder
 * @param {number} limit
 * @returns {Page[]}
 */
export function loadPages(folder, limit) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.html(?:\.gz)?$/.test(name))
    .sort();
  const step = Math.max(1, names.length / limit);
  const chosen = names.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  return chosen.map((name) => {
    const bytes = readFileSync(join(folder, name));
    const html = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return { name, html: inert(html) };
  });
}

/** @param {string} html */
export function inert(html) {
  return html
    .replace(SCRIPT, (whole, attributes) => (LINKED_DATA.test(attributes) ? whole : ''))
    .replace(REFRESH, '');
}
