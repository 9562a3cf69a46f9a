/**
 * The built extension on real pages in Chromium: where the panel stands, what is left behind, and
 * how long it takes from the key.
 *
 *     node eval/extension.js DATA/pages [--pages 200] [--list]
 *
 * Articles are taken from all corpora in turn. Pages are served without their scripts, and nothing
 * else is served: what a page asks of other hosts is refused at once. `--list` names each page that
 * is not as it should be.
 *
 * A panel of place `story` stands before the story, where no headline is shown and no margin is free;
 * `above` stands above the page.
 *
 * Each page is opened twice, in a tab that the extension has not seen: once with its background
 * stopped, once with it at work. The time runs from the press to the panel's being in the page.
 *
 * @module
 */

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

import { startChromium } from '../tests/extension/chromium.js';
import { html, panelGone } from '../tests/extension/panel.js';
import { serveSite } from '../tests/extension/server.js';

/** Refuses what pages ask for by script that is not stripped, such as handlers in attributes. */
const POLICY = "script-src 'none'; worker-src 'none'; frame-src 'none'";

/** A panel smaller than this, CSS pixels, shows nothing that could be read. */
const MIN_SIZE = { width: 200, height: 80 };

/** What a page complains of that is served without its scripts and files. */
const NOT_OURS = /^page: (Failed|Refused|Manifest|Access to|Framing|The resource|<meta)/;

const SETTLED_WITHIN_MS = 20_000;

/**
 * @typedef {object} Sample
 * @property {string} name corpus and id
 * @property {string} body
 */

/**
 * @typedef {object} Outcome
 * @property {string} state
 * @property {string} place
 * @property {number} ms from the press to the panel
 * @property {string[]} faults
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', default: '200' }, list: { type: 'boolean', default: false } },
});
if (positionals.length !== 1) {
  process.stderr.write('usage: node eval/extension.js DATA/pages [--pages 200] [--list]\n');
  process.exit(2);
}
const samples = choose(positionals[0], Number(values.pages));
const site = await serveSite();
const extended = await startChromium(site, { watchBackground: false });
/** @type {Outcome[]} */
const asleep = [];
/** @type {Outcome[]} */
const awake = [];
for (const { name, body } of samples) {
  const url = site.own(body, { policy: POLICY });
  for (const outcomes of [asleep, awake]) {
    const outcome = await look(url, outcomes === asleep);
    outcomes.push(outcome);
    if (values.list && (outcome.faults.length > 0 || outcome.state !== 'ready')) {
      say(`${name}: ${outcome.state} ${outcome.place} ${outcome.faults.join('; ')}`);
    }
  }
}
await extended.browser.close();
site.close();
report();

/**
 * @param {string} url
 * @param {boolean} stopped whether the background is stopped before the press
 * @returns {Promise<Outcome>}
 */
async function look(url, stopped) {
  const page = await extended.open(url);
  extended.problems.length = 0;
  const before = await html(page);
  await watchForPanel(page);
  if (stopped) await extended.stopBackground();
  const pressed = performance.timeOrigin + performance.now();
  await extended.press(page);
  const found = await page.evaluate(() => /** @type {any} */ (globalThis).panelStands);
  await extended.press(page);
  await panelGone(page);
  const faults = extended.problems.filter((problem) => !NOT_OURS.test(problem));
  if ((await html(page)) !== before) faults.push('the page is not as it was');
  if (/left|right/.test(found.place) && found.covers) faults.push(`covers ${found.covers}`);
  if (found.width < MIN_SIZE.width || found.height < MIN_SIZE.height) {
    faults.push(`${found.width} by ${found.height} pixels`);
  }
  if (!found.seen) faults.push('lies under something');
  await page.close();
  return { state: found.state, place: found.place, ms: found.at - pressed, faults };
}

