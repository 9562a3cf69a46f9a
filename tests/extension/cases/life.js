/**
 * What may end at any moment: the background, the page, the extension itself.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { listen } from '../heard.js';
import { countTold, holdEngine, holdLater, markedArticle } from '../held.js';
import { html, panelAnswers, panelGone, panelOf, POLLING_MS } from '../panel.js';
import { Session } from './session.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** Eight million letters: several messages, and long enough at work to be ended there. */
const LONG =
  '<title>A long page</title><h1>A long page of the town</h1>' +
  `<p>${'The harbour opened in May, said the mayor of the town. '.repeat(200)}</p>`.repeat(700);

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function lifeCases(name, start) {
  describe(`${name}: what ends`, () => {
    const session = new Session(start);

    test('a background that was stopped starts again', async () => {
      const page = await session.extended.open(session.site.page('wordpress-talks'));
      await session.extended.stopBackground();
      await session.extended.press(page);
      assert.equal((await panelOf(page)).state, 'ready');
      await session.extended.stopBackground();
      await session.extended.press(page);
      await panelGone(page);
      await page.close();
    });

    test('a background that is killed while a page is on its way to it is sent that again', async () => {
      const page = await session.extended.open(session.site.own(LONG));
      const heard = await listen(session.extended.welcome, 'part');
      const untilTold = await countTold(session.extended);
      await session.extended.press(page);
      await heard.until(1);
      // The page is on its way before it is told to open, of which it would not hear again.
      await untilTold(1);
      await session.extended.stopBackground();
      const panel = await panelOf(page);
      assert.notEqual(panel.state, 'failed', panel.message);
      assert.ok((await heard.count()) > 1, 'it was sent once more');
      await page.close();
    });

    test('a background that is killed at work is started anew, and asked again', async () => {
      const { extended } = session;
      const held = await holdEngine(extended);
      const heard = await listen(extended.welcome, 'summarize');
      const pages = [];
      for (const [at, title] of ['begun', 'waiting'].entries()) {
        const page = await extended.open(session.site.own(markedArticle(title)));
        await extended.press(page);
        await held.untilAsked(at + 1);
        pages.push(page);
      }
      extended.problems.length = 0;
      await extended.stopBackground();
      for (const page of pages) assert.equal((await panelOf(page)).state, 'ready');
      await heard.until(4);
      assert.equal(await heard.count(), 4, 'each was asked for twice');
      assert.equal(await extended.inBackground("(realm) => 'held' in realm"), false, 'it is new');
      assert.deepEqual(extended.problems, []);
      for (const page of pages) await page.close();
    });

    test('shown again, the same page asks nothing of the engine; a changed one does', async () => {
      const page = await session.extended.open(session.site.page('wordpress-talks'));
      const heard = await listen(session.extended.welcome, 'summarize');
      for (const asked of [1, 1, 2]) {
        if (asked === 2) {
          await page.evaluate(() => {
            const more = document.createElement('p');
            more.textContent = 'The ferries will follow in June, the harbour office said later.';
            [...document.querySelectorAll('p')].at(-1)?.after(more);
          });
        }
        await session.extended.press(page);
        assert.equal((await panelOf(page)).state, 'ready');
        await heard.until(asked);
        assert.equal(await heard.count(), asked);
        await session.extended.press(page);
        await panelGone(page);
      }
      await page.close();
    });

    test('nothing but the settings is ever stored', async () => {
      const stored = await session.extended.welcome.evaluate(async () => ({
        local: Object.keys(await chrome.storage.local.get()),
        session: Object.keys(await chrome.storage.session.get()),
        sync: Object.keys(await chrome.storage.sync.get()),
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      }));
      assert.deepEqual(stored, { local: [], session: [], sync: [], databases: 0, caches: 0 });
    });

    test('a page with a panel is kept by the browser, and the panel still works', async () => {
      const { page } = await session.openAndPress(session.site.page('wordpress-talks'));
      const url = page.url();
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => {
          document.documentElement.dataset.persisted = String(persisted);
        });
      });
      await page.goto(session.site.page('news-de'));
      // Puppeteer waits for a load that a page out of the cache does not have.
      await page.evaluate(() => history.back()).catch(() => {});
      await page.waitForFunction(
        (wanted) => location.href === wanted && Boolean(document.querySelector('[data-persisted]')),
        { polling: POLLING_MS },
        url,
      );
      assert.equal(await page.evaluate(() => document.documentElement.dataset.persisted), 'true');
      await page.evaluate(() => {
        const host = document.querySelector('[data-by="extension"]');
        host?.shadowRoot?.querySelector('li')?.querySelector('button')?.click();
      });
      await page.waitForFunction(() => document.activeElement?.localName === 'p');
      await session.extended.press(page);
      await panelGone(page);
      await page.close();
    });

    test('a tab that is closed at work leaves no error', async () => {
      const page = await session.extended.open(session.site.own(LONG));
      const heard = await listen(session.extended.welcome, 'part');
      session.extended.problems.length = 0;
      await session.extended.press(page);
      await heard.until(1);
      await page.close();
      const { page: other, panel } = await session.openAndPress(session.site.page('news-de'));
      assert.equal(panel.state, 'ready');
      assert.deepEqual(session.extended.problems, []);
      await other.close();
    });

    test('a page that is left at work leaves no error, and the next is summed up', async () => {
      const page = await session.extended.open(session.site.own(LONG));
      const begun = await listen(session.extended.welcome, 'summarize');
      session.extended.problems.length = 0;
      await session.extended.press(page);
      await begun.until(1);
      await page.goto(session.site.page('news-de'));
      await session.extended.press(page);
      const panel = await panelOf(page);
      assert.deepEqual([panel.state, panel.language], ['ready', 'de']);
      assert.deepEqual(session.extended.problems, []);
      await page.close();
    });

    test('a page that is left at work is kept by the browser, and works when it comes back', async () => {
      const { extended } = session;
      const held = await holdEngine(extended);
      const page = await extended.open(session.site.own(markedArticle('left')));
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => {
          document.documentElement.dataset.persisted = String(persisted);
        });
      });
      await extended.press(page);
      await held.untilAsked(1);
      extended.problems.length = 0;
      await held.untilGone(1, () => page.goto(session.site.page('news-de')));
      await held.release();
      await page.evaluate(() => history.back()).catch(() => {});
      await page.waitForFunction(() => document.querySelector('[data-persisted="true"]'), {
        polling: POLLING_MS,
      });
      assert.equal((await panelOf(page)).state, 'ready');
      assert.deepEqual(extended.problems, []);
      await page.close();
    });

    test("a page that is left while the panel's last file is on its way still gets it", async () => {
      const { extended } = session;
      const held = await holdLater(extended);
      const page = await extended.open(session.site.page('wordpress-talks'));
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => {
          document.documentElement.dataset.persisted = String(persisted);
        });
      });
      await extended.press(page);
      assert.equal((await panelOf(page)).state, 'ready');
      await held.untilAsked();
      await page.goto(session.site.page('news-de'));
      await held.release();
      await page.evaluate(() => history.back()).catch(() => {});
      await page.waitForFunction(() => document.querySelector('[data-persisted="true"]'), {
        polling: POLLING_MS,
      });
      await panelAnswers(page);
      await page.evaluate(() => {
        const host = document.querySelector('[data-by="extension"]');
        host?.shadowRoot?.querySelector('li')?.querySelector('button')?.click();
      });
      await page.waitForFunction(() => document.activeElement?.localName === 'p', {
        polling: POLLING_MS,
      });
      await page.close();
    });

    // Those that follow leave the session without its first-run page, then without anything.

    test('updated at work: the page is left without an error, and a press there works', async () => {
      const { extended } = session;
      const held = await holdEngine(extended);
      const page = await extended.open(session.site.own(markedArticle('old')));
      await extended.press(page);
      await held.untilAsked(1);
      extended.problems.length = 0;
      await extended.update();
      await leaves(page);
      await extended.press(page);
      assert.equal((await panelOf(page)).state, 'ready');
      assert.deepEqual(extended.problems, []);
      await page.close();
    });

    test('updated under a live page: a press there works as ever', async () => {
      const page = await session.extended.open(session.site.page('wordpress-talks'));
      const before = await html(page);
      await session.extended.press(page);
      await panelOf(page);
      session.extended.problems.length = 0;
      await session.extended.update();
      await leaves(page);
      await session.extended.press(page);
      assert.equal((await panelOf(page)).state, 'ready');
      await session.extended.press(page);
      await panelGone(page);
      assert.equal(await html(page), before);
      assert.deepEqual(session.extended.problems, []);
      await page.close();
    });

    for (const [what, end] of /** @type {const} */ ([
      ['disabled', 'disable'],
      ['removed', 'remove'],
    ])) {
      test(`${what} under a live page, it takes its panel along`, async () => {
        if (end === 'remove') session.extended = await start(session.site);
        const page = await session.extended.open(session.site.page('wordpress-talks'));
        await session.extended.press(page);
        await panelOf(page);
        session.extended.problems.length = 0;
        await session.extended[end]();
        await page.bringToFront();
        await leaves(page);
        assert.deepEqual(session.extended.problems, []);
        await session.extended.browser.close();
      });
    }
  });
}

/**
 * Nothing of the panel is to be seen any more. Chromium tells the page late that its script has no
 * extension; until then coming back finds nothing amiss.
 *
 * @param {Page} page
 */
function leaves(page) {
  return page.waitForFunction(
    () => {
      dispatchEvent(new Event('focus'));
      const host = document.querySelector('[data-by="extension"]');
      return !host || getComputedStyle(host).display === 'none';
    },
    { polling: POLLING_MS },
  );
}
