/**
 * Collects what a page says about itself: title, meta elements, JSON-LD, dates, image texts.
 *
 * Keys are those of `Metadata` in `src/page.rs`. Values may hold anything but NUL.
 *
 * @module
 */

import { attribute, ownText } from './access.js';

/** UTF-16 units kept of one value; an `articleBody` is the longest that is of use. */
const MAX_VALUE = 100_000;

/** Pairs kept, so that a page with a million meta elements stays small. */
const MAX_PAIRS = 600;

/** Entities of one JSON-LD script that are looked at. */
const MAX_ENTITIES = 200;

/** Values of one JSON-LD script that are looked at, entities or not: lists may hold lists only. */
const MAX_LOOKS = 5000;

/** Types that are an article; a forum's or a job's posting is none. */
const ARTICLE = /^(?:\w*Article|\w*BlogPosting|Report|Review|Recipe|OpinionPiece)$/;

/** Properties of the article taken over as they are. */
const PLAIN = [
  'headline',
  'alternativeHeadline',
  'name',
  'description',
  'datePublished',
  'dateModified',
  'articleBody',
  'articleSection',
  'isAccessibleForFree',
  'inLanguage',
];

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|(amp|quot|lt|gt|nbsp|apos));/g;

/** @type {Record<string, string>} */
const NAMED = { amp: '&', quot: '"', lt: '<', gt: '>', nbsp: '\u00A0', apos: "'" };

/** Tags of the elements that tell something. */
export const TOLD = ['meta', 'title', 'html', 'link', 'script', 'time', 'img'];

/** The facts of one page, in document order. */
export class MetadataList {
  /** @type {string[]} keys and values in turn */
  #items = [];
  #hasTitle = false;
  #hasArticle = false;

  /**
   * @param {string} key
   * @param {unknown} value anything but text, numbers and truth values is left out
   */
  add(key, value) {
    if (typeof value === 'number' || typeof value === 'boolean') value = String(value);
    if (typeof value !== 'string' || this.#items.length >= 2 * MAX_PAIRS) return;
    let text = value.slice(0, MAX_VALUE);
    // linked data stands in a script, where a browser decodes nothing
    if (key.startsWith('ld:')) text = text.replace(REFERENCE, decode);
    text = text.replaceAll('\0', '\uFFFD').trim();
    if (text) this.#items.push(key.replaceAll('\0', '\uFFFD'), text);
  }

  /**
   * Takes note that the page was not read to its end, however many pairs there are.
   *
   * @param {'nodes' | 'text'} bound what there was too much of
   */
  addCut(bound) {
    this.#items.push('cut', bound);
  }

  /**
   * Takes note of an element, one of `TOLD`.
   *
   * @param {any} element
   * @param {string} tag
   */
  see(element, tag) {
    if (tag === 'meta') {
      const name =
        attribute(element, 'property') ||
        attribute(element, 'name') ||
        attribute(element, 'itemprop');
      if (name) this.add(`meta:${name.toLowerCase()}`, attribute(element, 'content'));
    } else if (tag === 'title') {
      if (!this.#hasTitle) this.add('title', ownText(element));
      this.#hasTitle = true;
    } else if (tag === 'html') {
      this.add('lang', attribute(element, 'lang') || attribute(element, 'xml:lang'));
    } else if (tag === 'link') {
      const rel = attribute(element, 'rel');
      if (rel && rel.toLowerCase() === 'canonical') {
        this.add('canonical', attribute(element, 'href'));
      }
    } else if (tag === 'script') {
      const type = attribute(element, 'type');
      if (type && /^application\/ld\+json/i.test(type)) this.#addLinkedData(ownText(element));
    } else if (tag === 'time') {
      this.add('time', attribute(element, 'datetime'));
    } else if (tag === 'img') {
      const alt = attribute(element, 'alt');
      // shorter ones name a logo or a person, and tell no caption from a paragraph
      if (alt && alt.length >= 20) this.add('alt', alt);
    }
  }

  /** @returns {string} */
  join() {
    return this.#items.join('\0');
  }

  /** @param {string} source */
  #addLinkedData(source) {
    const data = parse(source);
    let entities = 0;
    /** @type {unknown[]} */
    const queue = [data];
    for (let at = 0; at < queue.length && at < MAX_LOOKS && entities < MAX_ENTITIES; at += 1) {
      const entity = queue[at];
      if (Array.isArray(entity)) {
        queue.push(...entity.slice(0, MAX_ENTITIES));
        continue;
      }
      if (!isRecord(entity)) continue;
      entities += 1;
      queue.push(entity['@graph'], entity.mainEntity);
      const types = list(entity['@type']).filter((type) => typeof type === 'string');
      for (const type of types) this.add('ld:type', type);
      if (types.some((type) => ARTICLE.test(type))) {
        this.#addArticle(entity, types);
      }
      if (types.includes('WebSite')) this.add('ld:siteName', entity.name);
    }
  }

  /**
   * @param {Record<string, unknown>} article
   * @param {unknown[]} types
   */
  #addArticle(article, types) {
    this.add('ld:articles', article.headline ?? article.name);
    // a page's further articles are teasers or an endless scroll
    if (this.#hasArticle) return;
    this.#hasArticle = true;
    for (const type of types) this.add('ld:@type', type);
    for (const key of PLAIN) this.add(`ld:${key}`, first(article[key]));
    for (const author of list(article.author)) {
      this.add('ld:author', isRecord(author) ? first(author.name) : author);
    }
    const publisher = first(article.publisher);
    this.add('ld:publisher', isRecord(publisher) ? first(publisher.name) : publisher);
    for (const part of list(article.hasPart)) {
      if (isRecord(part)) {
        this.add('ld:hasPart.isAccessibleForFree', part.isAccessibleForFree);
        for (const css of list(part.cssSelector)) this.add('ld:hasPart.cssSelector', css);
      }
    }
    for (const image of list(article.image)) {
      if (isRecord(image)) this.add('alt', first(image.caption) ?? first(image.description));
    }
    const updates = list(article.liveBlogUpdate).length;
    if (updates) this.add('ld:liveBlogUpdates', updates);
  }
}

/**
 * The character that a reference stands for, once: `&amp;lt;` gives `&lt;`.
 *
 * @param {string} reference
 * @param {string | undefined} decimal
 * @param {string | undefined} hex
 * @param {string | undefined} name
 * @returns {string}
 */
function decode(reference, decimal, hex, name) {
  if (name) return NAMED[name] ?? reference;
  const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

/**
 * @param {string} source
 * @returns {unknown}
 */
function parse(source) {
  try {
    return JSON.parse(source);
  } catch {
    try {
      // raw line feeds inside strings and CDATA or comment wrappers are the usual faults
      return JSON.parse(
        source
          .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
          .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/, '')
          .replace(/[\0-\x1F]+/g, ' '),
      );
    } catch {
      return null;
    }
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
function list(value) {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function first(value) {
  return Array.isArray(value) ? value[0] : value;
}
