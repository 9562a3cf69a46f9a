/**
 * What is set on the options page: kept, shown, taken out and brought in as a file.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { openOptions } from '../options.js';
import { POLLING_MS, untilSays } from '../panel.js';
import { Session } from './session.js';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function settingsCases(name, start) {
  describe(`${name}: its settings`, () => {
    const session = new Session(start);

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

    test('a file of settings is taken over, but gives no permission; another file is refused', async () => {
      const options = await openOptions(session.extended);
      await bringFile(options, '{"length":7,"automatic":"sites","sites":["https://a.example"]}');
      await untilSays(options, 'status', 'Saved');
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
      await untilSays(options, 'status', 'Saved');
      assert.ok(await options.evaluate(() => document.getElementById('missing')?.hidden));
      await bringFile(options, '[');
      await untilSays(options, 'status', 'This file holds no settings.');
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
      await untilSays(options, 'status', 'Saved');
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
  });
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
  await untilSays(options, 'status', 'Saved');
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
