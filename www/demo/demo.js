/**
 * The demo: article pages with the embed in a frame, a comparison, and a box for one's own text.
 *
 * @module
 */

import { localEngine, read } from '../index.js';
import { ARTICLES } from './articles.js';
import { showOwnText } from './own-text.js';

const LEAD_SENTENCES = 3;

/** What a site's dark style does to its pages. */
const DARK = `
  :root { color-scheme: dark; }
  body, body * { background-color: #15171b !important; color: #e7e5df !important; border-color: #444 !important; }
`;

/** The switches' sheet of each document that was shown. @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

const engine = localEngine();
const form = /** @type {HTMLFormElement} */ (document.querySelector('#settings'));
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('#page'));
const timing = /** @type {HTMLElement} */ (document.querySelector('#timing'));

const choice = /** @type {HTMLSelectElement} */ (form.elements.namedItem('article'));
choice.append(...ARTICLES.map(([slug, name]) => new Option(name, slug)));

form.addEventListener('change', (event) => {
  const { name } = /** @type {HTMLInputElement} */ (event.target);
  if (name === 'article' || name === 'strict') {
    openArticle();
  } else {
    dress();
  }
});
frame.addEventListener('load', () => {
  dress();
  void compare();
});
document.querySelector('#try')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
  void showOwnText(String(data.get('source')), engine);
});
openArticle();

/** @param {string} name */
function isOn(name) {
  return new FormData(form).has(name);
}

function openArticle() {
  frame.src = `${isOn('strict') ? '/strict' : ''}/embedded/${choice.value}`;
}

/** The switches that a page's own style would make. */
function dress() {
  frame.classList.toggle('narrow', isOn('narrow'));
  const inner = frame.contentDocument;
  const view = /** @type {(Window & typeof globalThis) | null} */ (frame.contentWindow);
  if (!inner?.body || !view) return;
  const own = ARTICLES.find(([slug]) => slug === choice.value)?.[2] ?? 'ltr';
  inner.documentElement.dir = isOn('rtl') ? 'rtl' : own;
  if (!sheets.has(inner)) {
    const sheet = new view.CSSStyleSheet();
    sheets.set(inner, sheet);
    // The embed adopts sheets too; they stay.
    inner.adoptedStyleSheets = [...inner.adoptedStyleSheets, sheet];
  }
  sheets.get(inner)?.replaceSync(isOn('dark') ? DARK : '');
}

async function compare() {
  const inner = frame.contentDocument;
  if (!inner?.body) return;
  const started = performance.now();
  const reading = read(inner);
  const readAt = performance.now();
  const summary = await engine.summarize(reading.page);
  const done = performance.now();
  const blocks = reading.page.text.split('\0');
  const { sources, block, start, end, roles } = summary.story;
  const quotable = start.flatMap((_, index) => (roles[block[index]] === 'body' ? [index] : []));
  const lead = quotable
    .slice(0, LEAD_SENTENCES)
    .map((index) => blocks[sources[block[index]]].slice(start[index], end[index]));
  fill(
    '#chosen',
    summary.sentences.map(({ text }) => text),
    summary,
  );
  fill('#lead', lead, summary);
  const ms = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
  timing.textContent =
    `${summary.counts.sentences} sentences, ${blocks.length} blocks: ` +
    `read in ${ms.format(readAt - started)} ms, chosen in ${ms.format(done - readAt)} ms`;
}

/**
 * @param {string} selector
 * @param {string[]} sentences
 * @param {import('../types.js').Summary} summary
 */
function fill(selector, sentences, { language, direction }) {
  const list = /** @type {HTMLElement} */ (document.querySelector(selector));
  list.lang = language;
  list.dir = direction;
  list.replaceChildren(
    ...sentences.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
}
