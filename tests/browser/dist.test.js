/**
 * What a site is given to put on its server: the folder and the single file, as `npm run build`
 * makes them, in Chromium, Firefox and WebKit.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { ARTICLE, ENGINES, NO_WASM_POLICY, STRICT_POLICY, inPanel, openStage } from './harness.js';

const { files, importmap } = JSON.parse(
  readFileSync(new URL('../../dist/integrity.json', import.meta.url), 'utf8'),
);

const OWN_SCRIPT = '<script type="module" src="/define.js"></script>';
const FOLDER = ARTICLE.replace(OWN_SCRIPT, OWN_SCRIPT.replace('/', '/standfirst/'));

/** An article in German. */
const GERMAN = `<!doctype html><html lang="de"><title>Alte Brücke</title><link rel="icon" href="/demo/icon.svg">
<script type="module" src="/standfirst/define.js"></script>
<article><h1>Marlheim baut die alte Brücke neu</h1>
<p>Der Rat von Marlheim hat am Dienstag beschlossen, die alte Brücke am Hafen bis zum nächsten Herbst neu zu bauen.</p>
<p>Ingenieure hatten bei einer Prüfung im März in drei der acht Pfeiler Risse gefunden, die mit jedem Winter größer werden.</p>
<p>Die Arbeiten kosten 4,2 Millionen Kronen, von denen das Land die Hälfte zahlt, und sollen im Mai beginnen.</p>
<p>Bis dahin fahren die Busse über die Straße im Norden, was die Fahrt um zwanzig Minuten länger macht.</p></article></html>`;

/** @param {string} path */
const isCoreWords = (path) => path.includes('/core-');

/**
 * The article with the single file, from `origin`.
 *
 * @param {string} origin
 */
const single = (origin) =>
  ARTICLE.replace(
    OWN_SCRIPT,
    `<script type="module" src="${origin}/single/standfirst.js" crossorigin="anonymous" integrity="${files['standfirst.js']}"></script>`,
  );

/**
 * The article with the folder's hashes in an import map.
 *
 * @param {Record<string, string>} integrity
 */
const mapped = (integrity) =>
  FOLDER.replace(
    '<script',
    `<script type="importmap">${JSON.stringify({ integrity })}</script><script`,
  );

