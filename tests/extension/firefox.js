/**
 * Firefox with the built package installed, and the button pressed as a person presses it.
 *
 * WebDriver BiDi has no command for the button. With system access the browser window is a context
 * of its own; there the button's own action is run, which gives the `activeTab` grant of a real click.
 *
 * @module
 */

import { fileURLToPath } from 'node:url';

import puppeteer from 'puppeteer-core';

import { FIREFOX } from '../../scripts/browsers.js';
import { panelOf, WITHIN_MS } from './panel.js';
import { STORE } from './server.js';

const PACKAGE = fileURLToPath(new URL('../../dist/extension-firefox', import.meta.url));

const ID = 'standfirst@standfirst.example';

/** In the browser's window: the extension, and the button's module. */
const EXTENSION = `
  const { ExtensionParent } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionParent.sys.mjs',
  );
  const extension = ExtensionParent.GlobalManager.getExtension('${ID}');
`;

/** In the browser's window: waits for the first-run page, which takes the front. */
const WELCOMED = `
  const isWelcome = (browser) => browser.currentURI.spec.endsWith('/pages/welcome.html');
  if (![...gBrowser.browsers].some(isWelcome)) {
    await new Promise((resolve) => {
      gBrowser.addTabsProgressListener({
        onLocationChange: (browser) => isWelcome(browser) && resolve(),
      });
    });
  }
`;

/**
 * @typedef {object} Chrome
 * @property {(steps: string) => Promise<any>} inWindow runs in the browser's own window
 */

/**
 * @param {import('./server.js').Site} site the proxy for every request
 * @param {{display?: import('./display.js').Display}} [options] where a window is to be seen
 * @returns {Promise<import('./chromium.js').Extended & Chrome>}
 */
export async function startFirefox(site, { display } = {}) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    ...(display && { headless: false, defaultViewport: null, env: display.env }),
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'intl.locale.requested': 'en-US',
      // A request for sites is answered as by a person who says yes.
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.restrictedDomains': STORE,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': site.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': site.port,
      'network.proxy.allow_hijacking_localhost': true,
    },
  });
  /** @type {string[]} */
  const problems = [];
  await browser.installExtension(PACKAGE);
  const { connection } = /** @type {any} */ (browser);
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [{ context }] = result.contexts;
  const inWindow = async (/** @type {string} */ steps) => {
    const answer = await connection.send('script.evaluate', {
      expression: `(async () => { ${EXTENSION} ${steps} })()`,
      target: { context },
      awaitPromise: true,
    });
    if (answer.result.type !== 'success') throw new Error(JSON.stringify(answer.result));
    return answer.result.result.value;
  };
  await inWindow(WELCOMED);
  const welcome = await ownPage(browser, '/pages/welcome.html');
  await panelOf(welcome);
  const ACTION = 'ExtensionParent.apiManager.global.browserActionFor(extension)';
  /** @param {string} condition */
  const until = (condition) =>
    inWindow(`while (!(${condition})) await new Promise((resolve) => setTimeout(resolve, 20));`);
  /** @param {string} name */
  const property = (name) => `${ACTION}.action.getProperty(gBrowser.selectedTab, '${name}')`;
  return {
    id: ID,
    browser,
    welcome,
    problems,
    async open(url) {
      const opened = await browser.newPage();
      opened.setDefaultTimeout(WITHIN_MS);
      opened.on('pageerror', (error) => problems.push(`page: ${error}`));
      if (!display) await opened.setViewport({ width: 1280, height: 900 });
      await opened.goto(url);
      return opened;
    },
    async openOwn(path) {
      // Its protocol does not go to such pages; the extension itself does.
      await welcome.evaluate((own) => void chrome.tabs.create({ url: `/${own}` }), path);
      return ownPage(browser, path);
    },
    async press(pressed) {
      await pressed.bringToFront();
      await inWindow(`${ACTION}.triggerAction(window);`);
    },
    async stopBackground() {
      await inWindow('await extension.terminateBackground();');
    },
    inBackground: (steps) =>
      welcome.evaluate(
        `new Promise((resolve) => chrome.runtime.getBackgroundPage(resolve)).then(${steps})`,
      ),
    isStopped: () => inWindow(`return extension.backgroundState === 'stopped';`),
    browsersOwn: ['about:support', 'about:reader?url='],
    async pressOnBrowsersOwn(address) {
      // Its protocol does not get to such pages.
      await inWindow(`
        const tab = gBrowser.addTrustedTab('${address}');
        gBrowser.selectedTab = tab;
        while (tab.linkedBrowser.currentURI.spec !== '${address}') {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        ${ACTION}.triggerAction(window);
      `);
    },
    async untilBadge(wanted) {
      await until(`${wanted}.test(${property('badgeText')})`);
    },
    async untilCannot() {
      await until(`(${property('popup')} ?? '').endsWith('/pages/cannot.html')`);
    },
    async update() {
      await browser.installExtension(PACKAGE);
      // Until it listens, a press is lost.
      await until(`extension.backgroundState === 'running'`);
    },
    async remove() {
      await inWindow(`
        const { AddonManager } = ChromeUtils.importESModule(
          'resource://gre/modules/AddonManager.sys.mjs',
        );
        await (await AddonManager.getAddonByID('${ID}')).uninstall();
      `);
    },
    async disable() {
      await inWindow(`
        const { AddonManager } = ChromeUtils.importESModule(
          'resource://gre/modules/AddonManager.sys.mjs',
        );
        await (await AddonManager.getAddonByID('${ID}')).disable();
      `);
    },
    inWindow,
  };
}

/**
 * One of the extension's own pages that is open; Firefox does not tell their addresses.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} path
 * @returns {Promise<import('puppeteer-core').Page>}
 */
async function ownPage(browser, path) {
  for (;;) {
    for (const page of await browser.pages()) {
      // A page on its way to another address has no answer.
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (!address.startsWith('moz-extension:') || !address.endsWith(path)) continue;
      page.setDefaultTimeout(WITHIN_MS);
      return page;
    }
  }
}
