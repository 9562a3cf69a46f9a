/**
 * Tells which part of the story stands in the window, as the reader scrolls.
 *
 * @module
 */

/**
 * Calls back with the first and last story block in the window.
 *
 * @param {object} options
 * @param {(Element | null)[]} options.blocks element of each story block, in order
 * @param {(first: number, last: number) => void} options.onChange
 * @param {AbortSignal} options.signal
 */
export function watchReadingPlace({ blocks, onChange, signal }) {
  /** @type {Set<number>} */
  const seen = new Set();
  /** @type {Map<Element, number[]>} */
  const places = new Map();
  blocks.forEach((element, block) => {
    if (element) {
      places.set(element, [...(places.get(element) ?? []), block]);
    }
  });
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      for (const block of places.get(target) ?? []) {
        if (isIntersecting) {
          seen.add(block);
        } else {
          seen.delete(block);
        }
      }
    }
    onChange(Math.min(...seen), Math.max(...seen));
  });
  for (const element of places.keys()) {
    observer.observe(element);
  }
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
