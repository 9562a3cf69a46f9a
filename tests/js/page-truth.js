/**
 * What is true of a golden page, held against what the reader and the engine made of it.
 *
 * `expected.json` states truth about the page, not a snapshot of output: the paragraphs of its
 * story in order, fragments that must or must not be in the story, and rules for its standfirst.
 *
 * @module
 */

/**
 * @typedef {object} Truth
 * @property {string} about what makes the page worth having
 * @property {string | string[]} status the right answer, or the answers that a person would accept
 * @property {string} [language]
 * @property {'ltr' | 'rtl'} [direction]
 * @property {string} [title]
 * @property {string} [byline] a name that the byline must hold
 * @property {string} [published] the instant, or the day if no time is known
 * @property {string} [siteName]
 * @property {number} [minF1] of 4-gram shingles, story against `body`
 * @property {string[]} [mustHold] fragments of the body that are easily lost
 * @property {string[]} mustNotHold fragments that belong to no story block
 * @property {string[]} neutral blocks that may be in the story or not, such as its own standfirst
 * @property {string[]} body the story, block by block
 * @property {StandfirstRules} [standfirst]
 * @property {Record<string, string>} [knownGaps] checks that fail today, by name, with the reason
 */

/**
 * @typedef {object} StandfirstRules
 * @property {string[]} never fragments that no summary may hold
 * @property {{quote: string, with: string}[]} [together] a quotation, and the words without which
 *   nobody knows who speaks
 * @property {string[]} [keeps] fragments that the summary of three holds, as an editor's would
 */

/**
 * @typedef {object} Answer
 * @property {import('../../www/types.js').Summary} summary of three sentences
 * @property {import('../../www/types.js').Summary[]} lengths of one to six sentences
 * @property {string[]} texts of all blocks of the page
 */

const LENGTH_OF_SHINGLE = 4;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** @param {string} text */
const plain = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * Words in lower case; a letter of a script without spaces is a word.
 *
 * @param {string} text
 */
function words(text) {
  return text.toLowerCase().replace(UNSPACED, ' $& ').match(WORD) ?? [];
}

