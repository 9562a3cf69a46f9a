/**
 * The built package in Chromium, and what can be seen of its inside there.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { casesFor } from './cases.js';
import { startChromium } from './chromium.js';
import { panelGone, panelOf } from './panel.js';
import { serveSite } from './server.js';

casesFor('Chromium', startChromium);

describe("the extension's own pages and background in Chromium", () => {
  /** @type {Awaited<ReturnType<typeof startChromium>>} */
  let extended;
  /** @type {import('./server.js').Site} */
  let site;

  before(async () => {
    site = await serveSite();
    extended = await startChromium(site);
  });
  after(async () => {
    await extended?.browser.close();
    site?.close();
  });

  test('the first-run page shows a sample without any permission', async () => {
    const panel = await panelOf(extended.welcome);
    assert.equal(panel.state, 'ready');
    assert.equal(panel.before, 'Harbour town turns its old ferry into a floating library');
    await extended.welcome.click('#try');
    await panelGone(extended.welcome);
  });

  test('the badge says the minutes that are saved, and goes with the panel', async () => {
    const page = await extended.open(site.page('feature-en'));
    await extended.press(page);
    await panelOf(page);
    assert.match(await extended.untilBadge(/^\d+′$/), /′/);
    await extended.press(page);
    await panelGone(page);
    assert.equal(await extended.untilBadge(/^$/), '');
    await page.close();
  });

  test('on a page of the browser a popup says that it cannot work', async () => {
    const page = await extended.open('chrome://version');
    const shown = extended.browser.waitForTarget((one) => one.url().endsWith('/pages/cannot.html'));
    await extended.press(page);
    await shown;
    await page.close();
  });

  test('what is set on the options page holds for the next panel', async () => {
    const options = await extended.open(`chrome-extension://${extended.id}/pages/options.html`);
    await options.waitForFunction(() => document.querySelector('kbd')?.textContent !== '');
    await options.evaluate(() => {
      const form = /** @type {any} */ (document.querySelector('form'));
      form.length_.value = '5';
      form.theme.value = 'dark';
      form.theme.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await options.waitForFunction(() => document.getElementById('status')?.textContent === 'Saved');
    const page = await extended.open(site.page('feature-en'));
    await extended.press(page);
    const panel = await panelOf(page);
    assert.equal(panel.sentences.length, 5);
    assert.equal(panel.background, 'rgb(33, 31, 24)');
    await page.close();
    await options.close();
  });

  test('removed under a live page, the extension takes its panel along', async () => {
    const page = await extended.open(site.page('wordpress-talks'));
    await extended.press(page);
    await panelOf(page);
    extended.problems.length = 0;
    await extended.browser.uninstallExtension(extended.id);
    // The page is told late; until then a person's coming back finds nothing amiss.
    await page.waitForFunction(
      () => {
        dispatchEvent(new Event('focus'));
        return !document.querySelector('[data-by="extension"]');
      },
      { polling: 20 },
    );
    assert.deepEqual(extended.problems, []);
  });
});
