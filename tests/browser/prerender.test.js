/**
 * Prerendered pages in the three engines: what they show before script, and how the built embed
 * takes over.
 */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { prerender } from '../../www/cli/prerender.js';
import { ARTICLE, ENGINES, STRICT_POLICY, openStage } from './harness.js';

const SHEET = '/standfirst/standfirst.css';
const SCRIPT = '/standfirst/define.js';
const PLAIN = ARTICLE.replace('<script type="module" src="/define.js"></script>', '');
const POLICY = `${STRICT_POLICY}; style-src 'self'`;

const PAGES = new URL('../pages/', import.meta.url);

/** @param {string} slug */
const golden = (slug) => readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');

/**
 * @param {string} html
 * @param {string | null} [css]
 */
const prerendered = async (html, css = SHEET) => (await prerender(html, { css })).html;

/**
 * The boxes of the standfirst and of what comes after it, and its sentences.
 *
 * @param {import('puppeteer-core').Page} page
 */
const look = (page) =>
  page.evaluate(() => {
    const own = /** @type {Element} */ (document.querySelector('stand-first'));
    const root = own.shadowRoot ?? own;
    const boxes = [own, own.nextElementSibling ?? own, ...root.querySelectorAll('li p')].map(
      (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map((pixels) => Math.round(pixels * 8) / 8);
      },
    );
    return {
      boxes,
      sentences: [...root.querySelectorAll('li p')].map((p) => p.textContent),
    };
  });

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} selector
 */
const found = async (page, selector) =>
  /** @type {import('puppeteer-core').ElementHandle<HTMLElement>} */ (
    await page.waitForFunction((selector) => document.querySelector(selector), {}, selector)
  );

/** @param {import('puppeteer-core').Page} page */
const addScript = (page) => page.evaluate((src) => void import(src), SCRIPT);

/**
 * What has shifted since it is counted, in frames that are painted and those to come with what is there.
 *
 * @param {import('puppeteer-core').Page} page
 */
const shifted = async (page) => {
  await page.evaluate(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => (document.body.dataset.painted = '')));
  });
  await found(page, '[data-painted]');
  return page.evaluate(() => {
    const seen = /** @type {any} */ (globalThis);
    seen.count(seen.observer.takeRecords());
    return seen.shifted;
  });
};

/** @param {import('puppeteer-core').Page} page */
const takenOver = (page) =>
  page.waitForFunction(() =>
    document.querySelector('stand-first')?.shadowRoot?.querySelector('.marks'),
  );

