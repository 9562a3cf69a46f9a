/**
 * The content that `standfirst prerender` wrote into an element: given up without a jump.
 *
 * With its sheet (`standfirst.css`) it has the panel's size, and the panel may come at any time.
 * Without it the panel waits until a person has used the content, or cannot see it.
 *
 * @module
 */

/**
 * Settles when the panel may take the place of the content.
 *
 * @param {HTMLElement} content
 * @returns {Promise<void>}
 */
export function mayGiveWay(content) {
  if (getComputedStyle(content).getPropertyValue('--stand-first-sheet')) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const over = new AbortController();
    const done = () => {
      over.abort();
      // The browser follows a link that was clicked first.
      setTimeout(resolve);
    };
    content.addEventListener('click', done, { signal: over.signal });
    const sight = new IntersectionObserver((entries) => {
      if (!entries.at(-1)?.isIntersecting) {
        done();
      }
    });
    sight.observe(content);
    over.signal.addEventListener('abort', () => sight.disconnect(), { once: true });
  });
}

/**
 * Which sentence's link has the focus, so that the panel's control can have it after.
 *
 * @param {HTMLElement} content
 * @returns {number} -1 for none
 */
export function focusedSentence(content) {
  return [...content.querySelectorAll('li')].findIndex((item) =>
    item.contains(item.ownerDocument.activeElement),
  );
}
