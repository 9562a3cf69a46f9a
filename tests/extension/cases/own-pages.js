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

    test('what is set on the options page holds for the next panel', async () => {
      const options = await openOptions(session.extended);
      await set(options, { length_: '5', theme: 'dark' });
      const { page, panel } = await session.openAndPress(session.site.page('feature-en'));
      assert.equal(panel.sentences.length, 5);
      assert.equal(panel.background, 'rgb(33, 31, 24)');
      await page.close();
      await set(options, { length_: '3', theme: 'auto' });
      await options.close();
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

    test('a file of settings is taken over, but gives no permission; another file is refused', async () => {
      const options = await openOptions(session.extended);
      await bringFile(options, '{"length":7,"automatic":"sites","sites":["https://a.example"]}');
      await untilSaid(options, 'Saved');
      const kept = await options.evaluate(async () => ({
        .../** @type {any} */ ((await chrome.storage.sync.get()).settings),
        origins: (await chrome.permissions.getAll()).origins,
        scripts: await chrome.scripting.getRegisteredContentScripts(),
        missing: document.querySelector('#missing:not([hidden]) p')?.textContent,
      }));
      assert.deepEqual(
        [kept.length, kept.automatic, kept.sites, kept.origins, kept.scripts, kept.missing],
        [
          7,
          'sites',
          ['https://a.example'],
          [],
          [],
          'In this browser, permission is still missing for: https://a.example',
        ],
      );
      await bringFile(options, '{"length":7}');
      await untilSaid(options, 'Saved');
      assert.ok(await options.evaluate(() => document.getElementById('missing')?.hidden));
      await bringFile(options, '[');
      await untilSaid(options, 'This file holds no settings.');
      await set(options, { length_: '3' });
      await options.close();
    });

    test('settings go out to a file that can be brought in again', async () => {
      const options = await openOptions(session.extended);
      await set(options, { length_: '4', theme: 'dark' });
      const file = await options.evaluate(async () => {
        /** @type {Blob[]} */
        const made = [];
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => {
          made.push(/** @type {Blob} */ (blob));
          return createObjectURL(blob);
        };
        HTMLAnchorElement.prototype.click = function () {
          document.documentElement.dataset.saved = this.download;
        };
        document.getElementById('export')?.click();
        while (made.length === 0 || !document.documentElement.dataset.saved) {
          await new Promise((resolve) => setTimeout(resolve));
        }
        return { name: document.documentElement.dataset.saved, text: await made[0].text() };
      });
      assert.match(file.name, /\.json$/);
      await set(options, { length_: '3', theme: 'auto' });
      await bringFile(options, file.text);
      await untilSaid(options, 'Saved');
      const settings = await options.evaluate(
        async () => /** @type {any} */ ((await chrome.storage.sync.get()).settings),
      );
      assert.deepEqual([settings.length, settings.theme], [4, 'dark']);
      await set(options, { length_: '3', theme: 'auto' });
      await options.close();
    });

    test('the line that says what was done covers nothing while it says nothing', async () => {
      const options = await openOptions(session.extended);
      await options.setViewport({ width: 360, height: 500 });
      const isCovered = () =>
        options.evaluate(() => {
          const [said] = document.getElementsByClassName('said');
          scrollTo(0, 0);
          return said.contains(document.elementFromPoint(180, innerHeight - 8));
        });
      assert.equal(await isCovered(), false);
      await set(options, { length_: '3' });
      assert.equal(await isCovered(), true, 'it is in sight when it says something');
      await options.close();
    });

    test('the options page shows what is set elsewhere while it is open', async () => {
      const options = await openOptions(session.extended);
      const set = (/** @type {object} */ settings) =>
        session.extended.welcome.evaluate(
          (settings) => chrome.storage.sync.set({ settings }),
          settings,
        );
      await set({ length: 9, theme: 'dark' });
      await options.waitForFunction(
        () =>
          /** @type {any} */ (document.querySelector('form')).length_.value === '9' &&
          document.documentElement.dataset.theme === 'dark',
        { polling: POLLING_MS },
      );
      await set({});
      await options.close();
    });

    test('a length that no summary has is not kept', async () => {
      const options = await openOptions(session.extended);
      await options.evaluate(() => {
        const form = /** @type {any} */ (document.querySelector('form'));
        form.length_.value = '40';
        form.length_.dispatchEvent(new Event('change', { bubbles: true }));
      });
      const settings = await options.evaluate(
        async () => /** @type {any} */ ((await chrome.storage.sync.get()).settings),
      );
      assert.equal(settings?.length ?? 3, 3);
      await options.close();
    });

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
 * @param {Page} options
 * @param {Record<string, string>} values
 */
async function set(options, values) {
  await options.evaluate((wanted) => {
    const form = /** @type {any} */ (document.querySelector('form'));
    const status = /** @type {HTMLElement} */ (document.getElementById('status'));
    status.textContent = '';
    for (const [name, value] of Object.entries(wanted)) form[name].value = value;
    form.theme.dispatchEvent(new Event('change', { bubbles: true }));
  }, values);
  await untilSaid(options, 'Saved');
}

/**
 * As a person chooses a file.
 *
 * @param {Page} options
 * @param {string} text
 */
async function bringFile(options, text) {
  await options.evaluate((content) => {
    const input = /** @type {HTMLInputElement} */ (document.getElementById('file'));
    const status = /** @type {HTMLElement} */ (document.getElementById('status'));
    status.textContent = '';
    const chosen = new DataTransfer();
    chosen.items.add(new File([content], 'settings.json', { type: 'application/json' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  }, text);
}

/**
 * @param {Page} options
 * @param {string} message
 */
function untilSaid(options, message) {
  return options.waitForFunction(
    (wanted) => document.getElementById('status')?.textContent === wanted,
    { polling: POLLING_MS },
    message,
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
