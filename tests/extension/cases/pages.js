/**
 * What the extension must do on pages of every kind: the same cases for Chromium and Firefox.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { html, panelGone, panelOf, POLLING_MS } from '../panel.js';
import { Session } from './session.js';

/** Policies that forbid a page nearly everything; none of them is the extension's. */
const POLICIES = [
  "default-src 'none'",
  "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "script-src 'self'",
  "script-src 'none'; style-src 'none'; connect-src 'none'; img-src 'none'",
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "sandbox allow-scripts; default-src 'none'; style-src 'none'; require-trusted-types-for 'script'",
];

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
export function pageCases(name, start) {
  describe(`${name}: pages of every kind`, () => {
    const session = new Session(start);

    for (const policy of POLICIES) {
      test(`a summary under ${policy}`, async () => {
        const { page, panel } = await session.openAndPress(
          session.site.page('wordpress-talks', { policy }),
        );
        assert.equal(panel.state, 'ready');
        assert.equal(panel.sentences.length, 3);
        assert.match(panel.before, /Strait of Ansa/);
        assert.deepEqual(session.extended.problems, []);
        await page.close();
      });
    }

    test('pressed again, the panel goes and the page is as it was', async () => {
      const page = await session.extended.open(session.site.page('wordpress-talks'));
      const as = await html(page);
      for (let round = 0; round < 3; round += 1) {
        await session.extended.press(page);
        assert.equal((await panelOf(page)).state, 'ready');
        await session.extended.press(page);
        await panelGone(page);
        assert.equal(await html(page), as);
      }
      await page.close();
    });

    test('two tabs at once', async () => {
      const pages = [
        await session.extended.open(session.site.page('wordpress-talks')),
        await session.extended.open(session.site.page('news-de')),
      ];
      for (const page of pages) await session.extended.press(page);
      const panels = [await panelOf(pages[0]), await panelOf(pages[1])];
      assert.deepEqual(
        panels.map(({ state, language }) => [state, language]),
        [
          ['ready', 'en'],
          ['ready', 'de'],
        ],
      );
      for (const page of pages) await page.close();
    });

    for (const { slug, language, direction } of [
      { slug: 'news-ar', language: 'ar', direction: 'rtl' },
      { slug: 'news-he', language: 'he', direction: 'rtl' },
      { slug: 'news-zh', language: 'zh', direction: 'ltr' },
      { slug: 'news-ja', language: 'ja', direction: 'ltr' },
    ]) {
      test(`${slug}: language and direction are the article's`, async () => {
        const { page, panel } = await session.openAndPress(session.site.page(slug));
        assert.equal(panel.state, 'ready');
        assert.equal(panel.language.split('-')[0], language);
        assert.equal(panel.direction, direction);
        await page.close();
      });
    }

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

    test('a page without an article says so, in a card that covers no text', async () => {
      const links = '<li><a href="/">A place to go</a></li>'.repeat(60);
      const { page, panel } = await session.openAndPress(
        session.site.own(`<title>Places</title><ul>${links}</ul>`),
      );
      assert.equal(panel.state, 'not-an-article');
      assert.notEqual(panel.message, '');
      assert.deepEqual(await textUnder(page, panel.box), []);
      await page.close();
    });

    test('selected text is summed up where it stands', async () => {
      const page = await session.extended.open(session.site.page('feature-en'));
      const selected = await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('p')].filter(
          (one) => (one.textContent ?? '').length > 200,
        );
        const [first, last] = [paragraphs[2], paragraphs[6]];
        getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
        return (getSelection()?.toString() ?? '').replace(/\s+/g, ' ');
      });
      await session.extended.press(page);
      const panel = await panelOf(page);
      assert.equal(panel.state, 'ready');
      for (const sentence of panel.sentences) assert.ok(selected.includes(sentence), sentence);
      await session.extended.press(page);
      await panelGone(page);
      await page.close();
    });

    test('by keyboard alone: to a sentence, back, and away', async () => {
      const { page } = await session.openAndPress(session.site.page('wordpress-talks'));
      const focused = () =>
        page.evaluate(
          () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('title') ?? '',
        );
      await page.evaluate(() => document.querySelector('h1')?.setAttribute('tabindex', '-1'));
      await page.focus('h1');
      /** @param {RegExp} label */
      const tabTo = async (label) => {
        for (let steps = 0; steps < 40 && !label.test(await focused()); steps += 1) {
          await page.keyboard.press('Tab');
        }
        assert.match(await focused(), label);
      };
      await tabTo(/Show sentence 1/);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.localName === 'p');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.activeElement?.shadowRoot);
      assert.match(await focused(), /Show sentence 1/);
      await page.focus('h1');
      await tabTo(/Remove the summary/);
      await page.keyboard.press('Enter');
      await panelGone(page);
      await page.close();
    });

    test('a page of twenty megabytes, in bounded messages', async () => {
      const paragraph = `<p>${'The harbour opened in May, said the mayor of the town. '.repeat(200)}</p>`;
      const body = `<title>A long page</title><h1>A long page of the town</h1>${paragraph.repeat(1800)}`;
      const { welcome } = session.extended;
      await welcome.evaluate(() => {
        document.documentElement.dataset.longest = '0';
        chrome.runtime.onMessage.addListener((message) => {
          const { length } = JSON.stringify(message);
          const { dataset } = document.documentElement;
          dataset.longest = String(Math.max(Number(dataset.longest), length));
        });
      });
      const { page, panel } = await session.openAndPress(session.site.own(body));
      assert.notEqual(panel.state, 'failed');
      const longest = await welcome.evaluate(() =>
        Number(document.documentElement.dataset.longest),
      );
      assert.ok(longest > 0 && longest < 8 * 2 ** 20, `${longest} letters in one message`);
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

    test('nothing is asked of any host, from the press to the end', async () => {
      await session.extended.stopBackground();
      const url = session.site.page('wordpress-talks');
      const page = await session.extended.open(url);
      assert.ok(session.site.asked.includes(url), 'what is asked is seen');
      await page.evaluate(() => document.fonts.ready);
      const asked = session.site.asked.filter(isNotTheBrowsers);
      await session.extended.press(page);
      await panelOf(page);
      await session.extended.press(page);
      await panelGone(page);
      assert.deepEqual(session.site.asked.filter(isNotTheBrowsers), asked);
      await page.close();
    });
  });
}

/**
 * Every browser asks a site for its icon when it likes.
 *
 * @param {string} url
 */
function isNotTheBrowsers(url) {
  return !url.endsWith('/favicon.ico');
}

/**
 * Texts of the page that lie under a box.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {{left: number, right: number, top: number, bottom: number}} box
 */
function textUnder(page, box) {
  return page.evaluate(({ left, right, top, bottom }) => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = new Range();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.nodeValue?.trim()) continue;
      range.selectNode(node);
      for (const own of range.getClientRects()) {
        if (own.left < right && own.right > left && own.top < bottom && own.bottom > top) {
          found.push(node.nodeValue);
        }
      }
    }
    return found;
  }, box);
}
