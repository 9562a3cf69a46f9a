/**
 * The options page: every change is kept at once.
 *
 * @module
 */

/* global WORD_LANGUAGES -- set at build time */

import { hasSide, openSide } from '../background/side.js';
import { ALL_SITES, loadSettings, originPattern, saveSettings, toSettings } from '../settings.js';
import { forgetSite, giveBack, wantedSites } from '../sites.js';
import { localize, showShortcuts, text } from './localize.js';

/** @typedef {import('../settings.js').Settings} Settings */

/** @template {Element} T @param {string} id @returns {T} */
const byId = (id) => /** @type {any} */ (document.getElementById(id));

/** With its controls by name. @type {HTMLFormElement & Record<string, any>} */
const form = byId('settings');
/** @type {HTMLInputElement} */
const file = byId('file');
/** @type {HTMLButtonElement} */
const undo = byId('undo');
/** Where summaries showed by themselves before it was last chosen. @type {Settings['automatic']} */
let automaticBefore = 'off';

/** Match patterns that are wanted, and not given in this browser. @type {string[]} */
let missing = [];

/** What the form shows. */
let shown = '';

localize();
document.title = `${text('settings')} – Standfirst`;
listLanguages();
await show(await loadSettings());
await showShortcuts();
const { id: ownWindow } = await chrome.windows.getCurrent();
byId('beside').toggleAttribute('hidden', !hasSide());

chrome.storage.onChanged.addListener(() => void follow());
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', () => void keep());
undo.addEventListener('click', () => void takeBack());
byId('allow').addEventListener('click', () => void allow());
byId('side').addEventListener('click', () => void openSide(Number(ownWindow)));
byId('change').addEventListener('click', () => void changeShortcut());
byId('export').addEventListener('click', () => void exportSettings());
byId('import').addEventListener('click', () => file.click());
file.addEventListener('change', () => void importSettings());

/** Those that the package has words for, by their own names. */
function listLanguages() {
  for (const tag of WORD_LANGUAGES) {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    const option = new Option(name, tag);
    option.lang = tag;
    form.language.append(option);
  }
}

/** @param {Settings} settings */
async function show(settings) {
  shown = JSON.stringify(settings);
  // A form has a `length` of its own.
  form.length_.value = String(settings.length);
  for (const name of /** @type {const} */ (['type', 'theme', 'language', 'automatic'])) {
    form[name].value = settings[name];
  }
  document.documentElement.dataset.theme = settings.theme;
  byId('sites').replaceChildren(...settings.sites.map(siteItem));
  byId('no-sites').toggleAttribute('hidden', settings.sites.length > 0);
  ({ missing } = await wantedSites());
  byId('missing').toggleAttribute('hidden', missing.length === 0);
  const without = settings.sites.filter((site) => missing.includes(originPattern(site)));
  const named = settings.automatic === 'all' ? text('automaticAll') : without.join(', ');
  byId('missing').firstElementChild?.replaceChildren(text('missing', [named]));
}

/** The page stays open while the menu, a panel or another browser sets something. */
async function follow() {
  const settings = await loadSettings();
  if (JSON.stringify(settings) !== shown) await show(settings);
}

/** @param {string} site */
function siteItem(site) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text('remove');
  button.setAttribute('aria-label', `${text('remove')}: ${site}`);
  button.addEventListener('click', () => void removeSite(site));
  item.append(site, button);
  return item;
}

async function keep() {
  if (!form.reportValidity()) return;
  const { automatic } = form;
  // Asked before anything is awaited, or the click no longer counts.
  const allowed =
    automatic.value !== 'all' || (await chrome.permissions.request({ origins: ALL_SITES }));
  const before = await loadSettings();
  const change = {
    length: form.length_.valueAsNumber,
    type: form.type.value,
    theme: form.theme.value,
    language: form.language.value,
    automatic: allowed ? automatic.value : before.automatic,
  };
  const settings = await saveSettings(change);
  await show(settings);
  if (settings.automatic === before.automatic) {
    say(allowed ? 'kept' : '');
    return;
  }
  await giveBack();
  automaticBefore = before.automatic;
  sayAutomatic(settings);
}

/** Asks for what came without its permission: from another browser of this person, or from a file. */
async function allow() {
  // Asked before anything is awaited, or the click no longer counts.
  const given = await chrome.permissions.request({ origins: missing });
  await show(await loadSettings());
  say(given ? 'kept' : '');
  if (given) focusAutomatic();
}

async function takeBack() {
  await saveSettings({ automatic: automaticBefore });
  await giveBack();
  await show(await loadSettings());
  focusAutomatic();
  say('undone');
}

/** The control that had the focus is gone. */
function focusAutomatic() {
  /** @type {HTMLElement | null} */ (form.querySelector('[name="automatic"]:checked'))?.focus();
}

/** @param {string} site */
async function removeSite(site) {
  await show(await forgetSite(site));
  focusAutomatic();
  say('kept');
}

async function changeShortcut() {
  const { openShortcutSettings } = /** @type {any} */ (chrome.commands);
  if (openShortcutSettings) {
    await openShortcutSettings();
  } else {
    await chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
  }
}

async function exportSettings() {
  const blob = new Blob([JSON.stringify(await loadSettings(), null, 2)], {
    type: 'application/json',
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'standfirst-settings.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

async function importSettings() {
  const [chosen] = file.files ?? [];
  file.value = '';
  if (!chosen) return;
  let value;
  try {
    value = JSON.parse(await chosen.text());
  } catch {
    say('importFailed');
    return;
  }
  if (value === null || typeof value !== 'object') {
    say('importFailed');
    return;
  }
  // A file gives no permission: what it wants and this browser does not give is shown as missing.
  await saveSettings(toSettings(value));
  await giveBack();
  await show(await loadSettings());
  say('kept');
}

/** @param {string} message of the extension's; empty: nothing */
function say(message) {
  byId('status').textContent = message && text(message);
  undo.hidden = true;
}

/** @param {Settings} settings as just chosen; what is wider can be taken back */
function sayAutomatic({ automatic, sites }) {
  say('kept');
  if (automatic === 'off' || (automatic === 'sites' && sites.length === 0)) return;
  const where = text(automatic === 'all' ? 'automaticAll' : 'automaticSites');
  byId('status').textContent = text('nowOn', [where]);
  undo.hidden = false;
}
