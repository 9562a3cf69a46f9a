/**
 * Pages that break what they can reach, fight the panel, or use it: the same cases for Chromium and
 * Firefox.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { panelAnswers, panelGone, panelOf, POLLING_MS } from '../panel.js';
import { Session } from './session.js';

const NAMES =
  'body head title forms images links scripts cookie domain URL documentElement defaultView ' +
  'createElement createElementNS createRange createTreeWalker querySelector querySelectorAll ' +
  'getElementById addEventListener removeEventListener getSelection adoptedStyleSheets ' +
  'contentType readyState location documentURI baseURI browser chrome standing self children ' +
  'firstChild childNodes parentNode nodeType localName append remove';

/** Elements that hide the document's own members behind their names. */
const CLOBBERING = NAMES.split(' ')
  .map(
    (name) => `<img name="${name}" id="${name}" alt=""><form name="${name}" id="${name}"></form>`,
  )
  .join('');

/** A page's script that breaks whatever it can reach. */
const TAMPERING = `<script>
  const broken = () => { throw new Error('tampered'); };
  for (const make of [Array, Map, Promise, Element, Node, Document, EventTarget, Range, String]) {
    for (const name of Object.getOwnPropertyNames(make.prototype)) {
      if (name === 'constructor') continue;
      const own = Object.getOwnPropertyDescriptor(make.prototype, name);
      if (own.configurable && typeof own.value === 'function') make.prototype[name] = broken;
    }
  }
  window.chrome = window.browser = undefined;
  window.CSSStyleSheet = window.MutationObserver = broken;
  Object.freeze(Object.prototype);
</script>`;

/** A page's script after which nothing of the language or of the DOM can be changed. */
const FROZEN = `<script>
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!/^[A-Z]/.test(name)) continue;
    const make = Object.getOwnPropertyDescriptor(window, name).value;
    if (typeof make !== 'function') continue;
    Object.freeze(make);
    if (make.prototype) Object.freeze(make.prototype);
  }
</script>`;

