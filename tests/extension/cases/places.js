/**
 * Articles in hard places: frames, shadow roots, XHTML; and documents that hold no page.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { html, panelGone, panelOf, POLLING_MS } from '../panel.js';
import { STORE } from '../server.js';
import { Session } from './session.js';

/** The least that a viewer takes for a document. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n' +
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n' +
  'trailer<</Root 1 0 R>>\n%%EOF\n';

const AROUND = '<title>Around</title><body><p>A line around.</p>';
const FRAME = 'width="1000" height="700"';

const SENTENCES = Array.from(
  { length: 14 },
  (_, at) =>
    `The harbour of town ${at} opened in May, said its mayor on Monday. It had been closed for ` +
    `${at + 2} years, and ${at + 40} boats came on the first day of the new season.`,
);

/** @type {{what: string, press: (session: Session) => Promise<void>}[]} */
const NO_PAGES = [
  {
    what: 'a PDF',
    press: async ({ extended, site }) =>
      extended.press(await extended.open(site.own(PDF, { type: 'application/pdf' }))),
  },
  {
    what: 'a page of the store',
    press: async ({ extended, site }) =>
      extended.press(await extended.open(site.own(AROUND, { host: STORE }))),
  },
  {
    what: 'a page of the browser itself',
    press: async ({ extended }) => extended.pressOnBrowsersOwn(extended.browsersOwn[0]),
  },
  {
    what: "an article in the browser's own view of it",
    press: async ({ extended, site }) =>
      extended.pressOnBrowsersOwn(extended.browsersOwn[1] + site.page('wordpress-talks')),
  },
];

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function placeCases(name, start) {
  describe(`${name}: hard places`, () => {
    const session = new Session(start);

    for (const { what, around } of [
      {
        what: 'a frame',
        around: (/** @type {string} */ url) => `${AROUND}<iframe ${FRAME} src="${url}"></iframe>`,
      },
      {
        what: 'a frameset',
        around: (/** @type {string} */ url) =>
          `<title>Set</title><frameset cols="15%,85%"><frame><frame src="${url}"></frameset>`,
      },
    ]) {
      test(`the article in ${what} of the same site gets its panel there`, async () => {
        const inner = session.site.page('wordpress-talks');
        const page = await session.extended.open(session.site.own(around(inner)));
        const frame = page.frames().find((one) => one.url() === inner);
        assert.ok(frame);
        const before = [await html(page), await html(frame)];
        await session.extended.press(page);
        const panel = await panelOf(frame);
        assert.equal(panel.state, 'ready');
        assert.match(panel.before, /Strait of Ansa/);
        await session.extended.press(page);
        await panelGone(frame);
        assert.deepEqual([await html(page), await html(frame)], before);
        await page.close();
      });
    }

    test('a frame of less text than the page around it changes nothing', async () => {
      const body = await readFile(
        new URL('../../pages/wordpress-talks/page.html', import.meta.url),
        'utf8',
      );
      const small = session.site.own('<p>Subscribe to our letter.</p>');
      const framed = body.replace('</body>', () => `<iframe ${FRAME} src="${small}"></iframe>`);
      const { page, panel } = await session.openAndPress(session.site.own(framed));
      assert.match(panel.before, /Strait of Ansa/);
      await page.close();
    });

    test('an article in a shadow root gets its panel there', async () => {
      const page = await session.extended.open(session.site.page('wordpress-talks'));
      await page.evaluate(() => {
        const host = document.createElement('div');
        const root = host.attachShadow({ mode: 'open' });
        root.append(...document.body.childNodes);
        document.body.append(host);
      });
      await session.extended.press(page);
      const box = await page.waitForFunction(
        () => {
          const root = document.querySelector('body > div')?.shadowRoot;
          const host = root?.querySelector('[data-by="extension"]');
          const card = host?.shadowRoot?.querySelector('.card[data-state="ready"]');
          return card && { height: card.getBoundingClientRect().height };
        },
        { polling: POLLING_MS },
      );
      assert.ok(Number((await box.jsonValue())?.height) > 100);
      await session.extended.press(page);
      await page.waitForFunction(
        () =>
          !document.querySelector('body > div')?.shadowRoot?.querySelector('[data-by="extension"]'),
        { polling: POLLING_MS },
      );
      await page.close();
    });

    test('text right in a shadow root, without an element of its own', async () => {
      const page = await session.extended.open(
        session.site.own('<title>Ferries</title><div></div>'),
      );
      await page.evaluate((sentences) => {
        const host = /** @type {Element} */ (document.querySelector('div'));
        const root = host.attachShadow({ mode: 'open' });
        for (const text of sentences) root.append(text, document.createElement('hr'));
      }, SENTENCES);
      const before = await html(page);
      await session.extended.press(page);
      assert.equal((await panelOf(page)).state, 'ready');
      await session.extended.press(page);
      await panelGone(page);
      assert.equal(await html(page), before);
      await page.close();
    });

    for (const { what, changes, place } of [
      { what: 'puts its text into other nodes', changes: false, place: /^text$/ },
      { what: 'changes all its text', changes: true, place: /^above$/ },
    ]) {
      test(`a page that ${what} while it is summed up gets its panel, and no error`, async () => {
        const story = SENTENCES.map((text) => `<p>${text}</p>`).join('');
        const page = await session.extended.open(
          session.site.own(`<title>Ferries along the coast</title><body><main>
            <h1>Ferries along the coast</h1>${story}</main>`),
        );
        session.extended.problems.length = 0;
        await page.evaluate((says) => {
          const { port1, port2 } = new MessageChannel();
          const first = new Map(
            [...document.querySelectorAll('h1, p')].map((one) => [one, one.textContent]),
          );
          let times = 0;
          // One message is always on its way, so none of the extension's comes before it.
          port1.onmessage = () => {
            if (document.querySelector('[data-by="extension"]')) {
              port1.close();
              return;
            }
            times += 1;
            for (const [one, text] of first) one.textContent = says ? `${text} ${times}.` : text;
            port2.postMessage(null);
          };
          port2.postMessage(null);
        }, changes);
        await session.extended.press(page);
        const panel = await panelOf(page);
        assert.equal(panel.state, 'ready');
        assert.match(panel.place, place);
        assert.deepEqual(session.extended.problems, []);
        await session.extended.press(page);
        await panelGone(page);
        await page.close();
      });
    }

    test('XHTML', async () => {
      const paragraphs = Array.from(
        { length: 12 },
        (_, at) =>
          `<p>The harbour of town ${at} opened in May, said its mayor on Monday. It had been closed ` +
          `for ${at + 2} years, and ${at + 40} boats came on the first day of the new season.</p>`,
      ).join('');
      const { page, panel } = await session.openAndPress(
        session.site.own(
          '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head>' +
            '<title>Harbours open along the coast</title></head><body><article>' +
            `<h1>Harbours open along the coast</h1>${paragraphs}</article></body></html>`,
          { type: 'application/xhtml+xml' },
        ),
      );
      assert.equal(panel.state, 'ready');
      assert.equal(panel.before, 'Harbours open along the coast');
      await page.close();
    });

    test('a page that writes itself anew is read as it then is', async () => {
      const { page } = await session.openAndPress(session.site.page('wordpress-talks'));
      const other = await readFile(
        new URL('../../pages/news-de/page.html', import.meta.url),
        'utf8',
      );
      await page.evaluate((text) => {
        document.open();
        document.write(text);
        document.close();
      }, other);
      await panelGone(page);
      await session.extended.press(page);
      await page.waitForFunction(
        () => {
          const host = document.querySelector('[data-by="extension"]');
          return host?.shadowRoot?.querySelector('.card')?.getAttribute('lang') === 'de';
        },
        { polling: POLLING_MS },
      );
      await page.close();
    });

    test('a page that was opened from a file', async () => {
      const file = new URL('../../pages/wordpress-talks/page.html', import.meta.url);
      const page = await session.extended.open(file.href);
      await session.extended.press(page);
      assert.equal((await panelOf(page)).state, 'ready');
      await session.extended.press(page);
      await panelGone(page);
      await page.close();
    });
  });

  // Each by itself: the popup stays open in a browser that nobody looks at, and the next press closes it.
  for (const { what, press } of NO_PAGES) {
    describe(`${name}: a document that is no page`, () => {
      const session = new Session(start);

      test(`of ${what} it says that it cannot`, async () => {
        await press(session);
        await session.extended.untilCannot();
      });
    });
  }
}
