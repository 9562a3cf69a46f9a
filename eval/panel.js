/**
 * The embed on real pages in Chromium: whether each sentence has its live place, whether the page is
 * left as it was, how soon the standfirst stands, how long a step of the slider takes.
 *
 *     node eval/panel.js PAGES [--pages 200] [--list]
 *
 * PAGES is a folder with `.html` or `.html.gz` files, at any depth. They are served without their
 * scripts, and nothing else is served. Needs dist/embed (`npm run build`). The times are from a page
 * of 5,000 nodes, written here: each in a browser context of its own, so that the engine is cold.
 *
 * It is opened in turn at rest, when what the page's own first style, layout and paint take is over and
 * the time from the call is the standfirst's alone, and right behind its load, when these fall into it.
 * Behind a load Chromium also starts a process for the page that may come next, which takes a machine's
 * two cores for a tenth of a second: at rest that is over too (`REST_MS`).
 *
 * @module
 */

import puppeteer from 'puppeteer-core';

import { CHROMIUM, CHROMIUM_FLAGS } from '../scripts/browsers.js';
import { main } from '../scripts/run.js';
import { serve } from '../scripts/serve.js';
import { commandLine } from './command-line.js';
import { loadPages } from './speed/pages.js';

/** What pages ask for is refused; only our own scripts run. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'";

/** Nodes of the page that is timed, and how often it is opened. */
const TIMED_NODES = 5000;
const TIMED_RUNS = 21;

/** From a page's load until nothing goes on in the browser any more. */
const REST_MS = 1500;

/**
 * @typedef {object} Look
 * @property {string} state
 * @property {number} sentences of the summary at its greatest length
 * @property {number} found of them whose range says the same
 * @property {boolean} inserted whether the document differs by the inserted element alone
 * @property {boolean} restored whether it is as it was after the element is dismissed
 * @property {number} shift layout shift after the first paint of the panel
 */

const HELP = `node eval/panel.js PAGES [--pages N] [--list]

PAGES     folder with .html or .html.gz files, at any depth
--pages   how many, evenly spread over the folder (200)
--list    name each page that is not as it should be`;

const { folder, values } = commandLine(HELP, {
  folder: true,
  options: { pages: { type: 'string', default: '200' }, list: { type: 'boolean', default: false } },
});

await main(async () => {
  const pages = loadPages(folder, Number(values.pages));
  const html = new Map(pages.map((page, at) => [`/page/${at}`, page.html]));
  html.set('/timed', timedPage());
  const server = await serve(0, (request, response) => {
    const body = html.get(request.url ?? '');
    if (body === undefined) return false;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', POLICY);
    response.end(body);
    return true;
  });
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: CHROMIUM_FLAGS,
  });
  try {
    /** @type {Look[]} */
    const looks = [];
    for (const [at, { name }] of pages.entries()) {
      const page = await (await browser.createBrowserContext()).newPage();
      await page.goto(`${server.url}/page/${at}`, { waitUntil: 'domcontentloaded' });
      const look = await page.evaluate(lookAt);
      looks.push(look);
      const whole = look.found === look.sentences && look.inserted && look.restored && !look.shift;
      if (values.list && !whole) say(`${name}: ${JSON.stringify(look)}`);
      await page.browserContext().close();
    }
    report(looks);
    /** @type {Record<Moment, Times[]>} */
    const times = { rest: [], load: [] };
    for (let run = 0; run < 2 * TIMED_RUNS; run += 1) {
      /** @type {Moment} */
      const moment = run % 2 === 0 ? 'rest' : 'load';
      const page = await (await browser.createBrowserContext()).newPage();
      await page.goto(`${server.url}/timed`);
      if (moment === 'rest') await new Promise((done) => setTimeout(done, REST_MS));
      times[moment].push(await page.evaluate(timeIt, moment));
      await page.browserContext().close();
    }
    say('on a page at rest');
    reportTimes(times.rest);
    say('right behind its load');
    reportTimes(times.load);
  } finally {
    await browser.close();
    server.close();
  }
});

/**
 * Runs in the page.
 *
 * @returns {Promise<Look>}
 */
