/**
 * The extension's own pages, and its button.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';

import { openOptions } from '../options.js';
import { panelAnswers, panelGone, panelOf, POLLING_MS } from '../panel.js';
import { Session } from './session.js';

/** @typedef {import('puppeteer-core').Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SAMPLE = 'Harbour town turns its old ferry into a floating library';

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function ownPageCases(name, start) {
  describe(`${name}: its own pages and its button`, () => {
    const session = new Session(start);

    test('the first-run page shows a sample without any permission', async () => {
      const { welcome } = session.extended;
      const panel = await panelOf(welcome);
      assert.equal(panel.state, 'ready');
      assert.equal(panel.before, SAMPLE);
      assert.ok(panel.box.bottom > (await welcome.evaluate(() => innerHeight)));
      assert.equal(await welcome.evaluate(() => scrollY), 0, 'how to call it stays in sight');
      await click(welcome, '#try');
      await panelGone(welcome);
      await session.extended.press(welcome);
      assert.equal((await panelOf(welcome)).before, SAMPLE, 'the real button works there too');
    });

    test('that the panel was removed is heard, by the key and by its own control', async () => {
      const { welcome } = session.extended;
      await panelOf(welcome);
      const before = await welcome.evaluate(() => {
        const told = /** @type {string[]} */ ([]);
        Object.assign(globalThis, { told });
        Object.assign(Document.prototype, {
          ariaNotify: (/** @type {string} */ text) => told.push(text),
        });
        return document.body.childElementCount;
      });
      const told = () => welcome.evaluate(() => /** @type {any} */ (globalThis).told);
      await session.extended.press(welcome);
      await panelGone(welcome);
      assert.deepEqual(await told(), ['Summary removed']);
      await session.extended.press(welcome);
      assert.equal((await panelOf(welcome)).state, 'ready');
      await panelAnswers(welcome);
      await welcome.evaluate(() => {
        const root = document.querySelector('[data-by]')?.shadowRoot;
        /** @type {HTMLElement | null | undefined} */ (root?.querySelector('.dismiss'))?.click();
      });
      await panelGone(welcome);
      assert.deepEqual(await told(), ['Summary removed', 'Summary removed']);
      assert.equal(await welcome.evaluate(() => document.body.childElementCount), before);
      await session.extended.press(welcome);
      await panelOf(welcome);
    });

    test('its pages run nothing but the code of the package, and ask no other host', async () => {
      const options = await openOptions(session.extended);
      await options.evaluate(async () => {
        const { dataset } = document.documentElement;
        dataset.blocked = '0';
        document.addEventListener('securitypolicyviolation', () => {
          dataset.blocked = String(Number(dataset.blocked) + 1);
        });
        const run = "document.documentElement.dataset.ran = 'yes'";
        const script = document.createElement('script');
        script.textContent = run;
        document.head.append(script);
        const foreign = document.createElement('script');
        foreign.src = 'http://elsewhere.example/code.js';
        document.head.append(foreign);
        // Like eval itself.
        // eslint-disable-next-line no-implied-eval -- what the policy is to forbid
        setTimeout(/** @type {any} */ (run));
        await fetch('http://elsewhere.example/data').catch(() => {});
      });
      await options.waitForFunction(() => Number(document.documentElement.dataset.blocked) >= 4, {
        polling: POLLING_MS,
      });
      assert.equal(await options.evaluate(() => document.documentElement.dataset.ran), undefined);
      assert.ok(session.site.asked.every((url) => !url.includes('elsewhere.example')));
      await options.close();
    });

    test('the badge says the minutes that are saved, and goes with the panel', async () => {
      const { page } = await session.openAndPress(session.site.page('feature-en'));
      await session.extended.untilBadge(/^\d+′$/);
      await session.extended.press(page);
      await panelGone(page);
      await session.extended.untilBadge(/^$/);
      await page.close();
    });

    for (const theme of ['light', 'dark']) {
      test(`axe finds nothing on its pages, ${theme}`, async () => {
        await session.extended.welcome.evaluate(
          (wanted) => chrome.storage.sync.set({ settings: { theme: wanted } }),
          theme,
        );
        for (const path of ['', 'options', 'side', 'cannot']) {
          const page = path
            ? await session.extended.openOwn(`pages/${path}.html`)
            : session.extended.welcome;
          await page.waitForFunction(
            (wanted) =>
              [...document.querySelectorAll('h1')].some((one) => one.checkVisibility()) &&
              (!wanted || document.documentElement.dataset.theme === wanted),
            { polling: POLLING_MS },
            /options|side/.test(path) && theme,
          );
          await page.evaluate(AXE);
          const found = await page.evaluate(async () => {
            const { violations } = await /** @type {any} */ (globalThis).axe.run(document);
            return violations.map((/** @type {any} */ { id, nodes }) => [id, nodes[0].html]);
          });
          assert.deepEqual(found, [], path);
          if (path) await page.close();
        }
        await session.extended.welcome.evaluate(() => chrome.storage.sync.clear());
      });
    }

    test('beside the page: the panel stays while tabs change, and leads to the sentence', async () => {
      const side = await session.extended.openOwn('pages/side.html');
      await side.waitForFunction(() => document.getElementById('empty')?.hidden === false, {
        polling: POLLING_MS,
      });
      const first = await session.extended.open(session.site.page('wordpress-talks'));
      await session.extended.press(first);
      await untilTitle(side, /Strait of Ansa/);
      assert.ok(await first.evaluate(() => !document.querySelector('[data-by="extension"]')));
      const second = await session.extended.open(session.site.page('news-de'));
      await untilTitle(side, /^$/);
      await session.extended.press(second);
      await side.waitForFunction(() => document.getElementById('title')?.lang === 'de', {
        polling: POLLING_MS,
      });
      await first.bringToFront();
      await untilTitle(side, /Strait of Ansa/);
      await side.evaluate(() => {
        const root = document.getElementById('panel')?.shadowRoot;
        root?.querySelector('li')?.querySelector('button')?.click();
      });
      await first.waitForFunction(() => document.activeElement?.localName === 'p', {
        polling: POLLING_MS,
      });
      for (const page of [side, first, second]) await page.close();
      const { page, panel } = await session.openAndPress(session.site.page('wordpress-talks'));
      assert.equal(panel.state, 'ready', 'with the side panel closed it is in the page again');
      await page.close();
    });
  });
}

/**
 * @param {Page} page
 * @param {string} selector
 */
function click(page, selector) {
  return page.evaluate(
    (wanted) => /** @type {HTMLElement} */ (document.querySelector(wanted)).click(),
    selector,
  );
}

/**
 * @param {Page} side
 * @param {RegExp} wanted
 */
function untilTitle(side, wanted) {
  return side.waitForFunction(
    (pattern) => new RegExp(pattern).test(document.getElementById('title')?.textContent ?? '-'),
    { polling: POLLING_MS },
    wanted.source,
  );
}
