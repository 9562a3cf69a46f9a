/**
 * The sites that the extension shows itself on unasked, as the browser and the settings have them.
 *
 * @module
 */

import assert from 'node:assert/strict';

import { listen } from './heard.js';
import { POLLING_MS } from './panel.js';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * What the extension is allowed, has arranged and remembers of sites.
 *
 * @param {Page} ownPage
 */
export function allowed(ownPage) {
  return ownPage.evaluate(async () => {
    const { origins } = await chrome.permissions.getAll();
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    const { settings } = /** @type {any} */ (await chrome.storage.sync.get());
    return {
      origins,
      scripts: scripts.map(({ matches }) => matches),
      sites: settings?.sites ?? [],
    };
  });
}

/**
 * @param {Page} ownPage
 * @param {boolean} given
 */
export function untilAllowed(ownPage, given) {
  return ownPage.waitForFunction(
    async (wanted) => {
      const { origins } = await chrome.permissions.getAll();
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return [origins ?? [], scripts].every(({ length }) => length > 0 === wanted);
    },
    { polling: POLLING_MS },
    given,
  );
}

/**
 * Waits until the browser brings the script to just these sites: the background arranges that behind
 * each change of the settings.
 *
 * @param {Page} ownPage
 * @param {(string[] | undefined)[]} wanted the patterns of each script
 */
export function untilArranged(ownPage, wanted) {
  return ownPage.waitForFunction(
    async (patterns) => {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return JSON.stringify(scripts.map(({ matches }) => matches)) === patterns;
    },
    { polling: POLLING_MS },
    JSON.stringify(wanted),
  );
}

/** What the panel's first line says, and where the panel and what follows it stand. @param {Page} page */
export function firstLine(page) {
  return page.evaluate(() => {
    const host = document.querySelector('[data-by="extension"]');
    const line = /** @type {HTMLElement} */ (host?.shadowRoot?.querySelector('.foreign'));
    const boxes = [host, line, line.nextElementSibling, host?.nextElementSibling].map((one) => {
      const box = one?.getBoundingClientRect();
      return box && [box.top, box.height];
    });
    return {
      text: (line.textContent ?? '').replace(/[\u2068\u2069]/g, ''),
      hasFocus: host?.shadowRoot?.activeElement === line,
      boxes,
    };
  });
}

/**
 * Takes back by the panel's own control, and by the keyboard, what was just allowed. A script of the page
 * that clicks there does not.
 *
 * @param {Page} page
 * @param {Page} ownPage one of the extension's
 */
export async function undo(page, ownPage) {
  const heard = await listen(ownPage, 'undo');
  await page.evaluate(() => {
    const root = document.querySelector('[data-by="extension"]')?.shadowRoot;
    const control = root?.querySelector('.foreign')?.querySelector('button');
    control?.click();
    control?.focus();
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => {
      const root = document.querySelector('[data-by="extension"]')?.shadowRoot;
      return root?.activeElement?.className === 'foreign';
    },
    { polling: POLLING_MS },
  );
  await heard.until(1);
  assert.equal(await heard.count(), 1);
}
