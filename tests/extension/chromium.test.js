/**
 * The built package in Chromium.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { lifeCases } from './cases/life.js';
import { ownPageCases } from './cases/own-pages.js';
import { pageCases } from './cases/pages.js';
import { placeCases } from './cases/places.js';
import { Session } from './cases/session.js';
import { startChromium } from './chromium.js';
import { POLLING_MS } from './panel.js';

pageCases('Chromium', startChromium);
placeCases('Chromium', startChromium);
lifeCases('Chromium', startChromium);
ownPageCases('Chromium', startChromium);

describe("Chromium's side panel", () => {
  const session = new Session(startChromium);

  test('opens by the button of the options page, and shows the tab where it is pressed', async () => {
    const { browser, address } = session.extended;
    const options = await session.extended.open(address('pages/options.html'));
    await options.waitForFunction(() => !document.getElementById('beside')?.hidden);
    const opened = browser.waitForTarget((one) => one.url() === address('pages/side.html'));
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
