/**
 * Pages that go on, in each engine: a live blog that is written on, a storm of changes, a page kept
 * for going back; and the marks in the article's margin.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ARTICLE, ENGINES, STRICT_POLICY, inPanel, openStage, openTools } from './harness.js';

const STRICT = { html: ARTICLE, policy: STRICT_POLICY };

const LATER = [
  'The council added on Friday that the ferry will carry the children of both schools at no charge.',
  'A second boat has been ordered from the yard in Karst, since six hundred people a day are expected.',
];

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Page} page */
function writeOn(page) {
  return page.evaluate((texts) => {
    const article = document.querySelector('article');
    for (const text of texts) {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      article?.append(paragraph);
    }
  }, LATER);
}

/** @param {Page} page */
function panelText(page) {
  return page.evaluate(() => ({
    sentences: [
      .../** @type {any} */ (document.querySelector('stand-first')).shadowRoot.querySelectorAll(
        'li p',
      ),
    ].map((p) => p.textContent),
    height: document.querySelector('stand-first')?.getBoundingClientRect().height,
  }));
}

for (const engine of ENGINES) {
  describe(`living pages in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    test('what is new since it was read is said, and shown when asked for', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await inPanel(page, '.marks');
      const first = await panelText(page);
      await writeOn(page);
      const notice = await inPanel(page, '.notice');
      assert.equal(await notice.evaluate(({ textContent }) => textContent), '2 new sentences');
      await page.waitForFunction(
        () =>
          document.querySelector('stand-first')?.shadowRoot?.querySelector('.status')
            ?.textContent === '2 new sentences',
      );
      assert.deepEqual(await panelText(page), first, 'nothing moves and nothing changes unasked');
      await notice.focus();
      await page.keyboard.press('Enter');
      await inPanel(page, '.marks .new');
      assert.deepEqual(
        await page.evaluate(() => {
          const root = /** @type {any} */ (document.querySelector('stand-first')).shadowRoot;
          return {
            inStrip: root.querySelectorAll('.marks .new').length,
            notice: root.querySelector('.notice'),
            focused: root.activeElement?.closest('li') !== null,
          };
        }),
        { inStrip: 2, notice: null, focused: true },
      );
      const slider = await inPanel(page, '#length');
      await slider.focus();
      await page.keyboard.press('End');
      const marked = await page.evaluate(() =>
        [
          .../** @type {any} */ (document.querySelector('stand-first')).shadowRoot.querySelectorAll(
            'li p[data-new="New"]',
          ),
        ].map((p) => p.textContent),
      );
      assert.deepEqual(
        marked.filter((text) => !LATER.includes(text)),
        [],
      );
      await end();
    });

    test('a storm of changes has the page read once, not once a change', async () => {
      const { page, end } = await stage.open('/storm.html', {
        html: ARTICLE.replace(/<script type="module".*?<\/script>/, ''),
      });
      const reads = await page.evaluate(async () => {
        const { createController, localEngine, locate, read } = await import(
          /** @type {any} */ ('/index.js')
        );
        let reads = 0;
        const controller = createController({
          document,
          engine: localEngine(),
          locate,
          read: (/** @type {Document} */ document) => {
            reads += 1;
            return read(document);
          },
        });
        await controller.start();
        const panel = /** @type {any} */ (document.querySelector('[data-standfirst]'));
        while (!panel.shadowRoot.querySelector('.marks')) {
          await new Promise((painted) => requestAnimationFrame(painted));
        }
        const before = reads;
        const aside = document.body.appendChild(document.createElement('aside'));
        for (let change = 0; change < 5000; change += 1) {
          aside.append(document.createElement('i'));
          if (change % 100 === 0) await new Promise((done) => setTimeout(done));
        }
        aside.append('An advertisement that is no part of the story.');
        while (reads === before) await new Promise((painted) => requestAnimationFrame(painted));
        return reads - before;
      });
      assert.equal(reads, 1);
      await end();
    });

    test('a page that is gone back to still leads from summary to text', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await inPanel(page, '.marks');
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
        Object.assign(window, { kept: document.querySelector('stand-first') });
      });
      await page.goto(`${stage.url}/pages/news-de/page.html`);
      await stage.back(page);
      // The page is kept as it was, its script lives on: nothing of ours keeps a browser from that.
      await page.waitForFunction(() => /** @type {any} */ (window).persisted === true);
      const kept = await page.evaluate(() => ({
        same: /** @type {any} */ (window).kept === document.querySelector('stand-first'),
        elements: document.querySelectorAll('stand-first').length,
      }));
      assert.deepEqual(kept, { same: true, elements: 1 });
      // A window that is shown again takes keys a little later than it paints.
      await (await inPanel(page, 'li button')).evaluate((button) => button.click());
      // What leads there is loaded at the first visit.
      await page.waitForFunction(() => CSS.highlights.has('stand-first-source'));
      await end();
    });

    test('marks in the margin lead to the panel, and leave the document as it is', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      await inPanel(page, '.marks');
      const before = await page.evaluate(
        () => document.querySelector('article')?.textContent?.length,
      );
      await openTools(page);
      const toggle = await page.waitForFunction(() =>
        [
          ...(document
            .querySelector('stand-first')
            ?.shadowRoot?.querySelectorAll('.tools button') ?? []),
        ].find((button) => button.textContent === 'Mark in the text'),
      );
      await /** @type {any} */ (toggle).focus();
      await page.keyboard.press('Enter');
      await inPanel(page, '.margin button');
      const found = await page.evaluate(() => {
        const root = /** @type {any} */ (document.querySelector('stand-first')).shadowRoot;
        const sentence = root.querySelector('li:nth-child(2) p').textContent;
        const mark = root.querySelectorAll('.margin button')[1];
        const box = mark.getBoundingClientRect();
        const paragraph = [...document.querySelectorAll('article p')].find((p) =>
          p.textContent?.replace(/\s+/g, ' ').includes(sentence),
        );
        const beside = /** @type {Element} */ (paragraph).getBoundingClientRect();
        mark.click();
        return {
          marks: root.querySelectorAll('.margin button').length,
          level: box.top >= beside.top - 1 && box.bottom <= beside.bottom + 24,
          outside: box.right <= beside.left + 1,
          width: box.width,
          focused: root.activeElement?.closest('li') === root.querySelector('li:nth-child(2)'),
          text: document.querySelector('article')?.textContent?.length,
        };
      });
      assert.deepEqual(found, {
        marks: 3,
        level: true,
        outside: true,
        width: 24,
        focused: true,
        text: before,
      });
      await page.reload();
      await inPanel(page, '.margin button');
      await end();
    });

    test('headline, paragraph and key points are chosen, and the choice is remembered', async () => {
      const { page, end } = await stage.open('/article.html', STRICT);
      for (const [type, place, count] of /** @type {const} */ ([
        ['headline', 3, 1],
        ['paragraph', 2, 3],
        ['points', 1, 3],
        ['headline', 3, 1],
      ])) {
        await openTools(page);
        await (await inPanel(page, `.choice button:nth-child(${place})`)).focus();
        await page.keyboard.press('Enter');
        await inPanel(page, `ol[data-type="${type}"]`);
        await page.reload();
        await inPanel(page, `ol[data-type="${type}"] li:nth-child(${count}):last-child`);
      }
      await (await inPanel(page, '#length')).focus();
      await page.keyboard.press('ArrowRight');
      await inPanel(page, 'ol[data-type="points"] li:nth-child(2)');
      await end();
    });
  });
}
