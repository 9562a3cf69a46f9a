/**
 * A server of inert pages and measured scripts, and the browsers that open them.
 *
 * @module
 */

import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readFileSync, readdirSync } from 'node:fs';

import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';

import { CHROMIUM, CHROMIUM_FLAGS, FIREFOX } from '../../scripts/browsers.js';
import { root } from '../../scripts/run.js';

/** Pages load nothing but our own scripts; the clock is as fine as browsers let it be. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' 'wasm-unsafe-eval'; " +
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The page of the warm runs. */
const EMPTY_PAGE =
  '<!doctype html><title>measuring</title><body><script src="/script/textrank.js"></script>';

/** Longest wait for one answer of a browser, in milliseconds: a slow peer on a long page. */
const PATIENCE = 600_000;

/**
 * @param {'chromium' | 'firefox'} engine
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export function launch(engine) {
  return engine === 'chromium'
    ? puppeteer.launch({
        executablePath: CHROMIUM,
        args: [...CHROMIUM_FLAGS, '--js-flags=--expose-gc'],
        protocolTimeout: PATIENCE,
      })
    : puppeteer.launch({
        browser: 'firefox',
        executablePath: FIREFOX,
        extraPrefsFirefox: { 'privacy.reduceTimerPrecision': false },
        protocolTimeout: PATIENCE,
      });
}

/**
 * The scripts under measure, each one minified file as a site would have it.
 *
 * @returns {Promise<Map<string | undefined, string>>} by name
 */
export async function bundles() {
  const entries = ['standfirst', 'readability', 'warm', 'panel'];
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => `eval/speed/scripts/${name}.js`),
    outdir: 'eval/speed/scripts',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    // Files of their own, as in the embed: a page of English without a policy loads neither.
    external: ['node:*', '*/pkg/standfirst_js.js', './words/*'],
    logLevel: 'error',
  });
  // Its code counts on `this` being the window, as in a plain script.
  const textrank = await build({
    absWorkingDir: root,
    stdin: { contents: "module.exports = require('textrank');", resolveDir: 'eval' },
    bundle: true,
    minify: true,
    write: false,
    globalName: 'textrank',
    logLevel: 'error',
  });
  return new Map([
    ...outputFiles.map((file) => /** @type {const} */ ([file.path.split('/').at(-1), file.text])),
    /** @type {const} */ (['textrank.js', textrank.outputFiles[0].text]),
  ]);
}

/**
 * Serves `/page/N`, `/script/NAME.js`, the wasm file beside them, and `/`, an empty page.
 *
 * @param {import('./pages.js').Page[]} pages
 */
export async function serve(pages) {
  const scripts = await bundles();
  const wasm = readFileSync(join(root, 'www/pkg/standfirst_bg.wasm'));
  /** @type {Map<string, {type: string, body: Buffer}>} */
  const files = new Map([
    ['/', { type: 'text/html', body: Buffer.from(EMPTY_PAGE) }],
    ['/script/standfirst_bg.wasm', { type: 'application/wasm', body: wasm }],
  ]);
  for (const name of readdirSync(join(root, 'www/pkg/words'))) {
    const body = readFileSync(join(root, 'www/pkg/words', name));
    files.set(`/script/words/${name}`, { type: 'text/javascript', body });
  }
  for (const [name, text] of scripts) {
    files.set(`/script/${name}`, { type: 'text/javascript', body: Buffer.from(text) });
  }
  for (const [at, { html }] of pages.entries()) {
    files.set(`/page/${at}`, { type: 'text/html; charset=utf-8', body: Buffer.from(html) });
  }
  const packed = new Map([...files].map(([path, { body }]) => [path, brotliCompressSync(body)]));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const file = files.get(path);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...HEADERS, 'Content-Type': file.type, 'Content-Encoding': 'br' });
    response.end(packed.get(path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://localhost:${port}`, close: () => server.close() };
}