async function lookAt() {
  const { StandFirst } = await import(/** @type {any} */ ('/element.js'));
  const { read } = await import(/** @type {any} */ ('/reader.js'));
  const { locate } = await import(/** @type {any} */ ('/page/locate.js'));
  customElements.define('stand-first', StandFirst);
  const before = document.documentElement.outerHTML;
  const element = new StandFirst();
  const state = await element.placeItself();
  const look = { state, sentences: 0, found: 0, inserted: true, restored: true, shift: 0 };
  if (state !== 'ready') {
    look.inserted = document.documentElement.outerHTML === before;
    return look;
  }
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  await painted();
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: 'layout-shift' });
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  for (let waited = 0; !root.querySelector('.marks') && waited < 100; waited += 1) await painted();
  await painted();
  look.shift = observer
    .takeRecords()
    .reduce((sum, entry) => sum + /** @type {any} */ (entry).value, 0);
  // A page inside a shadow root holds the element there.
  const holder = /** @type {ShadowRoot | Document} */ (element.getRootNode());
  look.inserted =
    holder !== document ||
    document.documentElement.outerHTML.replace(element.outerHTML, '') === before;

  const reading = read(document);
  const { order, story } = element.summary;
  const blocks = reading.page.text.split('\0');
  const plain = (/** @type {string} */ text) => text.replace(/\s+/g, '');
  for (const index of order) {
    const source = story.sources[story.block[index]];
    const text = blocks[source].slice(story.start[index], story.end[index]);
    const range = locate(reading, source, story.start[index], story.end[index]);
    // A range does not say the line break that a <br> stands for.
    look.sentences += 1;
    look.found += Number(plain(range?.cloneContents().textContent ?? '') === plain(text));
  }
  for (const control of root.querySelectorAll('li button, .more, .fold')) {
    /** @type {HTMLElement} */ (control).click();
  }
  /** @type {HTMLElement} */ (root.querySelector('.dismiss')).click();
  look.restored =
    document.documentElement.outerHTML === before && document.adoptedStyleSheets.length === 0;
  return look;
}

/**
 * @typedef {'rest' | 'load'} Moment of the call
 * @typedef {{first: number, painted: number, step: number}} Times in milliseconds
 */

/**
 * Runs in the page.
 *
 * @param {Moment} moment
 * @returns {Promise<Times>}
 */
async function timeIt(moment) {
  if (moment === 'rest') {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await new Promise((done) => requestIdleCallback(done));
  }
  await import(/** @type {any} */ ('/standfirst/define.js'));
  const element = /** @type {any} */ (document.createElement('stand-first'));
  const start = performance.now();
  await element.placeItself();
  const first = performance.now() - start;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const painted = performance.now() - start;
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  while (!root.querySelector('.marks')) await new Promise((done) => setTimeout(done, 5));
  const slider = /** @type {HTMLInputElement} */ (root.querySelector('#length'));
  const steps = [];
  for (let length = 1; length <= Number(slider.max); length += 1) {
    await new Promise((done) => requestAnimationFrame(done));
    const at = performance.now();
    slider.value = String(length);
    slider.dispatchEvent(new Event('input'));
    // Asking for the height has style and layout done too.
    element.getBoundingClientRect();
    steps.push(performance.now() - at);
  }
  return { first, painted, step: Math.max(...steps) };
}

/** @param {Look[]} looks */
function report(looks) {
  const shown = looks.filter(({ state }) => state === 'ready');
  const sum = (/** @type {(look: Look) => number} */ of) =>
    shown.reduce((all, look) => all + of(look), 0);
  const pages = (/** @type {(look: Look) => boolean} */ good) =>
    `${shown.filter(good).length} of ${shown.length}`;
  say(`pages with a standfirst         ${shown.length} of ${looks.length}`);
  say(
    `sentences with their live place ${sum((look) => look.found)} of ${sum((look) => look.sentences)}`,
  );
  say(`one element more, nothing else  ${pages((look) => look.inserted)}`);
  say(`as it was after removal         ${pages((look) => look.restored)}`);
  say(`no shift after the first paint  ${pages((look) => look.shift === 0)}`);
  const untouched = looks.filter(({ state, inserted }) => state !== 'ready' && inserted).length;
  say(`left alone where there is none  ${untouched} of ${looks.length - shown.length}`);
}

/** @param {Times[]} times */
function reportTimes(times) {
  for (const [name, key] of /** @type {const} */ ([
    ['first standfirst stands', 'first'],
    ['it is painted', 'painted'],
    ['longest step of the slider', 'step'],
  ])) {
    const sorted = times.map((time) => time[key]).sort((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      sorted[Math.floor((sorted.length - 1) * share)].toFixed(1);
    say(`${name.padEnd(31)} ${at(0.5)} ms median, ${at(0.9)} ms p90`);
  }
}

/** An article among much else, of 5,000 nodes. */
function timedPage() {
  const teaser =
    '<li class="teaser"><a href="/x"><b>More</b> <span>of the same site</span></a></li>';
  const paragraph = (/** @type {number} */ n) =>
    `<p>The council of district ${n} decided on Tuesday to open the bridge of the old mill again. ` +
    `It had been closed for ${n + 3} years after a flood took two of its piers. “We have waited long ` +
    `enough,” said the mayor, who had promised the work in her campaign. The repair will cost ` +
    `${n * 3 + 2} million crowns, a fifth more than was planned in the spring.</p>`;
  // Nodes: a paragraph is 2, a teaser is 7.
  const paragraphs = Array.from({ length: 60 }, (_, n) => paragraph(n)).join('');
  const teasers = teaser.repeat(Math.ceil((TIMED_NODES - 60 * 2 - 20) / 7));
  return `<!doctype html><html lang="en"><head><title>The bridge opens</title></head><body>
<main><article><h1>The bridge at the old mill opens again</h1>${paragraphs}</article></main>
<aside><ul>${teasers}</ul></aside></body></html>`;
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
