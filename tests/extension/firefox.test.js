/**
 * The built package in Firefox.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { automaticCases } from './cases/automatic.js';
import { cancelledCases } from './cases/cancelled.js';
import { coverCases } from './cases/covers.js';
import { headlineCases } from './cases/headlines.js';
import { hostileCases } from './cases/hostile.js';
import { lifeCases } from './cases/life.js';
import { ownPageCases } from './cases/own-pages.js';
import { pageCases } from './cases/pages.js';
import { placeCases } from './cases/places.js';
import { settingsCases } from './cases/settings.js';
import { styleCases } from './cases/styles.js';
import { Session } from './cases/session.js';
import { allowed, firstLine, undo, untilAllowed, untilArranged } from './sites.js';
import { startFirefox } from './firefox.js';
import { openOptions } from './options.js';
import { panelGone, panelOf, POLLING_MS, untilSays } from './panel.js';

pageCases('Firefox', startFirefox);
hostileCases('Firefox', startFirefox);
placeCases('Firefox', startFirefox);
coverCases('Firefox', startFirefox);
headlineCases('Firefox', startFirefox);
styleCases('Firefox', startFirefox);
lifeCases('Firefox', startFirefox);
cancelledCases('Firefox', startFirefox);
ownPageCases('Firefox', startFirefox);
settingsCases('Firefox', startFirefox);

describe("Firefox's context menu", () => {
  const session = new Session(startFirefox);

  for (const { label, selects } of [
    { label: 'Summarize the selected text', selects: 'paragraphs' },
    { label: 'Summarize the selected text', selects: 'a few words' },
    { label: 'Show or remove the summary', selects: '' },
  ]) {
    test(`${label} ${selects}`, async () => {
      const inWindow = chromeOf(session);
      const page = await session.extended.open(session.site.page('feature-en'));
      const spot = await page.evaluate((selecting) => {
        const [first, last] = [...document.querySelectorAll('p')]
          .filter((one) => (one.textContent ?? '').length > 200)
          .slice(2, 5);
        first.scrollIntoView({ block: 'center' });
        const few = selecting === 'a few words';
        const [words] = first.childNodes;
        if (few) getSelection()?.setBaseAndExtent(words, 0, words, 40);
        else if (selecting)
          getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
        const { left, top } = first.getBoundingClientRect();
        const text = (few ? first.textContent : getSelection()?.toString()) ?? '';
        return { x: left + 30, y: top + 12, text };
      }, selects);
      await page.bringToFront();
      await page.mouse.click(spot.x, spot.y, { button: 'right' });
      await inWindow(`
        const menu = document.getElementById('contentAreaContextMenu');
        const item = () => [...menu.querySelectorAll('menuitem')]
          .find((one) => one.getAttribute('label') === '${label}');
        while (menu.state !== 'open' || !item()) await new Promise((done) => setTimeout(done, 20));
        menu.activateItem(item());
      `);
      const panel = await panelOf(page);
      assert.equal(panel.state, 'ready');
      const text = spot.text.replace(/\s+/g, ' ');
      for (const sentence of selects ? panel.sentences : []) assert.ok(text.includes(sentence));
      await session.extended.press(page);
      await panelGone(page);
      await page.close();
    });
  }
});

describe("Firefox's button and its menu", () => {
  const session = new Session(startFirefox);
  const choose = (/** @type {string} */ label) =>
    chromeOf(session)(`
      const id = 'standfirst_standfirst_example';
      CustomizableUI.addWidgetToArea(id + '-browser-action', CustomizableUI.AREA_NAVBAR);
      const menu = document.getElementById('toolbar-context-menu');
      const shown = new Promise((done) => menu.addEventListener('popupshown', done, { once: true }));
      document.getElementById(id + '-BAP').dispatchEvent(new MouseEvent('contextmenu', {
        bubbles: true, cancelable: true, button: 2, view: window,
      }));
      await shown;
      const hidden = new Promise((done) => menu.addEventListener('popuphidden', done, { once: true }));
      menu.activateItem([...menu.querySelectorAll('menuitem')]
        .find((one) => one.getAttribute('label') === '${label}'));
      await hidden;
    `);

  test('a site is allowed, and taken back there or in the settings of the browser', async () => {
    const { welcome } = session.extended;
    const page = await session.extended.open(session.site.page('wordpress-talks'));
    const { origin } = new URL(page.url());
    const pattern = 'http://localhost/*';
    const none = { origins: [], scripts: [], sites: [] };
    for (const end of ['menu', 'settings', 'undo']) {
      await page.bringToFront();
      await choose('Always show on this site, or stop');
      assert.equal((await panelOf(page)).state, 'ready', 'shown at once');
      await untilAllowed(welcome, true);
      const given = { origins: [pattern], scripts: [[pattern]], sites: [origin] };
      assert.deepEqual(await allowed(welcome), given);
      const { text } = await firstLine(page);
      assert.equal(text, `Standfirst now shows by itself: ${new URL(origin).host} Undo`);
      if (end !== 'undo') {
        await page.reload();
        assert.equal((await panelOf(page)).state, 'ready', 'shown without being asked');
      }
      if (end === 'menu') await choose('Always show on this site, or stop');
      else if (end === 'undo') await undo(page, welcome);
      else {
        await welcome.evaluate((own) => chrome.permissions.remove({ origins: [own] }), pattern);
      }
      await untilAllowed(welcome, false);
      assert.deepEqual(await allowed(welcome), none, end);
      if (end === 'undo') {
        const { text: said, hasFocus } = await firstLine(page);
        assert.deepEqual({ said, hasFocus }, { said: 'Undone.', hasFocus: true });
      }
      await page.reload();
    }
    await page.close();
  });

  for (const { what, automatic } of [
    { what: 'came from another browser', automatic: 'sites' },
    { what: 'was kept while summaries unasked were off', automatic: 'off' },
  ]) {
    test(`a site that ${what} is allowed by the menu, and not taken back`, async () => {
      const { welcome } = session.extended;
      const page = await session.extended.open(session.site.page('wordpress-talks'));
      const { origin } = new URL(page.url());
      await welcome.evaluate((settings) => chrome.storage.sync.set({ settings }), {
        automatic,
        sites: [origin],
      });
      await page.bringToFront();
      await choose('Always show on this site, or stop');
      await untilAllowed(welcome, true);
      assert.deepEqual((await allowed(welcome)).sites, [origin]);
      await panelOf(page);
      await choose('Always show on this site, or stop');
      await untilAllowed(welcome, false);
      assert.deepEqual((await allowed(welcome)).sites, []);
      await page.close();
    });
  }

  test('what came without its permission is asked for on the options page', async () => {
    const { welcome } = session.extended;
    const sites = ['https://a.example', 'https://b.example'];
    await welcome.evaluate((settings) => chrome.storage.sync.set({ settings }), {
      automatic: 'sites',
      sites,
    });
    const options = await openOptions(session.extended);
    const untilMissing = (/** @type {boolean} */ wanted) =>
      options.waitForFunction(
        (is) => document.getElementById('missing')?.hidden === !is,
        { polling: POLLING_MS },
        wanted,
      );
    await untilMissing(true);
    assert.equal(
      await options.evaluate(() => document.querySelector('#missing p')?.textContent),
      `In this browser, permission is still missing for: ${sites.join(', ')}`,
    );
    await options.click('#allow');
    await untilMissing(false);
    await untilAllowed(welcome, true);
    const { origins } = await allowed(welcome);
    assert.deepEqual(origins, ['https://a.example/*', 'https://b.example/*']);
    assert.equal(
      await options.evaluate(() => /** @type {any} */ (document.activeElement)?.value),
      'sites',
      'the focus is not lost with the button',
    );
    await welcome.evaluate(() => chrome.permissions.remove({ origins: ['https://b.example/*'] }));
    await welcome.waitForFunction(
      async () => {
        const { settings } = /** @type {any} */ (await chrome.storage.sync.get());
        return settings.sites.join() === 'https://a.example';
      },
      { polling: POLLING_MS },
    );
    await welcome.evaluate(() => chrome.permissions.remove({ origins: ['https://a.example/*'] }));
    await untilAllowed(welcome, false);
    await welcome.evaluate(() => chrome.storage.sync.clear());
    await options.close();
  });

  test('what was allowed is said in a panel that stands, and nothing moves', async () => {
    const { welcome } = session.extended;
    const page = await session.extended.open(session.site.page('wordpress-talks'));
    await session.extended.press(page);
    await panelOf(page);
    const before = await firstLine(page);
    await choose('Always show on this site, or stop');
    await untilAllowed(welcome, true);
    await page.waitForFunction(
      () => {
        const root = document.querySelector('[data-by="extension"]')?.shadowRoot;
        return root?.querySelector('[role="status"]')?.textContent?.includes('now shows by itself');
      },
      { polling: POLLING_MS },
    );
    const after = await firstLine(page);
    assert.deepEqual(after.boxes, before.boxes);
    await undo(page, welcome);
    await untilAllowed(welcome, false);
    assert.deepEqual((await firstLine(page)).boxes, before.boxes);
    await page.close();
  });

  test('on a page without an article it is said too', async () => {
    const { welcome } = session.extended;
    const links = '<li><a href="/">A place to go</a></li>'.repeat(60);
    const page = await session.extended.open(session.site.own(`<title>Places</title>${links}`));
    await page.bringToFront();
    await choose('Always show on this site, or stop');
    assert.equal((await panelOf(page)).state, 'not-an-article');
    assert.match((await firstLine(page)).text, /now shows by itself/);
    await undo(page, welcome);
    await untilAllowed(welcome, false);
    await page.close();
  });

  test('all sites: allowed on the options page, and taken back there; a site of its own stays', async () => {
    const { welcome } = session.extended;
    const page = await session.extended.open(session.site.page('wordpress-talks'));
    await page.bringToFront();
    await choose('Always show on this site, or stop');
    await untilAllowed(welcome, true);
    const one = await allowed(welcome);
    const options = await openOptions(session.extended);
    await options.click('[name="automatic"][value="all"]');
    await options.waitForFunction(() => document.getElementById('undo')?.hidden === false, {
      polling: POLLING_MS,
    });
    assert.equal(
      await options.evaluate(() => document.getElementById('status')?.textContent),
      'Standfirst now shows by itself: On all sites',
    );
    assert.ok((await allowed(welcome)).origins?.includes('https://*/*'));
    await options.focus('#undo');
    await options.keyboard.press('Enter');
    await untilSays(options, 'status', 'Undone.');
    const left = await options.evaluate(() => ({
      focus: /** @type {HTMLInputElement} */ (document.activeElement).value,
      undo: document.getElementById('undo')?.hidden,
    }));
    assert.deepEqual(left, { focus: 'sites', undo: true });
    await untilArranged(welcome, one.scripts);
    assert.deepEqual(await allowed(welcome), one);
    await options.evaluate(() =>
      document.getElementById('sites')?.querySelector('button')?.click(),
    );
    await untilAllowed(welcome, false);
    assert.deepEqual((await allowed(welcome)).sites, []);
    for (const own of [options, page]) await own.close();
  });

  test('the sidebar opens, takes the summaries while it is open, and stays as tabs change', async () => {
    const { welcome } = session.extended;
    const first = await session.extended.open(session.site.page('wordpress-talks'));
    await first.bringToFront();
    await choose('Open the side panel');
    const untilTold = (/** @type {string} */ title) =>
      welcome.waitForFunction(
        (wanted) => {
          const [side] = chrome.extension.getViews(/** @type {any} */ ({ type: 'sidebar' }));
          return side?.document.getElementById('title')?.textContent?.includes(wanted);
        },
        { polling: POLLING_MS },
        title,
      );
    await welcome.waitForFunction(
      () => {
        const [side] = chrome.extension.getViews(/** @type {any} */ ({ type: 'sidebar' }));
        return side?.document.getElementById('empty')?.hidden === false;
      },
      { polling: POLLING_MS },
    );
    await session.extended.press(first);
    await untilTold('Strait of Ansa');
    const second = await session.extended.open(session.site.page('feature-en'));
    await session.extended.press(second);
    await untilTold('lamp trimmer');
    assert.ok(await second.evaluate(() => !document.querySelector('[data-by="extension"]')));
    await first.bringToFront();
    await untilTold('Strait of Ansa');
    await chromeOf(session)('SidebarController.hide();');
    await welcome.waitForFunction(
      () => chrome.extension.getViews(/** @type {any} */ ({ type: 'sidebar' })).length === 0,
      { polling: POLLING_MS },
    );
    await session.extended.press(first);
    assert.equal((await panelOf(first)).state, 'ready', 'with the sidebar closed, in the page');
  });
});

describe('Firefox: shown without being asked', () => {
  const session = new Session(startFirefox);

  automaticCases(session, async ({ automatic, sites }) => {
    const options = await openOptions(session.extended);
    await options.evaluate(async (own) => {
      const { settings } = await chrome.storage.sync.get();
      await chrome.storage.sync.set({ settings: { .../** @type {any} */ (settings), sites: own } });
    }, sites);
    // A real click: only then may the page ask for the sites.
    await options.click(`[name="automatic"][value="${automatic}"]`);
    await options.waitForFunction(
      (given) =>
        given
          ? document.getElementById('undo')?.hidden === false
          : document.getElementById('status')?.textContent === 'Saved',
      { polling: POLLING_MS },
      automatic !== 'off',
    );
    const { origins } = await options.evaluate(() => chrome.permissions.getAll());
    assert.equal((origins ?? []).length > 0, automatic === 'all', 'given, and taken back');
    await options.close();
  });
});

/** @param {Session} session */
function chromeOf(session) {
  const { inWindow } = /** @type {import('./firefox.js').Chrome} */ (
    /** @type {unknown} */ (session.extended)
  );
  return inWindow;
}
