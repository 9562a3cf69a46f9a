/**
 * The demo: an article with its standfirst, the comparison, and a text of one's own.
 */

import { after, before, test } from 'node:test';

import { openStage } from './harness.js';

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage('chromium');
});
after(() => stage?.close());

test('the demo shows an article, the comparison and a pasted text, with a clean console', async () => {
  const { page, end } = await stage.open('/');
  await page.waitForFunction(
    () =>
      document.querySelectorAll('#chosen li').length === 3 &&
      document.querySelectorAll('#lead li').length === 3 &&
      document.querySelector('iframe')?.contentDocument?.querySelector('stand-first'),
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
    document.querySelector('#result div')?.shadowRoot?.querySelector('li'),
  );
  await end();
});
