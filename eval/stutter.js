/**
 * Whether a page of 200,000 nodes stutters: the browser's tasks over 50 ms from the call to the paint of the
 * standfirst, in Chromium, and when that stood.
 *
 *     node eval/stutter.js [--nodes 200000]
 *
 * The pages are written here: an article with comments, with a table, and a text as long as the page. Needs
 * dist/embed (`npm run build`).
 *
 * @module
 */

import puppeteer from 'puppeteer-core';

import { CHROMIUM, CHROMIUM_FLAGS } from '../scripts/browsers.js';
import { main } from '../scripts/run.js';
import { serve } from '../scripts/serve.js';
import { commandLine } from './command-line.js';

const RUNS = 5;

let seed = 1;

/** Nodes of a comment, a row and a paragraph below, with the text in them. */
const KINDS = {
  comments: {
    nodes: 6,
    part: () => `<div class="comment"><b>${words(2)}</b><p>${words(9)}. ${words(7)}.</p></div>`,
    around: ['<section class="comments">', '</section>'],
  },
  table: {
    nodes: 5,
    part: () => `<tr><td>${words(1)}</td><td>${Math.floor(random() * 1000)}</td></tr>`,
    around: ['<table>', '</table>'],
  },
  text: {
    nodes: 5,
    part: () => `<p>${words(12)}. ${words(9)} <a href="/x">${words(3)}</a> ${words(8)}.</p>`,
    around: ['', ''],
  },
};

const HELP = `node eval/stutter.js [--nodes N]

--nodes   of each page (200000)`;

const { values } = commandLine(HELP, {
  options: { nodes: { type: 'string', default: '200000' } },
});

await main(async () => {
  const pages = new Map(
    Object.entries(KINDS).map(([kind, { nodes, part, around }]) => {
      const parts = Array.from({ length: Math.ceil(Number(values.nodes) / nodes) }, part);
      return [`/${kind}`, pageWith(around[0] + parts.join('') + around[1])];
    }),
  );
  const server = await serve(0, (request, response) => {
    const body = pages.get(request.url ?? '');
    if (body === undefined) return false;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(body);
    return true;
  });
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  for (const path of pages.keys()) {
    for (let run = 0; run < RUNS; run += 1) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.goto(`${server.url}${path}`);
      const { first, tasks } = await page.evaluate(watchIt);
      const long =
        tasks.length > 0 ? `tasks over 50 ms: ${tasks.join(', ')}` : 'no task over 50 ms';
      process.stdout.write(`${path.slice(1).padEnd(9)} standfirst after ${first} ms, ${long}\n`);
      await context.close();
    }
  }
  await browser.close();
  server.close();
});

/** In the page, once it is at rest. */
async function watchIt() {
  const rest = () => new Promise((done) => setTimeout(done, 1000));
  await rest();
  /** @type {number[]} */
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
  });
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  await import(/** @type {any} */ ('/standfirst/define.js'));
  const element = /** @type {any} */ (document.createElement('stand-first'));
  await element.placeItself();
  const first = Math.round(performance.now() - start);
  await rest();
  return { first, tasks };
}

/** @param {string} more */
function pageWith(more) {
  const story = Array.from({ length: 20 }, () => `<p>${words(14)}. ${words(18)}.</p>`).join('');
  return (
    '<!doctype html><html lang="en"><title>The council votes on the bridge</title>' +
    `<article><h1>The council votes on the bridge</h1>${story}${more}</article>`
  );
}

/** Words as often as in a language: the n-th as one n-th of the first. @param {number} count */
function words(count) {
  const text = Array.from({ length: count }, () => word(Math.floor(3000 ** random()))).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {number} rank */
function word(rank) {
  const syllables = ['ba', 'ko', 'ti', 're', 'mun', 'sal', 'per', 'dor', 'ven', 'lit'];
  return [...String(rank)].map((digit) => syllables[Number(digit)]).join('');
}

/** The same numbers every time (Park and Miller, 1988). */
function random() {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
}
