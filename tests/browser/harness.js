/**
 * Opens pages in the three engines, and keeps account of what must not happen in them: console
 * messages, uncaught errors, policy violations, requests that leave this machine.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import puppeteer from 'puppeteer-core';

import { CHROMIUM, CHROMIUM_FLAGS, FIREFOX } from '../../scripts/browsers.js';
import { STRICT_POLICY, articlePage, embeddedPage, serve } from '../../scripts/serve.js';
import { launchWebKit } from './webkit.js';

export { STRICT_POLICY };

/** The same, for a site that allows no WebAssembly. */
export const NO_WASM_POLICY = STRICT_POLICY.replace(" 'wasm-unsafe-eval'", '');

/** The engines that every case of the embed runs in: those that `ENGINES` names, else all three. */
export const ENGINES = /** @type {Engine[]} */ (
  (process.env.ENGINES ?? 'chromium,firefox,webkit').split(',')
);

const FAULTS = readFileSync(new URL('faults.js', import.meta.url));

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */
/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @typedef {object} Opened
 * @property {Page} page
 * @property {(options?: {allowed?: RegExp}) => Promise<void>} end closes the page; fails if there
 *   was a fault in it that is not allowed
 */

/**
 * @typedef {object} OpenOptions
 * @property {string} [html] what the server is taken to answer
 * @property {string} [policy] Content-Security-Policy of that answer
 * @property {RegExp} [missing] paths that the server does not find
 * @property {Record<string, string>} [changed] scripts that it sends otherwise, by their paths
 * @property {number} [width] CSS pixels
 * @property {{name: string, value: string}[]} [media] emulated; in Chromium only
 * @property {'own' | 'shared'} [session] whether what is kept on the device is the page's own
 *   (default), or the page is one with those before it, which is faster
 */

/**
 * A server and a browser.
 *
 * @param {Engine} engine
 */
export async function openStage(engine) {
  const browser = engine === 'webkit' ? await webKit() : await driven(engine);
  /** What the next pages are. @type {Map<string, {html: string, policy?: string}>} */
  const answers = new Map();
  /** @type {Pick<OpenOptions, 'missing' | 'changed'>} */
  let altered = {};
  const server = await serve(0, (request, response) => {
    const path = request.url ?? '';
    if (altered.missing?.test(path)) {
      response.statusCode = 404;
      response.end();
      return true;
    }
    const script = altered.changed?.[path];
    if (script !== undefined || path === '/faults.js') {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(script ?? FAULTS);
      return true;
    }
    if (path.startsWith('/latest/')) {
      response.writeHead(302, { Location: path.replace('/latest/', '/standfirst/') });
      response.end();
      return true;
    }
    const answer = answers.get(path) ?? articlePage(path) ?? embeddedPage(path);
    if (!answer) return false;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (answer.policy) response.setHeader('Content-Security-Policy', answer.policy);
    response.end(
      answer.html.replace(/^(<!doctype[^>]*>)?/i, '$1<script src="/faults.js"></script>'),
    );
    return true;
  });
  /** @type {ReturnType<typeof browser.page> | undefined} */
  let shared;
  return {
    url: server.url,

    /**
     * Opens an address of the server.
     *
     * @param {string} path
     * @param {OpenOptions} [options]
     * @returns {Promise<Opened>}
     */
    async open(
      path,
      { html, policy, missing, changed, width = 1280, media, session = 'own' } = {},
    ) {
      altered = { missing, changed };
      if (html !== undefined) answers.set(path, { html, policy });
      const opened = await (session === 'own'
        ? browser.page(width, media)
        : (shared ??= browser.page(width)));
      const { page, told } = opened;
      told.length = 0;
      await page.goto(`${server.url}${path}`);
      return {
        page,
        async end({ allowed } = {}) {
          const { own, addresses } = await page.evaluate(() => ({
            own: /** @type {string[]} */ (/** @type {any} */ (window).standfirstFaults ?? []),
            addresses: performance.getEntriesByType('resource').map(({ name }) => name),
          }));
          const gone = addresses.filter((address) => !staysHere(address, server.url));
          const faults = [...told, ...own, ...gone.map((address) => `request to ${address}`)];
          if (session === 'own') await page.close();
          assert.deepEqual(
            faults.filter((fault) => !allowed?.test(fault)),
            [],
          );
        },
      };
    },

    /**
     * Goes back in history. WebKit's driver loses a script that is under way when the page goes, so
     * there it is the driver that goes back; puppeteer would wait for a load that never comes.
     *
     * @param {Page} page
     * @returns {Promise<unknown>}
     */
    back(page) {
      return engine === 'webkit'
        ? /** @type {any} */ (page).back()
        : page.evaluate(() => void setTimeout(() => history.back()));
    },

    async close() {
      await browser.close();
      server.close();
    },
  };
}

