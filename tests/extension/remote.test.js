/**
 * The engine by messages: both sides joined by a channel as lossy as a browser's.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PART_UNITS, remoteEngine } from '../../www/engine/remote.js';
import { serveEngine } from '../../www/engine/serve.js';

/** @typedef {import('../../www/types.js').FlatPage} FlatPage */

/** @type {FlatPage} */
const SMALL = {
  text: 'One.\0Two \u{1F600}.',
  descriptors: 'p\u0001\u0001',
  metadata: 'title\0A title',
  elements: Uint32Array.of(0, 0, 0),
  blocks: Uint32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
  plain: false,
};

/** A page of several parts, a surrogate pair on every border. */
const LARGE = { ...SMALL, text: `x${'\u{1F600}'.repeat(PART_UNITS * 1.5)}` };

/** An engine that gives back what it was given. */
const echo = {
  /** @param {FlatPage} page @param {object} [options] */
  summarize: async (page, options) => /** @type {any} */ ({ page, options }),
  /** @param {string} text */
  segment: async (text) => text.split(' '),
};

/**
 * A channel over JSON, as Chromium's is.
 *
 * @param {() => import('../../www/engine/serve.js').Service} service
 * @param {(request: any, count: number) => void} [onRequest]
 */
function channel(service, onRequest = () => {}) {
  let count = 0;
  return async (/** @type {any} */ request) => {
    count += 1;
    onRequest(request, count);
    const answer = await service().answer(JSON.parse(JSON.stringify(request)), 1);
    return answer ? JSON.parse(JSON.stringify(answer)) : undefined;
  };
}

/** @param {FlatPage} page */
const plain = (page) => JSON.parse(JSON.stringify(page));

for (const [name, page] of Object.entries({ SMALL, LARGE })) {
  test(`a ${name.toLowerCase()} page arrives as it was sent`, async () => {
    const service = serveEngine(echo);
    const engine = remoteEngine(channel(() => service));
    const answer = /** @type {any} */ (await engine.summarize(page, { sentences: 4 }));
    assert.deepEqual(answer, { page: plain(page), options: { sentences: 4 } });
  });
}

test('no message is longer than a part', async () => {
  const service = serveEngine(echo);
  /** @type {number[]} */
  const lengths = [];
  const engine = remoteEngine(
    channel(
      () => service,
      (request) => lengths.push(request.part?.value.length ?? request.parts.length),
    ),
  );
  await engine.summarize(LARGE);
  assert.ok(lengths.length > 3 && Math.max(...lengths) <= PART_UNITS);
});

test('sentences are cut on the other side', async () => {
  const service = serveEngine(echo);
  const engine = remoteEngine(channel(() => service));
  assert.deepEqual(await engine.segment('a b'), ['a', 'b']);
});

for (const stopped of [1, 2, 3, 4, 5, 6, 7]) {
  test(`a background that is stopped before message ${stopped} is sent everything again`, async () => {
    let service = serveEngine(echo);
    const engine = remoteEngine(
      channel(
        () => service,
        (_, count) => {
          if (count === stopped) service = serveEngine(echo);
        },
      ),
    );
    const answer = /** @type {any} */ (await engine.summarize(LARGE));
    assert.equal(answer.page.text, LARGE.text);
  });
}

test('a background that dies at work is asked once more, not for ever', async () => {
  let asked = 0;
  const deaf = remoteEngine(async () => {
    asked += 1;
    return undefined;
  });
  await assert.rejects(deaf.summarize(SMALL), { code: 'unreachable' });
  assert.equal(asked, 2);
  let first = true;
  const service = serveEngine(echo);
  const once = remoteEngine(
    channel(
      () => service,
      () => {
        if (first) {
          first = false;
          throw new Error('the message channel closed before a response was received');
        }
      },
    ),
  );
  assert.equal(/** @type {any} */ (await once.summarize(SMALL)).page.text, SMALL.text);
});

test("the engine's failure keeps its code", async () => {
  const service = serveEngine({
    ...echo,
    summarize: () => Promise.reject(Object.assign(new Error('trapped'), { code: 'trap' })),
  });
  const engine = remoteEngine(channel(() => service));
  await assert.rejects(engine.summarize(SMALL), { code: 'trap', message: 'trapped' });
});

test('an abort ends the wait at once, and the work that has not begun', async () => {
  let begun = 0;
  /** @type {(value: any) => void} */
  let finishFirst = () => {};
  const service = serveEngine({
    ...echo,
    summarize: () => {
      begun += 1;
      return new Promise((resolve) => (finishFirst = resolve));
    },
  });
  const engine = remoteEngine(channel(() => service));
  const first = engine.summarize(SMALL);
  const stop = new AbortController();
  const second = engine.summarize(SMALL, {}, stop.signal);
  stop.abort();
  await assert.rejects(second, { name: 'AbortError' });
  // The first begins in a later task; the second must not follow it.
  await new Promise((resolve) => setImmediate(resolve));
  while (begun === 0) await new Promise((resolve) => setImmediate(resolve));
  finishFirst({ done: true });
  assert.deepEqual(await first, { done: true });
  await engine.segment('a');
  assert.equal(begun, 1);
});

test('what is not for the engine is left to others', () => {
  const service = serveEngine(echo);
  for (const request of [undefined, null, {}, { type: 'state' }, 'part']) {
    assert.equal(service.answer(/** @type {any} */ (request)), null);
  }
});

test('a tab that goes takes its parts with it', async () => {
  const service = serveEngine(echo);
  const part = { type: 'part', id: 'a', sequence: 0, part: { field: 'text', value: 'x' } };
  await service.answer(/** @type {any} */ (part), 7);
  service.forget(7);
  const answer = await service.answer(
    { type: 'summarize', id: 'a', count: 1, parts: [], plain: false, options: {} },
    7,
  );
  assert.equal(/** @type {any} */ (answer).error.code, 'forgotten');
});
