/**
 * The panel for everyone: axe-core finds nothing in any state, theme or script direction; the tree that
 * is heard holds what is shown; nothing shifts once the panel is shown.
 */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import {
  ARTICLE,
  ENGINES,
  NO_WASM_POLICY,
  inPanel,
  openStage,
  openTools,
  placeStandfirst,
} from './harness.js';

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
async function chooseParagraph(page) {
  await openTools(page);
  await press(page, '.choice button:nth-child(2)');
}

/** @param {Page} page */
async function chooseHeadline(page) {
  await openTools(page);
  await press(page, '.choice button:nth-child(3)');
}

/** @param {Page} page */
async function showMarks(page) {
  await openTools(page);
  await press(page, '.choice + button');
  await inPanel(page, '.margin button');
}

/** @param {Page} page */
async function awaitNews(page) {
  await inPanel(page, '.marks');
  await page.evaluate(() => {
    const root = /** @type {any} */ (document.querySelector('stand-first')).shadowRoot;
    const sentence = root.querySelector('li p').textContent;
    const plain = (/** @type {Element} */ { textContent }) => textContent?.replace(/\s+/g, ' ');
    const source = /** @type {Element} */ (
      [...document.querySelectorAll('p')].find((p) => plain(p)?.includes(sentence))
    );
    const paragraph = document.createElement('p');
    paragraph.textContent =
      'Later that evening both delegations signed the paper in the small hall.';
    source.after(paragraph);
  });
  await inPanel(page, '.notice');
}

/** @param {Page} page */
async function collapse(page) {
  await press(page, '.fold');
}

/** @param {Page} page */
async function visitSentence(page) {
  await press(page, 'li button');
  await inPanel(page, '.back:not([hidden])');
}

/** @type {[name: string, path: string, act: ((page: Page) => Promise<void>) | null][]} */
const STATES = [
  ['as shown', '/pages/wordpress-talks/page.html', null],
  ['with tools', '/pages/wordpress-talks/page.html', openTools],
  ['as a paragraph', '/pages/feature-en/page.html', chooseParagraph],
  ['as a headline', '/pages/feature-en/page.html', chooseHeadline],
  ['with marks in the margin', '/pages/feature-en/page.html', showMarks],
  ['with news', '/pages/wordpress-talks/page.html', awaitNews],
  ['folded', '/pages/news-de/page.html', collapse],
  ['during a visit', '/pages/news-fr/page.html', visitSentence],
  ['right to left', '/pages/news-ar/page.html', openTools],
  ['in Hebrew', '/pages/news-he/page.html', null],
  ['in Japanese', '/pages/news-ja/page.html', openTools],
  ['for a part of an article', '/pages/paywall-teaser/page.html', null],
];

/** @type {[name: string, path: string, options: import('./harness.js').OpenOptions][]} */
const REFUSED = [
  ['no article', '/short.html', { html: small('<h1>Contact</h1><p>Call us.</p>') }],
  [
    'a short text',
    '/short.html',
    { html: small('<article><h1>Short</h1><p>One line is all.</p></article>') },
  ],
  ['a list', '/pages/front-page/page.html', {}],
  ['a product', '/pages/product-page/page.html', {}],
  ['a discussion', '/pages/forum-thread/page.html', {}],
  [
    'an engine that does not start',
    '/article.html',
    {
      html: ARTICLE.replace(/<script type="module".*?<\/script>/, ''),
      policy: NO_WASM_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
      missing: /standfirst_js\.js$/,
    },
  ],
];

/** @param {string} body */
function small(body) {
  return `<!doctype html><html lang="en"><head><title>t</title><link rel="icon" href="/demo/icon.svg">
    </head><body>${body}</body></html>`;
}

