/**
 * Notices that an article goes on: a live blog that is written on, a text that scrolling lengthens.
 *
 * However much a page changes, the work is bounded: the first change ends the watch, and only after a
 * pause is the page looked at, once. A look that finds nothing doubles the pause.
 *
 * @module
 */

/** A page gets this long to settle, in milliseconds. */
const PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** Looks take no more than this part of the time: a pause is as many times longer than the look. */
const PAUSES_PER_LOOK = 50;

/**
 * @param {object} options
 * @param {Node[]} options.roots the body, and the shadow roots in which the story stands
 * @param {() => Promise<boolean>} options.onRest looks at the page; says whether it found news
 * @param {AbortSignal} options.signal
 */
export function watchChanges({ roots, onRest, signal }) {
  let pause = PAUSE_MS;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    waiting = setTimeout(() => void look(), pause);
  });
  const watch = () => {
    for (const root of signal.aborted ? [] : roots) {
      observer.observe(root, { subtree: true, childList: true, characterData: true });
    }
  };
  const look = async () => {
    // Before the look, so that no change falls between the two.
    watch();
    const start = performance.now();
    const news = await onRest().catch(() => false);
    const longest = Math.min(LONGEST_PAUSE_MS, news ? PAUSE_MS : pause * 2);
    pause = Math.max(longest, (performance.now() - start) * PAUSES_PER_LOOK);
  };
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(waiting);
    },
    { once: true },
  );
  watch();
}
