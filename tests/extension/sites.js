/**
 * The sites that the extension shows itself on unasked, as the browser and the settings have them.
 *
 * @module
 */

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
