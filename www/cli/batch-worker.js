/**
 * A worker of `batch`: answers lines one after the other.
 *
 * @module
 */

import { parentPort, workerData } from 'node:worker_threads';

import { answer } from './tasks.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

parentPort?.on('message', async ({ number, line }) => {
  const text = await answer(decoder.decode(line), workerData.task, workerData.options);
  parentPort?.postMessage({ number, text });
});
