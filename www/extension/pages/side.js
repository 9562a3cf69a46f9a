/**
 * The side panel: the summary of the tab in front, in a place of its own that stays as tabs change.
 *
 * It sees a tab only where the extension was called, or is allowed on the tab's site.
 *
 * @module
 */

import { createPanel } from '../../panel/panel.js';
import { failureMessage, statusMessage } from '../../panel/reasons.js';
import { Replies } from '../../panel/replies.js';
import { Strip } from '../../panel/strip.js';
import { SummaryView } from '../../summary-view.js';
import { loadWords } from '../background/words.js';
import { loadPhrases } from '../content/languages.js';
import { sayRefusal } from '../content/refused.js';
import { fullestFrame, reach, send } from '../deliver.js';
import { loadSettings, saveSettings } from '../settings.js';
import { localize, showShortcuts } from './localize.js';

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

localize();
const { id: ownWindow } = await chrome.windows.getCurrent();
await showShortcuts();
let settings = await loadSettings();
const language = settings.language === 'auto' ? chrome.i18n.getUILanguage() : settings.language;
const say = await loadPhrases(language, await loadWords(language));

/** What is shown, and where it came from. */
let place = { tabId: -1, frameId: 0 };
/** @type {SummaryView | null} */
let view = null;
/** Counts what was asked for, so that a late answer does not replace a newer one. */
let asked = 0;

const { signal } = new AbortController();
const panel = createPanel({
  host: byId('panel'),
  origin: 'site',
  say,
  signal,
  actions: {
    visit: (index) => void visit(index),
    setLength: (length) => void choose({ length }),
    setCollapsed: (collapsed) => void choose({ collapsed }),
    dismiss: () => close(),
    retry: () => void show(place.tabId),
  },
});
const strip = new Strip({ document, say, visit: (index) => void visit(index), signal });
const replies = new Replies({ panel, origin: 'site', say, leave: () => void leave(), signal });
replies.setStrip(strip.element);

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  // Of the background alone, which has no tab: a page's process has no say in what is shown here.
  if (sender.tab || message?.type !== 'pressed' || message.windowId !== ownWindow) return false;
  respond(true);
  void show(message.tabId, message.by);
  return false;
});
chrome.tabs.onActivated.addListener(({ tabId, windowId }) => {
  if (windowId === ownWindow) void show(tabId);
});
chrome.tabs.onUpdated.addListener((tabId, { status }) => {
  if (tabId !== place.tabId) return;
  if (status === 'loading') showNothing();
  if (status === 'complete') void show(tabId);
});
chrome.storage.onChanged.addListener(async () => {
  settings = await loadSettings();
  applySettings();
});

applySettings();
const [front] = await chrome.tabs.query({ active: true, windowId: ownWindow });
if (front?.id !== undefined) await show(front.id);

/**
 * @param {number} tabId
 * @param {string} [by] the order's type, where a person has just pressed
 */
async function show(tabId, by) {
  asked += 1;
  const mine = asked;
  replies.setBack('hidden');
  place = { tabId, frameId: 0 };
  try {
    const { place: found, answer } = await askPage(tabId, by);
    if (mine !== asked) return;
    place = found;
    if ('failure' in answer) {
      showMessage('failed', failureMessage(answer.failure, say));
    } else {
      showSummary(answer);
    }
  } catch {
    // Not called in this tab yet, or a page that no extension may read.
    if (mine === asked) showNothing();
  }
}

/**
 * @param {number} tabId
 * @param {string} [by]
 * @returns {Promise<{place: import('../deliver.js').Place,
 *   answer: Exclude<import('../content/beside.js').BesideAnswer, 'frame'>}>}
 */
async function askPage(tabId, by) {
  const top = { tabId, frameId: 0 };
  const request = { type: 'beside', by };
  await reach(top);
  const answer = await send(top, { ...request, frame: 'top' });
  if (answer !== 'frame') return { place: top, answer };
  const inner = { tabId, frameId: await fullestFrame(tabId) };
  await reach(inner);
  return { place: inner, answer: await send(inner, { ...request, frame: 'inner' }) };
}

/** @param {import('../content/beside.js').BesideSummary} found */
function showSummary({ summary, text }) {
  const { title, status } = summary;
  const found = (status === 'ok' || status === 'partial') && summary.order.length > 0;
  const page = { text, descriptors: '', metadata: '', elements: [], blocks: [], plain: false };
  view = found ? new SummaryView(summary, { page, nodes: [], starts: [] }) : null;
  const message = statusMessage(summary, say);
  if (!view) {
    showMessage('not-an-article', message);
    return;
  }
  showTitle(title, view.language);
  render(message);
  replies.announce('ready', { n: view.shape(settings.length, say).sentences.length });
}

/** @param {string} [message] */
function render(message = '') {
  if (!view) return;
  const { type, collapsed, length } = settings;
  const shape = view.shape(length, say);
  panel.show({ ...shape, state: 'ready', message, type, collapsed });
  strip.show({
    salience: view.summary.story.salience,
    chosen: shape.sentences.map(({ index }) => index),
    textOf: (index) => view?.textOf(index) ?? '',
    isNew: (index) => view?.isNew(index) ?? false,
  });
  reveal('panel');
}

/**
 * @param {import('../../types.js').State} state
 * @param {string} message
 */
function showMessage(state, message) {
  view = null;
  const { type } = settings;
  panel.show({ ...SummaryView.EMPTY, state, message, type, collapsed: false });
  sayRefusal(panel.parts.root, signal);
  showTitle('', '');
  reveal('panel');
}

function showNothing() {
  view = null;
  showTitle('', '');
  reveal('empty');
}

/**
 * @param {string} title
 * @param {string} lang
 */
function showTitle(title, lang) {
  const heading = byId('title');
  heading.textContent = title;
  heading.lang = lang;
  heading.hidden = title === '';
}

/** @param {'panel' | 'empty'} part */
function reveal(part) {
  byId('panel').hidden = part !== 'panel';
  byId('empty').hidden = part !== 'empty';
}

/** @param {number} index */
async function visit(index) {
  const there = await send(place, { type: 'visit', index }).catch(() => false);
  if (there) {
    replies.setBack('shown');
  } else {
    replies.markGone(index);
    replies.announce('gone');
  }
}

async function leave() {
  replies.setBack('hidden');
  await send(place, { type: 'leave' }).catch(() => {
    // The page has gone, and its light with it.
  });
}

/** @param {import('../../types.js').Choice} choice */
async function choose(choice) {
  settings = { ...settings, ...choice };
  render();
  await saveSettings(choice);
}

function applySettings() {
  document.documentElement.dataset.theme = settings.theme;
  render();
}
