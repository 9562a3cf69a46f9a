/**
 * A summary by a worker of its own, which ends with it.
 *
 * A worker's script must come from the page's origin: a page that has the embed from elsewhere gets an
 * error here, as one whose Content-Security-Policy allows no worker.
 *
 * @module
 */

import { trusted } from './trusted.js';

/**
 * @param {import('./core.js').CoreSource | undefined} source of the core
 * @param {import('../types.js').FlatPage} page
 * @param {import('../types.js').SummaryOptions} [options]
 * @param {AbortSignal} [signal]
 * @returns {Promise<import('../types.js').Summary>}
 */
export async function summarizeApart(source, page, options, signal) {
  signal?.throwIfAborted();
  const address = new URL('worker.js', import.meta.url).href;
  const worker = new Worker(trusted(address), { type: 'module' });
  const end = new AbortController();
  const once = { signal: end.signal };
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), once);
      worker.addEventListener('error', reject, once);
      worker.addEventListener(
        'message',
        ({ data }) => ('summary' in data ? resolve(data.summary) : reject(data.error)),
        once,
      );
      worker.postMessage({ source: sent(source), page, options });
    });
  } finally {
    end.abort();
    worker.terminate();
  }
}

/**
 * What is known of the core, as it means the same in a worker: an address is the page's.
 *
 * @param {import('./core.js').CoreSource} [source]
 */
function sent({ wasmUrl, wasm } = {}) {
  return { wasm, wasmUrl: wasmUrl && new URL(wasmUrl, document.baseURI).href };
}
