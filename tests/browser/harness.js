/**
 * Opens pages in the browsers that are here, and keeps account of what must not happen in them:
 * console messages, uncaught errors, policy violations, requests that leave this machine.
 *
 * @module
 */

import puppeteer from 'puppeteer-core';

import { serve, STRICT_POLICY } from '../../scripts/serve.js';

export { STRICT_POLICY };

/** The same, for a site that allows no WebAssembly. */
export const NO_WASM_POLICY = STRICT_POLICY.replace(" 'wasm-unsafe-eval'", '');

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page that a test answers for counts as one from the internet, which may not ask this machine.
  '--disable-features=LocalNetworkAccessChecks',
];

/** @typedef {'chromium' | 'firefox'} Engine */

/**
 * @param {Engine} engine
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
function launch(engine) {
  return engine === 'chromium'
    ? puppeteer.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: CHROMIUM_FLAGS,
      })
    : puppeteer.launch({
        browser: 'firefox',
        executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
      });
}

/**
 * A server and a browser.
 *
 * @param {Engine} engine
 */
export async function openStage(engine) {
  const server = await serve(0);
  const browser = await launch(engine);
  return {
    url: server.url,

    /**
     * Opens an address of the server. With `html`, that is what the server is taken to answer;
     * what is `missing` it does not find, and scripts that were `changed` it sends so.
     *
     * @param {string} path
     * @param {{html?: string, policy?: string, missing?: RegExp,
     *   changed?: Record<string, string>, width?: number,
     *   media?: {name: string, value: string}[]}} [options]
     */
    async open(path, { html, policy, missing, changed = {}, width = 1280, media } = {}) {
      // A context of its own: what a person chose on one page does not hold on the next.
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width, height: 800 });
      if (media) await page.emulateMediaFeatures(media);
      const address = `${server.url}${path}`;
      /** @type {string[]} */
      const faults = [];
      page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('request', (request) => {
        const { protocol, host } = new URL(request.url());
        if (protocol !== 'data:' && protocol !== 'blob:' && host !== new URL(server.url).host) {
          faults.push(`request to ${request.url()}`);
        }
      });
      if (html !== undefined) {
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          if (missing?.test(request.url())) return request.respond({ status: 404 });
          const body = changed[new URL(request.url()).pathname];
          if (body) return request.respond({ contentType: 'text/javascript', body });
          if (request.url() !== address) return request.continue();
          const headers = policy ? { 'Content-Security-Policy': policy } : {};
          return request.respond({ contentType: 'text/html; charset=utf-8', headers, body: html });
        });
      }
      await page.goto(address);
      return { page, faults };
    },

    async close() {
      await browser.close();
      server.close();
    },
  };
}

/**
 * Puts the standfirst of the open page under its headline, as the embed does.
 *
 * @param {import('puppeteer-core').Page} page
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
 * @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} page
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
