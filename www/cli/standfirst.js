#!/usr/bin/env node
/**
 * The command line: one page, or a stream of them.
 *
 * @module
 */

import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
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

FILE or standard input (-) is HTML or plain text; in text, a blank line parts paragraphs.
A URL is fetched, and nothing else is.
batch reads one JSON object a line and writes one a line, in input order:
  in   {"id", "html" | "text", "url"?, "title"?, "lang"?, "description"?}
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
