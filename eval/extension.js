/**
 * The built extension on real pages in Chromium: where the panel stands, what is left behind, and
 * how long it takes from the key.
 *
 *     node eval/extension.js DATA/pages [--pages 200] [--list] [--kept FILE [--minutes 3]] [--pictures FOLDER]
 *       [--only NAME]
 *
 * Articles are taken from all corpora in turn. Pages are served without their scripts, and nothing
 * else is served: what a page asks of other hosts is refused at once. `--list` names each page that
 * is not as it should be, and each whose panel stands elsewhere than under the headline; `--pictures`
 * takes a picture of those. `--only` takes the pages whose name has that in it. With `--kept` the run can be ended, after `--minutes`, and taken up again:
 * what was seen is kept in that file, a line of JSON a page, and the report is of all of it.
 *
 * A panel of place `story` stands before the story, where no headline is shown and no margin is free;
 * `above` stands above the page.
 *
 * A page that shows nothing at all without its scripts is `hidden`, and left alone.
 *
 * A person presses when the page is there: `REST_MS` after its load, when Chromium has started a process for
 * the page that may come next, which takes a machine's two cores for a tenth of a second.
 *
 * Each page is opened twice, in a tab that the extension has not seen: once with its background
 * stopped, once with it at work. The time runs from the press to the panel's being in the page; how long
 * it takes until a frame with it has been made, layout and paint of the page with it, is told beside it.
 *
 * @module
 */

import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { startChromium } from '../tests/extension/chromium.js';
import { html, panelGone } from '../tests/extension/panel.js';
import { serveSite } from '../tests/extension/server.js';
import { commandLine } from './command-line.js';

/** Refuses what pages ask for by script that is not stripped, such as handlers in attributes. */
const POLICY = "script-src 'none'; worker-src 'none'; frame-src 'none'";

/** A panel smaller than this, CSS pixels, shows nothing that could be read. */
const MIN_SIZE = { width: 200, height: 80 };

/** What a page complains of that is served without its scripts and files. */
const NOT_OURS = /^page: (Failed|Refused|Manifest|Access to|Framing|The resource|<meta)/;

const REST_MS = 1500;

const SETTLED_WITHIN_MS = 20_000;

/** A panel in its best place. */
const UNDER = 'under the headline';

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
 * @property {number} [paintedMs] from the press to the frame that shows it
 * @property {string[]} faults
 */

/**
 * @typedef {object} Seen
 * @property {string} name of the sample
 * @property {Outcome} asleep
 * @property {Outcome} awake
 */

const HELP = `node eval/extension.js PAGES [--pages N] [--list] [--kept FILE [--minutes N]] [--pictures FOLDER] [--only NAME]

PAGES        folder with corpora of pages (eval/README.md)
--pages      how many, of all corpora in turn (200)
--list       name each page that is not as it should be, or whose panel stands elsewhere than under the headline
--kept       keep what was seen in this file, and go on from it
--minutes    end after so many
--pictures   take a picture of each page that --list names
--only       pages whose name has this in it`;

