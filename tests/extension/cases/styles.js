/**
 * The panel and a page's styles: neither comes through to the other.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { panelGone, panelOf } from '../panel.js';
import { Session } from './session.js';

/** What a page's styles could change of the panel, and a panel's of the page; not what room changes. */
const LOOKS = [
  'display',
  'visibility',
  'opacity',
  'color',
  'background-color',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'text-align',
  'text-transform',
  'text-indent',
  'text-decoration-line',
  'text-shadow',
  'writing-mode',
  'list-style-type',
  'cursor',
  'position',
  'float',
  'border-top-width',
  'border-top-style',
  'box-sizing',
  'filter',
  'transform',
  'user-select',
  'pointer-events',
];

/** Pages that set what they can reach, as tables of rules. */
const SHEETS = {
  'div { display: none }': 'div { display: none !important }',
  'everything unset': '* { all: unset !important }',
  'everything initial and loud':
    '* { all: initial !important; color: lime !important; font: 90px cursive !important }',
  'small letters at the root': 'html { font-size: 62.5% }',
  'huge letters at the root': 'html { font-size: 60px !important }',
  zoom: 'html { zoom: 2 } article { zoom: .5 }',
  transforms: 'body { transform: scale(.9) rotate(1deg) } * { perspective: 300px }',
  'inherited text': `html, body { letter-spacing: 9px; word-spacing: 20px; text-transform: uppercase;
    text-indent: 5em; line-height: 4; font: italic 900 30px cursive; text-align: right;
    white-space: pre; text-shadow: 2px 2px red; cursor: none; pointer-events: none; user-select: none;
    visibility: visible; list-style: square; quotes: none; color: lime; direction: ltr }`,
  'rules for the elements a panel has': `section, header, h2, p, ol, li, button, input, label, span
    { display: none !important; font-size: 70px !important; color: lime !important; float: right }`,
  'names that a panel has': `[data-standfirst], [data-by], .card, #body, #heading, .message
    { display: none !important; opacity: 0 !important; filter: blur(9px); position: fixed }`,
  'a column of letters': 'body { writing-mode: vertical-rl; direction: rtl }',
};

/**
 * @param {string} name of the browser
 * @param {import('./session.js').Start} start
 */
export function styleCases(name, start) {
  describe(`${name}: a page's styles and the panel's`, () => {
    const session = new Session(start);
    /** @type {string[] | null} */
    let plain = null;

    for (const [what, rules] of Object.entries({ none: '', ...SHEETS })) {
      test(what, async () => {
        const inHead = `<style>${rules}</style>`;
        const page = await session.extended.open(session.site.page('wordpress-talks', { inHead }));
        const before = await pageLooks(page);
        await session.extended.press(page);
        assert.equal((await panelOf(page)).state, 'ready');
        const shown = await panelLooks(page);
        plain ??= shown.looks;
        assert.deepEqual(differences(shown.looks, plain), [], 'the panel looks as it should');
        assert.ok(
          shown.width > 100 && shown.height > 60,
          JSON.stringify([shown.width, shown.height]),
        );
        assert.deepEqual(
          differences(await pageLooks(page), before),
          [],
          'the page looks as before',
        );
        await session.extended.press(page);
        await panelGone(page);
        await page.close();
      });
    }
  });
}

/** Those parts of the panel that are there from the start, at any width. */
const PARTS = '.card, h2, ol, li, li p, .dismiss, .label, .foreign';

/** @param {import('puppeteer-core').Page} page */
function panelLooks(page) {
  return page.evaluate(
    (names, parts) => {
      const host = /** @type {HTMLElement} */ (document.querySelector('[data-by="extension"]'));
      const all = /** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll(parts);
      const { width, height } = all[0].getBoundingClientRect();
      const looks = [...all].flatMap((element) => {
        const style = getComputedStyle(element);
        const own = `${element.localName} ${element.className}`;
        return names.map((name) => `${own} ${name}: ${style.getPropertyValue(name)}`);
      });
      return { looks, width, height };
    },
    LOOKS,
    PARTS,
  );
}

/** @param {import('puppeteer-core').Page} page */
function pageLooks(page) {
  return page.evaluate(
    (names) =>
      [...document.querySelectorAll('body, body *')]
        .filter((element) => !element.matches('[data-by="extension"]'))
        .flatMap((element) => {
          const style = getComputedStyle(element);
          return names.map(
            (name) => `${element.localName} ${name}: ${style.getPropertyValue(name)}`,
          );
        }),
    LOOKS,
  );
}

/**
 * @param {string[]} found
 * @param {string[]} wanted
 */
function differences(found, wanted) {
  const lines = wanted.flatMap((line, at) =>
    line === found[at] ? [] : [`${line} | ${found[at]}`],
  );
  if (found.length !== wanted.length) lines.push(`${wanted.length} lines, ${found.length} found`);
  return lines;
}
