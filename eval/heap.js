/**
 * What a page holds after many standfirsts, in Chromium: each is placed, used and dismissed in one page, and
 * what is left is weighed after the garbage is collected. Flat is right.
 *
 *     node eval/heap.js [--summaries 1000]
 *
 * Needs `npm run build`. The pages are the project's own fixtures.
 *
 * @module
 */

import puppeteer from 'puppeteer-core';

import { CHROMIUM, CHROMIUM_FLAGS } from '../scripts/browsers.js';
import { main } from '../scripts/run.js';
import { serve } from '../scripts/serve.js';
import { commandLine } from './command-line.js';

/** Weighed at the first mark and after each further tenth. */
const MARKS = 10;

const HELP = `node eval/heap.js [--summaries N]

--summaries   how many are placed, used and dismissed in one page (1000)`;

const { values } = commandLine(HELP, {
  options: { summaries: { type: 'string', default: '1000' } },
});

await main(async () => {
  const server = await serve(0);
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/pages/feature-en/page.html`);
    await page.evaluate(keepSizes);
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    const each = Math.ceil(Number(values.summaries) / MARKS);
    say('summaries   JS heap KB   wasm KB   DOM nodes   listeners');
    for (let mark = 0; mark <= MARKS; mark += 1) {
      // The first round warms up: code is loaded and compiled, tables are made.
      const states = await page.evaluate(useMany, each);
      if (states.some((state) => state !== 'ready')) throw new Error(`states: ${states}`);
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (/** @type {string} */ name) =>
        metrics.find((metric) => metric.name === name)?.value ?? NaN;
      const wasm = await page.evaluate(() => /** @type {any} */ (window).wasmBytes());
      const row = [
        [each * (mark + 1), 9],
        [Math.round(of('JSHeapUsedSize') / 1024), 13],
        [Math.round(wasm / 1024), 10],
        [of('Nodes'), 12],
        [of('JSEventListeners'), 12],
      ];
      say(row.map(([value, width]) => String(value).padStart(width)).join(''));
    }
  } finally {
    await browser.close();
    server.close();
  }
});

/** Has the memories of all wasm instances told by `wasmBytes()`. Runs in the page. */
function keepSizes() {
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(Instance, [module, imports]) {
      const instance = new Instance(module, imports);
      const exported = Object.values(instance.exports);
      memories.push(...exported.filter((one) => one instanceof WebAssembly.Memory));
      return instance;
    },
  });
  /** @type {any} */ (window).wasmBytes = () =>
    memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}

/**
 * Runs in the page.
 *
 * @param {number} count
 * @returns {Promise<string[]>} the states, each once
 */
async function useMany(count) {
  const { StandFirst } = await import(/** @type {any} */ ('/element.js'));
  if (!customElements.get('stand-first')) customElements.define('stand-first', StandFirst);
  const states = new Set();
  for (let done = 0; done < count; done += 1) {
    const element = new StandFirst();
    states.add(await element.placeItself());
    const root = element.shadowRoot;
    while (!root.querySelector('.marks')) await new Promise((next) => setTimeout(next));
    for (const control of root.querySelectorAll('li button, .more, .fold, .dismiss')) {
      control.click();
    }
  }
  return [...states];
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
