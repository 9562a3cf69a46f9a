/**
 * The npm API. Importing it does nothing, in a browser or in Node; `standfirst/define` registers
 * the element.
 *
 * @module
 */

import { inPageEngine } from './engine/in-page.js';
import { claimedLanguage, read } from './reader.js';
import { textPage } from './text-page.js';

export { createController } from './controller.js';
export { StandFirst } from './element.js';
export { localEngine } from './engine/local.js';
export { EngineError } from './engine/errors.js';
export { locate } from './page/locate.js';
export { read } from './reader.js';
export { textPage } from './text-page.js';

/** @typedef {import('./types.js').Engine} Engine */
/** @typedef {import('./types.js').FlatPage} FlatPage */
/** @typedef {import('./types.js').Reading} Reading */
/** @typedef {import('./types.js').State} State */
/** @typedef {import('./types.js').Story} Story */
/** @typedef {import('./types.js').Summary} Summary */
/** @typedef {import('./types.js').SummaryOptions} SummaryOptions */
/** @typedef {import('./types.js').SummarySentence} SummarySentence */

/**
 * Summarizes a document, an element of one, or a text in which a blank line parts paragraphs.
 *
 * A text is taken for an article as it is; in a document the article is found first, and what is
 * not one gives a summary without sentences whose `status` and `reason` say why.
 *
 * @param {Document | Element | string} source
 * @param {import('./types.js').SummaryOptions & {signal?: AbortSignal,
 *   engine?: import('./types.js').Summarizer}} [options]
 * @returns {Promise<import('./types.js').Summary>}
 * @throws {EngineError} when the engine cannot be started or fails
 */
export async function summarize(source, { signal, engine = inPageEngine(), ...options } = {}) {
  // What the engine loads comes while the page is read.
  const claimed = typeof source === 'string' ? undefined : claimedLanguage(source);
  engine.prepare?.(options.language ?? claimed);
  const page = typeof source === 'string' ? textPage({ text: source }) : read(source).page;
  return engine.summarize(page, options, signal);
}
