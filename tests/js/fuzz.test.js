/**
 * Anything at all as a line of a batch and as HTML: a line comes back, an answer is sound.
 *
 * `FUZZ_RUNS=20000 node --test tests/js/fuzz.test.js` runs longer; a failure prints its seed.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import fc from 'fast-check';

import { answer } from '../../www/cli/tasks.js';
import { PAYLOADS } from './payloads.js';
import { soundAnswer } from './sound-answer.js';

const numRuns = Number(process.env.FUZZ_RUNS ?? 200);
const seed = Number(process.env.FUZZ_SEED ?? 8);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    ...PAYLOADS,
    'The ferry runs again from Monday. ',
    '渡し船が再開する。',
    '\ud800',
  ),
);

const tag = fc.constantFrom(
  ...'p div article h1 li ul table td span a b br pre template select svg form script title'.split(
    ' ',
  ),
);

/** HTML that is half well-formed. */
const html = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium' },
    text,
    fc
      .tuple(tag, text, fc.array(tie('node'), { maxLength: 5 }), fc.boolean())
      .map(
        ([name, value, children, closes]) =>
          `<${name} class="${value}">${children.join('')}${closes ? `</${name}>` : ''}`,
      ),
  ),
})).node;

const field = fc.oneof(text, html, fc.constant(null), fc.integer(), fc.jsonValue());
const line = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc
    .record(
      { id: field, html: field, text: field, url: field, title: field, lang: field },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
);

test('any line of a batch is answered by one line', async () => {
  await fc.assert(
    fc.asyncProperty(
      line,
      fc.constantFrom('summary', 'article', 'sentences'),
      fc.record({ sentences: fc.integer(), words: fc.nat() }, { requiredKeys: [] }),
      async (input, task, options) => {
        const output = await answer(input, /** @type {any} */ (task), options);
        assert.ok(!output.includes('\n'));
        const { error, ...rest } = JSON.parse(output);
        assert.ok('id' in rest);
        if (error) assert.notEqual(error.code, 'internal', output);
        if (error) assert.notEqual(error.code, 'trap', output);
      },
    ),
    { numRuns, seed },
  );
});

test('any HTML gets a sound answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(html, { maxLength: 20 }), async (parts) => {
      await soundAnswer(parts.join(''));
    }),
    { numRuns, seed },
  );
});
