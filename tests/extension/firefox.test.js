/**
 * The built package in Firefox.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { automaticCases } from './cases/automatic.js';
import { headlineCases } from './cases/headlines.js';
import { lifeCases } from './cases/life.js';
import { ownPageCases } from './cases/own-pages.js';
import { pageCases } from './cases/pages.js';
import { placeCases } from './cases/places.js';
import { styleCases } from './cases/styles.js';
import { Session } from './cases/session.js';
import { startFirefox } from './firefox.js';
import { panelGone, panelOf, POLLING_MS } from './panel.js';

pageCases('Firefox', startFirefox);
placeCases('Firefox', startFirefox);
headlineCases('Firefox', startFirefox);
styleCases('Firefox', startFirefox);
lifeCases('Firefox', startFirefox);
ownPageCases('Firefox', startFirefox);

describe("Firefox's context menu", () => {
  const session = new Session(startFirefox);

  for (const { label, selects } of [
    { label: 'Summarize the selected text', selects: true },
    { label: 'Show or remove the summary', selects: false },
  ]) {
    test(label, async () => {
      const { inWindow } = /** @type {import('./firefox.js').Chrome} */ (
        /** @type {unknown} */ (session.extended)
      );
      const page = await session.extended.open(session.site.page('feature-en'));
      const spot = await page.evaluate((selecting) => {
        const [first, last] = [...document.querySelectorAll('p')]
          .filter((one) => (one.textContent ?? '').length > 200)
          .slice(2, 5);
        first.scrollIntoView({ block: 'center' });
        if (selecting) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
        const { left, top } = first.getBoundingClientRect();
        return { x: left + 30, y: top + 12, text: getSelection()?.toString() ?? '' };
      }, selects);
      await page.bringToFront();
      await page.mouse.click(spot.x, spot.y, { button: 'right' });
      await inWindow(`
        const menu = document.getElementById('contentAreaContextMenu');
        const item = () => [...menu.querySelectorAll('menuitem')]
          .find((one) => one.getAttribute('label') === '${label}');
        while (menu.state !== 'open' || !item()) await new Promise((done) => setTimeout(done, 20));
        menu.activateItem(item());
      `);
      const panel = await panelOf(page);
      assert.equal(panel.state, 'ready');
      const text = spot.text.replace(/\s+/g, ' ');
      for (const sentence of selects ? panel.sentences : []) assert.ok(text.includes(sentence));
      await session.extended.press(page);
      await panelGone(page);
      await page.close();
    });
  }
});

describe('Firefox: shown without being asked', () => {
  const session = new Session(startFirefox);

  automaticCases(session, async ({ automatic, sites }) => {
    const options = await session.extended.openOwn('pages/options.html');
    await options.waitForFunction(() => document.querySelector('kbd')?.textContent !== '', {
      polling: POLLING_MS,
    });
    await options.evaluate(async (own) => {
      const { settings } = await chrome.storage.sync.get();
      await chrome.storage.sync.set({ settings: { .../** @type {any} */ (settings), sites: own } });
    }, sites);
    // A real click: only then may the page ask for the sites.
    await options.click(`[name="automatic"][value="${automatic}"]`);
    await options.waitForFunction(
      () => document.getElementById('status')?.textContent === 'Saved',
      {
        polling: POLLING_MS,
      },
    );
    const { origins } = await options.evaluate(() => chrome.permissions.getAll());
    assert.equal((origins ?? []).length > 0, automatic === 'all', 'given, and taken back');
    await options.close();
  });
});
