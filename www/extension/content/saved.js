/**
 * The reading time that a summary saves.
 *
 * @module
 */

import { readingSeconds } from '../../panel/figures.js';

/**
 * @param {import('../../types.js').Reading} reading
 * @param {import('../../types.js').Summary} summary made from it
 * @param {number} length sentences that are shown
 */
export function savedSeconds({ page }, { story, order, language }, length) {
  const blocks = page.text.split('\0');
  const article = story.start.map((start, index) =>
    (blocks[story.sources[story.block[index]]] ?? '').slice(start, story.end[index]),
  );
  const chosen = order.slice(0, length).map((index) => article[index]);
  return Math.max(0, readingSeconds(article, language) - readingSeconds(chosen, language));
}
