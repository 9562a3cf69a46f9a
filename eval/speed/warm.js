/**
 * Warm runs: one realm that has seen every page before, each page in a live frame.
 *
 * @module
 */

import { median } from './statistics.js';

/** A run over this, in milliseconds, is not repeated. */
const LONGEST = 3000;

/**
 * @typedef {object} Stage
 * @property {import('puppeteer-core').Browser} browser
 * @property {string} url of the server
 * @property {string[]} addresses of the pages
 */

/**
 * The median time of each system on each page.
 *
 * @param {Stage} stage
 * @param {number} rounds
 * @returns {Promise<Record<string, number>[]>} milliseconds by system, one record a page
 */
export async function measureWarm({ browser, url, addresses }, rounds) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1400, height: 900 });
  await page.goto(url);
  const run = (/** @type {string} */ address, /** @type {number} */ times) =>
    page.evaluate(
      async (address, times, longest) => {
        const { measure } = await import(/** @type {any} */ (`${location.origin}/script/warm.js`));
        return /** @type {Promise<Record<string, number[]>>} */ (measure(address, times, longest));
      },
      address,
      times,
      LONGEST,
    );
  // Compilers have seen the code on other pages before the first one counts.
  for (const address of addresses.slice(0, 10)) await run(address, 2);
  const rows = [];
  for (const address of addresses) {
    const times = await run(address, rounds);
    rows.push(
      Object.fromEntries(Object.entries(times).map(([name, runs]) => [name, median(runs)])),
    );
  }
  await page.close();
  return rows;
}
