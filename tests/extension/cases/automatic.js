/**
 * Summaries that show without being asked for, once a person wants that.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { panelAnswers, panelGone, panelOf, POLLING_MS } from '../panel.js';
import { untilArranged } from '../sites.js';

/**
 * @param {import('./session.js').Session} session
 * @param {(wanted: {automatic: 'off' | 'all', sites: string[]}) => Promise<void>} choose as on the
 *   options page
 */
export function automaticCases(session, choose) {
  const article = () => session.site.page('wordpress-talks');

  test('wanted on all sites: an article shows its summary, another page nothing', async () => {
    await choose({ automatic: 'all', sites: [] });
    await untilArranged(session.extended.welcome, [['http://*/*', 'https://*/*']]);
    const links = '<li><a href="/">A place to go</a></li>'.repeat(60);
    const other = await session.extended.open(session.site.own(`<title>Places</title>${links}`));
    const page = await session.extended.open(article());
    assert.equal((await panelOf(page)).state, 'ready');
    await session.extended.press(page);
    await panelGone(page);
    // The other page was told before: a press there finds no panel to remove.
    await session.extended.press(other);
    assert.equal((await panelOf(other)).state, 'not-an-article');
    for (const one of [other, page]) await one.close();
  });

  test('so does a site that changes its article without loading a page', async () => {
    const page = await session.extended.open(article());
    const first = await panelOf(page);
    await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll('p')].filter(
        ({ textContent }) => (textContent ?? '').length > 100,
      );
      for (const [at, paragraph] of paragraphs.entries()) {
        paragraph.textContent =
          `The ferry number ${at + 1} left the harbour on Monday, said its captain in the morning. ` +
          `It had been repaired for ${at + 2} weeks, and ${at + 30} people came to see it off.`;
      }
      history.pushState(null, '', '?next');
    });
    await page.waitForFunction(
      (old) => {
        const card = document.querySelector('[data-by="extension"]')?.shadowRoot;
        const sentence = card?.querySelector('li p')?.textContent;
        return sentence && sentence !== old;
      },
      { polling: POLLING_MS },
      first.sentences[0],
    );
    await page.close();
  });

  test('taken back: nothing shows until it is asked for', async () => {
    await choose({ automatic: 'off', sites: [] });
    await untilArranged(session.extended.welcome, []);
    const page = await session.extended.open(article());
    // Had it shown itself, the press would remove it.
    await session.extended.press(page);
    assert.equal((await panelOf(page)).state, 'ready');
    // What it has to tell the background is told, and does not wake it later.
    await panelAnswers(page);
    await page.close();
  });

  test('then no page wakes the background', async () => {
    await session.extended.stopBackground();
    const page = await session.extended.open(article());
    await page.goto(session.site.page('news-de'));
    await page.close();
    assert.ok(await session.extended.isStopped());
  });
}
