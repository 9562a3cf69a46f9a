/**
 * What of a page lies over the panel: what is seen stays above it, what is not does not keep a person from
 * using it.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { html, panelGone, panelOf, POLLING_MS } from '../panel.js';
import { Session } from './session.js';

const TITLE = 'Harbour town opens its new ferry terminal';

const STORY = Array.from(
  { length: 30 },
  (_, at) =>
    `<p>The terminal at pier ${at + 1} opened in May, said the mayor on Monday morning. It had been ` +
    `planned for ${at + 2} years, and ${at + 40} boats came on the first day of the season.</p>`,
).join('');

const DIALOGUE =
  '<div id="dialogue" style="position: fixed; inset: 100px; z-index: 1001; background: #fff">Cookies?</div>';

/** The page's layers; `first`: what a click on the control that removes the panel meets. */
const PAGES = [
  {
    what: "a shut menu's backdrop over the whole page",
    layers:
      '<div style="position: absolute; inset: 0; height: 9000px; z-index: 99; opacity: 0; background: #000"></div>',
    first: 'panel',
  },
  {
    what: 'an empty layer that catches clicks',
    layers: '<div style="position: fixed; inset: 0; z-index: 7"></div>',
    first: 'panel',
  },
  {
    what: 'an empty layer whose parts hide its own members',
    layers: `<form style="position: fixed; inset: 0; z-index: 7">${[
      'matches',
      'contains',
      'parentNode',
      'parentElement',
      'childNodes',
      'localName',
    ]
      .map((name) => `<input type="hidden" name="${name}">`)
      .join('')}</form>`,
    first: 'panel',
  },
  {
    what: 'a dialogue before a dark backdrop',
    layers: `<div style="position: fixed; inset: 0; z-index: 1000; background: rgb(0 0 0 / .5)"></div>${DIALOGUE}`,
    first: 'page',
  },
  {
    what: 'a dialogue before a backdrop that is not seen',
    layers: `<div style="position: fixed; inset: 0; z-index: 1000"></div>${DIALOGUE}`,
    first: 'page',
  },
];

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function coverCases(name, start) {
  describe(`${name}: what lies over the panel`, () => {
    const session = new Session(start);

    for (const { what, layers, first } of PAGES) {
      test(`${what}: the ${first} comes first`, async () => {
        const page = await session.extended.open(
          session.site.own(`<title>${TITLE}</title><body><h1>${TITLE}</h1>${STORY}${layers}`),
        );
        const before = await html(page);
        await session.extended.press(page);
        assert.equal((await panelOf(page)).state, 'ready');
        if (first === 'page') {
          const above = await page.evaluate(() => {
            const { left, top, width, height } = /** @type {Element} */ (
              document.querySelector('[data-by="extension"]')
            ).getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2)?.id;
          });
          assert.equal(above, 'dialogue');
          await session.extended.press(page);
        } else {
          const spot = await page.evaluate(() => {
            const root = document.querySelector('[data-by="extension"]')?.shadowRoot;
            const control = /** @type {Element} */ (root?.querySelector('.dismiss'));
            const { left, top, width, height } = control.getBoundingClientRect();
            return { x: left + width / 2, y: top + height / 2 };
          });
          await page.mouse.click(spot.x, spot.y);
        }
        await panelGone(page);
        assert.equal(await html(page), before);
        await page.close();
      });
    }

    test('a header that stays in sight: the panel is brought out from under it', async () => {
      const page = await session.extended.open(
        session.site.own(
          `<title>${TITLE}</title><body style="margin-top: 400px"><header style="position: fixed;
            top: 0; left: 0; right: 0; height: 200px; z-index: 10; background: #ddd"></header>
            <h1>${TITLE}</h1>${STORY}`,
        ),
      );
      await page.evaluate(() => {
        const headline = /** @type {Element} */ (document.querySelector('h1'));
        scrollTo(0, headline.getBoundingClientRect().top);
      });
      await session.extended.press(page);
      await panelOf(page);
      await page.waitForFunction(
        () => {
          const host = /** @type {Element} */ (document.querySelector('[data-by="extension"]'));
          return host.getBoundingClientRect().top > 200;
        },
        { polling: POLLING_MS },
      );
      await page.close();
    });
  });
}
