/**
 * The panel's words: every language says everything, with the same values and its own plurals.
 */

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';

import { loadPhrases } from '../../www/panel/languages.js';
import { ENGLISH as FIRST_ENGLISH, phrases } from '../../www/panel/messages.js';
import { MORE_ENGLISH } from '../../www/panel/more-messages.js';

const ENGLISH = { ...FIRST_ENGLISH, ...MORE_ENGLISH };

const FOLDER = new URL('../../www/panel/messages/', import.meta.url);

/** @typedef {import('../../www/panel/messages.js').Message} Message */

/** @param {Message} message */
function values(message) {
  const patterns = typeof message === 'string' ? [message] : [message.other ?? ''];
  return patterns.flatMap((pattern) => pattern.match(/\{\w+\}/g) ?? []).sort();
}

for (const file of readdirSync(FOLDER)) {
  const language = file.replace('.js', '');
  test(`words in ${language} are complete`, async () => {
    /** @type {Record<string, Message>} */
    const words = (await import(new URL(file, FOLDER).href)).default;
    assert.deepEqual(Object.keys(words).sort(), Object.keys(ENGLISH).sort());
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, english] of Object.entries(ENGLISH)) {
      assert.deepEqual(values(words[key]), values(english), key);
      const own = words[key];
      if (typeof own === 'string') continue;
      // French, Spanish, Italian and Portuguese have a category for millions; `other` serves it.
      const needed = pluralCategories.filter((category) => category !== 'many' || 'many' in own);
      assert.deepEqual(Object.keys(own).sort(), needed.sort(), key);
    }
  });
}

test('plural forms are the language’s own', async () => {
  const polish = await loadPhrases('pl-PL');
  assert.equal(polish('sentences', { n: 1 }), '1 zdanie');
  assert.equal(polish('sentences', { n: 3 }), '3 zdania');
  assert.equal(polish('sentences', { n: 5 }), '5 zdań');
  const arabic = await loadPhrases('ar');
  assert.equal(arabic.direction, 'rtl');
  assert.equal(arabic('sentences', { n: 2 }), 'جملتان');
});

test('traditional Chinese is for those who write it', async () => {
  for (const tag of ['zh-Hant', 'zh-TW', 'zh-HK', 'zh-Hant-HK', 'zh-mo']) {
    assert.equal((await loadPhrases(tag))('heading'), '重點', tag);
  }
  for (const tag of ['zh', 'zh-CN', 'zh-Hans', 'zh-Hans-HK', 'zh-SG']) {
    assert.equal((await loadPhrases(tag))('heading'), '要点', tag);
  }
});

test('an unknown language is said in English, a site’s own words come first', async () => {
  assert.equal((await loadPhrases('tlh'))('heading'), ENGLISH.heading);
  assert.equal(
    (await loadPhrases('de', { heading: 'Auf einen Blick' }))('heading'),
    'Auf einen Blick',
  );
  assert.equal(phrases('en', {})('show', { n: 2 }), 'Show sentence 2 in the article');
});
