/**
 * What the tests look for in a page that the extension was called to.
 *
 * @module
 */

/** @typedef {import('puppeteer-core').Page | import('puppeteer-core').Frame} Page a page or a frame of it */

const HOST = '[data-by="extension"]';

/** For how long a test waits for anything, on a machine with other work too. */
export const WITHIN_MS = 120_000;

/** A tab behind another paints nothing, so conditions are not asked by frames. */
export const POLLING_MS = 20;

/**
 * Waits until the panel stands and has settled, and says what it shows.
 *
 * @param {Page} page
 */
export async function panelOf(page) {
  await page.waitForFunction(
    (selector) => {
      const card = document.querySelector(selector)?.shadowRoot?.querySelector('.card');
      return card instanceof HTMLElement && card.dataset.state !== 'reading';
    },
    { polling: POLLING_MS },
    HOST,
  );
  return page.evaluate(async (selector) => {
    // Its place is settled right before the frame in which it is painted, ahead of this one's turn. A tab
    // that is behind another, or goes there meanwhile, has no frame.
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
      document.addEventListener('visibilitychange', resolve, { once: true });
      if (document.visibilityState !== 'visible') resolve(null);
    });
    const host = /** @type {HTMLElement} */ (document.querySelector(selector));
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    const card = /** @type {HTMLElement} */ (root.querySelector('.card'));
    const { width, height, left, right, top, bottom } = card.getBoundingClientRect();
    return {
      state: card.dataset.state,
      language: card.lang,
      direction: card.dir,
      place: host.dataset.place ?? 'text',
      before: host.previousElementSibling?.textContent?.trim() ?? '',
      message: root.querySelector('.message:not([hidden])')?.textContent ?? '',
      sentences: [...root.querySelectorAll('li p')].map((one) => one.textContent ?? ''),
      box: { width, height, left, right, top, bottom },
      background: getComputedStyle(card).backgroundColor,
      fontSize: getComputedStyle(card).fontSize,
    };
  }, HOST);
}

/**
 * Waits until what answers a person is there: until then its file is being asked for.
 *
 * @param {Page} page
 */
export async function panelAnswers(page) {
  await page.waitForFunction(
    (selector) => document.querySelector(selector)?.shadowRoot?.querySelector('.strip'),
    { polling: POLLING_MS },
    HOST,
  );
}

/** @param {Page} page */
export async function panelGone(page) {
  await page.waitForFunction(
    (selector) => !document.querySelector(selector),
    { polling: POLLING_MS },
    HOST,
  );
}

/**
 * Waits until an element says something.
 *
 * @param {Page} page
 * @param {string} id of the element
 * @param {string} text
 */
export async function untilSays(page, id, text) {
  await page.waitForFunction(
    (own, wanted) => document.getElementById(own)?.textContent === wanted,
    { polling: POLLING_MS },
    id,
    text,
  );
}

/** The page's HTML. @param {Page} page */
export function html(page) {
  return page.evaluate(() => document.documentElement.outerHTML);
}
