/**
 * Tells the background when a page is left that it is at work for. The browser would say so too, but
 * of every page, and wake the background each time.
 *
 * @module
 */

/**
 * @param {import('../../types.js').Engine} engine
 * @returns {import('../../types.js').Engine}
 */
export function engineUntilLeft(engine) {
  let jobs = 0;
  addEventListener('pagehide', () => {
    if (jobs > 0) chrome.runtime.sendMessage({ type: 'left' }).catch(() => {});
  });
  return {
    ...engine,
    async summarize(...job) {
      jobs += 1;
      try {
        return await engine.summarize(...job);
      } finally {
        jobs -= 1;
      }
    },
  };
}