/** @param {string[]} blocks */
function shingles(blocks) {
  const all = words(blocks.join('\n'));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let at = 0; at + LENGTH_OF_SHINGLE <= all.length; at += 1) {
    const shingle = all.slice(at, at + LENGTH_OF_SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/**
 * F1 of 4-gram shingles between a story and the truth.
 *
 * @param {string[]} story
 * @param {string[]} body
 */
function storyF1(story, body) {
  const [found, wanted] = [shingles(story), shingles(body)];
  const sum = (/** @type {Map<string, number>} */ counts) =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  let shared = 0;
  for (const [shingle, count] of found) {
    shared += Math.min(count, wanted.get(shingle) ?? 0);
  }
  const total = sum(found) + sum(wanted);
  return total === 0 ? 1 : (2 * shared) / total;
}

/**
 * Every check of a page by name; a message says what is wrong, `null` that all is well.
 *
 * @param {Truth} truth
 * @param {Answer} answer
 * @returns {Map<string, string | null>}
 */
export function check(truth, { summary, lengths, texts }) {
  const checks = new Map();
  const story = summary.story.sources.map((source) => plain(texts[source]));
  const statuses = [truth.status].flat();
  const refused = summary.status === 'not-an-article';
  checks.set('status', differs(statuses.includes(summary.status), summary.status, statuses));
  for (const key of /** @type {const} */ (['language', 'direction', 'title', 'siteName'])) {
    if (truth[key] !== undefined) {
      checks.set(key, differs(summary[key] === truth[key], summary[key], truth[key]));
    }
  }
  if (truth.byline !== undefined) {
    const holds = plain(summary.byline).includes(truth.byline);
    checks.set('byline', differs(holds, summary.byline, truth.byline));
  }
  if (truth.published !== undefined) {
    const same = sameTime(summary.published, truth.published);
    checks.set('published', differs(same, summary.published, truth.published));
  }
  if (refused) {
    return checks;
  }
  if (truth.body.length > 0) {
    const neutral = new Set(truth.neutral.map(plain));
    const counted = story.filter((text) => !neutral.has(text));
    const f1 = storyF1(counted, truth.body);
    const least = truth.minF1 ?? 0.95;
    const odd = counted.filter((text) => !truth.body.some((block) => plain(block) === text));
    const lost = truth.body.filter((block) => !story.includes(plain(block)));
    const parts = JSON.stringify({ odd, lost });
    checks.set('story', f1 >= least ? null : `F1 ${f1.toFixed(3)} < ${least}: ${parts}`);
  }
  checks.set(
    'holds',
    listed(truth.mustHold ?? [], (part) => !story.some((t) => t.includes(part))),
  );
  checks.set(
    'leaks',
    listed(truth.mustNotHold, (part) => story.some((t) => t.includes(part))),
  );
  checks.set(
    'sentences',
    listed(sentencesOf(summary, texts), (text) => !/[\p{L}\p{N}]/u.test(text)),
  );
  checks.set('summary', summaryFaults(truth, lengths));
  return checks;
}

/**
 * Every sentence of the story.
 *
 * @param {import('../../www/types.js').Summary} summary
 * @param {string[]} texts
 */
function sentencesOf({ story }, texts) {
  return story.block.map((block, at) =>
    texts[story.sources[block]].slice(story.start[at], story.end[at]),
  );
}

/**
 * Faults of the summaries of all lengths, each once, with the lengths that have it.
 *
 * @param {Truth} truth
 * @param {import('../../www/types.js').Summary[]} lengths
 */
function summaryFaults(truth, lengths) {
  /** @type {Map<string, number[]>} */
  const faults = new Map();
  const body = truth.body.map(plain).join('\n');
  for (const { sentences } of lengths) {
    const texts = sentences.map((sentence) => plain(sentence.text));
    const text = texts.join('\n');
    const add = (/** @type {string} */ fault) => {
      const known = faults.get(fault) ?? [];
      if (!known.includes(sentences.length)) faults.set(fault, [...known, sentences.length]);
    };
    for (const part of [...truth.mustNotHold, ...(truth.standfirst?.never ?? [])]) {
      if (text.includes(part)) add(`holds «${part}»`);
    }
    for (const { quote, with: speaker } of truth.standfirst?.together ?? []) {
      const torn = sentences.some((s) => s.text.includes(quote) && !s.speaker);
      if (torn && !text.includes(speaker)) add(`«${quote}» torn from its speaker`);
    }
    for (const part of sentences.length === 3 ? (truth.standfirst?.keeps ?? []) : []) {
      if (!text.includes(part)) add(`lacks «${part}»`);
    }
    for (const sentence of truth.body.length > 0 ? texts : []) {
      if (!body.includes(sentence)) add(`not body text: «${sentence}»`);
    }
  }
  const lines = [...faults].map(([fault, of]) => `of ${of.join(', ')}: ${fault}`);
  return lines.length > 0 ? lines.join('\n') : null;
}

/**
 * @param {boolean} same
 * @param {unknown} got
 * @param {unknown} wanted
 */
function differs(same, got, wanted) {
  return same ? null : `${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`;
}

/**
 * @param {string[]} parts
 * @param {(part: string) => boolean} isFault
 */
function listed(parts, isFault) {
  const faults = parts.filter(isFault);
  return faults.length > 0 ? faults.map((part) => `«${part}»`).join('\n') : null;
}

/**
 * Whether two ISO dates mean the same instant, or the same day where one has no time.
 *
 * @param {string} got
 * @param {string} wanted
 */
function sameTime(got, wanted) {
  const hasTime = (/** @type {string} */ date) => date.includes('T');
  if (hasTime(got) && hasTime(wanted)) return Date.parse(got) === Date.parse(wanted);
  return got.slice(0, 10) === wanted.slice(0, 10);
}
