/**
 * A page that changes under its standfirst, in each engine: another article in it, other nodes with the same
 * text, our element taken out.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ARTICLE, ENGINES, STRICT_POLICY, inPanel, openStage } from './harness.js';

const STRICT = { html: ARTICLE, policy: STRICT_POLICY };

for (const engine of ENGINES) {
  describe(`a page that changes in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    test('a site that swaps its article gets the new one summarized', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await inPanel(page, '.marks');
      await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('article p')];
        const heading = document.createElement('h1');
        heading.textContent = 'The second story of the day';
        document.querySelector('article')?.replaceChildren(heading, ...paragraphs);
        document.title = 'The second story of the day';
        history.pushState({}, '', '/second.html');
        document.title = 'The second story';
      });
      await page.waitForFunction(
        () =>
          document.querySelector('stand-first')?.previousElementSibling?.textContent ===
          'The second story of the day',
      );
      assert.equal(await page.evaluate(() => document.querySelectorAll('stand-first').length), 1);
      await end();
    });

    test('an article that is swapped while the first summary is made is noticed too', async () => {
      const html = ARTICLE.replace('<script type="module" src="/define.js"></script>', '');
      const { page, end } = await stage.open('/swapped.html', { ...STRICT, html });
      await page.evaluate(async () => {
        const { StandFirst } = await import(/** @type {any} */ ('/element.js'));
        customElements.define('stand-first', StandFirst);
        const { fetch } = window;
        /** @type {() => void} */
        let release = () => {};
        const held = new Promise((resolve) => (release = () => resolve(null)));
        window.fetch = (...request) => held.then(() => fetch(...request));
        const placed = new StandFirst().placeItself();
        await new Promise(requestAnimationFrame);
        // The second story is the first's beginning.
        for (const part of document.querySelectorAll('article p:nth-of-type(n + 4)')) part.remove();
        history.pushState({}, '', '/second.html');
        release();
        await placed;
      });
      await page.waitForFunction(() => {
        const element = /** @type {any} */ (document.querySelector('stand-first'));
        return element?.summary?.counts.sentences < 10;
      });
      await end();
    });

    test('an element that the page takes out comes back, twice at most', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      for (let time = 0; time < 2; time += 1) {
        await inPanel(page, 'li');
        await page.evaluate(() => document.querySelector('stand-first')?.remove());
      }
      await inPanel(page, 'li');
      const state = await page.evaluate(async () => {
        const own = /** @type {any} */ (document.querySelector('stand-first'));
        own.remove();
        // By then it would be reading again, to come back later.
        await new Promise((done) => setTimeout(done));
        return own.state;
      });
      assert.equal(state, 'idle');
      assert.equal(await page.evaluate(() => document.querySelector('stand-first')), null);
      await end();
    });

    test('a sentence whose node was replaced is found again; one that is gone is said to be', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await (await inPanel(page, 'li:nth-child(1) button')).focus();
      await page.evaluate(() => {
        for (const paragraph of document.querySelectorAll('article p')) {
          paragraph.replaceWith(paragraph.cloneNode(true));
        }
      });
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => CSS.highlights.has('stand-first-source'));
      await page.keyboard.press('Escape');
      await page.evaluate(() => {
        for (const paragraph of document.querySelectorAll('article p')) paragraph.remove();
      });
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        () =>
          document.querySelector('stand-first')?.shadowRoot?.querySelector('.status')
            ?.textContent === 'This sentence is no longer in the article.',
      );
      await end();
    });
  });
}
