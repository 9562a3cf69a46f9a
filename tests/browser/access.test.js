/**
 * The panel for everyone: axe-core finds nothing in any state, theme or script direction; the
 * keyboard reaches everything in order; nothing shifts once the panel is shown.
 */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { ARTICLE, ENGINES, inPanel, openStage, placeStandfirst } from './harness.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * Presses a control by the keyboard: a page may hold something over it, such as a notice.
 *
 * @param {Page} page
 * @param {string} selector
 */
async function press(page, selector) {
  await (await inPanel(page, selector)).focus();
  await page.keyboard.press('Enter');
}

/** @param {Page} page */
async function openTools(page) {
  await inPanel(page, '.marks');
  await press(page, '.more');
  await inPanel(page, '.tools');
}

/** @param {Page} page */
async function chooseParagraph(page) {
  await openTools(page);
  await press(page, '.choice button:nth-child(2)');
}

/** @param {Page} page */
async function collapse(page) {
  await press(page, '.fold');
}

/** @param {Page} page */
async function visitSentence(page) {
  await press(page, 'li button');
}

/** @type {[name: string, path: string, act: ((page: Page) => Promise<void>) | null][]} */
const STATES = [
  ['as shown', '/pages/wordpress-talks/page.html', null],
  ['with tools', '/pages/wordpress-talks/page.html', openTools],
  ['as a paragraph', '/pages/feature-en/page.html', chooseParagraph],
  ['folded', '/pages/news-de/page.html', collapse],
  ['during a visit', '/pages/news-fr/page.html', visitSentence],
  ['right to left', '/pages/news-ar/page.html', openTools],
  ['in Hebrew', '/pages/news-he/page.html', null],
  ['in Japanese', '/pages/news-ja/page.html', openTools],
  ['for a part of an article', '/pages/paywall-teaser/page.html', null],
];

/** @param {Page} page */
async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run('stand-first', {
      resultTypes: ['violations'],
    });
    return violations.map((/** @type {any} */ { id, nodes }) => [
      id,
      nodes.map((/** @type {any} */ node) => node.html),
    ]);
  });
}

for (const engine of ENGINES) {
  describe(`access in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());
    for (const scheme of ['light', 'dark']) {
      for (const [name, path, act] of STATES) {
        test(`axe finds nothing: ${name}, ${scheme}`, async () => {
          const { page, end } = await stage.open(path, {
            width: 400,
            media: [{ name: 'prefers-color-scheme', value: scheme }],
          });
          if (scheme === 'dark') {
            await page.addStyleTag({
              content:
                ':root { color-scheme: dark } body, body * { background-color: #111 !important; color: #eee !important }',
            });
          }
          assert.equal(await placeStandfirst(page), 'ready');
          await act?.(page);
          await inPanel(page, '.marks');
          assert.deepEqual(await violations(page), []);
          await end();
        });
      }
    }

    for (const [name, html] of /** @type {const} */ ([
      ['no article', '<h1>Contact</h1><p>Call us.</p><stand-first></stand-first>'],
      [
        'a short text',
        '<article><h1>Short</h1><p>One line is all.</p></article><stand-first></stand-first>',
      ],
    ])) {
      test(`axe finds nothing: ${name}`, async () => {
        const { page, end } = await stage.open('/short.html', {
          html: `<!doctype html><html lang="en"><head><title>t</title><link rel="icon" href="/demo/icon.svg">
        <script type="module" src="/define.js"></script></head><body>${html}</body></html>`,
        });
        await inPanel(page, '[data-state="not-an-article"] .message');
        assert.deepEqual(await violations(page), []);
        await end();
      });
    }

    test('the keyboard reaches every control, in the order in which they stand', async () => {
      const { page, end } = await stage.open('/article.html', { html: ARTICLE });
      await inPanel(page, '.marks');
      await openTools(page);
      await (await inPanel(page, '.fold')).focus();
      const names = [];
      for (let step = 0; step < 60; step += 1) {
        const name = await page.evaluate(() => {
          const active = /** @type {any} */ (document.querySelector('stand-first')?.shadowRoot)
            ?.activeElement;
          return (
            active &&
            (active.getAttribute('aria-label') ??
              active.labels?.[0]?.textContent ??
              active.textContent)
          );
        });
        // WebKit goes round within the page.
      if (!name || name === names[0]) break;
        names.push(name);
        await page.keyboard.press('Tab');
      }
      const [fold, dismiss, first, second, third, strip, length, more, ...tools] = names;
      assert.deepEqual(
        [fold, dismiss, first, second, third, strip, length, more],
        [
          'Fold the summary',
          'Remove the summary',
          'Show sentence 1 in the article',
          'Show sentence 2 in the article',
          'Show sentence 3 in the article',
          'The article, sentence by sentence',
          'Length',
          'More',
        ],
      );
      assert.deepEqual(tools.slice(0, 6), [
        'Key points',
        'Paragraph',
        'Headline',
        'Mark in the text',
        'Copy',
        'Copy as Markdown',
      ]);
      assert.equal(tools.at(-1), 'Focus on');
      await end();
    });

    test('controls are 24 pixels at least, at 320 pixels of width, without a scroll bar', async () => {
      const { page, end } = await stage.open('/pages/wordpress-talks/page.html', { width: 320 });
      // WebKit's window cannot be so narrow; its page can.
      await page.addStyleTag({ content: 'html { max-inline-size: 320px }' });
      await placeStandfirst(page);
      await openTools(page);
      const found = await page.evaluate(() => {
        const own = /** @type {HTMLElement} */ (document.querySelector('stand-first'));
        const root = /** @type {ShadowRoot} */ (own.shadowRoot);
        const small = [...root.querySelectorAll('button, input, .marks')]
          .filter((control) => control.checkVisibility())
          .map((control) => ({ html: control.outerHTML, box: control.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24);
        return { small, over: own.scrollWidth > own.clientWidth };
      });
      assert.deepEqual(found, { small: [], over: false });
      await end();
    });

    // The other engines do not measure it.
    if (engine === 'chromium') {
      test('nothing shifts once the panel is shown', async () => {
        const { page, end } = await stage.open('/pages/wordpress-talks/page.html');
        await page.evaluate(async () => {
          const { StandFirst } = await import(/** @type {any} */ ('/element.js'));
          customElements.define('stand-first', StandFirst);
          await new StandFirst().placeItself();
          // The frame that paints the panel is the last one that may move the text below it.
          await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
          /** @type {PerformanceEntry[]} */
          const shifts = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
            type: 'layout-shift',
          });
        });
        await inPanel(page, '.marks');
        const shifts = await page.evaluate(
          () =>
            new Promise((settled) =>
              requestAnimationFrame(() =>
                requestAnimationFrame(() => settled(/** @type {any} */ (window).shifts.length)),
              ),
            ),
        );
        assert.equal(shifts, 0);
        await end();
      });
    }
  });
}
