/**
 * The extension by hand: real keys and a real mouse on a display of its own, through the browser's
 * shortcuts, menus and questions.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';

import { Session } from './cases/session.js';
import { startChromium } from './chromium.js';
import { openDisplay, WINDOW } from './display.js';
import { startFirefox } from './firefox.js';
import { openOptions } from './options.js';
import { panelGone, panelOf, POLLING_MS, untilSays } from './panel.js';
import { allowed, firstLine, undo, untilAllowed } from './sites.js';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./display.js').Display} Display */

/** In the language that the tests' browsers speak, from the bottom of each menu of a page. */
const ENTRIES = [
  { what: 'page', selects: false, ups: 3 },
  { what: 'selection', selects: true, ups: 2 },
];

/** The extension's button in Chromium's toolbar, from the right edge of the window. */
const BUTTON = { x: WINDOW.width - 149, y: 62 };

/** The answers to Chromium's question for a site, below the middle of its toolbar. */
const DENY = { x: WINDOW.width / 2 + 92, y: 270 };
const ALLOW = { x: WINDOW.width / 2 + 168, y: 270 };

describe('Chromium, by hand', () => {
  const { session, hand } = byHand('chromium', (site, display) => startChromium(site, { display }));

  test('the key shows the summary, and removes it', async () => {
    const page = await session.extended.open(session.site.page('feature-en'));
    await showAndRemove(page, 'alt+shift+s', hand());
    await page.close();
  });

  test('another key can be set; the options page then names it', async () => {
    const list = await session.extended.browser.newPage();
    await list.goto('chrome://extensions');
    const setKey = (/** @type {string} */ keybinding) =>
      list.evaluate(
        (extensionId, keys) =>
          /** @type {any} */ (chrome).developerPrivate.updateExtensionCommand({
            extensionId,
            commandName: '_execute_action',
            keybinding: keys,
          }),
        session.extended.id,
        keybinding,
      );
    await setKey('Alt+Shift+K');
    const options = await openOptions(session.extended);
    await untilSays(options, 'shortcut', 'Alt+Shift+K');
    const page = await session.extended.open(session.site.page('feature-en'));
    await showAndRemove(page, 'alt+shift+k', hand());
    await setKey('Alt+Shift+S');
    for (const one of [list, options, page]) await one.close();
  });

  for (const { what, selects, ups } of ENTRIES) {
    test(`the entry for the ${what} in the context menu`, async () => {
      const page = await session.extended.open(session.site.page('feature-en'));
      const spot = await paragraphs(page, selects);
      await hand().openMenu(spot);
      hand().type(...Array(ups).fill('Up'), 'Return');
      const panel = await panelOf(page);
      assert.equal(panel.state, 'ready');
      for (const sentence of selects ? panel.sentences : []) {
        assert.ok(spot.text.includes(sentence), sentence);
      }
      await page.close();
    });
  }

  test('a site is asked for at that moment, refused, given, and taken back', async () => {
    const { welcome } = session.extended;
    const page = await session.extended.open(session.site.page('feature-en'));
    const { origin } = new URL(page.url());
    const choose = async () => {
      await hand().openMenu(BUTTON);
      hand().type('Down', 'Return');
    };
    await choose();
    await hand().answer(DENY);
    const none = { origins: [], scripts: [], sites: [] };
    assert.deepEqual(await allowed(welcome), none, 'refused');
    await choose();
    await hand().answer(ALLOW);
    assert.equal((await panelOf(page)).state, 'ready', 'shown at once');
    await untilAllowed(welcome, true);
    assert.deepEqual(await allowed(welcome), {
      origins: ['http://localhost/*'],
      scripts: [['http://localhost/*']],
      sites: [origin],
    });
    await untilFirstLine(page, `Standfirst now shows by itself: ${new URL(origin).host} Undo`);
    const { boxes } = await firstLine(page);
    await undo(page, welcome);
    await untilAllowed(welcome, false);
    assert.deepEqual(await allowed(welcome), none, 'taken back in the panel');
    // What was once given is given again without a question.
    await choose();
    await untilFirstLine(page, `Standfirst now shows by itself: ${new URL(origin).host} Undo`);
    assert.deepEqual((await firstLine(page)).boxes, boxes, 'nothing moves');
    await untilAllowed(welcome, true);
    await page.reload();
    assert.equal((await panelOf(page)).state, 'ready', 'shown without being asked');
    await choose();
    await untilAllowed(welcome, false);
    assert.deepEqual(await allowed(welcome), none, 'taken back by the menu');
    await choose();
    await untilAllowed(welcome, true);
    await welcome.evaluate(() => chrome.permissions.remove({ origins: ['http://localhost/*'] }));
    await untilAllowed(welcome, false);
    await welcome.waitForFunction(
      async () => {
        const { settings } = /** @type {any} */ (await chrome.storage.sync.get());
        return settings.sites.length === 0;
      },
      { polling: POLLING_MS },
    );
    await page.reload();
    // Had it shown itself, the key would remove it.
    hand().type('alt+shift+s');
    assert.equal((await panelOf(page)).state, 'ready');
    await page.close();
  });

  test('all sites are asked for on the options page, and taken back there', async () => {
    const options = await openOptions(session.extended);
    await untilSays(options, 'shortcut', 'Alt+Shift+S');
    // The question is seen by the darkening of a white page.
    await options.evaluate(() => {
      for (const one of [document.documentElement, document.body]) one.style.background = '#fff';
    });
    await options.click('[name="automatic"][value="all"]');
    await hand().answer(ALLOW);
    await untilSays(options, 'status', 'Standfirst now shows by itself: On all sites');
    assert.deepEqual((await allowed(options)).origins, ['http://*/*', 'https://*/*']);
    await options.focus('#undo');
    await options.keyboard.press('Enter');
    await untilSays(options, 'status', 'Undone.');
    await untilAllowed(options, false);
    await options.close();
  });

  test("the side panel opens by the button's menu, with the summary of that tab", async () => {
    const page = await session.extended.open(session.site.page('feature-en'));
    const opened = session.extended.browser.waitForTarget((one) =>
      one.url().endsWith('/pages/side.html'),
    );
    await hand().openMenu(BUTTON);
    hand().type('Down', 'Down', 'Return');
    const side = await (await opened).asPage();
    await side.waitForFunction(
      () => document.getElementById('panel')?.shadowRoot?.querySelectorAll('li').length === 3,
      { polling: POLLING_MS },
    );
    assert.ok(await page.evaluate(() => !document.querySelector('[data-by="extension"]')));
  });
});