for (const engine of ENGINES) {
  describe(`prerendered, in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    test('without script it is there, and its links lead to the article', async () => {
      const apart = '<style>article > p { margin-top: 900px }</style></head>';
      const { page, end } = await stage.open('/a.html', {
        html: await prerendered(PLAIN.replace('</head>', apart)),
      });
      for (const number of [1, 2, 3]) {
        await (await found(page, `stand-first li:nth-child(${number}) a`)).focus();
        await page.keyboard.press('Enter');
        await page.waitForFunction(
          (number) => {
            const words = (/** @type {Element | undefined | null} */ element) =>
              element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
            const sentence = words(document.querySelectorAll('stand-first li p')[number - 1]);
            const place = [...document.querySelectorAll('article > p')].find((p) =>
              words(p).includes(sentence),
            );
            const { top, bottom } = /** @type {Element} */ (place).getBoundingClientRect();
            return top < innerHeight && bottom > 0;
          },
          {},
          number,
        );
      }
      await end();
    });

    for (const [name, html, width] of /** @type {[string, string, number][]} */ ([
      ['a wide page', PLAIN, 1280],
      ['a narrow page', PLAIN, 320],
      ['a page with styles of its own', golden('news-de'), 700],
      [
        'one large sentence',
        PLAIN.replace('<p>', '<stand-first type="headline"></stand-first><p>'),
        500,
      ],
      ['a paragraph', PLAIN.replace('<p>', '<stand-first type="paragraph"></stand-first><p>'), 500],
      ['a page from right to left', golden('news-ar'), 700],
    ])) {
      test(`the panel takes over in place, the same bytes: ${name}`, async () => {
        const policy = html.includes('<style') ? undefined : POLICY;
        const { page, end } = await stage.open('/a.html', {
          html: await prerendered(html),
          policy,
          width,
        });
        const shown = await look(page);
        await page.evaluate(() => {
          const seen = /** @type {any} */ (globalThis);
          seen.shifted = 0;
          seen.count = (/** @type {any[]} */ entries) => {
            for (const { value } of entries) seen.shifted += value;
          };
          seen.observer = new PerformanceObserver((list) => seen.count(list.getEntries()));
          if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
            seen.observer.observe({ type: 'layout-shift' });
          }
        });
        await addScript(page);
        await takenOver(page);
        assert.deepEqual(await look(page), shown);
        assert.equal(await shifted(page), 0);
        assert.equal(await page.evaluate(() => document.querySelectorAll('stand-first').length), 1);
        await end();
      });
    }

    // One engine will do: what differs from page to page is what the reader sees in a live page.
    test('on every golden page', { skip: engine !== 'chromium' }, async () => {
      for (const slug of readdirSync(PAGES).sort()) {
        // The pages' own scripts change their text; what is linked data stays.
        const html = golden(slug).replaceAll(/<script(?![^>]*ld\+json)[^]*?<\/script>/g, '');
        const made = await prerender(html, { css: SHEET }).catch(() => null);
        if (!made?.changed) continue;
        const { page, end } = await stage.open(`/${slug}.html`, {
          html: made.html,
          session: 'shared',
        });
        const shown = await look(page);
        await addScript(page);
        await takenOver(page);
        assert.deepEqual(await look(page), shown, slug);
        await end({ allowed: /./ });
      }
    });

    test('without its sheet it stays as it is until a person has used it', async () => {
      const { page, end } = await stage.open('/a.html', {
        html: await prerendered(PLAIN, null),
        policy: POLICY,
      });
      const shown = await look(page);
      await page.evaluate(() => {
        const { observe } = IntersectionObserver.prototype;
        IntersectionObserver.prototype.observe = function (element) {
          observe.call(this, element);
          document.body.dataset.awaits = '';
        };
      });
      await addScript(page);
      // It listens, and looks whether it is in sight.
      await found(page, '[data-awaits]');
      assert.deepEqual(await look(page), shown);
      await (await found(page, 'stand-first a')).focus();
      await page.keyboard.press('Enter');
      await takenOver(page);
      assert.deepEqual((await look(page)).sentences, shown.sentences);
      await end();
    });

    // The others do not show their trees to a driver.
    if (engine === 'chromium') {
      test('its links are heard as what they do', async () => {
        const { page, end } = await stage.open('/heard.html', {
          html: await prerendered(PLAIN, null),
        });
        const root = /** @type {any} */ (await found(page, 'stand-first section'));
        const tree = /** @type {any} */ (await page.accessibility.snapshot({ root }));
        const links = tree.children.filter(
          (/** @type {{role: string}} */ { role }) => role === 'link',
        );
        assert.deepEqual(
          links.map((/** @type {{name: string}} */ { name }) => name),
          [1, 2, 3].map((n) => `Show sentence ${n} in the article`),
        );
        await end();
      });
    }

    test('the focus goes from a link to the control in its place', async () => {
      const { page, end } = await stage.open('/a.html', { html: await prerendered(PLAIN) });
      await (await found(page, 'stand-first li:nth-child(2) a')).focus();
      await addScript(page);
      await takenOver(page);
      assert.equal(
        await page.evaluate(() =>
          document.querySelector('stand-first')?.shadowRoot?.activeElement?.getAttribute('title'),
        ),
        'Show sentence 2 in the article',
      );
      await end();
    });

    test('where the engine does not start, the prerendered standfirst stays', async () => {
      const { page, end } = await stage.open('/a.html', {
        html: await prerendered(PLAIN),
        missing: /standfirst_bg\.wasm$/,
      });
      const shown = await look(page);
      await page.evaluate(() => {
        document.addEventListener('stand-first-error', (event) => {
          document.title = /** @type {any} */ (event).detail.code;
        });
      });
      await addScript(page);
      await page.waitForFunction(() => document.title === 'unreachable');
      assert.deepEqual(await look(page), shown);
      await end({ allowed: /404/ });
    });
  });
}