/**
 * @param {string} address
 * @param {string} home
 */
function staysHere(address, home) {
  const { protocol, host } = new URL(address);
  return protocol === 'data:' || protocol === 'blob:' || host === new URL(home).host;
}

/** @param {'chromium' | 'firefox'} engine */
async function driven(engine) {
  const browser = await (engine === 'chromium'
    ? puppeteer.launch({
        executablePath: CHROMIUM,
        args: CHROMIUM_FLAGS,
      })
    : puppeteer.launch({
        browser: 'firefox',
        executablePath: FIREFOX,
      }));
  return {
    /**
     * @param {number} width
     * @param {OpenOptions['media']} [media]
     */
    async page(width, media) {
      // A context of its own: what a person chose on one page does not hold on the next.
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height: 800 });
      if (media && engine === 'chromium') {
        // puppeteer's own way knows no forced colours.
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', { features: media });
      }
      /** @type {string[]} */
      const told = [];
      page.on('console', (message) => told.push(`${message.type()}: ${message.text()}`));
      page.on('dialog', (dialog) => void dialog.dismiss());
      page.on('pageerror', (error) => told.push(String(error)));
      return { page, told };
    },
    close: () => browser.close(),
  };
}

async function webKit() {
  const browser = await launchWebKit();
  return {
    /** @param {number} width */
    async page(width) {
      const page = /** @type {Page} */ (/** @type {unknown} */ (await browser.newPage(width)));
      return { page, told: /** @type {string[]} */ ([]) };
    },
    close: () => browser.close(),
  };
}

/**
 * Puts the standfirst of the open page under its headline, as the embed does.
 *
 * @param {Page} page
 * @returns {Promise<string>} the state
 */
export function placeStandfirst(page) {
  return page.evaluate(async () => {
    const { StandFirst } = await import(/** @type {any} */ ('/element.js'));
    customElements.define('stand-first', StandFirst);
    return new StandFirst().placeItself();
  });
}

/**
 * What of the panel the tests look at, found in its shadow root.
 *
 * @param {Page | import('puppeteer-core').Frame} page
 * @param {string} selector
 * @returns {Promise<import('puppeteer-core').ElementHandle<HTMLElement>>}
 */
export async function inPanel(page, selector) {
  const handle = await page.waitForFunction(
    (selector) => document.querySelector('stand-first')?.shadowRoot?.querySelector(selector),
    {},
    selector,
  );
  return /** @type {import('puppeteer-core').ElementHandle<HTMLElement>} */ (handle);
}

/**
 * Opens the tools, by the keyboard: a page may hold something over the control, such as a notice.
 *
 * @param {Page} page
 */
export async function openTools(page) {
  await inPanel(page, '.marks');
  await (await inPanel(page, '.more')).focus();
  await page.keyboard.press('Enter');
  await inPanel(page, '.tools');
}

/** A small article page of a careful site: no inline script, no inline style. */
export const ARTICLE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry line returns to the Aven</title>
<link rel="icon" href="/demo/icon.svg">
<meta property="og:type" content="article">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Ferry line returns to the Aven after thirty years"}</script>
<script type="module" src="/define.js"></script></head>
<body><main><article><h1>Ferry line returns to the Aven after thirty years</h1>
<p>The town of Lower Aven will run a ferry across the river again from May, thirty years after the
last boat was sold, the council decided on Tuesday evening by nineteen votes to four.</p>
<p>The new boat carries sixty people and twenty bicycles. It was built in a yard in Karst and runs on
batteries that are charged at the eastern landing during each stop. The council pays 2.3 million
crowns for it, and the province adds another 900,000.</p>
<p>“We lost a road when we lost the ferry,” said the mayor, Ada Lindqvist, after the vote. She had
promised the line in her campaign two years ago. Since the bridge at Orrin was closed to lorries,
people from the eastern bank have had to drive forty minutes to reach the hospital.</p>
<p>The opposition doubts the figures. Its speaker, Joren Vaal, said that the old line had never
carried more than two hundred people a day. The administration reckons with six hundred, most of them
pupils of the two schools on the western bank.</p>
<p>Tickets will cost three crowns, and nothing for children under fourteen. Boats leave every twenty
minutes between six in the morning and ten in the evening. In the first winter the line will stop
when there is ice, until the yard has strengthened the hull.</p>
<p>The first crossing is planned for the second of May, the day of the town’s spring market. The
council has asked the former ferryman, who is now 88 years old, to cut the rope.</p>
</article></main></body></html>`;
