/**
 * The engine in a worker: one page comes in, its summary goes out. `apart.js` is the other side.
 *
 * @module
 */

import { localEngine } from './local.js';

addEventListener('message', async ({ data: { source, page, options } }) => {
  try {
    postMessage({ summary: await localEngine(source).summarize(page, options) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
