/**
 * The last summary of this page, kept until the page goes: shown again, it asks nothing of the
 * background. It lives in this script's memory alone, so nothing is written anywhere.
 *
 * @module
 */

/** @typedef {import('../../types.js').FlatPage} FlatPage */
/** @typedef {import('../../types.js').Summary} Summary */

/**
 * An engine that knows its last answer, and what it is at work on.
 *
 * @typedef {import('../../types.js').Engine & {forget: () => void}} RememberingEngine `forget` is for a
 *   page that comes back after an answer was lost on the way
 */

/**
 * The engine with a memory of one answer. A page that has changed since is summed up anew; a length asks
 * for nothing, since the answer holds the sentences of every length.
 *
 * @param {import('../../types.js').Engine} engine
 * @returns {RememberingEngine}
 */
export function rememberingEngine(engine) {
  /** @type {{page: FlatPage, wanted: string, abort: AbortController, summary: Promise<Summary>} | null} */
  let last = null;

  /** @param {typeof last} job */
  const forget = (job = last) => {
    if (last === job) last = null;
  };

  /** @param {FlatPage} page @param {import('../../types.js').SummaryOptions} options */
  function jobFor(page, options) {
    const wanted = JSON.stringify(options);
    if (last && last.wanted === wanted && samePage(last.page, page)) return last;
    const abort = new AbortController();
    const job = { page, wanted, abort, summary: engine.summarize(page, options, abort.signal) };
    job.summary.catch(() => forget(job));
    last = job;
    return job;
  }

  return {
    ...engine,
    async summarize(page, options = {}, signal) {
      signal?.throwIfAborted();
      const job = jobFor(page, { ...options, sentences: undefined });
      const end = () => {
        forget(job);
        job.abort.abort(signal?.reason);
      };
      signal?.addEventListener('abort', end, { once: true });
      try {
        return await job.summary;
      } finally {
        signal?.removeEventListener('abort', end);
      }
    },
    forget: () => forget(),
  };
}

/**
 * @param {FlatPage} a
 * @param {FlatPage} b
 */
function samePage(a, b) {
  return (
    a === b ||
    (a.plain === b.plain &&
      a.text === b.text &&
      a.descriptors === b.descriptors &&
      a.metadata === b.metadata &&
      sameNumbers(a.elements, b.elements) &&
      sameNumbers(a.blocks, b.blocks))
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
