/**
 * The engine in a worker: one page comes in, its summary goes out. `apart.js` is the other side.
 *
 * @module
 */

import { summarizer } from './core.js';

addEventListener('message', async ({ data: { source, page, options } }) => {
  try {
    postMessage({ summary: await summarizer(source).summarize(page, options) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
