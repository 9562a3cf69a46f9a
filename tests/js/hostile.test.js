/** Pages made to hurt, through the command line's DOM: each gets an answer or an honest status. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ANSWERED, FOUND, STORY } from './hostile-pages.js';
import { soundAnswer } from './sound-answer.js';

for (const [name, html] of FOUND) {
  test(`the story is found beside: ${name}`, async () => {
    const { summary, texts } = await soundAnswer(html());
    const blocks = summary.story.sources.map((source) => texts[source]);
    assert.deepEqual(
      STORY.filter((text) => !blocks.includes(text)),
      [],
      `status ${summary.status}`,
    );
  });
}

for (const [name, html] of ANSWERED) {
  test(`answered: ${name}`, async () => {
    await soundAnswer(html());
  });
}

test('a page over the bounds says that it was not read to its end', async () => {
  const page = ANSWERED.find(([name]) => name === 'ten million letters that nobody sees');
  const { summary } = await soundAnswer(page?.[1]() ?? '');
  assert.deepEqual([summary.status, summary.reason], ['partial', 'cut']);
});