for (const engine of ENGINES) {
  describe(`what is built, in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    /** @param {import('puppeteer-core').Page} page */
    const requested = (page) =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => /\.(?:js|wasm)$/.test(path) && path !== '/faults.js'),
      );

    /** @param {import('puppeteer-core').Page} page */
    const summaryOf = (page) =>
      page.evaluate(() =>
        JSON.stringify(/** @type {any} */ (document.querySelector('stand-first')).summary),
      );

    test('the folder works under the strict policy, its later parts too', async () => {
      const { page, end } = await stage.open('/a.html', { html: FOLDER, policy: STRICT_POLICY });
      await (await inPanel(page, 'li button')).focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => CSS.highlights.has('stand-first-source'));
      await page.keyboard.press('Escape');
      await inPanel(page, '.marks');
      await (await inPanel(page, '.more')).focus();
      await page.keyboard.press('Enter');
      await inPanel(page, '.choice button');
      const paths = await requested(page);
      assert.deepEqual(
        paths.filter((path) => !path.startsWith('/standfirst/')),
        [],
      );
      assert.deepEqual(
        paths.filter((path) => /standfirst_js/.test(path)),
        [],
        'the JavaScript core is not loaded where WebAssembly runs',
      );
      await end();
    });

    test('the panel speaks the page’s language from a file of its own', async () => {
      const { page, end } = await stage.open('/a.html', {
        html: FOLDER.replace('lang="en"', 'lang="de"'),
        policy: STRICT_POLICY,
      });
      await inPanel(page, 'li');
      // A browser may tell of a file after it has run it.
      await page.waitForFunction(() =>
        performance
          .getEntriesByType('resource')
          .some(({ name }) => /\/de-\w+\.js$/.test(new URL(name).pathname)),
      );
      await end();
    });

    test('an engine that the page’s head has asked for is not asked for again', async () => {
      const { page, end } = await stage.open('/a.html', {
        html: FOLDER.replace(
          '<script',
          '<link rel="preload" href="/standfirst/standfirst_bg.wasm" as="fetch" type="application/wasm" crossorigin><script',
        ),
        policy: STRICT_POLICY,
      });
      await inPanel(page, '.marks');
      // WebKit's fetch() does not take what was preloaded.
      const times = engine === 'webkit' ? 2 : 1;
      const paths = await requested(page);
      assert.equal(paths.filter((path) => path.endsWith('.wasm')).length, times);
      await end();
    });

    test('an English page does without words of other languages, another mostly has its own', async () => {
      for (const lang of ['en', 'en_US']) {
        const { page, end } = await stage.open('/a.html', {
          html: FOLDER.replace('lang="en"', `lang="${lang}"`),
          policy: STRICT_POLICY,
        });
        await inPanel(page, '.marks');
        assert.deepEqual((await requested(page)).filter(isCoreWords), [], `claimed: ${lang}`);
        await end();
      }
      for (const [lang, ...wanted] of [
        ['de', 'core-de'],
        ['en', 'core-all'],
        ['fr', 'core-fr', 'core-all'],
        ['tlh', 'core-all'],
      ]) {
        const { page, end } = await stage.open('/a.html', {
          html: GERMAN.replace('lang="de"', `lang="${lang}"`),
          policy: STRICT_POLICY,
        });
        await inPanel(page, 'li');
        assert.equal(JSON.parse(await summaryOf(page)).language, 'de', `claimed: ${lang}`);
        const files = (await requested(page)).filter(isCoreWords);
        const stems = files.map((path) => path.replace(/^.*\/|-\w+\.js$/g, ''));
        assert.deepEqual(stems, wanted, `claimed: ${lang}`);
        await end();
      }
    });

    test('where that file does not come the panel says that the engine cannot start', async () => {
      const { page, end } = await stage.open('/a.html', {
        html: GERMAN.replace('<article>', '<stand-first></stand-first><article>'),
        policy: STRICT_POLICY,
        missing: /core-de/,
      });
      await inPanel(page, '[data-state="failed"] .message');
      await end({ allowed: /404|Not Found|not loaded|MIME/i });
    });

    test('what a publisher says on the script or the element holds', async () => {
      const wishes =
        'data-placement="story" data-theme="dark" data-heading="At a glance" data-label="Our words" ' +
        'data-length="2" data-type="paragraph" data-for="story"';
      const { page, end } = await stage.open('/a.html', {
        html: FOLDER.replace('type="module"', `type="module" ${wishes}`).replace(
          '<article>',
          '<p>Another story, much longer than a line, stands on this page too.</p><article id="story">',
        ),
        policy: STRICT_POLICY,
      });
      await inPanel(page, 'li');
      const shown = await page.evaluate(() => {
        const element = /** @type {any} */ (document.querySelector('stand-first'));
        const root = element.shadowRoot;
        return {
          before: element.nextElementSibling?.textContent?.slice(0, 23),
          heading: root.querySelector('h2').textContent,
          label: root.querySelector('.label').textContent,
          sentences: root.querySelectorAll('li').length,
          type: root.querySelector('ol').dataset.type,
          scheme: getComputedStyle(element).colorScheme,
        };
      });
      assert.deepEqual(shown, {
        before: 'The town of Lower Aven ',
        heading: 'At a glance',
        label: 'Our words',
        sentences: 2,
        type: 'paragraph',
        scheme: 'dark',
      });
      const words = await page.evaluate(async () => {
        /** @type {any} */ (document.querySelector('stand-first')).dismiss();
        const element = /** @type {any} */ (document.createElement('stand-first'));
        element.labels = { heading: 'In a nutshell', show: 'To sentence {n}' };
        const ready = new Promise((resolve) =>
          element.addEventListener('stand-first-ready', resolve),
        );
        document.querySelector('article')?.before(element);
        await ready;
        const root = element.shadowRoot;
        return [
          root.querySelector('h2').textContent,
          root.querySelector('li:nth-child(2) button').title,
        ];
      });
      assert.deepEqual(words, ['In a nutshell', 'To sentence 2']);
      await end();
    });

    test('a script behind a redirect places itself; a heading that says nothing is the usual one', async () => {
      const { page, end } = await stage.open('/a.html', {
        html: FOLDER.replace(
          'src="/standfirst/define.js"',
          'src="/latest/define.js?v=1" data-heading="" data-length="2"',
        ),
        policy: STRICT_POLICY,
      });
      await inPanel(page, 'li');
      const shown = await page.evaluate(() => {
        const root = /** @type {any} */ (document.querySelector('stand-first')).shadowRoot;
        return [root.querySelector('h2').textContent, root.querySelectorAll('li').length];
      });
      assert.deepEqual(shown, ['In short', 2]);
      await end();
    });

    test('the folder and the single file fall back to JavaScript, to the same bytes', async () => {
      const summaries = [];
      for (const [html, policy] of [
        [FOLDER, STRICT_POLICY],
        [FOLDER, NO_WASM_POLICY],
        [single(''), STRICT_POLICY],
        [single(''), NO_WASM_POLICY],
      ]) {
        const { page, end } = await stage.open('/a.html', { html, policy });
        await inPanel(page, 'li');
        summaries.push(await summaryOf(page));
        assert.deepEqual(
          await page.evaluate(() => document.querySelectorAll('script[src$="core.js"]').length),
          0,
        );
        await end({ allowed: /wasm|WebAssembly/ });
      }
      assert.deepEqual(new Set(summaries), new Set([summaries[0]]));
    });

    test('the single file is one request, from another origin, held to its hash', async () => {
      const origin = stage.url.replace('localhost', '127.0.0.1');
      const policy = STRICT_POLICY.replace(
        "script-src 'self'",
        `script-src ${origin} ${stage.url}/faults.js`,
      );
      const { page, end } = await stage.open('/a.html', { html: single(origin), policy });
      await inPanel(page, '.marks');
      assert.deepEqual(await requested(page), ['/single/standfirst.js']);
      await end({ allowed: /^request to .*\/single\/standfirst.js$/ });
    });

    test('the single file runs no JavaScript core but its own', async () => {
      const { page, end } = await stage.open('/a.html', {
        html: single('').replace('<h1>', '<stand-first></stand-first><h1>'),
        policy: NO_WASM_POLICY,
        changed: { '/single/standfirst-core.js': 'globalThis.taken = true;' },
      });
      await inPanel(page, '[data-state="failed"] .message');
      assert.equal(await page.evaluate(() => 'taken' in globalThis), false);
      await end({ allowed: /wasm|WebAssembly|integrity|violation|not loaded/i });
    });

    test('the import map’s hashes are those of the folder, and hold', async () => {
      const { page, end } = await stage.open('/a.html', { html: mapped(importmap.integrity) });
      await inPanel(page, '.marks');
      await end();
      const lying = Object.fromEntries(
        Object.keys(importmap.integrity).map((path) => [path, files['standfirst.js']]),
      );
      const refused = await stage.open('/a.html', { html: mapped(lying) });
      assert.equal(
        await refused.page.evaluate(() => customElements.get('stand-first') === undefined),
        true,
      );
      await refused.end({ allowed: /integrity|not loaded/i });
    });
  });
}
