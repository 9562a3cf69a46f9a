/**
 * The headline of a stranger's page: whatever stands before the story and says its title, as a
 * heading or not; else what is set in the largest letters right before it.
 *
 * The embed looks for headings alone (`page/place.js`), as its sites can be told how to mark them.
 *
 * @module
 */

import { blockAround } from './blocks.js';

/** UTF-16 units: shorter lines are a site's or a section's name. A title of CJK may be this short. */
const MIN_UNITS = 5;

/** Longer ones are paragraphs. */
const MAX_UNITS = 300;

/**
 * From which agreement on a line says the title. Of 200 pages the titles shown that differ from the
 * page's own were at 0.6 and above, teasers of other stories at 0.4 and below (`eval/extension.js`,
 * 2026-11-24).
 */
const SAYS = 0.5;

/** Lines right before the story of which one in larger letters heads it. */
const NEAR = 12;

/** How much larger than the story's its letters then are. */
const TIMES_LARGER = 1.2;

/** Fewer letters and digits may be the name of a site or a section; of scripts with a sign a word, these. */
const TELLING_UNITS = 12;
const IDEOGRAPHS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{6,}/u;

const HEADINGS = 'h1, h2, h3, [role="heading"]';
const MENUS = 'nav, [role="navigation"], a[href]';

/** Least width and height, CSS pixels: text for screen readers alone is clipped to one. */
const MIN_SIDE = 8;

/** Metadata that name the story. */
const TITLES = ['title', 'meta:og:title', 'meta:twitter:title', 'ld:headline'];

/** Of a page's blocks so many are looked at: menus before a headline may have hundreds. */
const MAX_BLOCKS = 1000;

/** Blocks of the story that may stand above the headline: a line about it, the caption of a picture. */
const BLOCKS_ABOVE = 2;

/** @typedef {import('../../types.js').Reading} Reading */

/**
 * @param {Reading} reading
 * @param {import('../../types.js').Summary} summary of it
 * @returns {Element | null} the block that holds the headline
 */
export function headlineOf({ page, nodes }, { title, story }) {
  const texts = page.text.split('\0');
  const [first] = story.sources;
  const above = story.sources.slice(0, BLOCKS_ABOVE).findIndex((block) => !isLine(texts[block]));
  const end = story.sources[above < 0 ? BLOCKS_ABOVE : above] ?? first;
  const lines = texts.slice(0, Math.max(first, end)).map((text, block) => ({
    text,
    says: isLine(text) && block < Math.min(end, MAX_BLOCKS) ? letters(text) : '',
    node: nodes[block]?.[0],
  }));
  const size = sizeOf(nodes[first][0]);
  const others = new Set(named(page.metadata).map(letters));
  return (
    sayingTitle(lines, [letters(title)], size) ??
    // What the page calls itself may be no more than the name of its site.
    sayingTitle(lines, [...others], size) ??
    largestOf(lines.slice(Math.max(0, first - NEAR), first), size)
  );
}

/**
 * A block of the page as a line that may be a headline.
 *
 * @typedef {object} Line
 * @property {string} text
 * @property {string} says its letters; none of a block that is no line, or stands too far down to be looked at
 * @property {Node} node
 */

/**
 * @param {Line[]} lines
 * @param {string[]} titles their letters
 * @param {number} size of the story's letters
 */
function sayingTitle(lines, titles, size) {
  const told = titles.map((title) => ({ title, pairs: pairsOf(title) }));
  let most = 0;
  let found = null;
  for (const { says, node } of lines) {
    const agreement = says ? agreementOf(says, told) : 0;
    const block = agreement >= SAYS ? shownBlock(node) : null;
    if (!block) continue;
    const own = sizeOf(node);
    // A headline may link to its own page; so do a trail of links and a list of what is read most.
    const isLarge = own >= size * TIMES_LARGER;
    if (leadsAway(block, node) && !isLarge && !block.matches(HEADINGS)) continue;
    // A trail of links ends in the title too, in small letters.
    const weight = agreement * own;
    if (weight < most) continue;
    most = weight;
    found = block;
  }
  return found;
}

/**
 * @param {Line[]} lines
 * @param {number} size of the story's letters
 */
function largestOf(lines, size) {
  let most = size * TIMES_LARGER;
  let found = null;
  for (const { text, node } of lines) {
    const block = isLine(text) && sizeOf(node) >= most ? shownBlock(node) : null;
    if (!block || leadsAway(block, node)) continue;
    most = sizeOf(node);
    found = block;
  }
  return found;
}

/** @param {string} text */
function isLine({ length }) {
  return length >= MIN_UNITS && length <= MAX_UNITS;
}

/**
 * @param {string} metadata keys and values in turn
 * @returns {string[]}
 */
function named(metadata) {
  const items = metadata.split('\0');
  return items.filter((_, at) => at % 2 === 1 && TITLES.includes(items[at - 1]));
}

/** @param {string} text */
function letters(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * How far a line and one of the titles say the same, 0 to 1.
 *
 * @param {string} line
 * @param {Told[]} titles
 */
function agreementOf(line, titles) {
  return Math.max(0, ...titles.map((told) => agreement(line, told)));
}

/**
 * One that holds the other agrees with it: a title with its site's name, a headline with a word above
 * it. Otherwise Dice's coefficient of the letters two by two, which needs no words and so is good for
 * any script.
 *
 * @typedef {{title: string, pairs: Set<string>}} Told
 *
 * @param {string} line
 * @param {Told} told
 */
function agreement(line, { title, pairs }) {
  const [short, long] = line.length < title.length ? [line, title] : [title, line];
  if (line === title) return 1;
  if (!isTelling(short)) return 0;
  if (title.startsWith(line)) return 1;
  if (2 * short.length < long.length) return 0;
  if (long.includes(short)) return 1;
  const own = pairsOf(line);
  let common = 0;
  for (const pair of own) if (pairs.has(pair)) common += 1;
  return (2 * common) / (own.size + pairs.size);
}

/** @param {string} letters */
function isTelling(letters) {
  return letters.length >= TELLING_UNITS || IDEOGRAPHS.test(letters);
}

/** @param {string} text */
function pairsOf(text) {
  /** @type {Set<string>} */
  const pairs = new Set();
  for (let at = 1; at < text.length; at += 1) pairs.add(text.slice(at - 1, at + 1));
  return pairs;
}

/**
 * @param {Node} node
 * @returns {Element | null} the block around it, if a person sees it
 */
function shownBlock(node) {
  const block = node?.parentElement && blockAround(node);
  if (!block || block === document.body || !block.checkVisibility({ visibilityProperty: true })) {
    return null;
  }
  const { width, height } = block.getBoundingClientRect();
  return width >= MIN_SIDE && height >= MIN_SIDE ? block : null;
}

/**
 * A line in a menu or a link leads to a story; it does not head one.
 *
 * @param {Element} block
 * @param {Node} node in it
 */
function leadsAway(block, node) {
  return Boolean(block.closest(MENUS) ?? node.parentElement?.closest('a[href]'));
}

/** @param {Node} node of text */
function sizeOf({ parentElement }) {
  return parentElement ? parseFloat(getComputedStyle(parentElement).fontSize) : 0;
}