/**
 * Lets the page note the moment at which the panel has settled, and what is to be seen then.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function watchForPanel(page) {
  await page.evaluate((within) => {
    const place = (/** @type {HTMLElement} */ host) => host.dataset.place ?? 'under the headline';
    const textUnder = (/** @type {DOMRect} */ box, /** @type {HTMLElement} */ host) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = new Range();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.nodeValue?.trim() || host.contains(node)) continue;
        const shown = node.parentElement?.checkVisibility({ visibilityProperty: true });
        range.selectNode(node);
        for (const own of shown ? range.getClientRects() : []) {
          const over = own.left < box.right && own.right > box.left && own.width > 1;
          if (over && own.top < box.bottom && own.bottom > box.top) return node.nodeValue.trim();
        }
      }
      return '';
    };
    Object.assign(globalThis, {
      panelStands: new Promise((resolve) => {
        const none = { state: 'none', place: 'none', at: 0, width: 0, height: 0, seen: false };
        const timer = setTimeout(() => resolve(none), within);
        const observer = new MutationObserver(() => {
          const host = /** @type {HTMLElement} */ (document.querySelector('[data-by="extension"]'));
          const card = host?.shadowRoot?.querySelector('.card');
          if (!(card instanceof HTMLElement) || card.dataset.state === 'reading') return;
          const at = performance.timeOrigin + performance.now();
          clearTimeout(timer);
          observer.disconnect();
          host.scrollIntoView({ block: 'center', behavior: 'instant' });
          const box = card.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + 12);
          resolve({
            at,
            state: card.dataset.state,
            place: place(host),
            width: Math.round(box.width),
            height: Math.round(box.height),
            seen: top === host,
            covers: textUnder(box, host).slice(0, 60),
          });
        });
        observer.observe(document, { childList: true, subtree: true });
      }),
    });
  }, SETTLED_WITHIN_MS);
}

/**
 * Articles of all corpora in turn, each corpus at even steps.
 *
 * @param {string} folder
 * @param {number} count
 * @returns {Sample[]}
 */
function choose(folder, count) {
  const corpora = readdirSync(folder)
    .sort()
    .map((corpus) => ({ corpus, truths: articlesOf(join(folder, corpus)) }))
    .filter(({ truths }) => truths.length > 0);
  const share = Math.ceil(count / corpora.length);
  /** @type {Sample[]} */
  const chosen = [];
  for (let round = 0; chosen.length < count && round < 2 * share; round += 1) {
    for (const { corpus, truths } of corpora) {
      const truth = truths[Math.floor((round * truths.length) / (2 * share))];
      const earlier = truths[Math.floor(((round - 1) * truths.length) / (2 * share))];
      if (!truth || (round > 0 && truth === earlier) || chosen.length >= count) continue;
      const packed = readFileSync(join(folder, corpus, truth.file));
      const bytes = truth.file.endsWith('.gz') ? gunzipSync(packed) : packed;
      chosen.push({ name: `${corpus} ${truth.id}`, body: withoutScripts(String(bytes)) });
    }
  }
  return chosen;
}

/**
 * @param {string} corpus
 * @returns {{id: string, file: string}[]}
 */
function articlesOf(corpus) {
  return readFileSync(join(corpus, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ page_type: type = 'article' }) => type === 'article');
}

/**
 * Data in script elements stay: they are read, not run.
 *
 * @param {string} body
 */
function withoutScripts(body) {
  return body
    .replace(/<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<meta\b[^>]*http-equiv[^>]*>/gi, '');
}

function report() {
  const states = tally(awake.map(({ state }) => state));
  const places = tally(awake.filter(({ state }) => state === 'ready').map(({ place }) => place));
  const faults = [...asleep, ...awake].filter((outcome) => outcome.faults.length > 0).length;
  say(`pages ${samples.length}, opened twice`);
  say(`state: ${states}`);
  say(`place of summaries: ${places}`);
  say(`openings with a fault: ${faults}`);
  for (const [name, outcomes] of Object.entries({ asleep, awake })) {
    const times = outcomes.filter(({ state }) => state !== 'none').map(({ ms }) => ms);
    times.sort((a, b) => a - b);
    const at = (/** @type {number} */ part) => times[Math.floor((times.length - 1) * part)];
    say(
      `key to panel, background ${name}: median ${at(0.5)?.toFixed(0)} ms, ` +
        `90 % ${at(0.9)?.toFixed(0)} ms, most ${at(1)?.toFixed(0)} ms`,
    );
  }
}

/** @param {string[]} names */
function tally(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
