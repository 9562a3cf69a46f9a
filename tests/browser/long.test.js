/**
 * A text so long that the page would stutter is summarised by a worker, in Chromium, Firefox and WebKit;
 * where there may be none, by the page itself, and alike.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { ENGINES, STRICT_POLICY, openStage } from './harness.js';

const NUMBERS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** An article of some 500,000 letters. */
const LONG =
  '<!doctype html><html lang="en"><link rel="icon" href="/demo/icon.svg"><title>The bridge book</title><article><h1>The bridge book</h1>' +
  Array.from({ length: 4000 }, (_, at) => {
    const [a, b] = [NUMBERS[at % 8], NUMBERS[(at >> 3) % 8]];
    return `<p>In year ${at} the ${a} mason of Kell told the ${b} council that arch ${at * 7} would hold the carts of winter.</p>`;
  }).join('') +
  '</article>';

/** Counts the page's workers, and has the page say what it shows. */
const SCRIPT = '<script src="/count.js"></script><script type="module" src="EMBED"></script>';
const COUNT = `globalThis.workers = 0;
globalThis.Worker = class extends Worker {
  constructor(...given) { super(...given); globalThis.workers += 1; }
};`;

/** @param {string} embed */
const page = (embed) => LONG.replace('<title>', `${SCRIPT.replace('EMBED', embed)}<title>`);

for (const engine of ENGINES) {
  describe(`a long text in ${engine}`, () => {
    /** @type {Awaited<ReturnType<typeof openStage>>} */
    let stage;
    before(async () => {
      stage = await openStage(engine);
    });
    after(() => stage?.close());

    /**
     * @param {string} embed
     * @param {string} policy
     * @param {RegExp} [allowed]
     */
    async function shown(embed, policy, allowed) {
      const html = page(embed);
      const changed = { '/count.js': COUNT };
      const { page: opened, end } = await stage.open('/long.html', { html, policy, changed });
      await opened.waitForFunction(
        () => /** @type {any} */ (document.querySelector('stand-first'))?.state === 'ready',
      );
      const seen = await opened.evaluate(() => ({
        workers: /** @type {any} */ (globalThis).workers,
        sentences: /** @type {any} */ (document.querySelector('stand-first')).summary.sentences,
      }));
      await end({ allowed });
      return seen;
    }

    test('by a worker, under a strict policy, as the page itself would', async () => {
      const apart = await shown('/standfirst/define.js', STRICT_POLICY);
      assert.equal(apart.workers, 1);
      assert.equal(apart.sentences.length, 3);
      const here = await shown('/single/standfirst.js', STRICT_POLICY);
      assert.equal(here.workers, 0, 'the single file has none');
      assert.deepEqual(here.sentences, apart.sentences);
    });

    test('by the page where its policy allows no worker', async () => {
      const policy = `${STRICT_POLICY}; worker-src 'none'`;
      const { sentences } = await shown('/standfirst/define.js', policy, /worker/i);
      assert.equal(sentences.length, 3);
    });
  });
}
