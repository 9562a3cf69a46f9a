/**
 * Golden pages spoilt at random, the same way in every run: whatever is left gets a sound answer.
 *
 * `MUTATIONS=1000 node --test tests/js/mutation.test.js` spoils each page more often.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { soundAnswer } from './sound-answer.js';

const PAGES = new URL('../pages/', import.meta.url);
const ROUNDS = Number(process.env.MUTATIONS ?? 12);
const CUTS_A_ROUND = 8;

/** What is put in: mark-up that moves others, text that ends nothing, letters that are none. */
const SCRAPS = [
  '<p>',
  '</div>',
  '</article>',
  '<table><tr>',
  '<template shadowrootmode="open">',
  '<!--',
  '-->',
  '<![CDATA[',
  '<script>',
  '</script>',
  '<svg><p>',
  '<form><select>',
  '<br><br>',
  '<a href="#">',
  '<plaintext>',
  '“',
  '」',
  '. . .',
  '&#0;&#xD800;&zwj;',
  '\ud83d',
  '\u202e',
  '\u200b\ufeff',
  '\0',
  ' hidden aria-hidden="true" ',
  '" class="article comment related ',
  '{"@type":"NewsArticle","headline":',
];

/**
 * Numbers below a limit, the same for the same seed (mulberry32, public domain).
 *
 * @param {number} seed
 */
function numbers(seed) {
  return (/** @type {number} */ limit) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/**
 * @param {string} html
 * @param {(limit: number) => number} below
 */
function spoil(html, below) {
  for (let cut = 0; cut < CUTS_A_ROUND; cut += 1) {
    const from = below(html.length + 1);
    const to = Math.min(html.length, from + below(400));
    const part = html.slice(from, to);
    const put = [SCRAPS[below(SCRAPS.length)], '', part + part, part.toUpperCase()][below(4)];
    html = html.slice(0, from) + put + html.slice(to);
  }
  return html;
}

for (const [at, slug] of readdirSync(PAGES).sort().entries()) {
  test(`spoilt: ${slug}`, async () => {
    const html = readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');
    for (let round = 0; round < ROUNDS; round += 1) {
      await soundAnswer(spoil(html, numbers(at * 100_003 + round)));
    }
  });
}
