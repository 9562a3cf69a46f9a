/**
 * The panel for people who see, read or move otherwise: forced colours, less motion, larger text, a
 * window that zooming has made narrow.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ARTICLE, ENGINES, inPanel, openStage, openTools, placeStandfirst } from './harness.js';

/** @typedef {import('puppeteer-core').Page} Page */

const PAGES = ['wordpress-talks', 'news-de', 'news-ar', 'news-ja'];

/**
 * What of the panel is out of its box, cut off or over its neighbour.
 *
 * @param {Page} page
 */
function misplaced(page) {
  return page.evaluate(() => {
    const own = /** @type {HTMLElement} */ (document.querySelector('stand-first'));
    const root = /** @type {ShadowRoot} */ (own.shadowRoot);
    const frame = own.getBoundingClientRect();
    const seen = [...root.querySelectorAll('h2, p, button, input, label, .amount, .marks')].filter(
      (element) => element.checkVisibility() && !element.matches('.status'),
    );
    const boxes = new Map(seen.map((element) => [element, element.getBoundingClientRect()]));
    /** @param {Element} element */
    const name = (element) =>
      element.className || element.getAttribute('title') || element.localName;
    const out = seen.filter((element) => {
      const box = /** @type {DOMRect} */ (boxes.get(element));
      return box.left < frame.left - 1 || box.right > frame.right + 1;
    });
    const cut = seen.filter(
      (element) =>
        !element.matches('input') &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0,
    );
    const controls = seen.filter((element) => element.matches('button, input, .marks'));
    const over = controls.filter((element, at) =>
      controls.slice(at + 1).some((other) => {
        const [a, b] = [boxes.get(element), boxes.get(other)].map(
          (box) => /** @type {DOMRect} */ (box),
        );
        return (
          a.left < b.right - 2 &&
          b.left < a.right - 2 &&
          a.top < b.bottom - 2 &&
          b.top < a.bottom - 2
        );
      }),
    );
    return { out: out.map(name), cut: cut.map(name), over: over.map(name) };
  });
}

const IN_PLACE = { out: [], cut: [], over: [] };

