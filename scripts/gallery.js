/**
 * `npm run gallery`: pictures of the panel in its states, themes, widths and scripts, and a page of
 * them, in tests/artifacts/gallery. With `-- --readme` also docs/panel.png.
 *
 * @module
 */

/* global document, getComputedStyle -- inside page.evaluate */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import puppeteer from 'puppeteer-core';

import { CHROMIUM, CHROMIUM_FLAGS } from './browsers.js';
import { main, root, say } from './run.js';
import { serve } from './serve.js';

const FOLDER = join(root, 'tests/artifacts/gallery');

/** The page, and the controls that are pressed first. @type {[slug: string, ...acts: string[]][]} */
const SHOWN = [
  ['wordpress-talks'],
  ['wordpress-talks', '.more'],
  ['wordpress-talks', '.fold'],
  ['wordpress-talks', 'li:nth-child(2) button'],
  ['wordpress-talks', '.more', '.choice button:nth-child(2)'],
  ['wordpress-talks', '.more', '.choice button:nth-child(3)'],
  ['wordpress-talks', '.more', '.choice + button'],
  ['feature-en'],
  ['paywall-teaser'],
  ['news-de', '.more'],
  ['news-ar', '.more'],
  ['news-he'],
  ['news-hi'],
  ['news-ja'],
  ['news-zh'],
  ['news-ko'],
];

/** Pages without a summary, and an engine that does not come. @type {[slug: string, wasmUrl?: string][]} */
const REFUSED = [
  ['front-page'],
  ['product-page'],
  ['forum-thread'],
  ['news-de', '/no-such-file.wasm'],
];

/** Width and height of the window, CSS pixels: as much as shows the whole panel. */
const WINDOWS = /** @type {const} */ ([
  [320, 1500],
  [1280, 900],
]);

/** Colours of the page, and those that a person forces on it. */
const THEMES = /** @type {const} */ (['light', 'dark', 'forced']);

await main(async () => {
  mkdirSync(FOLDER, { recursive: true });
  const server = await serve(0);
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    args: CHROMIUM_FLAGS,
  });
  const names = [];
  for (const [slug, ...acts] of SHOWN) {
    for (const [width, height] of WINDOWS) {
      for (const theme of THEMES) {
        const page = await open(browser, `${server.url}/embedded/${slug}`, {
          width,
          height,
          theme,
        });
        await find(page, '.marks');
        for (const act of acts) await press(page, act);
        const done = acts.join('').replace(/\W+/g, '');
        const name = [slug, done, width, theme].filter(Boolean).join('-');
        await page.screenshot({ path: join(FOLDER, `${name}.png`) });
        names.push(name);
        await page.browserContext().close();
      }
    }
  }
  for (const [slug, wasmUrl] of REFUSED) {
    for (const [width] of WINDOWS) {
      for (const theme of THEMES) {
        const url = `${server.url}/pages/${slug}/page.html`;
        const page = await open(browser, url, { width, height: 300, theme });
        await page.evaluate(placeByHand, wasmUrl ?? null);
        await find(page, '.card:not([data-state="reading"]) .message');
        const name = [slug, 'refused', width, theme].join('-');
        await page.screenshot({ path: join(FOLDER, `${name}.png`) });
        names.push(name);
        await page.browserContext().close();
      }
    }
  }
  writeFileSync(join(FOLDER, 'index.html'), galleryPage(names));
  if (process.argv.includes('--readme')) {
    const page = await open(browser, `${server.url}/embedded/wordpress-talks`, {
      width: 960,
      height: 800,
      theme: 'light',
    });
    await find(page, '.marks');
    mkdirSync(join(root, 'docs'), { recursive: true });
    await page.screenshot({ path: join(root, 'docs/panel.png') });
  }
  await browser.close();
  server.close();
  say(`${names.length} pictures in ${FOLDER}`);
});

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {{width: number, height: number, theme: typeof THEMES[number]}} options
 */
async function open(browser, url, { width, height, theme }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height });
  await page.goto(url);
  if (theme === 'dark') {
    await page.addStyleTag({
      content:
        ':root{color-scheme:dark} body,body *{background-color:#15171b!important;color:#e7e5df!important}',
    });
  }
  const features = [
    { name: 'forced-colors', value: theme === 'forced' ? 'active' : 'none' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ];
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features });
  // Notices of the pages cover what the picture is about.
  await page.evaluate(() => {
    for (const element of document.body.querySelectorAll('*')) {
      if (getComputedStyle(element).position === 'fixed') element.remove();
    }
  });
  return page;
}

/**
 * An element that a site has put into its page shows every state. Runs in the page.
 *
 * @param {string | null} wasmUrl
 */
async function placeByHand(wasmUrl) {
  await import(/** @type {any} */ ('/define.js'));
  const element = document.createElement('stand-first');
  if (wasmUrl) element.setAttribute('wasm-url', wasmUrl);
  document.body.prepend(element);
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} selector
 */
function find(page, selector) {
  return page.waitForFunction(
    (selector) => document.querySelector('stand-first')?.shadowRoot?.querySelector(selector),
    {},
    selector,
  );
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} selector
 */
async function press(page, selector) {
  const control = /** @type {import('puppeteer-core').ElementHandle<HTMLElement>} */ (
    await find(page, selector)
  );
  await control.evaluate((element) => element.click());
  if (selector === '.more') await find(page, '.tools');
}

/** @param {string[]} names */
function galleryPage(names) {
  const pictures = names.map(
    (name) =>
      `<figure><img src="${name}.png" alt="" width="420"><figcaption>${name}</figcaption></figure>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Standfirst: gallery</title>
<style>body{display:flex;flex-wrap:wrap;gap:1rem;font:14px system-ui}figure{margin:0}img{border:1px solid #999}</style>
${pictures.join('\n')}</html>
`;
}
