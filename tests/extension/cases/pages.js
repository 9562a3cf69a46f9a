/**
 * What the extension must do on pages of every kind: the same cases for Chromium and Firefox.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { html, panelAnswers, panelGone, panelOf, POLLING_MS } from '../panel.js';
import { Session } from './session.js';

/** Policies that forbid a page nearly everything; none of them is the extension's. */
const POLICIES = [
  "default-src 'none'",
  "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "script-src 'self'",
  "script-src 'none'; style-src 'none'; connect-src 'none'; img-src 'none'",
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "sandbox allow-scripts; default-src 'none'; style-src 'none'; require-trusted-types-for 'script'",
];

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function pageCases(name, start) {
  describe(`${name}: pages of every kind`, () => {
    const session = new Session(start);

    for (const policy of POLICIES) {
      test(`a summary under ${policy}`, async () => {
        const { page, panel } = await session.openAndPress(
          session.site.page('wordpress-talks', { policy }),
        );
        assert.equal(panel.state, 'ready');
        assert.equal(panel.sentences.length, 3);
        assert.match(panel.before, /Strait of Ansa/);
        assert.deepEqual(session.extended.problems, []);
        await page.close();
      });
    }

    test('pressed again, the panel goes and the page is as it was', async () => {
      const page = await session.extended.open(session.site.page('wordpress-talks'));
      const as = await html(page);
      for (let round = 0; round < 3; round += 1) {
        await session.extended.press(page);
        assert.equal((await panelOf(page)).state, 'ready');
        await session.extended.press(page);
        await panelGone(page);
        assert.equal(await html(page), as);
      }
      await page.close();
    });

    test('two tabs at once', async () => {
      const pages = [
        await session.extended.open(session.site.page('wordpress-talks')),
        await session.extended.open(session.site.page('news-de')),
      ];
      for (const page of pages) await session.extended.press(page);
      const panels = [await panelOf(pages[0]), await panelOf(pages[1])];
      assert.deepEqual(
        panels.map(({ state, language }) => [state, language]),
        [
          ['ready', 'en-US'],
          ['ready', 'de'],
        ],
      );
      for (const page of pages) await page.close();
    });

    for (const { slug, language, direction } of [
      { slug: 'news-ar', language: 'ar', direction: 'rtl' },
      { slug: 'news-he', language: 'he', direction: 'rtl' },
      { slug: 'news-zh', language: 'zh', direction: 'ltr' },
      { slug: 'news-ja', language: 'ja', direction: 'ltr' },
    ]) {
      test(`${slug}: language and direction are the article's`, async () => {
        const { page, panel } = await session.openAndPress(session.site.page(slug));
        assert.equal(panel.state, 'ready');
        assert.equal(panel.language.split('-')[0], language);
        assert.equal(panel.direction, direction);
        await page.close();
      });
    }

    test('a page without an article says so, in a card that covers no text', async () => {
      const links = '<li><a href="/">A place to go</a></li>'.repeat(60);
      const { page, panel } = await session.openAndPress(
        session.site.own(`<title>Places</title><ul>${links}</ul>`),
      );
      assert.equal(panel.state, 'not-an-article');
      assert.notEqual(panel.message, '');
      // The panel stands at the edge, and who listens would not come upon it.
      await page.waitForFunction(
        (wanted) => {
          const root = document.querySelector('[data-by="extension"]')?.shadowRoot;
          return root?.querySelector('[role="status"]')?.textContent === wanted;
        },
        { polling: POLLING_MS },
        panel.message,
      );
      assert.deepEqual(await textUnder(page, panel.box), []);
      await page.close();
    });

    test('selected text is summed up where it stands', async () => {
      const page = await session.extended.open(session.site.page('feature-en'));
      const selected = await page.evaluate(() => {
        const paragraphs = [...document.querySelectorAll('p')].filter(
          (one) => (one.textContent ?? '').length > 200,
        );
        const [first, last] = [paragraphs[2], paragraphs[6]];
        getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
        return (getSelection()?.toString() ?? '').replace(/\s+/g, ' ');
      });
      await session.extended.press(page);
      const panel = await panelOf(page);
      assert.equal(panel.state, 'ready');
      for (const sentence of panel.sentences) assert.ok(selected.includes(sentence), sentence);
      await session.extended.press(page);
      await panelGone(page);
      await page.close();
    });

    test('by keyboard alone: to a sentence, back, and away', async () => {
      const { page } = await session.openAndPress(session.site.page('wordpress-talks'));
      const focused = () =>
        page.evaluate(
          () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('title') ?? '',
        );
      await page.evaluate(() => document.querySelector('h1')?.setAttribute('tabindex', '-1'));
      await page.focus('h1');
      /** @param {RegExp} label */
      const tabTo = async (label) => {
        for (let steps = 0; steps < 40 && !label.test(await focused()); steps += 1) {
          await page.keyboard.press('Tab');
        }
        assert.match(await focused(), label);
      };
      await tabTo(/Show sentence 1/);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.localName === 'p');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.activeElement?.shadowRoot);
      assert.match(await focused(), /Show sentence 1/);
      await page.focus('h1');
      await page.evaluate(() => {
        const link = (/** @type {string} */ id) =>
          Object.assign(document.createElement('a'), { id, href: '#', textContent: 'A link' });
        document.querySelector('h1')?.before(link('before'));
        document.querySelector('[data-by]')?.after(link('behind'));
      });
      const linked = () => page.evaluate(() => document.activeElement?.id);
      await page.focus('h1');
      await tabTo(/Remove the summary/);
      await page.keyboard.press('Enter');
      await panelGone(page);
      await page.keyboard.press('Tab');
      assert.equal(await linked(), 'behind', 'goes on from where the panel was');
      await session.extended.press(page);
      await panelAnswers(page);
      await page.focus('h1');
      await tabTo(/Remove the summary/);
      await page.keyboard.press('Enter');
      await panelGone(page);
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      assert.equal(await linked(), 'before', 'goes back from where it was');
      await page.close();
    });

    test('a page of twenty megabytes, in bounded messages', async () => {
      const paragraph = `<p>${'The harbour opened in May, said the mayor of the town. '.repeat(200)}</p>`;
      const body = `<title>A long page</title><h1>A long page of the town</h1>${paragraph.repeat(1800)}`;
      const { welcome } = session.extended;
      await welcome.evaluate(() => {
        document.documentElement.dataset.longest = '0';
        chrome.runtime.onMessage.addListener((message) => {
          const { length } = JSON.stringify(message);
          const { dataset } = document.documentElement;
          dataset.longest = String(Math.max(Number(dataset.longest), length));
        });
      });
      const { page, panel } = await session.openAndPress(session.site.own(body));
      assert.notEqual(panel.state, 'failed');
      const longest = await welcome.evaluate(() =>
        Number(document.documentElement.dataset.longest),
      );
      assert.ok(longest > 0 && longest < 8 * 2 ** 20, `${longest} letters in one message`);
      await page.close();
    });

    test('nothing is asked of any host, from the press to the end', async () => {
      await session.extended.stopBackground();
      const url = session.site.page('wordpress-talks');
      const page = await session.extended.open(url);
      assert.ok(session.site.asked.includes(url), 'what is asked is seen');
      await page.evaluate(() => document.fonts.ready);
      const asked = session.site.asked.filter(isNotTheBrowsers);
      await session.extended.press(page);
      await panelOf(page);
      await session.extended.press(page);
      await panelGone(page);
      assert.deepEqual(session.site.asked.filter(isNotTheBrowsers), asked);
      await page.close();
    });
  });
}

/** Services of a browser's maker that it asks by itself, and when it likes. */
const MAKERS =
  /^(?:https?:\/\/)?(?:accounts\.google|clients\d?\.google|update\.googleapis|firefox\.settings\.services\.mozilla)\.com[:/]/;

/**
 * Every browser asks a site for its icon when it likes, and its maker for the time, updates and settings.
 *
 * @param {string} url
 */
function isNotTheBrowsers(url) {
  return !url.endsWith('/favicon.ico') && !MAKERS.test(url);
}

/**
 * Texts of the page that lie under a box.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {{left: number, right: number, top: number, bottom: number}} box
 */
function textUnder(page, box) {
  return page.evaluate(({ left, right, top, bottom }) => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = new Range();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.nodeValue?.trim()) continue;
      range.selectNode(node);
      for (const own of range.getClientRects()) {
        if (own.left < right && own.right > left && own.top < bottom && own.bottom > top) {
          found.push(node.nodeValue);
        }
      }
    }
    return found;
  }, box);
}