/** Styles that would hide, stretch or repaint anything that listens to them. */
const LOUD = `<style>
  html { font-size: 60px; }
  * { all: initial !important; color: lime !important; transform: rotate(3deg) !important; }
  div, section { display: none !important; opacity: 0 !important; font-size: 90px !important; }
</style>`;

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function hostileCases(name, start) {
  describe(`${name}: hostile pages`, () => {
    const session = new Session(start);

    for (const { what, change } of [
      { what: 'tampers with prototypes', change: { inHead: TAMPERING } },
      { what: 'has frozen all there is', change: { inHead: FROZEN } },
      { what: 'shouts in its styles', change: { inHead: LOUD } },
    ]) {
      test(`a page that ${what}`, async () => {
        const page = await session.extended.open(session.site.page('wordpress-talks', change));
        await session.extended.press(page);
        // Tampered functions break the test's own look into the page: the browser's is used.
        const shown = await page.waitForSelector('pierce/.card[data-state="ready"]');
        const box = await shown?.boundingBox();
        assert.ok(box && box.width > 200 && box.height > 100, JSON.stringify(box));
        await page.close();
      });
    }

    test('a page whose elements hide the members of the document', async () => {
      const url = session.site.page('wordpress-talks', { inHead: `</head>${CLOBBERING}<head>` });
      const page = await session.extended.open(url);
      await session.extended.press(page);
      const shown = await page.waitForSelector('pierce/.card[data-state="ready"]');
      assert.ok(await shown?.isVisible());
      await page.close();
    });

    for (const { what, times, comes } of [
      { what: 'once comes back', times: 1, comes: true },
      { what: 'each time is left alone', times: 99, comes: false },
    ]) {
      test(`a panel that the page throws out ${what}`, async () => {
        const page = await session.extended.open(session.site.page('wordpress-talks'));
        session.extended.problems.length = 0;
        await page.evaluate((most) => {
          const { dataset } = document.documentElement;
          dataset.thrown = '0';
          new MutationObserver(() => {
            const host = document.querySelector('[data-by="extension"]');
            if (!host || Number(dataset.thrown) >= most) return;
            dataset.thrown = String(Number(dataset.thrown) + 1);
            host.remove();
          }).observe(document.body, { childList: true, subtree: true });
        }, times);
        await session.extended.press(page);
        // Put in once, and twice again.
        await page.waitForFunction(
          (least) => Number(document.documentElement.dataset.thrown) >= least,
          { polling: POLLING_MS },
          Math.min(times, 3),
        );
        if (comes) {
          assert.equal((await panelOf(page)).state, 'ready');
          await session.extended.press(page);
        }
        await panelGone(page);
        assert.deepEqual(session.extended.problems, []);
        await page.close();
      });
    }

    test('a page can neither talk to the extension nor look into its package', async () => {
      const { extended } = session;
      const { page } = await session.openAndPress(session.site.page('wordpress-talks'));
      // The panel asks for its last file until then.
      await panelAnswers(page);
      await extended.inBackground((realm) => {
        realm.heard = 0;
        for (const event of ['onMessage', 'onMessageExternal', 'onConnect', 'onConnectExternal']) {
          realm.chrome.runtime[event].addListener((/** @type {any} */ { type }) => {
            // The extension's own: the badge's figure, and the test's knock.
            if (type !== 'state' && type !== 'wake') realm.heard += 1;
          });
        }
      });
      const packageUrl = await extended.welcome.evaluate(() => chrome.runtime.getURL(''));
      const found = await page.evaluate(
        async (base, types) => {
          const { runtime } = /** @type {any} */ (globalThis).chrome ?? {};
          for (const type of types) {
            const message = { type, frame: 'top', id: 'a', tabId: 1, wasOff: true };
            postMessage(message, '*');
            for (const target of [window, document, document.body]) {
              target.dispatchEvent(new CustomEvent(type, { detail: message, bubbles: true }));
            }
            await runtime?.sendMessage(new URL(base).host, message).catch(() => {});
          }
          const files = ['manifest.json', 'content.js', 'icons/16.png', 'pages/options.html'];
          const read = files.map((path) =>
            fetch(base + path)
              .then(() => path)
              .catch(() => ''),
          );
          const image = new Image();
          image.src = `${base}icons/16.png`;
          const shown = await image
            .decode()
            .then(() => 'image')
            .catch(() => '');
          return [...(await Promise.all(read)), shown].filter(Boolean);
        },
        packageUrl,
        ['toggle', 'open', 'allowed', 'undo', 'press', 'loaded', 'pressed', 'beside', 'summarize'],
      );
      assert.deepEqual(found, []);
      assert.equal(await extended.inBackground('({ heard }) => heard'), 0);
      assert.equal((await panelOf(page)).state, 'ready', 'it still stands');
      await page.close();
    });

    test("what a page clicks in the panel shows there, and is not kept; a person's choice is", async () => {
      const { welcome } = session.extended;
      const { page } = await session.openAndPress(session.site.page('wordpress-talks'));
      const root = (/** @type {(root: ShadowRoot) => unknown} */ steps) =>
        page.evaluate(`(${steps})(document.querySelector('[data-by="extension"]').shadowRoot)`);
      await root((shadow) => {
        const slider = /** @type {HTMLInputElement} */ (shadow.querySelector('#length'));
        slider.value = '5';
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      });
      assert.equal((await panelOf(page)).sentences.length, 5);
      await page.waitForFunction(
        () => {
          const shadow = document.querySelector('[data-by="extension"]')?.shadowRoot;
          /** @type {HTMLElement | null | undefined} */ (shadow?.querySelector('.more'))?.click();
          const forms = shadow?.querySelectorAll('.choice button') ?? [];
          /** @type {HTMLElement | undefined} */ (forms[1])?.click();
          return shadow?.querySelector('ol')?.dataset.type === 'paragraph';
        },
        { polling: POLLING_MS },
      );
      await root((shadow) => {
        const fold = /** @type {HTMLElement} */ (shadow.querySelector('.fold'));
        // Out of the panel too: the control is still its own.
        document.body.append(fold);
        fold.click();
        fold.focus();
      });
      const settings = async () =>
        /** @type {any} */ (
          await welcome.evaluate(async () => (await chrome.storage.sync.get()).settings)
        );
      // The panel writes what it has to when it goes.
      await session.extended.press(page);
      await panelGone(page);
      assert.equal(await settings(), undefined);
      await session.extended.press(page);
      await panelOf(page);
      await root((shadow) => {
        const slider = /** @type {HTMLInputElement} */ (shadow.querySelector('#length'));
        slider.value = '5';
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        /** @type {HTMLElement} */ (shadow.querySelector('.fold')).focus();
      });
      await page.keyboard.press('Enter');
      await session.extended.press(page);
      await panelGone(page);
      await welcome.waitForFunction(
        async () => (await chrome.storage.sync.get()).settings !== undefined,
        { polling: POLLING_MS },
      );
      const { length, type, collapsed } = await settings();
      assert.deepEqual([length, type, collapsed], [3, 'points', true]);
      await welcome.evaluate(() => chrome.storage.sync.clear());
      await page.close();
    });
  });
}
