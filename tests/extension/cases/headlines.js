/**
 * Headlines as sites have them: the panel stands under what a person takes for one.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { html, panelGone, panelOf } from '../panel.js';
import { Session } from './session.js';

const TITLE = 'Harbour town opens its new ferry terminal';

const STORY = Array.from(
  { length: 12 },
  (_, at) =>
    `<p>The terminal at pier ${at + 1} opened in May, said the mayor on Monday morning. It had been ` +
    `planned for ${at + 2} years, and ${at + 40} boats came on the first day of the season.</p>`,
).join('');

/** Each with an element of the id "wanted", under which the panel is to stand. */
const PAGES = [
  {
    what: 'a table of the old kind, the whole page in it',
    body: `<table width="700"><tr><td>Harbour News</td></tr>
      <tr><td id="wanted"><center><font size="5"><b>${TITLE}</b></font></center></td></tr>
      <tr><td>${STORY}</td></tr></table>`,
    inside: true,
  },
  {
    what: 'a trail of links that ends in the title, and the title in other words below',
    body: `<ul><li><a href="/">Home</a></li><li><a href="/7">${TITLE}</a></li></ul>
      <h2 id="wanted">Ferry terminal: harbour town opens its new terminal</h2>${STORY}`,
  },
  {
    what: 'a heading with a word above the title in it',
    body: `<h1>Harbour News</h1><h2 id="wanted"><span>Coast</span> ${TITLE}</h2>${STORY}`,
  },
  {
    what: 'no heading, but the title with a link to its own page',
    body: `<div id="wanted" style="font-size: 30px"><a href="/here">${TITLE}</a></div>${STORY}`,
  },
  {
    what: 'other words than the title, in the largest letters before the story',
    title: 'Welcome to the site of the council',
    body: `<p>The council informs</p><div id="wanted" style="font-size: 26px">All aboard at last</div>
      <p>Monday</p>${STORY}`,
  },
  {
    what: 'a caption that belongs to the story, and the headline after it',
    body: `<article><p>The new terminal at the quay, seen from the old bridge on Monday.</p>
      <h1 id="wanted">${TITLE}</h1>${STORY}</article>`,
  },
  {
    what: 'a grid that places its parts by name',
    body: `<style>main { display: grid; grid-template: "head" "story" / 700px }
      h1 { grid-area: head } article { grid-area: story }</style>
      <main><h1 id="wanted">${TITLE}</h1><article>${STORY}</article></main>`,
    beforeStory: true,
  },
];

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function headlineCases(name, start) {
  describe(`${name}: the panel under the headline`, () => {
    const session = new Session(start);

    for (const { what, body, title = TITLE, inside = false, beforeStory = false } of PAGES) {
      test(what, async () => {
        const page = await session.extended.open(
          session.site.own(`<title>${title} | Harbour News</title><body>${body}`),
        );
        const before = await html(page);
        await session.extended.press(page);
        const panel = await panelOf(page);
        assert.equal(panel.state, 'ready');
        const wanted = await page.evaluate(() => {
          const headline = /** @type {Element} */ (document.getElementById('wanted'));
          const host = /** @type {Element} */ (document.querySelector('[data-by="extension"]'));
          const [box, own] = [headline, host].map((one) => one.getBoundingClientRect());
          return {
            isInside: headline.contains(host),
            isNext: headline.nextElementSibling === host,
            isBelow: own.top >= box.top && own.width >= 260,
          };
        });
        const isNext = !inside && !beforeStory;
        assert.deepEqual(wanted, { isInside: inside, isNext, isBelow: true }, panel.place);
        assert.equal(panel.place, beforeStory ? 'story' : 'text');
        await session.extended.press(page);
        await panelGone(page);
        assert.equal(await html(page), before);
        await page.close();
      });
    }
  });
}
