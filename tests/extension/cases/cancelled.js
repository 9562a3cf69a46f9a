/**
 * Work for a tab that goes: it is ended in the background, and nothing of it is done later.
 *
 * The background's engine is held up while its file is on the way, so that work is under way and more of
 * it waits, for as long as a case needs.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { panelOf, POLLING_MS } from '../panel.js';
import { Session } from './session.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** What every test page's title begins with. Beyond ASCII: such strings reach the core by an encoder. */
const MARK = '\u2020';

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
        await extended.stopBackground();
        await extended.inBackground(holdEngine);
        const begun = await askedFor('first', 1);
        const waiting = await askedFor('second', 2);
        const staying = await askedFor('third', 3);
        extended.problems.length = 0;
        // They all have come once.
        await extended.inBackground(({ held }) => held.gone.clear());
        await leave(begun, session);
        await leave(waiting, session);
        await untilInBackground('({ held }) => held.gone.size >= 2');
        await extended.inBackground(({ held }) => held.release());
        assert.equal((await panelOf(staying)).state, 'ready');
        // The last one's work was the last: what was to follow has followed.
        const worked = await extended.inBackground(({ held }) => held.worked.join(' '));
        assert.equal(worked, 'third');
        assert.deepEqual(extended.problems, []);
        const { panel } = await session.openAndPress(session.site.own(article('fourth')));
        assert.equal(panel.state, 'ready', 'the background still works');
        for (const page of await extended.browser.pages()) {
          if (page !== extended.welcome) await page.close();
        }
      });
    }

    /**
     * Opens such a page, presses, and waits until the background has been asked so many times.
     *
     * @param {string} title
     * @param {number} count
     */
    async function askedFor(title, count) {
      const page = await session.extended.open(session.site.own(article(title)));
      await session.extended.press(page);
      await untilInBackground(`({ held }) => held.asked >= ${count}`);
      return page;
    }

    /** @param {string} condition of the background's global object, a function's text */
    async function untilInBackground(condition) {
      while (!(await session.extended.inBackground(/** @type {any} */ (condition)))) {
        await new Promise((resolve) => setTimeout(resolve, POLLING_MS));
      }
    }
  });
}

/** @param {string} title */
function article(title) {
  const paragraphs = Array.from(
    { length: 12 },
    (_, at) =>
      `<p>The harbour of town ${at} opened in May, said its mayor on Monday. It had been closed for ` +
      `${at + 2} years, and ${at + 40} boats came on the first day of the new season.</p>`,
  );
  const marked = `${MARK}${title}${MARK} ferry along the coast`;
  return `<title>${marked}</title><h1>${marked}</h1>${paragraphs.join('')}`;
}

/**
 * In the background: keeps the engine's file back, and notes what is asked for, whose tabs are gone and
 * whose pages the core is given.
 *
 * @param {any} realm
 */
function holdEngine(realm) {
  const { chrome, TextEncoder } = realm;
  const held = { asked: 0, gone: new Set(), worked: new Array(), release: () => {} };
  realm.held = held;
  const released = new Promise((resolve) => (held.release = () => resolve(null)));
  const { fetch } = realm;
  realm.fetch = async (/** @type {any} */ ...request) => {
    if (String(request[0]).endsWith('.wasm')) await released;
    return fetch.apply(realm, request);
  };
  chrome.runtime.onMessage.addListener((/** @type {any} */ { type }) => {
    if (type === 'summarize') held.asked += 1;
  });
  chrome.tabs.onRemoved.addListener((/** @type {number} */ tabId) => void held.gone.add(tabId));
  chrome.tabs.onUpdated.addListener(
    (/** @type {number} */ tabId, /** @type {any} */ { status }) => {
      if (status === 'loading') held.gone.add(tabId);
    },
  );
  const { encodeInto } = TextEncoder.prototype;
  TextEncoder.prototype.encodeInto = function (
    /** @type {string} */ text,
    /** @type {any} */ into,
  ) {
    const [, title] = text.split('\u2020');
    if (title && !held.worked.includes(title)) held.worked.push(title);
    return encodeInto.call(this, text, into);
  };
}
