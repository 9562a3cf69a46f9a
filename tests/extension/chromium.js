/**
 * Chromium with the built package loaded, and the button pressed as a person presses it.
 *
 * `Extensions.triggerAction` of the DevTools protocol gives the `activeTab` grant of a real click, so
 * the package is tested as it ships, without any host permission.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import puppeteer from 'puppeteer-core';

import { CHROMIUM, CHROMIUM_FLAGS } from '../../scripts/browsers.js';
import { WINDOW } from './display.js';
import { panelOf, POLLING_MS, WITHIN_MS } from './panel.js';
import { STORE } from './server.js';

const PACKAGE = fileURLToPath(new URL('../../dist/extension-chromium', import.meta.url));

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * A browser with the extension in it.
 *
 * @typedef {object} Extended
 * @property {string} id of the extension
 * @property {import('puppeteer-core').Browser} browser
 * @property {Page} welcome the first-run page
 * @property {(path: string) => Promise<Page>} openOwn opens one of the extension's own pages
 * @property {(url: string) => Promise<Page>} open
 * @property {(page: Page) => Promise<void>} press the extension's button
 * @property {string[]} browsersOwn addresses of pages of the browser itself; each ends with an article's
 *   address where it shows one
 * @property {(address: string) => Promise<void>} pressOnBrowsersOwn opens such a page, and presses
 * @property {() => Promise<void>} stopBackground
 * @property {() => Promise<boolean>} isStopped whether the background is
 * @property {(steps: string | ((realm: any) => any)) => Promise<any>} inBackground runs in the background,
 *   which it starts where it is stopped; the function sees its global object and nothing of the test's
 * @property {(wanted: RegExp) => Promise<void>} untilBadge waits for the badge of the tab in front
 * @property {() => Promise<void>} untilCannot waits for the popup that says so in the tab in front
 * @property {() => Promise<void>} update the extension ends and starts anew, as when a new version comes
 * @property {() => Promise<void>} remove
 * @property {() => Promise<void>} disable
 * @property {string[]} problems errors and warnings that pages and the background wrote
 */

/**
 * @param {import('./server.js').Site} site the proxy for every request
 * @param {object} [options]
 * @param {boolean} [options.watchBackground] a background that is watched starts slower
 * @param {boolean} [options.allowed] every site was given, as by a person who said yes when asked
 * @param {import('./display.js').Display} [options.display] where a window is to be seen, with the
 *   button in its toolbar; otherwise there is none
 * @returns {Promise<Extended>}
 */
export async function startChromium(site, options = {}) {
  const { watchBackground = true, allowed = false, display } = options;
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    pipe: true,
    enableExtensions: true,
    ...(display && {
      headless: false,
      defaultViewport: null,
      env: display.env,
      userDataDir: profileWithButton(),
    }),
    targetFilter: (target) => watchBackground || target.type() !== 'service_worker',
    args: [
      ...CHROMIUM_FLAGS,
      // The browser's own questions to its maker would look like the extension's.
      '--disable-features=AutofillServerCommunication,OptimizationHints,Translate',
      '--lang=en-US',
      `--window-size=${WINDOW.width},${WINDOW.height}`,
      '--window-position=0,0',
      `--apps-gallery-url=http://${STORE}/`,
      `--proxy-server=http://127.0.0.1:${site.port}`,
      '--proxy-bypass-list=<-loopback>',
    ],
  });
  /** @type {string[]} */
  const problems = [];
  const welcomed = browser.waitForTarget((target) => target.url().endsWith('/pages/welcome.html'));
  const id = await browser.installExtension(allowed ? givenEverySite() : PACKAGE);
  if (watchBackground) watchWorker(await background(browser, id), problems);
  const welcome = await page(await welcomed);
  welcome.setDefaultTimeout(WITHIN_MS);
  watch(welcome, problems);
  // The first-run page comes to the front by itself: a tab opened before that would lose the press.
  // Its panel says that the background is at work.
  await untilInFront(welcome);
  await panelOf(welcome);
  const stopUnwatched = watchBackground ? null : await stopper(welcome);
  const extension = /** @type {import('puppeteer-core').Extension} */ (
    (await browser.extensions()).get(id)
  );
  /** @param {string} wanted @param {'getBadgeText' | 'getPopup'} what */
  const untilAction = (wanted, what) =>
    welcome.waitForFunction(
      async (pattern, name) => {
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        return new RegExp(pattern).test(await chrome.action[name]({ tabId: tab.id }));
      },
      { polling: POLLING_MS },
      wanted,
      what,
    );
  /** @param {string} url */
  const open = async (url) => {
    const opened = await browser.newPage();
    opened.setDefaultTimeout(WITHIN_MS);
    watch(opened, problems);
    if (!display) await opened.setViewport({ width: 1280, height: 900 });
    await opened.goto(url);
    return opened;
  };
  return {
    id,
    browser,
    welcome,
    problems,
    open,
    openOwn: (path) => open(`chrome-extension://${id}/${path}`),
    async press(pressed) {
      await pressed.bringToFront();
      await pressed.triggerExtensionAction(extension);
    },
    browsersOwn: ['chrome://version', 'view-source:'],
    async pressOnBrowsersOwn(address) {
      const own = await browser.newPage();
      await own.goto(address);
      await own.triggerExtensionAction(extension);
    },
    async untilBadge(wanted) {
      await untilAction(wanted.source, 'getBadgeText');
    },
    async untilCannot() {
      await untilAction('cannot[.]html$', 'getPopup');
      await browser.waitForTarget((one) => one.url().endsWith('/pages/cannot.html'));
    },
    async update() {
      // Chromium does not load an extension anew that came by its protocol: it is taken out and put
      // in again. The first-run page then comes to the front once more.
      const earlier = browser.targets();
      const welcomes = browser.waitForTarget(
        (one) => one.url().endsWith('/pages/welcome.html') && !earlier.includes(one),
      );
      await browser.uninstallExtension(id);
      await browser.installExtension(PACKAGE);
      await untilInFront(await page(await welcomes));
    },
    async remove() {
      await browser.uninstallExtension(id);
    },
    async disable() {
      const list = await browser.newPage();
      await list.goto('chrome://extensions');
      await list.evaluate((own) => chrome.management.setEnabled(own, false), id);
      await list.close();
    },
    isStopped: async () => !browser.targets().some((one) => isBackground(one, id)),
    async inBackground(steps) {
      // Any message wakes it; this one has no answer.
      await welcome.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }).catch(() => {}));
      return (await background(browser, id)).evaluate(`(${steps})(globalThis)`);
    },
    stopBackground: () => (stopUnwatched ? stopUnwatched() : stopWatched(browser, id)),
  };
}

