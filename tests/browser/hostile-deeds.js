/**
 * What a page may do against the standfirst in it. Each function runs in the page, with `nest`, `hidden` and
 * `style` by their names.
 *
 * @module
 */

import { lyingMethods, ownNames, throwingGetters, throwingMethods } from './tampering.js';

/** What a page does before our script comes. @type {Record<string, () => void>} */
export const BEFORE = {
  "Proxy'd globals": () => {
    const names =
      'Node Element HTMLElement Document CharacterData Map Set Promise AbortController URL ' +
      'MutationObserver IntersectionObserver ResizeObserver CSSStyleSheet Range WebAssembly fetch JSON';
    for (const name of names.split(' ')) {
      /** @type {any} */ (window)[name] = new Proxy(/** @type {any} */ (window)[name], {});
    }
  },
  'a frame of another origin in the place of documentElement': () => {
    const frame = document.createElement('iframe');
    frame.name = 'documentElement';
    frame.setAttribute('sandbox', '');
    document.body.append(frame);
  },
  'names on Object.prototype': () => {
    for (const name of ['foo', 'title', 'language', 'block', 'index', 'length', 'code']) {
      Object.defineProperty(Object.prototype, name, {
        value: 'polluted',
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
  },
  'names on Array.prototype': () => {
    /** @type {any} */ (Array.prototype).each = () => 'polluted';
    /** @type {any} */ (Array.prototype).first = () => 'polluted';
  },
  'text nodes with halves of surrogate pairs': () => {
    for (const paragraph of document.querySelectorAll('p')) {
      paragraph.append(' \ud83d', '\ude00 and \udc00 more\ud800');
    }
  },
  'bidi and zero-width characters in the story': () => {
    for (const paragraph of document.querySelectorAll('p')) {
      paragraph.prepend('\u202e\u2066\u200b');
    }
  },
  'a style sheet that hides us': () => style('stand-first { display: none !important }'),
  'a style sheet that moves us': () =>
    style('stand-first { position: fixed !important; left: -9999px; transform: scale(0) }'),
  'a style sheet that resets all': () => style('* { all: revert !important; float: left }'),
  'a story in elements that take foreign children out': () => {
    class Guard extends HTMLElement {
      connectedCallback() {
        new MutationObserver(() => {
          for (const child of this.querySelectorAll('stand-first')) child.remove();
        }).observe(this, { childList: true, subtree: true });
      }
    }
    const guard = document.createElement('story-guard');
    guard.append(.../** @type {any} */ (document.querySelector('article')).childNodes);
    document.querySelector('article')?.append(guard);
    customElements.define('story-guard', Guard);
  },
  'an observer that changes the page at each of our changes': () => {
    let changes = 0;
    new MutationObserver(() => {
      changes += 1;
      if (changes < 500) document.body.append(document.createElement('i'));
    }).observe(document, { childList: true, subtree: true, attributes: true });
  },
  'a choice kept on the device that makes no sense': () =>
    localStorage.setItem('stand-first', '{"length":-1e9,"type":["points"],"collapsed":"no"}'),
  'a choice kept on the device that is not an object': () =>
    localStorage.setItem('stand-first', 'null'),
};

/** Cases of which a summary is not asked, only an honest end. @type {Record<string, () => void>} */
export const MAY_FAIL = {
  'globals whose every look throws': () => {
    for (const name of ['Map', 'AbortController', 'Highlight', 'CSSStyleSheet', 'ShadowRoot']) {
      /** @type {any} */ (window)[name] = new Proxy(class {}, {
        get() {
          throw new Error('hostile');
        },
      });
    }
  },
  'no WebAssembly, and no way to fetch': () => {
    /** @type {any} */ (window).WebAssembly = undefined;
    window.fetch = () => Promise.reject(new Error('hostile'));
  },
  'a fetch that answers with something else': () => {
    window.fetch = () => Promise.resolve(new Response('<p>not found', { status: 200 }));
  },
  'DOM methods that throw': throwingMethods,
  'DOM methods that lie': lyingMethods,
  'getters that throw': throwingGetters,
  'elements with names of their own': ownNames,
  'lists that lie': () => {
    const { map, includes, push } = Array.prototype;
    // A browser's driver may need them to tell what was found.
    Object.assign(window, {
      restore: () => Object.assign(Array.prototype, { map, includes, push }),
    });
    Array.prototype.map = () => [];
    Array.prototype.includes = () => true;
    Array.prototype.push = () => 0;
  },
  'everything hidden': () => style('* { display: none !important }'),
  'names of the document taken by elements': () => {
    const names =
      'body head defaultView documentElement createElement createElementNS getSelection ' +
      'querySelector querySelectorAll addEventListener activeElement readyState scripts ' +
      'getElementById adoptedStyleSheets documentURI location createRange';
    for (const name of names.split(' ')) {
      const image = Document.prototype.createElement.call(document, 'img');
      image.setAttribute('name', name);
      /** @type {any} */ (
        document.currentScript ?? Document.prototype.querySelector.call(document, 'main')
      ).append(image);
    }
  },
};

/** Far too much of something, out of the layout, which is not ours. @type {Record<string, () => void>} */
export const TOO_MUCH = {
  'a million text nodes': () => {
    const box = hidden();
    for (let count = 0; count < 1e6; count += 1) box.append(document.createTextNode('ferry '));
  },
  'a hundred megabytes of text': () => {
    hidden().textContent = 'word '.repeat(2e7);
  },
};

/**
 * Nests elements in the page. Halves are put together, since an append takes as long as its place is deep.
 *
 * @param {number} depth
 */
export function nest(depth) {
  /** @type {(depth: number) => [HTMLElement, HTMLElement]} */
  const chain = (depth) => {
    if (depth < 2) {
      const link = document.createElement('div');
      return [link, link];
    }
    const [top, middle] = chain(depth >> 1);
    const [next, end] = chain(depth - (depth >> 1));
    middle.append(next);
    return [top, end];
  };
  const [top, end] = chain(depth);
  end.textContent = 'The ferry runs again from Monday.';
  hidden().append(top);
}

export function hidden() {
  const box = document.createElement('div');
  box.hidden = true;
  return document.body.appendChild(box);
}

/** @param {string} css */
export function style(css) {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
}