describe('Firefox, by hand', () => {
  const { session, hand } = byHand('firefox', (site, display) => startFirefox(site, { display }));

  test('its own key shows the summary, and removes it', async () => {
    const page = await session.extended.open(session.site.page('feature-en'));
    await showAndRemove(page, 'alt+shift+q', hand());
    await page.close();
  });

  test('so does the usual key, where no menu of the browser has its letter', async () => {
    const { inWindow } = /** @type {import('./firefox.js').Chrome} */ (
      /** @type {unknown} */ (session.extended)
    );
    await inWindow(`
      for (const menu of document.querySelectorAll('#main-menubar > menu')) {
        if (menu.getAttribute('accesskey').toLowerCase() === 's') menu.removeAttribute('accesskey');
      }
    `);
    const page = await session.extended.open(session.site.page('feature-en'));
    await showAndRemove(page, 'alt+shift+s', hand());
    await page.close();
  });

  test('another key can be set; the options page then names it', async () => {
    const { welcome } = session.extended;
    const setKey = (/** @type {string} */ shortcut) =>
      welcome.evaluate(
        (keys) =>
          /** @type {any} */ (chrome.commands).update({ name: '_execute_action', shortcut: keys }),
        shortcut,
      );
    await setKey('Alt+Shift+K');
    const options = await openOptions(session.extended);
    await untilSays(options, 'shortcut', 'Alt+Shift+K, Alt+Shift+Q');
    const page = await session.extended.open(session.site.page('feature-en'));
    await showAndRemove(page, 'alt+shift+k', hand());
    for (const one of [options, page]) await one.close();
  });
});

/**
 * @param {string} program the class of its windows
 * @param {(site: import('./server.js').Site, display: Display) => ReturnType<import('./cases/session.js').Start>} start
 */
function byHand(program, start) {
  /** @type {Display | null} */
  let display = null;
  const session = new Session(async (site) => {
    display = await openDisplay();
    const extended = await start(site, display);
    display.focus(program);
    return extended;
  });
  after(() => display?.close());
  return { session, hand: () => /** @type {Display} */ (display) };
}

/**
 * @param {Page} page
 * @param {string} key
 * @param {Display} hand
 */
async function showAndRemove(page, key, hand) {
  await page.bringToFront();
  await untilFocus(page, true);
  hand.type(key);
  const panel = await panelOf(page);
  assert.equal(panel.state, 'ready');
  assert.match(panel.before, /lamp trimmer/);
  hand.type(key);
  await panelGone(page);
}

/**
 * A spot in the text, in coordinates of the display, and some of the text selected if wanted.
 *
 * @param {Page} page
 * @param {boolean} selecting
 */
function paragraphs(page, selecting) {
  return page.evaluate((wanted) => {
    const [first, last] = [...document.querySelectorAll('p')]
      .filter((one) => (one.textContent ?? '').length > 200)
      .slice(2, 5);
    first.scrollIntoView({ block: 'center' });
    if (wanted) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
    const { left, top } = first.getBoundingClientRect();
    const text = (getSelection()?.toString() ?? '').replace(/\s+/g, ' ');
    return { text, x: screenX + left + 30, y: screenY + outerHeight - innerHeight + top + 12 };
  }, selecting);
}

/**
 * @param {Page} page
 * @param {string} text
 */
function untilFirstLine(page, text) {
  return page.waitForFunction(
    (wanted) => {
      const root = document.querySelector('[data-by="extension"]')?.shadowRoot;
      return (
        root?.querySelector('.foreign')?.textContent?.replace(/[\u2068\u2069]/g, '') === wanted
      );
    },
    { polling: POLLING_MS },
    text,
  );
}

/**
 * @param {Page} page
 * @param {boolean} wanted
 */
function untilFocus(page, wanted) {
  return page.waitForFunction(
    (has) => document.hasFocus() === has,
    { polling: POLLING_MS },
    wanted,
  );
}