for (const engine of ENGINES) {
  describe(`preferences in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    for (const slug of PAGES) {
      // 1280 CSS pixels zoomed to 400 %, which WCAG 1.4.10 asks for.
      test(`in a window of 320 pixels everything is in its place: ${slug}`, async () => {
        const { page, end } = await stage.open(`/pages/${slug}/page.html`, { width: 320 });
        // WebKit's window cannot be so narrow; its page can.
        await page.addStyleTag({ content: 'html { max-inline-size: 320px }' });
        assert.equal(await placeStandfirst(page), 'ready');
        await openTools(page);
        assert.deepEqual(await misplaced(page), IN_PLACE);
        await end();
      });

      test(`with text of twice the size everything is in its place: ${slug}`, async () => {
        const { page, end } = await stage.open(`/pages/${slug}/page.html`, { width: 640 });
        await page.addStyleTag({
          content: 'html { font-size: 200% !important; max-inline-size: 640px }',
        });
        assert.equal(await placeStandfirst(page), 'ready');
        await openTools(page);
        assert.deepEqual(await misplaced(page), IN_PLACE);
        await end();
      });
    }

    test('in a column of 220 pixels everything is in its place, and no word is broken', async () => {
      const { page, end } = await stage.open('/article.html', {
        html: ARTICLE.replace(
          '<h1>',
          '<stand-first lang="ru" style="width: 220px"></stand-first><h1>',
        ),
      });
      await openTools(page);
      assert.deepEqual(await misplaced(page), IN_PLACE);
      const more = await inPanel(page, '.more');
      assert.ok((await more.evaluate((element) => element.clientHeight)) < 40);
      await end();
    });

    test('a long heading of the site’s own leaves the times their room', async () => {
      const heading = 'What this article, which is a rather long one, has to say to you in short';
      const { page, end } = await stage.open('/article.html', {
        html: ARTICLE.replace('<h1>', `<stand-first heading="${heading}"></stand-first><h1>`),
      });
      await page.addStyleTag({ content: 'stand-first { width: 600px }' });
      await inPanel(page, '.marks');
      assert.deepEqual(await misplaced(page), IN_PLACE);
      const figures = await inPanel(page, '.figures');
      assert.ok((await figures.evaluate((element) => element.clientHeight)) < 60);
      await end();
    });

    test('where a page centres its text and the panel speaks another way, nothing touches', async () => {
      const { page, end } = await stage.open('/article.html', {
        html: ARTICLE.replace(
          '<h1>',
          '<div style="text-align: center"><stand-first lang="he"></stand-first></div><h1>',
        ),
      });
      await inPanel(page, '.marks');
      const { between, align } = await page.evaluate(() => {
        const root = document.querySelector('stand-first')?.shadowRoot;
        const find = (/** @type {string} */ selector) =>
          /** @type {Element} */ (root?.querySelector(selector));
        const [heading, times] = ['h2', '.figures span'].map((selector) =>
          find(selector).getBoundingClientRect(),
        );
        return {
          between: times.left - heading.right,
          align: getComputedStyle(find('li p')).textAlign,
        };
      });
      assert.ok(between > 8, `${between} pixels between heading and times`);
      assert.match(align, /^(?:start|left)$/);
      await end();
    });

    test('with more space between letters, words and lines nothing is cut off', async () => {
      const { page, end } = await stage.open('/pages/news-de/page.html', { width: 400 });
      assert.equal(await placeStandfirst(page), 'ready');
      await openTools(page);
      // WCAG 1.4.12, as a person's own style sheet sets it everywhere.
      await page.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector('stand-first')?.shadowRoot);
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
        );
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      });
      assert.deepEqual(await misplaced(page), IN_PLACE);
      await end();
    });

    // Only Chromium lets a test say what a person prefers.
    if (engine === 'chromium') {
      test('with forced colours every part is told by the colours that the person chose', async () => {
        const { page, end } = await stage.open('/article.html', {
          html: ARTICLE,
          media: [{ name: 'forced-colors', value: 'active' }],
        });
        await openTools(page);
        const found = await page.evaluate(() => {
          const root = /** @type {ShadowRoot} */ (
            document.querySelector('stand-first')?.shadowRoot
          );
          /** The system's colours as they are here. @param {string} name */
          const system = (name) => {
            const probe = document.body.appendChild(document.createElement('i'));
            probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
            const { color } = getComputedStyle(probe);
            probe.remove();
            return color;
          };
          /** @param {string} selector @param {string} property */
          const shown = (selector, property) =>
            getComputedStyle(
              /** @type {Element} */ (root.querySelector(selector)),
            ).getPropertyValue(property);
          const pressed = ['background-color', 'color'].map((property) => [
            shown('.choice [aria-pressed="true"]', property),
            shown('.choice [aria-pressed="false"]', property),
          ]);
          return {
            card: shown('.card', 'border-top-color') === system('CanvasText'),
            button: shown('.more', 'border-top-color') === system('ButtonBorder'),
            bar: shown('li p', 'border-inline-start-color') === system('Highlight'),
            chosen:
              shown('.marks > [aria-selected="true"]', 'background-color') === system('Highlight'),
            others:
              shown('.marks > [aria-selected="false"]', 'background-color') === system('GrayText'),
            pressed: pressed.map(([on, off]) => on !== off),
            icon: shown('li svg', 'stroke') === shown('li button', 'color'),
          };
        });
        assert.deepEqual(found, {
          card: true,
          button: true,
          bar: true,
          chosen: true,
          others: true,
          pressed: [true, true],
          icon: true,
        });
        await end();
      });

      test('the back control keeps its edge with forced colours', async () => {
        const { page, end } = await stage.open('/article.html', {
          html: ARTICLE,
          media: [{ name: 'forced-colors', value: 'active' }],
        });
        await (await inPanel(page, 'li button')).focus();
        await page.keyboard.press('Enter');
        const back = await inPanel(page, '.back:not([hidden])');
        assert.equal(
          await back.evaluate((button) => parseFloat(getComputedStyle(button).borderTopWidth) >= 1),
          true,
        );
        await end();
      });

      for (const [preference, still] of /** @type {const} */ ([
        ['reduce', true],
        ['no-preference', false],
      ])) {
        test(`a person who asks for ${preference} of motion is ${still ? 'there at once' : 'led there'}`, async () => {
          const { page, end } = await stage.open('/pages/feature-en/page.html', {
            media: [{ name: 'prefers-reduced-motion', value: preference }],
          });
          assert.equal(await placeStandfirst(page), 'ready');
          await inPanel(page, '.marks');
          const found = await page.evaluate(() => {
            const root = /** @type {ShadowRoot} */ (
              document.querySelector('stand-first')?.shadowRoot
            );
            /** @type {string[]} */
            const behaviours = [];
            const scrollBy = window.scrollBy.bind(window);
            window.scrollBy = /** @type {any} */ (
              (/** @type {ScrollToOptions} */ options) => {
                behaviours.push(String(options.behavior));
                scrollBy(options);
              }
            );
            const motions = [...root.querySelectorAll('*')].filter((element) => {
              const { transitionDuration, transitionProperty, animationName } =
                getComputedStyle(element);
              return (
                (transitionProperty !== 'none' && parseFloat(transitionDuration) > 0) ||
                animationName !== 'none'
              );
            });
            /** @type {HTMLElement} */ (root.querySelector('li button')).click();
            return new Promise((done) => {
              const look = () =>
                behaviours.length > 0
                  ? done({ behaviours, moves: motions.length > 0 })
                  : requestAnimationFrame(look);
              look();
            });
          });
          assert.deepEqual(found, {
            behaviours: [still ? 'instant' : 'smooth'],
            moves: !still,
          });
          await end();
        });
      }
    }
  });
}
