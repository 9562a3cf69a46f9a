/**
 * `npm run screenshots`: the pictures for the stores, of the built extension in Chromium, in
 * dist/store/. 1280 by 800 pixels, as the Chrome Web Store asks; Mozilla takes the same.
 *
 * @module
 */

/* global document -- inside page.evaluate */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { startChromium } from '../tests/extension/chromium.js';
import { panelOf } from '../tests/extension/panel.js';
import { serveSite } from '../tests/extension/server.js';
import { main, root, say } from './run.js';

const SIZE = { width: 1280, height: 800 };
const FOLDER = join(root, 'dist/store');

/** Fixture pages, in the order of the store's gallery. */
const ARTICLES = [
  { slug: 'wordpress-talks', scheme: 'light' },
  { slug: 'wordpress-talks', scheme: 'dark' },
  { slug: 'news-de', scheme: 'light' },
  { slug: 'news-ar', scheme: 'light' },
  { slug: 'news-ja', scheme: 'light' },
];

/** The extension's own pages. */
const OWN = ['welcome', 'options'];

await main(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const site = await serveSite();
  const extended = await startChromium(site);
  try {
    for (const [at, { slug, scheme }] of ARTICLES.entries()) {
      const page = await extended.open(site.page(slug));
      await show(page, scheme);
      await extended.press(page);
      await panelOf(page);
      await shoot(page, `${at + 1}-${slug}-${scheme}`);
    }
    for (const name of OWN) {
      for (const scheme of ['light', 'dark']) {
        const page = await extended.openOwn(`pages/${name}.html`);
        if (name === 'welcome') await panelOf(page);
        await show(page, scheme);
        await shoot(page, `${name}-${scheme}`);
      }
    }
  } finally {
    await extended.browser.close();
    site.close();
  }
});

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} scheme
 */
async function show(page, scheme) {
  await page.setViewport(SIZE);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} name
 */
async function shoot(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: /** @type {`${string}.png`} */ (join(FOLDER, `${name}.png`)) });
  await page.close();
  say(`dist/store/${name}.png`);
}
