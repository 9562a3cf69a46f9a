/**
 * The demo: an article with its standfirst, the comparison, and a text of one's own.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ENGINES, openStage } from './harness.js';

for (const engine of ENGINES) {
  describe(`demo in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    test('the demo shows an article, the comparison and a pasted text, with a clean console', async () => {
      const { page, end } = await stage.open('/');
      await page.waitForFunction(
        () =>
          document.querySelectorAll('#chosen li').length === 3 &&
          document.querySelectorAll('#lead li').length === 3 &&
          document.querySelectorAll('#textrank li').length === 3 &&
          document.querySelectorAll('#timing dd').length === 4 &&
          Boolean(document.querySelector('iframe')?.contentDocument?.querySelector('stand-first')),
      );
      await page.evaluate(() => {
        const paragraph =
          'The town will run a ferry again from May, thirty years after the last boat was sold. ' +
          'It carries sixty people and twenty bicycles. The council pays two million crowns for it. ' +
          'The opposition doubts the figures, and asks for a count of passengers in the first winter.';
        /** @type {HTMLTextAreaElement} */ (document.querySelector('#source')).value = [
          paragraph,
          paragraph.replace('May', 'June'),
          paragraph.replace('town', 'village'),
        ].join('\n\n');
        /** @type {HTMLFormElement} */ (document.querySelector('#try')).requestSubmit();
      });
      await page.waitForFunction(() =>
        Boolean(document.querySelector('#result div')?.shadowRoot?.querySelector('li')),
      );
      await end();
    });

    /** What is said of a text, by its kind. @type {[name: string, source: string, said: object][]} */
    const TEXTS = [
      ['white space', ' \n\n ', { focus: 'source', message: null, direction: null }],
      ['a word', 'Word.', { focus: 'result', message: /short enough/, direction: 'ltr' }],
      ['Hebrew', 'שלום לכולם.', { focus: 'result', message: /short enough/, direction: 'rtl' }],
      [
        'a scrap of HTML, at no address',
        '<p>Short.</p>',
        { focus: 'result', message: /too little text/, direction: null },
      ],
    ];
    for (const [name, source, said] of TEXTS) {
      test(`of a text of one's own: ${name}`, async () => {
        const { page, end } = await stage.open('/');
        await page.waitForFunction(() => Boolean(document.querySelector('#chosen li')));
        await page.evaluate((source) => {
          /** @type {HTMLTextAreaElement} */ (document.querySelector('#source')).value = source;
          /** @type {HTMLElement} */ (document.querySelector('#try button')).click();
        }, source);
        await page.waitForFunction(() =>
          Boolean(document.querySelector('#result:focus, #source:focus')),
        );
        const { message, ...rest } = await page.evaluate(() => {
          const result = /** @type {HTMLElement} */ (document.querySelector('#result'));
          const paragraph = result.querySelector('p');
          const panel = result.querySelector('div')?.shadowRoot;
          return {
            focus: document.activeElement?.id,
            message: panel?.querySelector('.message')?.textContent ?? '',
            direction: paragraph && getComputedStyle(paragraph).direction,
          };
        });
        const { message: wanted, ...others } = /** @type {any} */ (said);
        assert.deepEqual(rest, others);
        if (wanted) assert.match(message, wanted);
        await end();
      });
    }

    test('the form follows where the browser goes back to', async () => {
      const { page, end } = await stage.open('/');
      const shows = (/** @type {string} */ slug) =>
        page.waitForFunction(
          (slug) => {
            const frame = document.querySelector('iframe');
            const { elements } = /** @type {any} */ (document.forms)[0];
            return (
              frame?.contentDocument?.URL.endsWith(slug) &&
              frame.contentDocument.readyState === 'complete' &&
              elements.article.value === slug
            );
          },
          {},
          slug,
        );
      await shows('wordpress-talks');
      for (const slug of ['news-ar', 'news-de']) {
        await page.evaluate((slug) => {
          const { article } = /** @type {any} */ (document.forms)[0].elements;
          article.value = slug;
          article.dispatchEvent(new Event('change', { bubbles: true }));
        }, slug);
        await shows(slug);
      }
      // Only the frame goes back: no driver need wait for the page.
      await page.evaluate(() => void setTimeout(() => history.back()));
      await shows('news-ar');
      await end();
    });

    test('a window of 320 pixels holds the demo', async () => {
      const { page, end } = await stage.open('/', { width: 320 });
      await page.waitForFunction(() => Boolean(document.querySelector('#chosen li')));
      const { wide, window } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { wide: scrollWidth, window: clientWidth };
      });
      assert.equal(wide, window);
      await end();
    });

    test('the switches dress the page as a host would, in ten languages and more', async () => {
      const { page, end } = await stage.open('/');
      const ready = () =>
        page.waitForFunction(() =>
          Boolean(
            document
              .querySelector('iframe')
              ?.contentDocument?.querySelector('stand-first')
              ?.shadowRoot?.querySelector('.marks') && document.querySelector('#chosen li'),
          ),
        );
      await ready();
      const languages = await page.evaluate(() =>
        [.../** @type {any} */ (document.forms)[0].elements.article.options].map(
          ({ text }) => text,
        ),
      );
      assert.ok(languages.length >= 15);
      const dressed = await page.evaluate(() => {
        const { elements } = /** @type {any} */ (document.forms)[0];
        elements.dark.click();
        elements.rtl.click();
        elements.narrow.click();
        elements.font.selectedIndex = 3;
        elements.font.dispatchEvent(new Event('change', { bubbles: true }));
        const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        const inner = /** @type {Document} */ (frame.contentDocument);
        const style = getComputedStyle(/** @type {Element} */ (inner.querySelector('stand-first')));
        return { width: frame.clientWidth, dir: inner.dir, font: /mono/i.test(style.fontFamily) };
      });
      assert.deepEqual(dressed, { width: 320, dir: 'rtl', font: true });
      await page.evaluate(() => {
        const { elements } = /** @type {any} */ (document.forms)[0];
        elements.strict.click();
        elements.article.value = 'news-ja';
        elements.article.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await page.waitForFunction(
        // A document just begun has no root yet; a poll that throws is never asked again.
        () =>
          Boolean(
            document.querySelector('iframe')?.contentDocument?.querySelector('html[lang=ja]'),
          ),
      );
      await ready();
      await end();
    });
  });
}
