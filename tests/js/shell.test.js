/**
 * The shell's parts that need no browser: reading times, links to a sentence, what is taken along,
 * and the npm API in Node.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asMarkdown, asText, fragmentLink } from '../../www/page/link.js';
import { voiceFor } from '../../www/page/speech.js';
import { readingSeconds, sayDuration } from '../../www/panel/figures.js';

const LONG =
  'The council of the small town on the river decided on Tuesday evening that the old ferry, which was sold thirty years ago, will come back.';

for (const [name, quote, blocks, expected] of /** @type {const} */ ([
  ['a short quotation in full', 'It rained.', ['It rained. We left.'], 'text=It%20rained.'],
  ['characters that part directives', 'A, b-c & d', ['A, b-c & d'], 'text=A%2C%20b%2Dc%20%26%20d'],
  [
    'a long quotation by its ends',
    LONG,
    [LONG],
    'text=The%20council%20of%20the%20small,years%20ago%2C%20will%20come%20back.',
  ],
  [
    'what stands before, where the quotation stands twice',
    'It rained.',
    ['On Monday the fair opened. It rained.', 'It rained.'],
    'text=On%20Monday%20the%20fair%20opened.-,It%20rained.',
  ],
])) {
  test(`text fragment: ${name}`, () => {
    const link = fragmentLink('https://news.example/a?b=1#part', quote, [...blocks]);
    assert.equal(link, `https://news.example/a?b=1#part:~:${expected}`);
  });
}

const TAKEAWAY = {
  title: 'Title [1]',
  url: 'https://news.example/a',
  sentences: ['One *star*.', 'Two.'],
  blocks: ['One *star*. Two.'],
};

test('the summary as text and as Markdown', () => {
  assert.equal(
    asText({ ...TAKEAWAY, type: 'points' }),
    'Title [1]\n\n• One *star*.\n• Two.\n\nhttps://news.example/a',
  );
  assert.equal(
    asText({ ...TAKEAWAY, type: 'paragraph' }),
    'Title [1]\n\nOne *star*. Two.\n\nhttps://news.example/a',
  );
  // One sentence is no list.
  const one = { ...TAKEAWAY, sentences: ['Two.'], type: /** @type {const} */ ('headline') };
  assert.equal(asText(one), 'Title [1]\n\nTwo.\n\nhttps://news.example/a');
  assert.match(asMarkdown(one), /\n\nTwo\. \[↗\]/);
  assert.equal(
    asText({
      title: '題',
      url: '',
      sentences: ['一。', '“二。”', '三。'],
      blocks: [],
      type: 'paragraph',
    }),
    '題\n\n一。“二。”三。',
  );
  const markdown = asMarkdown({ ...TAKEAWAY, type: 'points' });
  assert.match(
    markdown,
    /^\*\*\[Title \\\[1\\\]\]\(https:\/\/news\.example\/a\)\*\*\n\n- One \\\*star\\\*\. \[↗\]\(/,
  );
});

test('reading times by language, said as people say them', () => {
  const words = Array(228).fill('word').join(' ');
  assert.equal(readingSeconds([words], 'en-GB'), 60);
  assert.equal(readingSeconds(['字'.repeat(255)], 'zh-CN'), 60);
  assert.equal(readingSeconds([''], ''), 0);
  assert.equal(sayDuration(62, 'en'), '60 sec');
  assert.equal(sayDuration(0, 'en'), '5 sec');
  assert.equal(sayDuration(300, 'en'), '5 min');
  assert.equal(sayDuration(300, 'de'), '5 Min.');
});

test('a voice is on the device, and of the country if there is one', () => {
  const voice = (/** @type {string} */ lang, localService = true) => ({ lang, localService });
  const voices = [voice('pt-BR', false), voice('pt_PT'), voice('pt-br'), voice('en-US')];
  const view = /** @type {any} */ ({ speechSynthesis: { getVoices: () => voices } });
  assert.equal(voiceFor(view, 'pt-BR'), voices[2]);
  assert.equal(voiceFor(view, 'pt'), voices[1]);
  assert.equal(voiceFor(view, 'pt-AO'), voices[1]);
  assert.equal(voiceFor(view, 'de'), null);
  assert.equal(voiceFor(/** @type {any} */ ({}), 'de'), null);
});

test('the npm API imports in Node and leaves no trace', async () => {
  const before = Object.keys(globalThis);
  const api = await import('../../www/index.js');
  assert.deepEqual(Object.keys(globalThis), before);
  const summary = await api.summarize(`${LONG} ${LONG}\n\n${LONG}`, { sentences: 1 });
  assert.equal(typeof summary.status, 'string');
});
