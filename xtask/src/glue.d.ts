/** Makes the core's instance, once for the realm. */
export function initSync(source: {
  module: BufferSource | WebAssembly.Module;
}): WebAssembly.Exports;

/** Puts a fresh instance in the place of one that a trap has left in an unknown state. */
export function __wbg_reset_state(): void;

/**
 * Summarises a page in its flat form (see `www/types.js`).
 *
 * `words` over 0 sets a budget of words, else `sentences` counts. `language` may be empty. `focus` holds
 * words parted by NUL. Gives JSON: a summary, or, when the flat form contradicts itself, a string that says
 * which array does not fit.
 */
export function summarize(
  text: string,
  descriptors: string,
  metadata: string,
  elements: Uint32Array,
  blocks: Uint32Array,
  plain: boolean,
  sentences: number,
  words: number,
  language: string,
  focus: string,
): string;

/** Cuts plain text into sentences and returns their UTF-16 offsets: start, end, start, end ... */
export function segment(text: string, language: string): Uint32Array;
