/** What a publisher says of parts of a page: `data-standfirst="skip"` and `"pin"`. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import { localEngine } from '../../www/engine/local.js';
import { read } from '../../www/reader.js';

const STORY = [
  'The council of Marlow voted on Tuesday to rebuild the old harbour bridge by next autumn.',
  'Engineers had found cracks in three of its eight pillars during an inspection in March.',
  'The work will cost 4.2 million crowns, of which the region pays a half.',
  'Until then buses go round by the northern road, which adds twenty minutes to the trip.',
  'Shopkeepers on the quay fear that visitors will stay away over the summer.',
  'The mayor, Ilse Brandt, promised them lower rents while the bridge is closed.',
  'A ferry for people on foot will run between the two quays from the first of June.',
  'It was last used in 1974, when the river took away a part of the eastern bank.',
];

/**
 * The summary of the story with marks on some of its paragraphs.
 *
 * @param {Record<number, 'skip' | 'pin'>} marks by paragraph
 * @param {{sentences?: number, root?: string}} [options]
 */
async function summaryOf(marks, { sentences = 3, root = '' } = {}) {
  const paragraphs = STORY.map((line, at) =>
    at in marks ? `<p data-standfirst="${marks[at]}">${line}</p>` : `<p>${line}</p>`,
  );
  const html = `<!doctype html><html lang="en"${root}><head><title>Bridge</title></head><body>
    <article><h1>Marlow rebuilds its bridge</h1>${paragraphs.join('\n')}</article></body></html>`;
  const summary = await localEngine().summarize(read(parseDocument(html)).page, { sentences });
  return { ...summary, chosen: summary.sentences.map(({ text }) => STORY.indexOf(text)) };
}

test('a skipped paragraph gives no sentence at any length', async () => {
  const free = await summaryOf({});
  const first = free.chosen[0];
  const { chosen, story } = await summaryOf({ [first]: 'skip' }, { sentences: 12 });
  assert.ok(!chosen.includes(first));
  assert.equal(story.start.length, STORY.length - 1);
});

test('a page that is skipped as a whole has no summary', async () => {
  const { status, sentences } = await summaryOf({}, { root: ' data-standfirst="skip"' });
  assert.equal(status, 'not-an-article');
  assert.deepEqual(sentences, []);
});

test('a pinned paragraph is in the summary at every length', async () => {
  for (const pinned of STORY.keys()) {
    for (const sentences of [1, 2, 5]) {
      const { chosen } = await summaryOf({ [pinned]: 'pin' }, { sentences });
      assert.ok(chosen.includes(pinned), `paragraph ${pinned} among ${sentences}`);
      assert.deepEqual(
        chosen,
        chosen.toSorted((a, b) => a - b),
        'in reading order',
      );
    }
  }
});

test('where half of the story is pinned, the pins choose nothing', async () => {
  const all = Object.fromEntries(STORY.map((_, at) => [at, /** @type {const} */ ('pin')]));
  assert.deepEqual((await summaryOf(all)).chosen, (await summaryOf({})).chosen);
});
