/**
 * The reader in a live document: the same blocks as on the command line, and no page too odd.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import puppeteer from 'puppeteer-core';

import { serve } from '../../scripts/serve.js';
import { parseDocument } from '../../www/cli/dom.js';
import { read } from '../../www/reader.js';
import { ANSWERED, FOUND, STORY, plainPage } from '../js/hostile-pages.js';

const PAGES = new URL('../pages/', import.meta.url);

/** Places in a block's seven numbers; the flag of unseen blocks is known to a live page only. */
const FLAGS = 6;
const UNSEEN = 4;

/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  server = await serve(0);
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
});

after(async () => {
  await browser?.close();
  server?.close();
});

/**
 * Reads the page that is open, in the page.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} url
 */
function readThere(page, url) {
  return page.evaluate(
    async (reader, url) => {
      const { read } = await import(reader);
      const { page, nodes } = read(document, { url });
      const blocks = page.text === '' ? 0 : page.text.split('\0').length;
      return {
        text: page.text,
        metadata: page.metadata,
        numbers: Array.from(page.blocks),
        mapped: blocks === nodes.length,
      };
    },
    `${server.url}/reader.js`,
    url,
  );
}

/** @param {{text: string, metadata: string, numbers: number[]}} reading */
function seen({ text, metadata, numbers }) {
  const texts = text.split('\0');
  const stride = numbers.length / texts.length;
  return {
    metadata: metadata.split('\0'),
    blocks: texts.map((text, at) => {
      const [, ...facts] = numbers.slice(at * stride, (at + 1) * stride);
      facts[FLAGS - 1] &= ~UNSEEN;
      return { text, facts };
    }),
  };
}

/**
 * @param {string} html
 * @param {string} url
 */
function readHere(html, url) {
  const { page } = read(parseDocument(html), { url });
  return { text: page.text, metadata: page.metadata, numbers: [...page.blocks] };
}

for (const slug of readdirSync(PAGES).sort()) {
  test(`Chromium reads ${slug} as the command line does`, async () => {
    const page = await browser.newPage();
    const url = `${server.url}/pages/${slug}/page.html`;
    await page.goto(url);
    const there = await readThere(page, url);
    await page.close();
    const here = readHere(readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8'), url);
    assert.deepEqual(seen(there), seen(here));
    assert.ok(there.mapped, 'a way back for every block');
  });
}

/**
 * Opens mark-up as a page of this server, so that the reader may be imported by it.
 *
 * @param {string} html
 */
async function open(html) {
  const page = await browser.newPage();
  const url = `${server.url}/hostile.html`;
  await page.setRequestInterception(true);
  page.on('dialog', (dialog) => dialog.dismiss());
  page.on('request', (request) =>
    request.url() === url
      ? request.respond({ contentType: 'text/html; charset=utf-8', body: html })
      : request.continue(),
  );
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return { page, url };
}

/** @param {string} text */
function assertStory(text) {
  const blocks = text.split('\0');
  assert.deepEqual(
    STORY.filter((block) => !blocks.includes(block)),
    [],
  );
}

for (const [name, html] of FOUND) {
  test(`Chromium reads the story beside: ${name}`, async () => {
    const { page, url } = await open(html());
    const there = await readThere(page, url);
    assert.ok(there.mapped, 'a way back for every block');
    assertStory(there.text);
    await page.close();
  });
}

for (const [name, html] of ANSWERED) {
  test(`Chromium reads: ${name}`, async () => {
    const { page, url } = await open(html());
    assert.ok((await readThere(page, url)).mapped, 'a way back for every block');
    await page.close();
  });
}

/** What a page may do to the DOM's own names once the reader is loaded. */
const TAMPERING = {
  'getters that throw': () => {
    for (const name of ['childNodes', 'firstChild', 'nextSibling', 'nodeType', 'textContent']) {
      Object.defineProperty(Node.prototype, name, {
        get() {
          throw new Error('tampered');
        },
      });
    }
  },
  'methods that lie': () => {
    Element.prototype.getAttribute = () => 'lie';
    Element.prototype.hasAttribute = () => true;
    Document.prototype.querySelectorAll = () => /** @type {any} */ ([]);
  },
  'elements with names of their own': () => {
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['firstChild', 'nextSibling', 'localName', 'nodeType', 'shadowRoot']) {
        Object.defineProperty(element, name, { value: element, configurable: true });
      }
    }
  },
};

for (const [name, tamper] of Object.entries(TAMPERING)) {
  test(`Chromium reads the story despite: ${name}`, async () => {
    const { page, url } = await open(plainPage());
    await page.evaluate((reader) => import(reader), `${server.url}/reader.js`);
    await page.evaluate(tamper);
    assertStory((await readThere(page, url)).text);
    await page.close();
  });
}
