/**
 * What a visit to a sentence's place needs, in one file: loaded after the sentences are shown, or
 * when the first of them is asked for.
 *
 * @module
 */

export { createLight } from './highlight.js';
export { visit } from './visit.js';
