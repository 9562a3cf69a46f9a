/**
 * The encoding of bytes that state none, or a wrong one: the one in which they are common letters.
 *
 * Pages of before UTF-8 often leave it to the reader's own browser what they are written in. Any
 * bytes are text in most encodings, but in one alone they are the letters that its languages
 * write most.
 *
 * @module
 */

/**
 * Encodings by their labels, and letters that make up a fifth and more of any text in them. Own
 * curation, from what each language is known to use most.
 *
 * @type {[string, string][]}
 */
const COMMON = [
  ['gbk', '的一是不了在人有我他这中大来上国个到说们为和你地出时要就会也对'],
  ['big5', '的一是不了在人有我他這中大來上國個到說們為和你地出時要就會也對'],
  ['shift_jis', 'のにはをたがでてとしれさいるあなっもすか'],
  ['euc-jp', 'のにはをたがでてとしれさいるあなっもすか'],
  ['euc-kr', '이다에는을의가고한하지로기은를사도어시인'],
  ['windows-1251', 'оеаинтсрвлкмд'],
];

/** Characters beyond ASCII under which nothing is guessed. */
const LEAST = 40;

/** Share of them that must be common: half of what the rarest of such texts has. */
const SHARE = 0.1;

/** Bytes looked at; a page shows its letters long before. */
const MAX_BYTES = 200_000;

/** Two letters in a row: in an encoding of Western Europe most stand alone. */
const RUNS = /[^\0-\x7f]{2,}/g;

/**
 * @param {Uint8Array} bytes that are not all UTF-8
 * @returns {string | null} a label, `null` where no encoding makes sense of them
 */
export function guessEncoding(bytes) {
  const part = bytes.subarray(0, MAX_BYTES);
  const runs = (/** @type {string} */ label) =>
    (new TextDecoder(label).decode(part).match(RUNS) ?? []).join('');
  const count = (/** @type {string} */ text, /** @type {string} */ letters) =>
    [...text].filter((letter) => letters.includes(letter)).length;
  // one broken letter makes no other encoding of a page
  const text = runs('utf-8');
  if (count(text, '\uFFFD') * 20 < text.length) return 'utf-8';
  let best = null;
  let most = SHARE;
  for (const [label, common] of COMMON) {
    const letters = runs(label);
    const share = (count(letters, common) - count(letters, '\uFFFD')) / letters.length;
    if (letters.length >= LEAST && share > most) [best, most] = [label, share];
  }
  return best;
}
