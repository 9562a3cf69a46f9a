/**
 * `standfirst batch`: NDJSON in, NDJSON out, in input order, streaming, on all cores.
 *
 * At most `WINDOW` lines a worker are under way; input is not read further until the oldest has
 * been written, so memory does not grow with the input.
 *
 * @module
 */

import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

/** Lines under way per worker: enough that none waits, few enough that 20 MB pages fit. */
const WINDOW = 4;

/**
 * V8 puts only small functions into their callers. Each worker optimises the parser anew, and with the
 * usual 460 bytes that took as long as the first hundred pages themselves (ARCHITECTURE.md, "The DOM of
 * the command line").
 */
const LITTLE_INLINING = '--max-inlined-bytecode-size=60';

const LINE_FEED = 10;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** @typedef {import('./tasks.js').Task} Task */
/** @typedef {import('../types.js').SummaryOptions} SummaryOptions */

/**
 * Answers every line of the input. Blank lines are passed over.
 *
 * @param {object} run
 * @param {NodeJS.ReadableStream} run.input
 * @param {NodeJS.WritableStream} run.output
 * @param {Task} run.task
 * @param {SummaryOptions} run.options
 * @param {number} [run.workers] threads (default: one a core)
 * @returns {Promise<number>} lines answered
 */
export async function batch({ input, output, task, options, workers = availableParallelism() }) {
  setFlagsFromString(LITTLE_INLINING);
  const pool = Array.from({ length: workers }, () => startWorker({ task, options }));
  /** @type {Promise<string>[]} answers in input order, the oldest first */
  const underWay = [];
  let number = 0;
  const writeOldest = async () => {
    const text = await underWay.shift();
    if (!output.write(`${text}\n`)) await once(output, 'drain');
  };
  try {
    for await (const line of linesOf(input)) {
      const worker = pool.reduce((least, other) => (other.load < least.load ? other : least));
      underWay.push(worker.ask(line));
      number += 1;
      if (underWay.length >= workers * WINDOW) await writeOldest();
    }
    while (underWay.length > 0) await writeOldest();
  } finally {
    await Promise.all(pool.map((worker) => worker.stop()));
  }
  return number;
}

/**
 * The lines that are not blank, as bytes: to make text of them is the workers' part.
 *
 * @param {NodeJS.ReadableStream} input
 * @returns {AsyncGenerator<Uint8Array>}
 */
async function* linesOf(input) {
  /** @type {Uint8Array[]} of a line whose end has not come */
  let begun = [];
  const take = (/** @type {Uint8Array} */ last) => {
    const line = Buffer.concat([...begun, last]);
    begun = [];
    return line;
  };
  for await (const piece of input) {
    const bytes = Buffer.from(piece);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      const line = take(bytes.subarray(start, end));
      start = end + 1;
      if (!isBlank(line)) yield line;
    }
    begun.push(bytes.subarray(start));
  }
  const line = take(new Uint8Array());
  if (!isBlank(line)) yield line;
}

/** @param {Uint8Array} line */
function isBlank(line) {
  return line.every((byte) => byte === 32 || (byte >= 9 && byte <= 13));
}

/** @param {{task: Task, options: SummaryOptions}} workerData */
function startWorker(workerData) {
  const file = new URL('./batch-worker.js', import.meta.url);
  /** @type {Map<number, {line: Uint8Array, done: (text: string) => void}>} */
  const asked = new Map();
  let number = 0;
  let stopped = false;
  let thread = spawn();

  function spawn() {
    const started = new Worker(file, { workerData });
    started.on('message', ({ number: answered, text }) => {
      asked.get(answered)?.done(text);
      asked.delete(answered);
    });
    // A line that takes its worker down (out of memory) is told so; the others are asked again.
    started.on('error', (error) => {
      const [fatal, ...rest] = asked.entries();
      if (fatal) {
        asked.delete(fatal[0]);
        fatal[1].done(failure(fatal[1].line, /** @type {Error} */ (error)));
      }
      if (stopped) return;
      thread = spawn();
      for (const [again, { line }] of rest) thread.postMessage({ number: again, line });
    });
    return started;
  }

  return {
    get load() {
      return asked.size;
    },
    /**
     * @param {Uint8Array} line
     * @returns {Promise<string>}
     */
    ask(line) {
      return new Promise((done) => {
        number += 1;
        asked.set(number, { line, done });
        thread.postMessage({ number, line });
      });
    },
    stop() {
      stopped = true;
      return thread.terminate();
    },
  };
}

/**
 * @param {Uint8Array} line
 * @param {Error} error
 */
function failure(line, error) {
  let id = null;
  try {
    id = JSON.parse(decoder.decode(line)).id ?? null;
  } catch {
    // A line that is not JSON has no id.
  }
  return JSON.stringify({ id, error: { code: 'internal', message: error.message } });
}
