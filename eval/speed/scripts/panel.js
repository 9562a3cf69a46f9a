/**
 * The panel from a summary at hand to the first paint with it.
 *
 * @module
 */

import { createController } from '../../../www/controller.js';
import { localEngine } from '../../../www/engine/local.js';
import { locate } from '../../../www/page/locate.js';
import { read } from '../../../www/reader.js';

/**
 * Shows the summary of this document under its headline, inside one frame's work.
 *
 * @returns {Promise<{state: string, built: number, painted: number}>} milliseconds until the panel
 *   stands in the document, and until the frame with it is laid out and painted
 */
export async function measure() {
  const wasmUrl = new URL('/script/standfirst_bg.wasm', location.href);
  const reading = read(document);
  const summary = await localEngine({ wasmUrl }).summarize(reading.page);
  const controller = createController({
    document,
    engine: { summarize: async () => summary, segment: async () => [] },
    read: () => reading,
    locate,
  });
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    requestAnimationFrame(async () => {
      const start = performance.now();
      const state = await controller.start();
      const built = performance.now() - start;
      // A message sent in a frame's work is heard after its paint.
      port1.onmessage = () => resolve({ state, built, painted: performance.now() - start });
      port2.postMessage(null);
    });
  });
}
