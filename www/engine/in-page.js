/**
 * The engine of a page: in the page's own realm, and for a text so long that the page would stutter
 * in a worker.
 *
 * @module
 */

import { summarizer } from './core.js';

/** From here on the core is at work for some 50 ms, in code that is not optimised yet. */
const LONG_UNITS = 300_000;
const LONG_BLOCKS = 7 * 10_000;

/**
 * @param {import('./core.js').CoreSource} [source]
 * @returns {import('../types.js').Summarizer}
 */
export function inPageEngine(source) {
  const local = summarizer(source);
  return {
    ...local,
    async summarize(page, options, signal) {
      if (page.text.length > LONG_UNITS || page.blocks.length > LONG_BLOCKS) {
        try {
          const { summarizeApart } = await import('./apart.js');
          return await summarizeApart(source, page, options, signal);
        } catch {
          // No worker here, as a policy or an older browser has it; what else is wrong is said below.
          signal?.throwIfAborted();
        }
      }
      return local.summarize(page, options, signal);
    },
  };
}
