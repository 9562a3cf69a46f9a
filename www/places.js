/**
 * The live places of a summary's sentences, and what is new in a page since it was read.
 *
 * @module
 */

import { locate as locateInPage } from './page/locate.js';

/** @typedef {import('./summary-view.js').SummaryView} SummaryView */
/** @typedef {import('./types.js').Locate} Locate */

/** Parts the blocks' texts; `SEPARATOR` in `src/parts.rs`. */
const SEPARATOR = '\0';

/** Roles whose sentences may stand in a summary; `Role::is_quotable` in `src/article/mod.rs`. */
const QUOTABLE = new Set(['body', 'quotation', 'list-item', 'live-entry']);

/**
 * The live place of a sentence. Where the page has put in new nodes since, it is read again.
 *
 * @param {SummaryView} view
 * @param {number} index
 * @param {{document: Document, read: import('./types.js').Read, locate?: Locate}} ways
 * @returns {Range | null}
 */
export function rangeOf(view, index, { document, read, locate = locateInPage }) {
  return rangeIn(view, index, locate) ?? rangeIn(anchorAgain(view, read(document)), index, locate);
}

/**
 * `null` when it is not there, or no longer says the same.
 *
 * @param {SummaryView} view
 * @param {number} index
 * @param {Locate} locate
 */
function rangeIn({ summary, reading }, index, locate) {
  const { block, start, end, sources } = summary.story;
  const source = sources[block[index]];
  if (source === undefined || source < 0) {
    return null;
  }
  const range = locate(reading, source, start[index], end[index]);
  return range?.startContainer.isConnected ? range : null;
}

/**
 * The same summary over a later reading of the page: each block is found again by its text.
 *
 * @param {SummaryView} view
 * @param {import('./types.js').Reading} later
 */
function anchorAgain(view, later) {
  const places = new Map();
  later.page.text.split(SEPARATOR).forEach((text, block) => {
    if (!places.has(text)) {
      places.set(text, block);
    }
  });
  const { sources } = view.summary.story;
  return view.over(
    sources.map((source) => places.get(view.blocks[source]) ?? -1),
    later,
  );
}

/**
 * Reads and sums up a page that has changed.
 *
 * @param {import('./story.js').Story} story
 * @param {import('./types.js').SummaryOptions} request
 * @param {AbortSignal} signal
 * @returns {Promise<SummaryView | null>} `null` if its text is what it was, or no longer a story
 */
export async function readAgain(story, request, signal) {
  const reading = await story.readPage();
  if (reading.page.text === story.text) {
    return null;
  }
  const view = await story.sumUp(reading, request, signal);
  return view.isTold ? view : null;
}

/**
 * Marks the story's own sentences that are not in an earlier view.
 *
 * @param {SummaryView} view
 * @param {SummaryView} earlier
 * @returns {number} how many there are
 */
export function markNews(view, earlier) {
  const { start, block, roles } = view.summary.story;
  const known = new Set(earlier.summary.story.start.map((_, index) => earlier.textOf(index)));
  view.news = new Set(
    start.flatMap((_, index) =>
      QUOTABLE.has(roles[block[index]]) && !known.has(view.textOf(index)) ? [index] : [],
    ),
  );
  return view.news.size;
}

/**
 * First and last sentence of a run of story blocks.
 *
 * @param {SummaryView} view
 * @param {number} firstBlock
 * @param {number} lastBlock
 * @returns {[number, number]}
 */
export function sentencesIn({ summary }, firstBlock, lastBlock) {
  const { block } = summary.story;
  const inside = (/** @type {number} */ own) => own >= firstBlock && own <= lastBlock;
  const first = block.findIndex(inside);
  return first < 0 ? [0, -1] : [first, block.findLastIndex(inside)];
}