const { folder, values } = commandLine(HELP, {
  folder: true,
  options: {
    pages: { type: 'string', default: '200' },
    list: { type: 'boolean', default: false },
    kept: { type: 'string' },
    minutes: { type: 'string', default: 'Infinity' },
    pictures: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const { list, kept, pictures } = values;
const ends = Date.now() + Number(values.minutes) * 60_000;
const samples = choose(folder, Number(values.pages)).filter(({ name }) =>
  name.includes(values.only),
);
/** @type {Map<string, Seen>} */
const seen = new Map();
for (const line of kept && existsSync(kept) ? readFileSync(kept, 'utf8').split('\n') : []) {
  if (line) seen.set(JSON.parse(line).name, JSON.parse(line));
}
const site = await serveSite();
const extended = await startChromium(site, { watchBackground: false });
for (const { name, body } of samples) {
  if (seen.has(name) || Date.now() > ends) continue;
  const url = site.own(body, { policy: POLICY });
  const page = {
    name,
    asleep: await look(url, { name, stopped: true }),
    awake: await look(url, { name }),
  };
  seen.set(name, page);
  if (kept) appendFileSync(kept, `${JSON.stringify(page)}\n`);
  for (const { state, place, faults } of list ? [page.asleep, page.awake] : []) {
    if (faults.length > 0 || state !== 'ready' || place !== UNDER) {
      say(`${name}: ${state} ${place} ${faults.join('; ')}`);
    }
  }
}
await extended.browser.close();
site.close();
report(samples.flatMap(({ name }) => seen.get(name) ?? []));

/**
 * @param {string} url
 * @param {object} options
 * @param {string} options.name for a picture
 * @param {boolean} [options.stopped] whether the background is stopped before the press
 * @returns {Promise<Outcome>}
 */
async function look(url, { name, stopped = false }) {
  const page = await extended.open(url);
  extended.problems.length = 0;
  if (!(await page.evaluate(() => document.documentElement.checkVisibility()))) {
    await page.close();
    return { state: 'hidden', place: 'none', ms: 0, faults: [] };
  }
  const before = await html(page);
  await watchForPanel(page);
  await new Promise((done) => setTimeout(done, REST_MS));
  if (stopped) await extended.stopBackground();
  // A person presses in the tab that is in front; to bring it there is no part of the time.
  await page.bringToFront();
  const pressed = performance.timeOrigin + performance.now();
  await extended.press(page);
  const found = await page.evaluate(() => /** @type {any} */ (globalThis).panelStands);
  const picture = pictures && !stopped ? await page.screenshot() : null;
  await extended.press(page);
  await panelGone(page);
  const faults = extended.problems.filter((problem) => !NOT_OURS.test(problem));
  if ((await html(page)) !== before) faults.push('the page is not as it was');
  if (/left|right/.test(found.place) && found.covers) faults.push(`covers ${found.covers}`);
  if (found.isBehind && !/left|right/.test(found.place)) faults.push('stands below its sentences');
  if (found.width < MIN_SIZE.width || found.height < MIN_SIZE.height) {
    faults.push(`${found.width} by ${found.height} pixels`);
  }
  if (!found.seen) faults.push('lies under something');
  await page.close();
  if (picture && (faults.length > 0 || found.place !== UNDER)) {
    writeFileSync(join(pictures ?? '', `${name.replace(/\W+/g, '-')}.png`), picture);
  }
  return {
    state: found.state,
    place: found.place,
    ms: found.at - pressed,
    paintedMs: found.paintedAt - pressed,
    faults,
  };
}

/**
 * Lets the page note the moment at which the panel has settled, and what is to be seen then.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function watchForPanel(page) {
  await page.evaluate(
    (within, under) => {
      const place = (/** @type {HTMLElement} */ host) => host.dataset.place ?? under;
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
      const nodeThatSays = (/** @type {string} */ sentence) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const wanted = sentence.slice(0, 40);
        while (walker.nextNode()) {
          const { nodeValue, parentElement } = walker.currentNode;
          // The headline may begin with the same words.
          if (parentElement?.closest('h1')) continue;
          const shown = parentElement?.checkVisibility({ visibilityProperty: true });
          if (shown && nodeValue?.replace(/\s+/g, ' ').includes(wanted)) return walker.currentNode;
        }
        return null;
      };
      Object.assign(globalThis, {
        panelStands: new Promise((resolve) => {
          const none = { state: 'none', place: 'none', at: 0, width: 0, height: 0, seen: false };
          const timer = setTimeout(() => resolve(none), within);
          const observer = new MutationObserver(async () => {
            const host = /** @type {HTMLElement} */ (
              document.querySelector('[data-by="extension"]')
            );
            const card = host?.shadowRoot?.querySelector('.card');
            if (!(card instanceof HTMLElement) || card.dataset.state === 'reading') return;
            const now = () => performance.timeOrigin + performance.now();
            const at = now();
            clearTimeout(timer);
            observer.disconnect();
            await new Promise((framed) => requestAnimationFrame(framed));
            await new Promise((done) => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = done;
              port2.postMessage(null);
            });
            const paintedAt = now();
            const chosen = [...(host.shadowRoot?.querySelectorAll('li p') ?? [])];
            const isBehind = chosen.some(({ textContent }) => {
              const node = nodeThatSays(textContent ?? '');
              return node && host.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
            });
            host.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = card.getBoundingClientRect();
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + 12);
            resolve({
              at,
              paintedAt,
              state: card.dataset.state,
              place: place(host),
              width: Math.round(box.width),
              height: Math.round(box.height),
              seen: top === host,
              covers: textUnder(box, host).slice(0, 60),
              isBehind,
            });
          });
          observer.observe(document, { childList: true, subtree: true });
        }),
      });
    },
    SETTLED_WITHIN_MS,
    UNDER,
  );
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
      chosen.push({ name: `${corpus} ${truth.id}`, body: withoutScripts(decode(bytes)) });
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
 * In UTF-8, or what the page says that it is in.
 *
 * @param {Uint8Array} bytes
 */
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [, named] = /charset=["']?([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes)) ?? [];
    return new TextDecoder(named ?? 'utf-8').decode(bytes);
  }
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

/** @param {Seen[]} pages */
function report(pages) {
  const asleep = pages.map((page) => page.asleep);
  const awake = pages.map((page) => page.awake);
  const states = tally(awake.map(({ state }) => state));
  const places = tally(awake.filter(({ state }) => state === 'ready').map(({ place }) => place));
  const faults = [...asleep, ...awake].filter((outcome) => outcome.faults.length > 0).length;
  say(`pages ${pages.length}, opened twice`);
  say(`state: ${states}`);
  say(`place of summaries: ${places}`);
  say(`openings with a fault: ${faults}`);
  for (const [name, outcomes] of Object.entries({ asleep, awake })) {
    const times = outcomes.filter(({ ms }) => ms > 0).map(({ ms }) => ms);
    times.sort((a, b) => a - b);
    const at = (/** @type {number} */ part) => times[Math.floor((times.length - 1) * part)];
    const painted = outcomes.flatMap(({ paintedMs }) => paintedMs ?? []).sort((a, b) => a - b);
    say(
      `key to panel, background ${name}: median ${at(0.5)?.toFixed(0)} ms, ` +
        `90 % ${at(0.9)?.toFixed(0)} ms, most ${at(1)?.toFixed(0)} ms; ` +
        `painted after ${painted[painted.length >> 1]?.toFixed(0)} ms (median)`,
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
