/**
 * The embed in a page, in Chromium, Firefox and WebKit: what it shows, under which policies,
 * and that it leaves the page as it was.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import {
  ARTICLE,
  ENGINES,
  NO_WASM_POLICY,
  STRICT_POLICY,
  inPanel,
  openStage,
  placeStandfirst,
} from './harness.js';

/** What browsers say when a policy stops WebAssembly, and when a file is not there. */
const WASM_REFUSED = /wasm|WebAssembly|404|standfirst_js|Importing a module/;

const STRICT = { html: ARTICLE, policy: STRICT_POLICY };

for (const engine of ENGINES) {
  describe(`embed in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    test('a page with the script alone gets its standfirst under the headline, under a strict policy', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await inPanel(page, 'li');
      const shown = await page.evaluate(() => {
        const element = /** @type {any} */ (document.querySelector('stand-first'));
        const root = element.shadowRoot;
        return {
          after: element.previousElementSibling?.localName,
          sentences: [...root.querySelectorAll('li p')].map((p) => p.textContent),
          heading: root.querySelector('section h2')?.id,
          labelledBy: root.querySelector('section')?.getAttribute('aria-labelledby'),
          lang: root.querySelector('section')?.lang,
          focus: document.activeElement?.localName,
        };
      });
      assert.equal(shown.after, 'h1');
      assert.equal(shown.sentences.length, 3);
      for (const sentence of shown.sentences) {
        assert.ok(ARTICLE.replace(/\s+/g, ' ').includes(String(sentence)), `verbatim: ${sentence}`);
      }
      assert.equal(shown.labelledBy, shown.heading);
      assert.equal(shown.lang, 'en');
      assert.equal(shown.focus, 'body', 'the focus is not taken');
      await end();
    });

    test('the slider changes the length at once, within the nested order', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      const slider = await inPanel(page, '#length');
      await slider.focus();
      const lengths = [];
      /** @type {string[][]} */
      const sets = [];
      for (const key of /** @type {const} */ ([
        'Home',
        'ArrowRight',
        'ArrowRight',
        'ArrowRight',
        'End',
      ])) {
        await page.keyboard.press(key);
        const texts = await page.evaluate(() =>
          [
            .../** @type {any} */ (
              document.querySelector('stand-first')
            ).shadowRoot.querySelectorAll('li p'),
          ].map((p) => p.textContent),
        );
        lengths.push(texts.length);
        sets.push(texts);
      }
      assert.deepEqual(lengths.slice(0, 4), [1, 2, 3, 4]);
      assert.ok(lengths[4] >= 4);
      for (let at = 1; at < sets.length; at += 1) {
        assert.deepEqual(
          sets[at - 1].filter((sentence) => !sets[at].includes(sentence)),
          [],
        );
      }
      await end();
    });

    test('strip, tools, focus words and paragraph work under a strict policy', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      const marks = await inPanel(page, '.marks');
      await marks.focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      // The strip leads to a sentence.
      await page.waitForFunction(() => CSS.highlights.has('stand-first-source'));
      await page.keyboard.press('Escape');
      await (await inPanel(page, '.more')).focus();
      await page.keyboard.press('Enter');
      await (await inPanel(page, '.choice button:nth-child(2)')).focus();
      await page.keyboard.press('Enter');
      await inPanel(page, 'ol[data-type="paragraph"]');
      await (await inPanel(page, '#focus')).focus();
      await page.keyboard.type('ferryman');
      await page.keyboard.press('Enter');
      await inPanel(page, '.chips button[aria-pressed="true"]');
      await end();
    });

    test('what a page says of an element before it is defined holds, and after', async () => {
      const early =
        "<stand-first></stand-first><script>Object.assign(document.querySelector('stand-first')," +
        "{ length: 2, type: 'paragraph', labels: { heading: 'At a glance' } })</script><h1>";
      const { page, end } = await stage.open('/article.html', {
        html: ARTICLE.replace('<h1>', early),
      });
      await inPanel(page, 'ol[data-type="paragraph"] li');
      const shown = await page.evaluate(() => {
        const element = /** @type {any} */ (document.querySelector('stand-first'));
        const items = () => element.shadowRoot.querySelectorAll('li').length;
        const before = items();
        element.length = 1;
        return [element.shadowRoot.querySelector('h2').textContent, before, items()];
      });
      assert.deepEqual(shown, ['At a glance', 2, 1]);
      await end();
    });

    test('the sentences are in the language of the page, its country with it', async () => {
      const { page, end } = await stage.open('/a.html', {
        html: ARTICLE.replace('lang="en"', 'lang="en-GB"'),
        policy: STRICT_POLICY,
      });
      await inPanel(page, 'li');
      const lang = await page.evaluate(
        () => document.querySelector('stand-first')?.shadowRoot?.querySelector('section')?.lang,
      );
      assert.equal(lang, 'en-GB');
      await end();
    });

    test('where a script alone finds no article, the document hears of it', async () => {
      const listening =
        "<script>document.addEventListener('stand-first-refused', ({ detail }) => " +
        '(window.refused = detail.summary.status))</script>';
      const { page, end } = await stage.open('/none.html', {
        html: ARTICLE.replace(/<article>[^]*<\/article>/, '').replace(
          '<head>',
          `<head>${listening}`,
        ),
      });
      await page.waitForFunction(() => /** @type {any} */ (window).refused === 'not-an-article');
      await end();
    });

    test('after a person dismisses it, the document is as it was', async () => {
      const { page, end } = await stage.open('/pages/news-ar/page.html');
      const found = await page.evaluate(() => document.documentElement.outerHTML);
      assert.equal(await placeStandfirst(page), 'ready');
      const placed = await page.evaluate(() => {
        const own = /** @type {Element} */ (document.querySelector('stand-first'));
        return document.documentElement.outerHTML.replace(own.outerHTML, '');
      });
      assert.equal(placed, found, 'one element more, and nothing else');
      await (await inPanel(page, 'li button')).focus();
      await page.keyboard.press('Enter');
      // The visit takes the focus along.
      await page.waitForFunction(() => CSS.highlights.has('stand-first-source'));
      await (await inPanel(page, '.dismiss')).focus();
      await page.keyboard.press('Enter');
      const left = await page.evaluate(() => ({
        html: document.documentElement.outerHTML,
        sheets: document.adoptedStyleSheets.length,
        highlights: CSS.highlights.size,
      }));
      assert.deepEqual(left, { html: found, sheets: 0, highlights: 0 });
      await end();
    });

    test('a choice is kept for the next article', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await (await inPanel(page, '#length')).focus();
      await page.keyboard.press('Home');
      await page.reload();
      await inPanel(page, 'li');
      assert.equal(
        await page.evaluate(
          () => document.querySelector('stand-first')?.shadowRoot?.querySelectorAll('li').length,
        ),
        1,
      );
      await end();
    });

    test('where the policy forbids WebAssembly, the core runs as JavaScript to the same bytes', async () => {
      const shown = [];
      for (const policy of [STRICT_POLICY, NO_WASM_POLICY]) {
        const { page, end } = await stage.open('/article.html', { html: ARTICLE, policy });
        await inPanel(page, 'li');
        shown.push(
          await page.evaluate(() =>
            JSON.stringify(/** @type {any} */ (document.querySelector('stand-first')).summary),
          ),
        );
        await end({ allowed: WASM_REFUSED });
      }
      assert.equal(shown[1], shown[0]);
    });

    test('where that does not come either, a placed element says so and the page goes on', async () => {
      const { page, end } = await stage.open('/article.html', {
        html: ARTICLE.replace('<h1>', '<stand-first></stand-first><h1>'),
        policy: NO_WASM_POLICY,
        missing: /standfirst_js\.js$/,
      });
      const message = await inPanel(page, '[data-state="failed"] .message');
      assert.match(
        await message.evaluate((element) => element.textContent ?? ''),
        /does not allow WebAssembly/,
      );
      await (await inPanel(page, '.retry')).focus();
      await page.keyboard.press('Enter');
      // It fails again, and the focus is there again.
      await page.waitForFunction(() => {
        const root = document.querySelector('stand-first')?.shadowRoot;
        return (
          root?.querySelector('[data-state="failed"]') && root.activeElement?.matches('.retry')
        );
      });
      await end({ allowed: WASM_REFUSED });
    });

    test('a page that is no article is left as it is', async () => {
      const { page, end } = await stage.open('/pages/front-page/page.html');
      const found = await page.evaluate(() => document.documentElement.outerHTML);
      assert.equal(await placeStandfirst(page), 'not-an-article');
      assert.equal(await page.evaluate(() => document.documentElement.outerHTML), found);
      await end();
    });
  });
}
