/**
 * Lights places in the text by the CSS Custom Highlight API, which leaves the document as it is.
 *
 * The rule is adopted by every root that holds a lit range, since Firefox does not let the
 * document's rule reach into a shadow root. Where the API is missing, the selection stands in.
 *
 * @module
 */

/** The colours hold 4.5:1 whatever the page's own are; the line carries the mark without colour. */
const RULES = (/** @type {string} */ name) => `
::highlight(${name}) {
  background-color: #ffe38a;
  color: #1c1a12;
  text-decoration: underline 2px #8a5a00;
}
@media (forced-colors: active) {
  ::highlight(${name}) {
    background-color: Mark;
    color: MarkText;
    text-decoration: underline 2px MarkText;
  }
}
@media print {
  ::highlight(${name}) {
    background-color: transparent;
    text-decoration: none;
  }
}`;

/**
 * @typedef {object} Light
 * @property {(ranges: Range[]) => void} set lights these ranges and no others
 * @property {() => void} clear
 */

/**
 * A light under a name of its own; it goes out when the signal aborts.
 *
 * @param {string} name a CSS identifier, not used by the page
 * @param {{document: Document, signal: AbortSignal}} options
 * @returns {Light}
 */
export function createLight(name, { document, signal }) {
  if (typeof Highlight !== 'function' || typeof CSS !== 'object' || !CSS.highlights) {
    return selectionLight(document, signal);
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULES(name));
  const highlight = new Highlight();
  /** @type {Set<Document | ShadowRoot>} */
  const roots = new Set();
  const clear = () => {
    highlight.clear();
    CSS.highlights.delete(name);
    for (const root of roots) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
    }
    roots.clear();
  };
  signal.addEventListener('abort', clear, { once: true });
  return {
    set(ranges) {
      clear();
      for (const range of ranges) {
        const root = /** @type {Document | ShadowRoot} */ (range.startContainer.getRootNode());
        if ('adoptedStyleSheets' in root && !roots.has(root)) {
          roots.add(root);
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        }
        highlight.add(range);
      }
      CSS.highlights.set(name, highlight);
    },
    clear,
  };
}

/**
 * @param {Document} document
 * @param {AbortSignal} signal
 * @returns {Light}
 */
function selectionLight(document, signal) {
  /** @type {Range | null} */
  let own = null;
  const clear = () => {
    const selection = document.getSelection();
    if (own && selection?.rangeCount && selection.getRangeAt(0) === own) {
      selection.removeAllRanges();
    }
    own = null;
  };
  signal.addEventListener('abort', clear, { once: true });
  return {
    set([range]) {
      clear();
      if (!range) {
        return;
      }
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      own = range;
    },
    clear,
  };
}
