/**
 * The selected part of a page, as a reading of its own.
 *
 * @module
 */

/**
 * Shorter selections are a word looked up or a slip of the mouse, not a text to sum up; but not for who
 * chose the menu's entry for selected text.
 */
const MIN_UNITS = 280;

/** Numbers of one block in `FlatPage.blocks`. */
const BLOCK_NUMBERS = 7;

/**
 * @param {string} [by] the order's type, see `background/toggle.js`
 * @returns {Range | null} what is selected, if it is to be summarised
 */
export function selectedRange(by) {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  if (selection.toString().length < (by === 'selection' ? 1 : MIN_UNITS)) return null;
  return selection.getRangeAt(0).cloneRange();
}

/**
 * The blocks that a range touches, whole: half a paragraph has half its sense.
 *
 * @param {import('../../types.js').Reading} reading
 * @param {Range} range
 * @returns {import('../../types.js').Reading}
 */
export function narrow(reading, range) {
  const { page, nodes, starts } = reading;
  const texts = page.text.split('\0');
  const kept = nodes.flatMap((own, block) =>
    own.some((node) => range.intersectsNode(node)) ? [block] : [],
  );
  const numbers = kept.flatMap((block) =>
    Array.from(page.blocks.slice(block * BLOCK_NUMBERS, (block + 1) * BLOCK_NUMBERS)),
  );
  return {
    page: {
      ...page,
      text: kept.map((block) => texts[block] ?? '').join('\0'),
      blocks: Uint32Array.from(numbers),
      plain: true,
    },
    nodes: kept.map((block) => nodes[block]),
    starts: kept.map((block) => starts[block]),
  };
}
