/**
 * The background's engine held up while its file is on the way, so that work is under way, and more of it
 * waits, for as long as a test needs.
 *
 * @module
 */

import { POLLING_MS } from './panel.js';

/** What a page's title begins with. Beyond ASCII: such strings reach the core by an encoder. */
const MARK = '\u2020';

/**
 * @typedef {object} Held
 * @property {(count: number) => Promise<void>} untilAsked until so many summaries have been asked for, and
 *   as many pages told to open: the script asks ahead of that
 * @property {(count: number, leave: () => Promise<unknown>) => Promise<void>} untilGone lets tabs go, and
 *   waits until the background has heard of so many
 * @property {() => Promise<void>} release
 * @property {() => Promise<string[]>} worked the titles of the pages that the core was given
 */

/**
 * Starts a background whose engine waits.
 *
 * @param {import('./chromium.js').Extended} extended
 * @returns {Promise<Held>}
 */
export async function holdEngine(extended) {
  await extended.stopBackground();
  await extended.inBackground(hold);
  const untilTold = await countTold(extended);
  const until = (/** @type {string} */ condition) => inBackground(extended, condition);
  return {
    async untilAsked(count) {
      await until(`held.asked >= ${count}`);
      await untilTold(count);
    },
    async untilGone(count, leave) {
      // Each has loaded before.
      await extended.inBackground('({ held }) => held.gone.clear()');
      await leave();
      await until(`held.gone.size >= ${count}`);
    },
    release: () => extended.inBackground('({ held }) => held.release()'),
    worked: () => extended.inBackground('({ held }) => held.worked'),
  };
}

/**
 * Counts, in the background that runs now, the pages that say that they open.
 *
 * @param {import('./chromium.js').Extended} extended
 * @returns {Promise<(count: number) => Promise<void>>} waits for so many
 */
export async function countTold(extended) {
  await extended.inBackground((realm) => {
    const { tabs } = realm.chrome;
    const { sendMessage } = tabs;
    realm.told = 0;
    tabs.sendMessage = async (/** @type {any[]} */ ...request) => {
      const answer = await sendMessage.apply(tabs, request);
      if (answer === 'opening') realm.told += 1;
      return answer;
    };
  });
  return (count) => inBackground(extended, `told >= ${count}`);
}

/**
 * Waits for a condition of the background's.
 *
 * @param {import('./chromium.js').Extended} extended
 * @param {string} condition
 */
export async function inBackground(extended, condition) {
  while (!(await extended.inBackground(`({ held, told }) => ${condition}`))) {
    await new Promise((resolve) => setTimeout(resolve, POLLING_MS));
  }
}

/**
 * Starts a background that keeps back the script's last file.
 *
 * @param {import('./chromium.js').Extended} extended
 */
export async function holdLater(extended) {
  await extended.stopBackground();
  await extended.inBackground((realm) => {
    const { scripting } = realm.chrome;
    const { executeScript } = scripting;
    const held = { later: 0, release: () => {} };
    realm.held = held;
    const released = new Promise((resolve) => (held.release = () => resolve(null)));
    scripting.executeScript = async (/** @type {any} */ job) => {
      if (job.files?.includes('later.js')) {
        held.later += 1;
        await released;
      }
      return executeScript.call(scripting, job);
    };
  });
  return {
    untilAsked: () => inBackground(extended, 'held.later > 0'),
    release: () => extended.inBackground('({ held }) => held.release()'),
  };
}

/**
 * Starts a background that keeps back what a press tells pages.
 *
 * @param {import('./chromium.js').Extended} extended
 */
export async function holdTelling(extended) {
  await extended.stopBackground();
  await extended.inBackground((realm) => {
    const { tabs } = realm.chrome;
    const { sendMessage } = tabs;
    const held = { telling: 0, refused: 0, unhandled: 0, release: () => {} };
    realm.held = held;
    const released = new Promise((resolve) => (held.release = () => resolve(null)));
    tabs.sendMessage = async (/** @type {any[]} */ ...request) => {
      // Whether the script is there is asked too, where the browser refused it at first.
      if (request[1].type !== 'toggle') return sendMessage.apply(tabs, request);
      held.telling += 1;
      await released;
      try {
        return await sendMessage.apply(tabs, request);
      } catch (error) {
        held.refused += 1;
        throw error;
      }
    };
    realm.addEventListener('unhandledrejection', () => void (held.unhandled += 1));
  });
  return {
    untilTelling: () => inBackground(extended, 'held.telling > 0'),
    async release() {
      await extended.inBackground('({ held }) => held.release()');
      await inBackground(extended, 'held.refused > 0');
    },
    unhandled: () => extended.inBackground('({ held }) => held.unhandled'),
  };
}

/** @param {string} title one word */
export function markedArticle(title) {
  const paragraphs = Array.from(
    { length: 12 },
    (_, at) =>
      `<p>The harbour of town ${at} opened in May, said its mayor on Monday. It had been closed for ` +
      `${at + 2} years, and ${at + 40} boats came on the first day of the new season.</p>`,
  );
  const marked = `${MARK}${title}${MARK} ferry along the coast`;
  return `<title>${marked}</title><h1>${marked}</h1>${paragraphs.join('')}`;
}

/**
 * In the background: keeps the engine's file back, and notes what is asked for, whose tabs are gone and
 * whose pages the core is given.
 *
 * @param {any} realm
 */
function hold(realm) {
  const { chrome, TextEncoder } = realm;
  const held = { asked: 0, gone: new Set(), worked: new Array(), release: () => {} };
  realm.held = held;
  const released = new Promise((resolve) => (held.release = () => resolve(null)));
  const { fetch } = realm;
  realm.fetch = async (/** @type {any} */ ...request) => {
    if (String(request[0]).endsWith('.wasm')) await released;
    return fetch.apply(realm, request);
  };
  chrome.runtime.onMessage.addListener((/** @type {any} */ { type }) => {
    if (type === 'summarize') held.asked += 1;
  });
  chrome.tabs.onRemoved.addListener((/** @type {number} */ tabId) => void held.gone.add(tabId));
  chrome.tabs.onUpdated.addListener(
    (/** @type {number} */ tabId, /** @type {any} */ { status }) => {
      if (status === 'loading') held.gone.add(tabId);
    },
  );
  const { encodeInto } = TextEncoder.prototype;
  TextEncoder.prototype.encodeInto = function (
    /** @type {string} */ text,
    /** @type {any} */ into,
  ) {
    const [, title] = text.split('\u2020');
    if (title && !held.worked.includes(title)) held.worked.push(title);
    return encodeInto.call(this, text, into);
  };
}
