/**
 * Medians, quantiles and bootstrap intervals of measured times.
 *
 * @module
 */

/** Samples drawn for an interval: the ends move by less than a hundredth beyond it. */
const SAMPLES = 2000;

/**
 * The value under which a share of the numbers lies, between neighbours in proportion.
 *
 * @param {number[]} numbers not empty
 * @param {number} share 0 to 1
 */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

/** @param {number[]} numbers */
export const median = (numbers) => quantile(numbers, 0.5);

/**
 * The bootstrap interval (95 %) of a statistic over rows drawn with replacement, the same in every
 * run.
 *
 * @template T
 * @param {T[]} rows
 * @param {(rows: T[]) => number} statistic
 * @returns {[number, number]}
 */
export function interval(rows, statistic) {
  const next = generator(rows.length);
  const values = Array.from({ length: SAMPLES }, () =>
    statistic(Array.from(rows, () => rows[Math.floor(next() * rows.length)])),
  );
  return [quantile(values, 0.025), quantile(values, 0.975)];
}

/**
 * Numbers below 1, the same for the same seed (mulberry32, public domain).
 *
 * @param {number} seed
 */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
