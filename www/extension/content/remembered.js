/**
 * The last summary of this page, kept until the page goes: shown again, it asks nothing of the
 * background. It lives in this script's memory alone, so nothing is written anywhere.
 *
 * @module
 */

/** @typedef {import('../../types.js').FlatPage} FlatPage */

/**
 * The engine with a memory of one answer. A page that has changed since is summed up anew.
 *
 * @param {import('../../types.js').Engine} engine
 * @returns {import('../../types.js').Engine}
 */
export function rememberingEngine(engine) {
  /** @type {{page: FlatPage, options: string, summary: import('../../types.js').Summary} | null} */
  let last = null;
  return {
    ...engine,
    async summarize(page, options = {}, signal) {
      const wanted = JSON.stringify(options);
      if (last && last.options === wanted && samePage(last.page, page)) return last.summary;
      const summary = await engine.summarize(page, options, signal);
      last = { page, options: wanted, summary };
      return summary;
    },
  };
}

/**
 * @param {FlatPage} a
 * @param {FlatPage} b
 */
function samePage(a, b) {
  return (
    a.plain === b.plain &&
    a.text === b.text &&
    a.descriptors === b.descriptors &&
    a.metadata === b.metadata &&
    sameNumbers(a.elements, b.elements) &&
    sameNumbers(a.blocks, b.blocks)
  );
}

/**
 * @param {ArrayLike<number>} a
 * @param {ArrayLike<number>} b
 */
function sameNumbers(a, b) {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
