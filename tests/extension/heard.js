/**
 * What the background is told, counted.
 *
 * @module
 */

import { POLLING_MS } from './panel.js';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Counts the messages to the background from now on: every page of the extension hears them.
 *
 * @param {Page} ownPage
 * @param {string} type
 */
export async function listen(ownPage, type) {
  const name = `heard-${type}-${Math.random()}`;
  await ownPage.evaluate(
    (wanted, key) => {
      document.documentElement.setAttribute(key, '0');
      chrome.runtime.onMessage.addListener((message) => {
        if (message?.type !== wanted) return;
        const count = Number(document.documentElement.getAttribute(key));
        document.documentElement.setAttribute(key, String(count + 1));
      });
    },
    type,
    name,
  );
  const count = () =>
    ownPage.evaluate((key) => Number(document.documentElement.getAttribute(key)), name);
  /** @param {number} least */
  const until = (least) =>
    ownPage.waitForFunction(
      (key, wanted) => Number(document.querySelector('html')?.getAttribute(key)) >= wanted,
      { polling: POLLING_MS },
      name,
      least,
    );
  return { count, until };
}