/** A profile in which the extension's button stands in the toolbar; its id comes from its folder. */
function profileWithButton() {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-'));
  const digest = createHash('sha256').update(PACKAGE).digest('hex').slice(0, 32);
  const id = digest.replace(/./g, (digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]);
  mkdirSync(join(folder, 'Default'));
  writeFileSync(
    join(folder, 'Default/Preferences'),
    JSON.stringify({ extensions: { pinned_extensions: [id] } }),
  );
  return folder;
}

/**
 * The package with its optional sites given at installation: nobody can answer the browser's
 * question for them by protocol.
 */
function givenEverySite() {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-'));
  cpSync(PACKAGE, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.host_permissions = manifest.optional_host_permissions;
  delete manifest.optional_host_permissions;
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

/**
 * Stops a background that may be watched. It is left alone first: one that starts anew while it is still watched,
 * since something waits for it, goes on under its old name, and is not seen again.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} id of the extension
 */
async function stopWatched(browser, id) {
  const watched = browser.targets().find((one) => isBackground(one, id));
  if (!watched) return;
  const session = await browser.target().createCDPSession();
  const running = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id))
      ?.targetId;
  };
  const targetId = await running();
  await (await watched.worker())?.client.detach();
  if (targetId) await session.send('Target.closeTarget', { targetId });
  while (targetId && (await running()) === targetId) await pause(POLLING_MS);
  await session.detach();
}

/**
 * Stops a background that nobody watches: by the browser's own list of workers.
 *
 * @param {import('puppeteer-core').Page} ownPage one of the extension's
 */
async function stopper(ownPage) {
  const inspector = await ownPage.createCDPSession();
  /** @type {Set<string>} */
  const running = new Set();
  let onStopped = () => {};
  inspector.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      if (runningStatus === 'stopped') running.delete(versionId);
      else running.add(versionId);
    }
    if (running.size === 0) onStopped();
  });
  await inspector.send('ServiceWorker.enable');
  return async () => {
    const stopped = new Promise((resolve) => (onStopped = () => resolve(null)));
    if (running.size === 0) return;
    await inspector.send('ServiceWorker.stopAllWorkers');
    await stopped;
  };
}

/**
 * @param {import('puppeteer-core').Target} target
 * @param {string} id
 */
function isBackground(target, id) {
  return target.type() === 'service_worker' && target.url().includes(id);
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} id
 */
async function background(browser, id) {
  const target = await browser.waitForTarget((one) => isBackground(one, id));
  return /** @type {import('puppeteer-core').WebWorker} */ (await target.worker());
}

/** @param {import('puppeteer-core').Target} target */
async function page(target) {
  return /** @type {import('puppeteer-core').Page} */ (await target.page());
}

/**
 * @param {import('puppeteer-core').WebWorker} worker
 * @param {string[]} problems
 */
function watchWorker(worker, problems) {
  worker.on('console', (message) => {
    if (/error|warn/.test(message.type())) problems.push(`background: ${message.text()}`);
  });
}

/**
 * @param {import('puppeteer-core').Page} watched
 * @param {string[]} problems
 */
export function watch(watched, problems) {
  watched.on('pageerror', (error) => problems.push(`page: ${error}`));
  watched.on('console', (message) => {
    const { url = '' } = message.location();
    // Chromium asks every site for its icon.
    if (/error|warn/.test(message.type()) && !url.endsWith('/favicon.ico')) {
      problems.push(`page: ${message.text()}`);
    }
  });
}

/** @param {import('puppeteer-core').Page} page */
function untilInFront(page) {
  return page.waitForFunction(
    () => document.readyState === 'complete' && document.visibilityState === 'visible',
    { polling: POLLING_MS },
  );
}
