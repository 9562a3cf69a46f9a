/**
 * Hears of tabs that go to another page or are closed, but only while there is work for one: otherwise
 * every navigation of the browser would wake the background.
 *
 * @module
 */

/** @param {(tabId: number) => void} onGone */
export function tabWatch(onGone) {
  let jobs = 0;
  /** @param {number} tabId @param {{status?: string}} change */
  const onUpdated = (tabId, { status }) => {
    if (status === 'loading') onGone(tabId);
  };
  return {
    /**
     * @template T
     * @param {Promise<T>} job
     * @returns {Promise<T>}
     */
    async during(job) {
      jobs += 1;
      if (jobs === 1) {
        chrome.tabs.onUpdated.addListener(onUpdated);
        chrome.tabs.onRemoved.addListener(onGone);
      }
      try {
        return await job;
      } finally {
        jobs -= 1;
        if (jobs === 0) {
          chrome.tabs.onUpdated.removeListener(onUpdated);
          chrome.tabs.onRemoved.removeListener(onGone);
        }
      }
    },
  };
}
