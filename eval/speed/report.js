/**
 * The tables of `eval speed`.
 *
 * @module
 */

import { interval, median, quantile } from './statistics.js';

const OURS = 'standfirst';

/** @typedef {Record<string, number>} Row milliseconds by system on one page */

/**
 * @param {string} title
 * @param {Row[]} rows
 */
export function printWarm(title, rows) {
  print(`\n## Warm: ${title}\n`);
  printTable(rows, Object.keys(rows[0] ?? {}));
}

/**
 * @param {string} title
 * @param {Row[]} rows
 */
export function printCold(title, rows) {
  print(`\n## Cold, once a page: ${title}\n`);
  printTable(rows, [OURS, 'readability']);
}

/**
 * @param {string} title
 * @param {Row[]} rows
 */
export function printStart(title, rows) {
  print(`\n## Cold start, fetch to first answer: ${title}\n`);
  printTable(rows, [OURS, 'readability']);
}

/**
 * @param {string} title
 * @param {{built: number, painted: number}[]} rows
 */
export function printPanel(title, rows) {
  print(`\n## Panel, first one of a page: ${title}\n`);
  print('| until | median ms | 95 % of the median | p95 |');
  print('| --- | --- | --- | --- |');
  for (const [name, key] of /** @type {const} */ ([
    ['the panel stands in the document', 'built'],
    ['the frame with it is painted', 'painted'],
  ])) {
    const times = rows.map((row) => row[key]);
    print(`| ${name} | ${times.length ? summaryOf(times) : 'no page has a summary |  |'} |`);
  }
}

/**
 * Times, and how many times longer than ours: the median over pages, with its interval, at p95,
 * and on the page where we stand worst.
 *
 * @param {Row[]} rows
 * @param {string[]} names
 */
function printTable(rows, names) {
  print('| system | median ms | 95 % of the median | p95 | ratio | 95 % | at p95 | lowest |');
  print('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const name of names) {
    const times = rows.map((row) => row[name]);
    const ratios = rows.map((row) => row[name] / row[OURS]);
    const [low, high] = interval(ratios, median);
    const ours = rows.map((row) => row[OURS]);
    const atEnd = quantile(times, 0.95) / quantile(ours, 0.95);
    const cells = [median(ratios), `${round(low)} to ${round(high)}`, atEnd, Math.min(...ratios)];
    print(`| ${name} | ${summaryOf(times)} | ${cells.map(round).join(' | ')} |`);
  }
}

/** @param {number[]} times */
function summaryOf(times) {
  const [low, high] = interval(times, median);
  return `${round(median(times))} | ${round(low)} to ${round(high)} | ${round(quantile(times, 0.95))}`;
}

/** @param {number | string} value */
function round(value) {
  return typeof value === 'string' ? value : value.toFixed(value < 10 ? 2 : 1);
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
