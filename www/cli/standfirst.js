#!/usr/bin/env node
/**
 * The command line: one page, or a stream of them.
 *
 * @module
 */

import { readFile, writeFile } from 'node:fs/promises';
import { buffer, text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

import { localEngine } from '../engine/local.js';
import { batch } from './batch.js';
import { decode } from './decode.js';
import { format } from './output.js';
import { makePage } from './page.js';

const HELP = `standfirst: the sentences of an article that say most

  standfirst FILE|URL|-  [--sentences N] [--words N] [--format text|markdown|json]
                         [--lang xx] [--url URL]
  standfirst batch       [--task summary|article|sentences] [--sentences N | --words N]

  standfirst prerender FILE|URL|-  [--sentences N] [--lang xx] [--url URL] [--css URL|none]
  standfirst prerender --write FILE...  [the same]

FILE or standard input (-) is HTML or plain text; in text, a blank line parts paragraphs.
A URL is fetched, and nothing else is.
batch reads one JSON object a line and writes one a line, in input order:
  in   {"id", "html" | "text", "url"?, "title"?, "lang"?, "description"?}
prerender prints the page's HTML with its standfirst written into it, or with --write changes the
files; all else stays as it is. --css is where standfirst.css lies, if not beside the page's script.
`;

const FORMATS = ['text', 'markdown', 'json'];
const TASKS = ['summary', 'article', 'sentences'];

/** A wrong call: told without a stack, exit code 2. */
class UsageError extends Error {}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { message, code } = /** @type {Error & {code?: string}} */ (error);
  const usage = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS');
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`standfirst: ${message}\n${usage ? `\n${HELP}` : ''}`);
  process.exitCode = usage ? 2 : 1;
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function main(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sentences: { type: 'string' },
      words: { type: 'string' },
      format: { type: 'string', default: 'text' },
      lang: { type: 'string' },
      url: { type: 'string' },
      task: { type: 'string', default: 'summary' },
      css: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  oneOf('--format', values.format, FORMATS);
  oneOf('--task', values.task, TASKS);
  const options = {
    sentences: count('--sentences', values.sentences),
    words: count('--words', values.words),
    language: values.lang,
  };
  if (positionals[0] === 'batch') {
    const task = /** @type {import('./tasks.js').Task} */ (values.task);
    await batch({ input: process.stdin, output: process.stdout, task, options });
    return 0;
  }
  if (positionals[0] === 'prerender') {
    const { sentences, language } = options;
    return prerenderAll(positionals.slice(1), {
      write: values.write,
      options: { sentences, language, url: values.url, css: values.css },
    });
  }
  const [source] = positionals;
  if (source === undefined || positionals.length > 1) {
    throw new UsageError(`one FILE, URL or - is needed, ${positionals.length} were given`);
  }
  const url = values.url ?? (isUrl(source) ? source : undefined);
  const content = await load(source);
  const input = looksLikeHtml(content) ? { html: content, url } : { text: content, url };
  const summary = await localEngine().summarize(makePage(input).page, options);
  const chosen = /** @type {import('./output.js').Format} */ (values.format);
  process.stdout.write(`${format(summary, chosen, url)}\n`);
  return summary.sentences.length > 0 ? 0 : 3;
}

/**
 * Prints one page, or changes files; says on standard error which pages were left as they are.
 *
 * @param {string[]} sources
 * @param {{write: boolean, options: {sentences?: number, language?: string, url?: string,
 *   css?: string}}} run
 * @returns {Promise<number>} exit code
 */
async function prerenderAll(sources, { write, options }) {
  if (write ? sources.length === 0 : sources.length !== 1) {
    const needed = write ? 'with --write, FILEs are needed' : 'one FILE, URL or - is needed';
    throw new UsageError(`${needed}, ${sources.length} were given`);
  }
  // Only here: nothing else needs the panel's words.
  const { prerender } = await import('./prerender.js');
  const css = options.css === 'none' ? null : options.css;
  let left = 0;
  for (const source of sources) {
    const bytes = await loadBytes(source);
    const html = bytes.toString('utf8');
    if (!Buffer.from(html).equals(bytes)) {
      throw new Error(`${source} is not UTF-8, so it cannot be written back as it is`);
    }
    const url = options.url ?? (isUrl(source) ? source : undefined);
    const result = await prerender(html, { ...options, url, css });
    if (!result.changed) {
      left += 1;
      const why = result.reason ? `${result.status}: ${result.reason}` : result.status;
      process.stderr.write(`standfirst: ${source} is left as it is (${why})\n`);
    }
    if (!write) process.stdout.write(result.html);
    else if (result.changed) await writeFile(source, result.html);
  }
  return left === 0 ? 0 : 3;
}

/** @param {string} source */
async function loadBytes(source) {
  if (source === '-') return buffer(process.stdin);
  return isUrl(source) ? Buffer.from(await load(source)) : readFile(source);
}

/** @param {string} source */
async function load(source) {
  if (source === '-') return readAll(process.stdin);
  if (!isUrl(source)) return decode(await readFile(source));
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answered ${response.status} ${response.statusText}`);
  return decode(new Uint8Array(await response.arrayBuffer()), response.headers.get('content-type'));
}

/** @param {string} source */
function isUrl(source) {
  return /^https?:\/\//i.test(source);
}

/** Pages begin with a tag, a doctype or a comment; text that has a tag later on is text. @param {string} content */
function looksLikeHtml(content) {
  return /^[\s\uFEFF]*<(?:!|\?xml|[a-z])/i.test(content);
}

/**
 * @param {string} flag
 * @param {string} value
 * @param {string[]} allowed
 */
function oneOf(flag, value, allowed) {
  if (!allowed.includes(value)) {
    throw new UsageError(`${flag} is "${value}", it may be ${allowed.join(', ')}`);
  }
}

/**
 * @param {string} flag
 * @param {string | undefined} value
 */
function count(flag, value) {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(value)) {
    throw new UsageError(`${flag} is "${value}", it must be a whole number from 1 to 999999`);
  }
  return Number(value);
}
