/**
 * The keyboard in Chromium, Firefox and WebKit: what it reaches, where it leads to and back, and where a person
 * goes on.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ARTICLE, ENGINES, STRICT_POLICY, inPanel, openStage, openTools } from './harness.js';

const STRICT = { html: ARTICLE, policy: STRICT_POLICY };

/** The article with a link before the panel's place, one behind it, and one at either end. */
const LINKED = ARTICLE.replace('<main>', '<p><a href="#first">First</a></p><main>')
  .replace('<h1>', '<p><a id="before" href="#before">Before</a></p><h1>')
  .replace('</h1>', '</h1><!--place--><p><a id="behind" href="#behind">Behind</a></p>')
  .replace('</main>', '</main><p><a href="#last">Last</a></p>');

/** A panel in an element of the page, which stays when the panel goes. */
const MOUNTED = `
  import { inPageEngine } from '/engine/in-page.js';
  import { createController, read } from '/index.js';
  const mount = document.querySelector('#mount');
  const engine = inPageEngine();
  void createController({ document, engine, mount, read: () => read(document) }).start();`;

/** @type {[place: string, html: string, scripts?: Record<string, string>][]} */
const PLACES = [
  ['put in by the script', LINKED],
  ['in an element of the site', LINKED.replace('<!--place-->', '<stand-first></stand-first>')],
  [
    'in an element that stays',
    LINKED.replace('<!--place-->', '<div id="mount"></div>').replace('define.js', 'mounted.js'),
    { '/mounted.js': MOUNTED },
  ],
];

/** What holds the panel in them. */
const HOST = 'stand-first, #mount';

/** A page that is no article, whose site has put the element in. */
const REFUSED = ARTICLE.replace(
  /<article>[^]*<\/article>/,
  '<stand-first></stand-first><p>Call us.</p>',
);

for (const engine of ENGINES) {
  describe(`keyboard in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    test('the keyboard reaches every control, in the order in which they stand', async () => {
      const { page, end } = await stage.open('/article.html', { html: ARTICLE });
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
              active.getAttribute('title') ??
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

    test('Enter on a sentence leads to its lit place, Escape back to its control', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      const button = await inPanel(page, 'li:nth-child(2) button');
      await button.focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => CSS.highlights.has('stand-first-source'));
      const visited = await page.evaluate(() => {
        const element = /** @type {any} */ (document.querySelector('stand-first'));
        const [range] = [...(CSS.highlights.get('stand-first-source') ?? [])];
        return {
          lit: range?.toString().replace(/\s+/g, ' '),
          wanted: element.shadowRoot.querySelector('li:nth-child(2) p').textContent,
          focused: document.activeElement?.contains(range?.startContainer ?? null),
          back: element.shadowRoot.querySelector('.back').matches(':popover-open'),
        };
      });
      assert.equal(visited.lit, visited.wanted);
      assert.equal(visited.focused, true);
      assert.equal(visited.back, true);
      await page.keyboard.press('Escape');
      const returned = await page.evaluate(() => ({
        lit: CSS.highlights.has('stand-first-source'),
        lent: document.querySelectorAll('[tabindex]').length,
        name: document
          .querySelector('stand-first')
          ?.shadowRoot?.activeElement?.getAttribute('title'),
      }));
      assert.deepEqual(returned, {
        lit: false,
        lent: 0,
        name: 'Show sentence 2 in the article',
      });
      await end();
    });

    test("the browser's Back leads from the place to the control too; Escape leaves no entry behind", async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      const button = await inPanel(page, 'li:nth-child(3) button');
      const { href } = await page.evaluate(() => ({ href: location.href }));
      for (const goBack of [() => stage.back(page), () => page.keyboard.press('Escape')]) {
        await button.focus();
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => history.state === 'stand-first');
        await goBack();
        await page.waitForFunction(() => history.state === null);
        await page.waitForFunction(
          () =>
            document
              .querySelector('stand-first')
              ?.shadowRoot?.activeElement?.getAttribute('title') ===
            'Show sentence 3 in the article',
        );
        assert.deepEqual(
          await page.evaluate(() => ({
            lit: CSS.highlights.has('stand-first-source'),
            href: location.href,
          })),
          { lit: false, href },
        );
      }
      await end();
    });

    test('a page that keeps states in its history gets no entry', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await page.evaluate(() => history.replaceState({ route: 'article' }, ''));
      await (await inPanel(page, 'li button')).focus();
      const before = await page.evaluate(() => history.length);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => CSS.highlights.has('stand-first-source'));
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !CSS.highlights.has('stand-first-source'));
      assert.deepEqual(await page.evaluate(() => [history.length, history.state]), [
        before,
        { route: 'article' },
      ]);
      await end();
    });

    test('the focus is not lost with a focus word, and the new summary is said', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await openTools(page);
      await (await inPanel(page, '#focus')).focus();
      await page.keyboard.type('ferryman');
      await page.keyboard.press('Enter');
      await (await inPanel(page, '.chips [aria-pressed="true"]')).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => {
        const root = document.querySelector('stand-first')?.shadowRoot;
        return (
          !root?.querySelector('.chips [aria-pressed="true"]') &&
          root?.activeElement?.id === 'focus' &&
          root.querySelector('.status')?.textContent === 'Summary ready: 3 sentences'
        );
      });
      await end();
    });

    test('Escape takes the preview of a sentence away', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await (await inPanel(page, '.marks')).focus();
      await inPanel(page, '.preview:not([hidden])');
      await page.keyboard.press('Escape');
      await inPanel(page, '.preview[hidden]');
      await end();
    });

    for (const [place, html, changed] of PLACES) {
      for (const [direction, next] of /** @type {const} */ ([
        ['on', 'behind'],
        ['back', 'before'],
      ])) {
        test(`who removes the panel goes ${direction} from there: ${place}`, async () => {
          const { page, end } = await stage.open('/removed.html', { html, changed });
          await page.waitForFunction(
            (selector) => document.querySelector(selector)?.shadowRoot?.querySelector('.back'),
            {},
            HOST,
          );
          const found = await page.evaluate((selector) => {
            const host = /** @type {Element} */ (document.querySelector(selector));
            /** @type {any} */ (host).shadowRoot.querySelector('.dismiss').focus();
            const html = document.documentElement.outerHTML;
            return host.id ? html : html.replace(host.outerHTML, '');
          }, HOST);
          await page.keyboard.press('Enter');
          assert.equal(await page.evaluate(() => document.documentElement.outerHTML), found);
          if (direction === 'back') await page.keyboard.down('Shift');
          await page.keyboard.press('Tab');
          if (direction === 'back') await page.keyboard.up('Shift');
          assert.equal(await page.evaluate(() => document.activeElement?.id), next);
          await end();
        });
      }
    }

    test('that the panel went is heard, also of one that has no summary', async () => {
      for (const html of [ARTICLE, REFUSED]) {
        const { page, end } = await stage.open('/heard.html', { html });
        await page.evaluate(() => {
          const told = /** @type {string[]} */ ([]);
          Object.assign(globalThis, { told });
          Object.assign(Document.prototype, {
            ariaNotify: (/** @type {string} */ text) => told.push(text),
          });
        });
        await inPanel(page, '.back');
        await (await inPanel(page, '.dismiss')).focus();
        await page.keyboard.press('Enter');
        assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).told), [
          'Summary removed',
        ]);
        await end();
      }
    });
  });
}
