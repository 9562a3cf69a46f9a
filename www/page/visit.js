/**
 * Goes to a place in the text: scrolls to it and moves the focus there, and gives both back.
 *
 * @module
 */

/** Where the place comes to stand, as a part of the window's height: a third from the top. */
const READING_LINE = 0.3;

/** Further than this many windows, smooth scrolling takes long and shows nothing. */
const SMOOTH_WINDOWS = 3;

/**
 * Scrolls to a range and focuses the block that holds it. A block that cannot take the focus is
 * lent `tabindex="-1"` until the focus moves on; that is the one change, and it is taken back.
 *
 * @param {Range} range
 * @param {AbortSignal} signal
 * @returns {() => void} takes the loan back at once
 */
export function visit(range, signal) {
  const block = blockOf(range.startContainer);
  scrollTo(range, block);
  return lendFocus(block, signal);
}

/**
 * The nearest element that is laid out as a block.
 *
 * @param {Node} node
 * @returns {HTMLElement}
 */
export function blockOf(node) {
  let element = /** @type {HTMLElement} */ (
    node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement
  );
  while (element.parentElement && /^(inline|contents)/.test(getComputedStyle(element).display)) {
    element = element.parentElement;
  }
  return element;
}

/**
 * @param {HTMLElement} block
 * @param {AbortSignal} signal
 */
function lendFocus(block, signal) {
  if (block.tabIndex >= 0 || block.hasAttribute('tabindex')) {
    block.focus({ preventScroll: true });
    return () => {};
  }
  const loan = new AbortController();
  const giveBack = () => {
    if (!loan.signal.aborted) {
      loan.abort();
      block.removeAttribute('tabindex');
    }
  };
  block.setAttribute('tabindex', '-1');
  // The lit sentence shows where the focus is; a ring around its whole paragraph would say less.
  block.focus(/** @type {FocusOptions} */ ({ preventScroll: true, focusVisible: false }));
  const listening = { signal: AbortSignal.any([signal, loan.signal]), once: true };
  block.addEventListener('blur', giveBack, listening);
  signal.addEventListener('abort', giveBack, { once: true, signal: loan.signal });
  return giveBack;
}

/**
 * @param {Range} range
 * @param {HTMLElement} block
 */
function scrollTo(range, block) {
  const document = block.ownerDocument;
  const view = document.defaultView;
  if (!view) {
    return;
  }
  if (insideScroller(block)) {
    block.scrollIntoView({ block: 'center', behavior: 'instant' });
    return;
  }
  const distance = range.getBoundingClientRect().top - view.innerHeight * READING_LINE;
  const still =
    view.matchMedia('(prefers-reduced-motion: reduce)').matches ||
    Math.abs(distance) > SMOOTH_WINDOWS * view.innerHeight;
  view.scrollBy({ top: distance, behavior: still ? 'instant' : 'smooth' });
}

/**
 * Whether something other than the document's own scroller must move to show the element.
 *
 * @param {HTMLElement} element
 */
export function insideScroller(element) {
  const { body, documentElement } = element.ownerDocument;
  for (let at = parentOf(element); at && at !== body && at !== documentElement; at = parentOf(at)) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) {
      return true;
    }
  }
  return false;
}

/**
 * The parent, out of a shadow root into its host.
 *
 * @param {Element} element
 * @returns {Element | null}
 */
function parentOf(element) {
  const root = element.parentElement ? null : element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
