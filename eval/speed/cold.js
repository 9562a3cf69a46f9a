/**
 * First runs: every measurement in a browser context and a process of its own.
 *
 * @module
 */

/** @typedef {import('./warm.js').Stage} Stage */

const SYSTEMS = ['standfirst', 'readability'];

/**
 * From a page's load until nothing goes on in the browser any more: behind a load Chromium starts a process
 * for the page that may come next, which takes a machine's two cores for a tenth of a second.
 */
const REST_MS = 1500;

/** Pages on which the start and the panel are measured: enough for a median. */
const FEW = 24;

/**
 * The first run of each system on each page, its code loaded and the engine instantiated before.
 *
 * @param {Stage} stage
 * @returns {Promise<Record<string, number>[]>} milliseconds by system, one record a page
 */
export async function measureCold(stage) {
  return eachInTurn(stage, stage.addresses, (page, system) =>
    page.evaluate(async (system) => {
      const { prepare, run } = await import(
        /** @type {any} */ (`${location.origin}/script/${system}.js`)
      );
      await prepare();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const start = performance.now();
      await run(document);
      return performance.now() - start;
    }, system),
  );
}

/**
 * From nothing to the first answer: fetch, compile, instantiate, run.
 *
 * @param {Stage} stage
 */
export async function measureStart(stage) {
  return eachInTurn(stage, few(stage.addresses), (page, system) =>
    page.evaluate(async (system) => {
      const start = performance.now();
      const { run } = await import(/** @type {any} */ (`${location.origin}/script/${system}.js`));
      await run(document);
      return performance.now() - start;
    }, system),
  );
}

/**
 * @param {Stage} stage
 * @returns {Promise<{built: number, painted: number}[]>} one record a page that has a summary
 */
export async function measurePanel(stage) {
  const rows = [];
  for (const address of few(stage.addresses)) {
    const row = await afresh(stage, address, (page) =>
      page.evaluate(async () => {
        const { measure } = await import(/** @type {any} */ (`${location.origin}/script/panel.js`));
        return /** @type {Promise<{state: string, built: number, painted: number}>} */ (measure());
      }),
    );
    if (row.state === 'ready') rows.push(row);
  }
  return rows;
}

/** @param {string[]} addresses */
function few(addresses) {
  const step = Math.max(1, addresses.length / FEW);
  return addresses.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/**
 * @param {Stage} stage
 * @param {string[]} addresses
 * @param {(page: import('puppeteer-core').Page, system: string) => Promise<number>} measure
 */
async function eachInTurn(stage, addresses, measure) {
  const rows = [];
  for (const [at, address] of addresses.entries()) {
    /** @type {Record<string, number>} */
    const row = {};
    for (let turn = 0; turn < SYSTEMS.length; turn += 1) {
      const system = SYSTEMS[(turn + at) % SYSTEMS.length];
      row[system] = await afresh(stage, address, (page) => measure(page, system));
    }
    rows.push(row);
  }
  return rows;
}

/**
 * @template T
 * @param {Stage} stage
 * @param {string} address
 * @param {(page: import('puppeteer-core').Page) => Promise<T>} measure
 * @returns {Promise<T>}
 */
async function afresh({ browser }, address, measure) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(address);
    await new Promise((done) => setTimeout(done, REST_MS));
    return await measure(page);
  } finally {
    await context.close();
  }
}
