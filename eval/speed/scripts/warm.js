/**
 * Every system in one realm, run in turn on the document of a frame.
 *
 * @module
 */

import { Readability } from '@mozilla/readability';
import lexrank from 'lexrank.js';

import { localEngine } from '../../../www/engine/local.js';
import { read } from '../../../www/reader.js';

const engine = localEngine({ wasmUrl: new URL('/script/standfirst_bg.wasm', location.href) });

/** Sentences asked of everyone. */
const SENTENCES = 3;

/** @param {Document} document */
const parse = (document) =>
  new Readability(/** @type {Document} */ (document.cloneNode(true))).parse()?.textContent ?? '';

/** @type {Record<string, (document: Document) => unknown>} */
const SYSTEMS = {
  standfirst: (document) => engine.summarize(read(document).page, { sentences: SENTENCES }),
  'standfirst: read': (document) => read(document),
  readability: parse,
  'readability + lexrank.js': (document) => {
    const paragraphs = lexrank(parse(document));
    const sentences = paragraphs.flat().sort((a, b) => b.weight - a.weight);
    return sentences.slice(0, SENTENCES);
  },
  'readability + textrank': (document) => {
    const text = parse(document);
    try {
      return new globalThis.textrank.TextRank(text, { extractAmount: SENTENCES });
    } catch {
      // It fails on texts of few sentences; the time until then counts.
      return null;
    }
  },
  'floor: TreeWalker over text': (document) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let units = 0;
    while (walker.nextNode()) units += /** @type {Text} */ (walker.currentNode).data.length;
    return units;
  },
  'floor: body.textContent': (document) => document.body.textContent,
};

/**
 * Runs every system on a page, one after the other, `rounds` times; the first round does not
 * count. A system that took over `most` milliseconds is left out of the further rounds.
 *
 * @param {string} address
 * @param {number} rounds
 * @param {number} most
 * @returns {Promise<Record<string, number[]>>} milliseconds of each run
 */
export async function measure(address, rounds, most) {
  const frame = document.createElement('iframe');
  frame.width = '1280';
  frame.height = '800';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = address;
  document.body.append(frame);
  await loaded;
  await settled();
  const page = /** @type {Document} */ (frame.contentDocument);
  /** @type {Record<string, number[]>} */
  const times = {};
  const names = Object.keys(SYSTEMS);
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      // Each round begins with another system, so that none always follows the same one.
      const name = names[(turn + round) % names.length];
      const own = (times[name] ??= []);
      if (own.some((time) => time > most)) continue;
      await nextTask();
      const start = performance.now();
      await SYSTEMS[name](page);
      const time = performance.now() - start;
      if (round > 0 || time > most) own.push(time);
    }
  }
  frame.remove();
  return times;
}

/** Until the page is laid out and shown. */
async function settled() {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** A new task, so that no system pays for what another left to do. */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}
