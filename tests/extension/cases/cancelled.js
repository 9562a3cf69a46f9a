/**
 * Work for a tab that goes: it is ended in the background, and nothing of it is done later.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { holdEngine, holdTelling, markedArticle } from '../held.js';
import { panelOf } from '../panel.js';
import { Session } from './session.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** @type {{what: string, leave: (page: Page, session: Session) => Promise<unknown>}[]} */
const ENDS = [
  { what: 'is closed', leave: (page) => page.close() },
  { what: 'goes to another page', leave: (page, { site }) => page.goto(site.page('news-de')) },
];

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function cancelledCases(name, start) {
  describe(`${name}: work for a tab that goes`, () => {
    const session = new Session(start);

    for (const { what, leave } of ENDS) {
      test(`a tab that ${what}: its work ends, begun or not, and the others' goes on`, async () => {
        const { extended } = session;
        const held = await holdEngine(extended);
        const pages = [];
        for (const [at, title] of ['begun', 'waiting', 'staying'].entries()) {
          const page = await extended.open(session.site.own(markedArticle(title)));
          await extended.press(page);
          await held.untilAsked(at + 1);
          pages.push(page);
        }
        const [begun, waiting, staying] = pages;
        extended.problems.length = 0;
        await held.untilGone(2, async () => {
          await leave(begun, session);
          await leave(waiting, session);
        });
        await held.release();
        assert.equal((await panelOf(staying)).state, 'ready');
        // The last one's turn came last, so nothing is still to follow.
        assert.deepEqual(await held.worked(), ['staying']);
        assert.deepEqual(extended.problems, []);
        const { panel } = await session.openAndPress(session.site.own(markedArticle('next')));
        assert.equal(panel.state, 'ready', 'the background still works');
        for (const page of await extended.browser.pages()) {
          if (page !== extended.welcome) await page.close();
        }
      });

      test(`a tab that ${what} before it is told to open is not called one that cannot`, async () => {
        const { extended } = session;
        const held = await holdTelling(extended);
        const page = await extended.open(session.site.page('wordpress-talks'));
        await extended.press(page);
        await held.untilTelling();
        await leave(page, session);
        await held.release();
        const next = page.isClosed() ? await extended.open(session.site.page('news-de')) : page;
        await extended.press(next);
        assert.equal((await panelOf(next)).language, 'de');
        assert.equal(await held.unhandled(), 0);
        await next.close();
      });
    }
  });
}
