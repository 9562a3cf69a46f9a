/**
 * The three tasks of a batch: what one input line is answered with.
 *
 * @module
 */

import { localEngine } from '../engine/local.js';
import { makePage } from './page.js';

/** @typedef {import('../types.js').SummaryOptions} SummaryOptions */
/** @typedef {import('./page.js').Source & {id?: unknown}} Input */
/** @typedef {'summary' | 'article' | 'sentences'} Task */

/** An input line that cannot be answered; `code` is what the output line carries. */
class InputError extends Error {
  /**
   * @param {'not-json' | 'missing-field' | 'wrong-type'} code
   * @param {string} message
   * @param {unknown} [id]
   */
  constructor(code, message, id = null) {
    super(message);
    this.name = 'InputError';
    this.code = code;
    this.id = id;
  }
}

const engine = localEngine();

/** @type {Record<Task, (input: Input, options: SummaryOptions) => Promise<object>>} */
const TASKS = { summary, article, sentences };

/**
 * Answers one line. Never throws: what goes wrong is the answer.
 *
 * @param {string} line
 * @param {Task} task
 * @param {SummaryOptions} options
 * @returns {Promise<string>} one line of JSON
 */
export async function answer(line, task, options) {
  /** @type {unknown} */
  let id = null;
  try {
    const input = parse(line, task);
    id = input.id;
    return JSON.stringify({ id, ...(await TASKS[task](input, options)) });
  } catch (error) {
    const known = error instanceof InputError;
    const { code = 'internal', message } = /** @type {Error & {code?: string}} */ (error);
    return JSON.stringify({ id: known ? error.id : id, error: { code, message } });
  }
}

/**
 * @param {string} line
 * @param {Task} task
 * @returns {Input}
 */
function parse(line, task) {
  /** @type {any} */
  let input;
  try {
    input = JSON.parse(line);
  } catch (error) {
    throw new InputError(
      'not-json',
      `the line is not JSON: ${/** @type {Error} */ (error).message}`,
    );
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InputError('not-json', 'the line is not a JSON object');
  }
  const id = input.id ?? null;
  if (id === null) throw new InputError('missing-field', 'the field "id" is missing');
  for (const field of ['html', 'text', 'url', 'title', 'lang', 'description']) {
    if (input[field] === null) delete input[field];
    else if (input[field] !== undefined && typeof input[field] !== 'string') {
      throw new InputError('wrong-type', `the field "${field}" is not a string`, id);
    }
  }
  const needed = task === 'sentences' ? ['text'] : ['html', 'text'];
  if (needed.every((field) => input[field] === undefined)) {
    throw new InputError('missing-field', `the field "${needed.join('" or "')}" is missing`, id);
  }
  return input;
}

/**
 * @param {Input} input
 * @param {SummaryOptions} options
 */
async function summary(input, options) {
  const { page } = makePage(input);
  const { status, language, title, sentences, counts } = await engine.summarize(page, options);
  return {
    status,
    language,
    title,
    sentences: sentences.map(({ text, start, end, block, score }) => ({
      text,
      start,
      end,
      block,
      score: Math.round(score * 1000) / 1000,
    })),
    words: counts.summaryWords,
  };
}

/**
 * @param {Input} input
 * @param {SummaryOptions} options
 */
async function article(input, options) {
  const { page, texts } = makePage(input);
  const { status, language, title, byline, published, story } = await engine.summarize(
    page,
    options,
  );
  const blocks = story.sources.map((source, at) => ({
    kind: story.roles[at],
    text: texts[source],
  }));
  return { status, language, title, byline, published, blocks };
}

/** @param {Input} input */
async function sentences(input) {
  return { sentences: await engine.segment(input.text ?? '', input.lang) };
}
