/**
 * Answers each line of NDJSON with what Readability finds in its HTML through jsdom, on all cores.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
  const workers = availableParallelism();
  for (let part = 0; part < workers; part += 1) {
    const own = lines.filter((_, at) => at % workers === part);
    const worker = new Worker(new URL(import.meta.url), { workerData: own });
    worker.on('message', (line) => process.stdout.write(`${line}\n`));
  }
} else {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const { Readability } = await import('@mozilla/readability');
  for (const line of workerData) {
    const { id, html } = JSON.parse(line);
    const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
    const text = new Readability(window.document).parse()?.textContent ?? '';
    window.close();
    parentPort?.postMessage(JSON.stringify({ id, text }));
  }
}
