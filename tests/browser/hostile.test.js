/**
 * The whole standfirst in a live page that is against it: an answer or an honest status, and the page
 * alive. What the reader alone has to bear stands in reader.test.js.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import { prerender } from '../../www/cli/prerender.js';
import { read } from '../../www/reader.js';
import { STORY, plainPage } from '../js/hostile-pages.js';
import { PAYLOADS, storyWith } from '../js/payloads.js';
import { ENGINES, openStage } from './harness.js';
import { BEFORE, MAY_FAIL, TOO_MUCH, hidden, nest, style } from './hostile-deeds.js';

/** @typedef {import('puppeteer-core').Page} Page */

/** What these pages themselves have the browser say. */
const ALLOWED = /404/;

const STATES = ['ready', 'not-an-article', 'failed', 'idle'];

/**
 * Puts the standfirst into the open page, uses it, and says what came of it. Runs in the page.
 *
 * @returns {Promise<{state: string, texts: string[]}>}
 */
async function useStandfirst() {
  let state = 'failed';
  /** @type {any} */
  let element = null;
  try {
    const { StandFirst } = await import(/** @type {any} */ ('/element.js'));
    if (!customElements.get('stand-first')) customElements.define('stand-first', StandFirst);
    element = new StandFirst();
    state = await element.placeItself();
    const root = element.shadowRoot;
    root?.querySelector('li button')?.click();
    root?.querySelector('.more')?.click();
    root?.querySelector('.fold')?.click();
    root?.querySelector('.fold')?.click();
  } catch {
    // An import that the page makes fail is the page's own to hear of; nothing is shown then.
  }
  await new Promise((done) => setTimeout(done));
  /** @type {any} */ (window).restore?.();
  const items = element?.shadowRoot?.querySelectorAll('li p') ?? [];
  const texts = [];
  for (const item of items) texts.push(item.textContent);
  return { state, texts };
}

/** @param {string} text */
const plain = (text) => text.replace(/\s+/g, '');

/** All that the panel and prerendered content are made of. */
const OWN_ELEMENTS = new Set(
  'section header h2 p span button svg path ol li div input label a'.split(' '),
);

/** As deep as each browser holds by itself: where it does not, the page ends without us too. */
const DEPTH = { chromium: 1e5, firefox: 3e4, webkit: 3e4 };

for (const engine of ENGINES) {
  describe(`a hostile page in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    /** @param {string} html */
    const open = async (html) => {
      const opened = await stage.open('/hostile.html', { html, session: 'shared' });
      await opened.page.evaluate(() => localStorage.removeItem('stand-first'));
      await opened.page.evaluate(
        `Object.assign(window, { ${style}, ${hidden}, ${nest} })`.replace(
          /function (\w+)/g,
          '$1: function',
        ),
      );
      return opened;
    };

    for (const [name, prepare] of Object.entries(BEFORE)) {
      test(`a summary despite: ${name}`, async () => {
        const { page, end } = await open(plainPage());
        await page.evaluate(prepare);
        const { state, texts } = await page.evaluate(useStandfirst);
        assert.equal(state, 'ready');
        assert.ok(texts.length > 0);
        await end({ allowed: ALLOWED });
      });
    }

    for (const [name, prepare] of Object.entries(MAY_FAIL)) {
      test(`an honest end despite: ${name}`, async () => {
        const { page, end } = await open(plainPage());
        await page.evaluate(prepare);
        const { state, texts } = await page.evaluate(useStandfirst);
        assert.ok(STATES.includes(state), state);
        assert.equal(
          state === 'ready',
          texts.length > 0,
          `${state}, and ${texts.length} sentences`,
        );
        await end({ allowed: ALLOWED });
      });
    }

    /**
     * @param {(much: number) => void} prepare
     * @param {number} [much]
     */
    const endsHonestly = async (prepare, much = 0) => {
      const { page, end } = await open(plainPage());
      await page.evaluate(prepare, much);
      const { state, texts } = await page.evaluate(useStandfirst);
      assert.deepEqual(
        texts.filter((text) => !STORY.some((block) => block.includes(text))),
        [],
      );
      // A story that is next to nothing of its page need not be found.
      assert.ok(['ready', 'not-an-article'].includes(state), state);
      await end({ allowed: ALLOWED });
    };

    for (const [name, prepare] of engine === 'chromium' ? Object.entries(TOO_MUCH) : []) {
      test(`an honest end beside: ${name}`, () => endsHonestly(prepare));
    }

    test(`an honest end beside: a depth of ${DEPTH[engine]}`, () =>
      endsHonestly(nest, DEPTH[engine]));

    for (const [name, when] of /** @type {const} */ ([
      ['while the page is read', 'reading'],
      ['when it is shown', 'shown'],
    ])) {
      test(`document.open under way, ${name}`, async () => {
        const { page, end } = await open(plainPage());
        const found = await page.evaluate(async (when) => {
          const { StandFirst } = await import(/** @type {any} */ ('/element.js'));
          customElements.define('stand-first', StandFirst);
          const element = new StandFirst();
          const placing = element.placeItself();
          if (when === 'shown') await placing;
          document.open();
          document.write('<title>Later</title><p>Another page, and no article.');
          document.close();
          await placing;
          await new Promise((done) => setTimeout(done, 0));
          return { state: element.state, title: document.title, text: document.body.innerText };
        }, when);
        assert.equal(found.title, 'Later');
        await end({ allowed: ALLOWED });
      });
    }

    test('text that looks like mark-up is text in the panel, and in what was prerendered', async () => {
      for (let at = 0; at < PAYLOADS.length; at += 6) {
        const payload = PAYLOADS.slice(at, at + 6).join(' ');
        const html = storyWith(payload);
        const written = await prerender(html, { sentences: 12, css: null });
        assert.ok(written.changed);
        for (const source of [html, written.html]) {
          const { page, end } = await open(source);
          const found = await page.evaluate(async () => {
            /** @type {string[]} */
            const ran = [];
            window.alert = (text) => void ran.push(text);
            const { StandFirst } = await import(/** @type {any} */ ('/element.js'));
            const light = [...document.querySelectorAll('stand-first *')].map((e) => e.localName);
            const read = [...document.querySelectorAll('stand-first li p')].map(
              (p) => p.textContent,
            );
            document.querySelector('stand-first')?.remove();
            customElements.define('stand-first', StandFirst);
            const element = new StandFirst();
            element.length = 12;
            await element.placeItself();
            const root = element.shadowRoot;
            const own = [...root.querySelectorAll('*')].map((e) => e.localName);
            const shown = [...root.querySelectorAll('li p')].map((p) => p.textContent);
            root
              .querySelectorAll('li button')
              .forEach((/** @type {any} */ button) => button.click());
            await new Promise((done) => setTimeout(done, 0));
            return { ran, elements: [...new Set([...light, ...own])], read, shown };
          });
          const text = plain(read(parseDocument(html)).page.text);
          assert.deepEqual(found.ran, []);
          assert.deepEqual(
            found.elements.filter((tag) => !OWN_ELEMENTS.has(tag)),
            [],
          );
          for (const sentences of source === html ? [found.shown] : [found.shown, found.read]) {
            assert.deepEqual(
              sentences.filter((sentence) => !text.includes(plain(sentence))),
              [],
            );
            assert.ok(sentences.length > 1, payload);
          }
          await end({ allowed: ALLOWED });
        }
      }
    });
  });
}
