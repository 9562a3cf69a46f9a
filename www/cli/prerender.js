/**
 * `standfirst prerender`: a page's HTML with its standfirst written into it.
 *
 * Nothing else of the page changes, to the byte: the standfirst is put into the source text at one
 * place, which the parser tells. Done twice it gives what it gives once.
 *
 * @module
 */

import { localEngine } from '../engine/local.js';
import { encode } from '../page/link.js';
import { loadPhrases } from '../panel/languages.js';
import { statusMessage } from '../panel/reasons.js';
import { read } from '../reader.js';
import { SummaryView, languageAt } from '../summary-view.js';
import { parseDocument } from './dom.js';
import { MARKS, contentHtml } from './prerender/content.js';
import { directiveTo } from './prerender/directive.js';
import { labelIn } from './prerender/label.js';
import { elements, inside, ownElement, underHeadline } from './prerender/place.js';

const DEFAULT_LENGTH = 3;

/** Names that the embed's script has; its sheet lies beside it. */
const OWN_SCRIPT = /(^|\/)(?:define|standfirst)\.js(?=$|[?#])/;

/** @typedef {import('./dom.js').TreeNode} TreeNode */

/**
 * @typedef {object} PrerenderOptions
 * @property {number} [sentences]
 * @property {string} [language] BCP 47, over what the page says
 * @property {string} [url] address of the page
 * @property {string | null} [css] address of `standfirst.css`, null for none; by itself, it is
 *   beside the embed's script where the page has one
 */

/**
 * @typedef {object} Prerendered
 * @property {string} html
 * @property {import('../types.js').Summary['status']} status
 * @property {string} reason
 * @property {boolean} changed false where there is no summary: `html` is what was given
 */

/**
 * @param {string} source HTML of a page
 * @param {PrerenderOptions} [options]
 * @returns {Promise<Prerendered>}
 * @throws {import('./prerender/place.js').PlaceError} where a standfirst cannot be written
 */
export async function prerender(source, options = {}) {
  const document = /** @type {any} */ (parseDocument(source, { locations: true }));
  const own = ownElement(document);
  const ownPlace = own && inside(own);
  const url = options.url ?? canonicalAddress(document);
  const reading = read(articleRoot(document, own), { url });
  const length = options.sentences ?? (Number(own?.getAttribute('length')) || DEFAULT_LENGTH);
  const language = options.language ?? own?.getAttribute('article-lang') ?? undefined;
  const summary = await localEngine().summarize(reading.page, { sentences: length, language });
  const view = new SummaryView(summary, reading);
  const { status, reason } = summary;
  const storyNode = /** @type {any} */ (view.firstNode);
  if ((status !== 'ok' && status !== 'partial') || view.sentences === 0 || !storyNode) {
    return { html: source, status, reason, changed: false };
  }
  const place = ownPlace ?? underHeadline(document, summary.title, storyNode);
  const say = await loadPhrases(languageAt(/** @type {any} */ (place.parent)) || 'en');
  const type = typeOf(own);
  const shape = view.shape(type === 'headline' ? 1 : length, say);
  const words = {
    language: say.language,
    direction: say.direction,
    heading: own?.getAttribute('heading') || say('heading'),
    figures: shape.figures,
    label: own?.getAttribute('label') || labelIn(say.language),
  };
  const linkTo = linker({ document, reading, summary, url }, [
    words.heading,
    words.figures,
    ...shape.sentences.flatMap(({ text }) => [text, MARKS[shape.direction]]),
    words.label,
  ]);
  const content = contentHtml({
    sentences: shape.sentences.map(({ text, index }, at) => ({
      text,
      href: linkTo(index),
      name: say('show', { n: at + 1 }),
    })),
    type,
    language: shape.language,
    direction: shape.direction,
    message: statusMessage(summary, say),
    words,
    css: options.css === undefined ? sheetBesideScript(document) : options.css,
  });
  const given = options.sentences === undefined ? '' : ` length="${options.sentences}"`;
  const inserted = own ? `\n${content}\n` : `<stand-first${given}>\n${content}\n</stand-first>`;
  const html = source.slice(0, place.start) + inserted + source.slice(place.end);
  return { html, status, reason, changed: true };
}

/**
 * @param {TreeNode | null} own
 * @returns {import('../types.js').SummaryType}
 */
function typeOf(own) {
  const type = own?.getAttribute('type');
  return type === 'paragraph' || type === 'headline' ? type : 'points';
}

/**
 * @param {TreeNode} document
 * @param {TreeNode | null} own
 */
function articleRoot(document, own) {
  const id = own?.getAttribute('for');
  const found = id && find(document, (element) => element.getAttribute('id') === id);
  return /** @type {any} */ (found || document);
}

/**
 * Makes the address within the page that leads to a sentence.
 *
 * @param {{document: TreeNode, reading: import('../types.js').Reading,
 *   summary: import('../types.js').Summary, url: string | undefined}} page
 * @param {string[]} standfirst texts in the standfirst
 * @returns {(index: number) => string | null}
 */
function linker({ document, reading, summary, url }, standfirst) {
  const blocks = reading.page.text.split('\0');
  const pieces = [...standfirst, ...blocks];
  const { sources, block: blockOf, start, end } = summary.story;
  /** Two blocks of the story with none between follow one another in the page, too. */
  const ofStory = (/** @type {number} */ source) =>
    sources.includes(source) ? blocks[source] : '';
  // Under a base address "#" is a place in another page.
  const hasBase = find(document, (node) => isNamed(node, 'base') && node.getAttribute('href'));
  const address = /^https?:/i.test(url ?? '') ? url?.split('#')[0] : undefined;
  const page = hasBase ? address : '';
  return (index) => {
    const block = sources[blockOf[index]];
    const parent = /** @type {any} */ (reading.nodes[block]?.[0]?.parentNode);
    const id = parent?.getAttribute?.('id') ?? '';
    const place = {
      text: blocks[block],
      start: start[index],
      end: end[index],
      above: ofStory(block - 1),
      below: ofStory(block + 1),
    };
    const directive = directiveTo(place, pieces);
    const fragment = `${encode(id)}${directive ? `:~:${directive}` : ''}`;
    return page === undefined || !fragment ? null : `${page}#${fragment}`;
  };
}

/** @param {TreeNode} document */
function canonicalAddress(document) {
  const link = find(
    document,
    (node) => isNamed(node, 'link') && node.getAttribute('rel') === 'canonical',
  );
  const href = link?.getAttribute('href') ?? '';
  return /^https?:\/\//i.test(href) ? href : undefined;
}

/** @param {TreeNode} document */
function sheetBesideScript(document) {
  const script = find(
    document,
    (node) => isNamed(node, 'script') && OWN_SCRIPT.test(node.getAttribute('src') ?? ''),
  );
  return (
    script
      ?.getAttribute('src')
      ?.replace(/[?#].*/, '')
      .replace(OWN_SCRIPT, '$1standfirst.css') ?? null
  );
}

/**
 * @param {TreeNode} root
 * @param {(element: TreeNode) => unknown} wanted
 */
function find(root, wanted) {
  for (const element of elements(root)) if (wanted(element)) return element;
  return null;
}

/**
 * @param {TreeNode} element
 * @param {string} name
 */
function isNamed(element, name) {
  return element.localName === name;
}