/** The panel with its tools open, as a screen reader goes through it. */
const HEARD = [
  'region | In short',
  'heading | In short',
  'StaticText | FIGURES',
  'button | Fold the summary | expanded=true',
  'button | Remove the summary',
  'StaticText | SENTENCE',
  'button | Show sentence 1 in the article | description=SENTENCE',
  'StaticText | SENTENCE',
  'button | Show sentence 2 in the article | description=SENTENCE',
  'StaticText | SENTENCE',
  'button | Show sentence 3 in the article | description=SENTENCE',
  'listbox | The article, sentence by sentence',
  'StaticText | Length',
  'slider | Length | valuetext=3',
  'StaticText | 3 sentences',
  'button | More | expanded=true',
  'button | Key points | pressed=true',
  'button | Paragraph | pressed=false',
  'button | Headline | pressed=false',
  'button | Mark in the text | pressed=false',
  'button | Copy',
  'button | Copy as Markdown',
  'form',
  'StaticText | Focus on',
  'button | KEYWORD | pressed=false',
  'textbox | Focus on',
  'StaticText | Sentences from this article, chosen on your device',
  'status',
];

/**
 * Roles, names and states of a tree, a line each.
 *
 * @param {import('puppeteer-core').SerializedAXNode | null} node
 * @param {Map<string, string>} known what to put for some texts
 * @returns {string[]}
 */
function heard(node, known) {
  if (!node) return [];
  const {
    role,
    name = '',
    description,
    expanded,
    pressed,
    selected,
    valuetext,
    children = [],
  } = node;
  const states = Object.entries({ description, expanded, pressed, selected, valuetext })
    .filter(([, value]) => value !== undefined)
    .map(([state, value]) => `${state}=${known.get(String(value)) ?? value}`);
  const said = known.get(name) ?? name.replace(/^\d+ sec instead of \d+ sec$/, 'FIGURES');
  return [
    [role, said, ...states].filter(Boolean).join(' | '),
    ...children.flatMap((child) => heard(child, known)),
  ];
}

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

    for (const [name, path, options] of REFUSED) {
      test(`axe finds nothing: ${name}`, async () => {
        const { page, end } = await stage.open(path, options);
        await page.evaluate(async () => {
          const { StandFirst } = await import(/** @type {any} */ ('/element.js'));
          customElements.define('stand-first', StandFirst);
          document.body.prepend(new StandFirst());
        });
        await inPanel(
          page,
          '.card:is([data-state="not-an-article"], [data-state="failed"]) .message',
        );
        assert.deepEqual(await violations(page), []);
        await end({ allowed: /wasm|WebAssembly|standfirst_js|404|Importing a module/ });
      });
    }

    // The others do not show their trees to a driver.
    if (engine === 'chromium') {
      test('the accessibility tree is what a person hears', async () => {
        const { page, end } = await stage.open('/article.html', { html: ARTICLE });
        await inPanel(page, '.marks');
        await openTools(page);
        const root = /** @type {any} */ (await inPanel(page, '.card'));
        const { sentences, keywords } = await page.evaluate(
          () => /** @type {any} */ (document.querySelector('stand-first')).summary,
        );
        /** What the article brings is put by its name, to tell the panel's own words alone. */
        const known = new Map([
          ...sentences.map((/** @type {{text: string}} */ { text }) => [text, 'SENTENCE']),
          ...keywords.map((/** @type {string} */ word) => [word, 'KEYWORD']),
        ]);
        const lines = heard(await page.accessibility.snapshot({ root }), known);
        assert.deepEqual(
          lines.filter((line, at) => line !== lines[at - 1]),
          HEARD,
        );
        await end();
      });
    }

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
          const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
          observer.observe({ type: 'layout-shift' });
          Object.assign(window, { shifts, observer });
        });
        await inPanel(page, '.marks');
        const shifts = await page.evaluate(
          () =>
            new Promise((settled) =>
              requestAnimationFrame(() =>
                requestAnimationFrame(() => {
                  const { shifts, observer } = /** @type {any} */ (window);
                  // Those that it is still to be told of count too.
                  settled(shifts.length + observer.takeRecords().length);
                }),
              ),
            ),
        );
        assert.equal(shifts, 0);
        await end();
      });
    }
  });
}
