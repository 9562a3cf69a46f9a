/** Standfirst as a page has it: the reader and the engine in this realm. */

import { localEngine } from '../../../www/engine/local.js';
import { read } from '../../../www/reader.js';

export const engine = localEngine({
  wasmUrl: new URL('/script/standfirst_bg.wasm', location.href),
});

/** Loads the engine, for runs that do not count it. */
export const prepare = () => engine.segment('Ready.', 'en');

/** @param {Document} document */
export function run(document) {
  engine.prepare?.(document.documentElement.lang);
  return engine.summarize(read(document).page);
}
export { read };
