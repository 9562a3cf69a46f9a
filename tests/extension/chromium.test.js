/**
 * The built package in Chromium.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { automaticCases } from './cases/automatic.js';
import { cancelledCases } from './cases/cancelled.js';
import { coverCases } from './cases/covers.js';
import { headlineCases } from './cases/headlines.js';
import { hostileCases } from './cases/hostile.js';
import { lifeCases } from './cases/life.js';
import { ownPageCases } from './cases/own-pages.js';
import { pageCases } from './cases/pages.js';
import { placeCases } from './cases/places.js';
import { settingsCases } from './cases/settings.js';
import { styleCases } from './cases/styles.js';
import { Session } from './cases/session.js';
import { startChromium } from './chromium.js';
import { openOptions } from './options.js';
import { panelGone, panelOf, POLLING_MS } from './panel.js';

pageCases('Chromium', startChromium);
hostileCases('Chromium', startChromium);
placeCases('Chromium', startChromium);
coverCases('Chromium', startChromium);
headlineCases('Chromium', startChromium);
styleCases('Chromium', startChromium);
lifeCases('Chromium', startChromium);
cancelledCases('Chromium', startChromium);
ownPageCases('Chromium', startChromium);
settingsCases('Chromium', startChromium);

describe("Chromium's side panel", () => {
  const session = new Session(startChromium);

  test('opens by the button of the options page, and shows the tab where it is pressed', async () => {
    const options = await openOptions(session.extended);
    const opened = session.extended.browser.waitForTarget((one) =>
      one.url().endsWith('/pages/side.html'),
    );
    await options.click('#side');
    const side = await (await opened).asPage();
    const page = await session.extended.open(session.site.page('wordpress-talks'));
    await side.waitForFunction(() => document.getElementById('empty')?.hidden === false, {
      polling: POLLING_MS,
    });
    await session.extended.press(page);
    await side.waitForFunction(
      () => document.getElementById('panel')?.shadowRoot?.querySelectorAll('li').length === 3,
      { polling: POLLING_MS },
    );
    assert.deepEqual(session.extended.problems, []);
  });
});

describe("Chromium's context menu", () => {
  const session = new Session(startChromium);

  /**
   * No protocol opens the menu. Its event is sent as the browser does; a press before has let the
   * extension into this tab.
   *
   * @param {string} entry
   */
  async function choose(entry) {
    const target = await session.extended.browser.waitForTarget(
      (one) => one.type() === 'service_worker',
    );
    await (
      await target.worker()
    )?.evaluate(async (menuItemId) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      /** @type {any} */ (chrome.contextMenus.onClicked).dispatch({ menuItemId, frameId: 0 }, tab);
    }, entry);
  }

  for (const { entry, units } of [
    { entry: 'page', units: 0 },
    { entry: 'selection', units: Infinity },
    { entry: 'selection', units: 40 },
  ]) {
    test(`the entry for the ${entry}, of ${units} letters`, async () => {
      const { page } = await session.openAndPress(session.site.page('feature-en'));
      // A panel of the whole page, which stands, is not about a selection.
      if (entry === 'page') {
        await session.extended.press(page);
        await panelGone(page);
      }
      const text = await page.evaluate((most) => {
        // The panel that is to be replaced has sentences of the page too.
        document.querySelector('[data-by="extension"]')?.setAttribute('data-old', '');
        const paragraph = [...document.querySelectorAll('p')]
          .filter((one) => (one.textContent ?? '').length > 200)
          .at(4);
        const [words] = paragraph?.childNodes ?? [];
        if (most === 40) getSelection()?.setBaseAndExtent(words, 0, words, most);
        else if (most) getSelection()?.selectAllChildren(document.body);
        return (most === 40 ? paragraph : document.body)?.textContent ?? '';
      }, units);
      await choose(entry);
      await page.waitForFunction(
        (wanted) => {
          const host = document.querySelector('[data-by="extension"]:not([data-old])');
          const sentence = host?.shadowRoot?.querySelector('li p')?.textContent;
          return sentence && wanted.includes(sentence);
        },
        { polling: POLLING_MS },
        text,
      );
      const { state, sentences } = await panelOf(page);
      assert.equal(state, 'ready');
      await page.waitForFunction(
        (said) => {
          const root = document.querySelector('[data-by="extension"]')?.shadowRoot;
          return root?.querySelector('[role="status"]')?.textContent === said;
        },
        { polling: POLLING_MS },
        `Summary ready: ${sentences.length} sentences`,
      );
      await page.close();
    });
  }

  test('a few selected words are not called an article', async () => {
    const { page } = await session.openAndPress(session.site.page('feature-en'));
    await page.evaluate(() => {
      const selected = document.createElement('p');
      selected.textContent = 'Only a few words.';
      document.body.prepend(selected);
      getSelection()?.selectAllChildren(selected);
    });
    await choose('selection');
    await page.waitForFunction(
      (said) =>
        document.querySelector('[data-by="extension"]')?.shadowRoot?.querySelector('.message')
          ?.textContent === said,
      { polling: POLLING_MS },
      'There is too little text here to summarize.',
    );
    await page.close();
  });
});

describe('Chromium: shown without being asked', () => {
  const session = new Session((site) => startChromium(site, { allowed: true }));

  automaticCases(session, async ({ automatic, sites }) => {
    await session.extended.welcome.evaluate((settings) => chrome.storage.sync.set({ settings }), {
      automatic,
      sites,
    });
  });
});
