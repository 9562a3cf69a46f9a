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

/** The least that a viewer takes for a document. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n' +
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n' +
  'trailer<</Root 1 0 R>>\n%%EOF\n';

describe("Chromium's PDF viewer", () => {
  const session = new Session(startChromium);

  test('of a PDF it says that it cannot', async () => {
    const page = await session.extended.open(session.site.own(PDF, { type: 'application/pdf' }));
    await session.extended.press(page);
    await session.extended.untilCannot();
  });
});

describe("Chromium's side panel", () => {
  const session = new Session(startChromium);

  test('opens by the button of the options page, and shows the tab where it is pressed', async () => {
    const options = await session.extended.openOwn('pages/options.html');
    await options.waitForFunction(() => !document.getElementById('beside')?.hidden);
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
