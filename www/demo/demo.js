/**
 * The demo: article pages with the embed in a frame, a comparison, and a box for one's own text.
 *
 * @module
 */

import { localEngine, read } from '../index.js';
import { ARTICLES } from './articles.js';
import { showOwnText } from './own-text.js';
import { textRank } from './textrank.js';

const COMPARED_SENTENCES = 3;

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
/** Until the engine has answered once, its start is a part of the answer. */
let started = false;

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
  followFrame();
  dress();
  void compare();
});
document.querySelector('#try')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const box = /** @type {HTMLTextAreaElement} */ (document.querySelector('#source'));
  if (box.value.trim()) {
    void showOwnText(box.value, engine);
  } else {
    // White space is no text; the browser says so as it does of an empty box.
    box.value = '';
    box.reportValidity();
  }
});
openArticle();

/** @param {string} name */
function isOn(name) {
  return new FormData(form).has(name);
}

function openArticle() {
  frame.src = `${isOn('strict') ? '/strict' : ''}/embedded/${choice.value}`;
}

/** The browser's Back leads the frame to another article without the form. */
function followFrame() {
  const [, strict, slug] =
    /^(\/strict)?\/embedded\/(.+)$/.exec(frame.contentWindow?.location.pathname ?? '') ?? [];
  if (slug) {
    choice.value = slug;
    /** @type {HTMLInputElement} */ (form.elements.namedItem('strict')).checked = Boolean(strict);
  }
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
  const font = new FormData(form).get('font');
  sheets
    .get(inner)
    ?.replaceSync(
      (isOn('dark') ? DARK : '') + (font ? `body { font-family: ${font} !important; }` : ''),
    );
}

async function compare() {
  const inner = frame.contentDocument;
  if (!inner?.body) return;
  const start = performance.now();
  const reading = read(inner);
  const readAt = performance.now();
  const summary = await engine.summarize(reading.page, { sentences: COMPARED_SENTENCES });
  const chosenAt = performance.now();
  await engine.summarize(reading.page, { sentences: COMPARED_SENTENCES });
  const againAt = performance.now();
  const blocks = reading.page.text.split('\0');
  const { sources, block, start: from, end, roles } = summary.story;
  const body = from.flatMap((_, index) => (roles[block[index]] === 'subheading' ? [] : [index]));
  const sentences = body.map((index) =>
    blocks[sources[block[index]]].slice(from[index], end[index]),
  );
  const rank = await textRank(sentences, summary.language, COMPARED_SENTENCES);
  const rankedFrom = performance.now();
  const ranked = rank();
  const rankedAt = performance.now();
  if (frame.contentDocument !== inner) return;
  fill(
    {
      '#chosen': summary.sentences.map(({ text }) => text),
      '#lead': sentences.slice(0, COMPARED_SENTENCES),
      '#textrank': ranked,
    },
    summary,
  );
  tell([
    ['Article', `${summary.counts.words} words, ${summary.counts.sentences} sentences`],
    ['Page', `${blocks.length} blocks, read in ${ms(readAt - start)}`],
    [
      'Standfirst',
      `${started ? 'chosen' : 'engine started and chosen'} in ${ms(chosenAt - readAt)}, ` +
        `again in ${ms(againAt - chosenAt)}, the article found too`,
    ],
    ['TextRank', `${ms(rankedAt - rankedFrom)}, on the article that Standfirst has found`],
  ]);
  started = true;
}

/** @param {number} duration */
function ms(duration) {
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: 'millisecond',
    maximumFractionDigits: 1,
  }).format(duration);
}

/** @param {[name: string, value: string][]} figures */
function tell(figures) {
  timing.replaceChildren(
    ...figures.flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
  );
}

/**
 * @param {Record<string, string[]>} lists sentences of each list, by its selector
 * @param {import('../types.js').Summary} summary
 */
function fill(lists, { language, direction }) {
  const all = Object.values(lists).flat();
  for (const [selector, sentences] of Object.entries(lists)) {
    const list = /** @type {HTMLElement} */ (document.querySelector(selector));
    list.lang = language;
    list.dir = direction;
    list.replaceChildren(
      ...sentences.map((text) => {
        const item = element('li', text);
        item.classList.toggle('alone', all.filter((other) => other === text).length === 1);
        return item;
      }),
    );
    if (sentences.length === 0) list.replaceChildren(element('li', 'No article, no sentences.'));
  }
}

/**
 * @param {string} tag
 * @param {string} text
 */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
