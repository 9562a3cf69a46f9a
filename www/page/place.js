/**
 * Puts the standfirst where one belongs: under the headline, or before the story where there is none.
 *
 * @module
 */

/**
 * Inserts `host` under the headline. The document is otherwise left alone.
 *
 * @param {Element} host
 * @param {object} options
 * @param {Document} options.document
 * @param {string} options.title the headline as the engine found it, or empty
 * @param {Node | undefined} options.storyNode a node of the story's first block
 * @param {'headline' | 'story'} [options.placement] `story`: before the story's first block
 */
export function placeUnderHeadline(host, { document, title, storyNode, placement }) {
  const headline = placement !== 'story' && findHeadline(document, title, storyNode);
  if (headline) {
    outermostAlone(headline).after(host);
    return;
  }
  const first = storyNode && blockAround(storyNode);
  if (first) {
    first.before(host);
  } else {
    document.body.prepend(host);
  }
}

/** A title in here leads to a story; it does not head one. */
const LEADS_AWAY = 'nav, [role="navigation"], a[href]';

/**
 * The last visible heading before the story that says its title, an `<h1>` rather than another; else
 * the last visible `<h1>` before the story.
 *
 * @param {Document} document
 * @param {string} title
 * @param {Node | undefined} storyNode
 * @returns {Element | null}
 */
export function findHeadline(document, title, storyNode) {
  const root = storyNode?.getRootNode() ?? document;
  const scope = root instanceof ShadowRoot ? root : document;
  const wanted = plain(title);
  /** @type {Element | null} */
  let before = null;
  /** @type {Element | null} */
  let said = null;
  for (const heading of scope.querySelectorAll('h1, h2, [role="heading"]')) {
    if (storyNode && !precedes(heading, storyNode)) {
      break;
    }
    const text = plain(heading.textContent ?? '');
    if (!text || heading.closest(LEADS_AWAY) || !isShown(heading)) {
      continue;
    }
    const first = heading.localName === 'h1';
    const says = wanted && (text === wanted || (text.length > 12 && wanted.startsWith(text)));
    if (says && (first || said?.localName !== 'h1')) {
      said = heading;
    }
    if (first) {
      before = heading;
    }
  }
  return said ?? before;
}

/**
 * Climbs out of wrappers in which a sibling would not stand below: rows and grids.
 *
 * @param {Element} element
 */
function outermostAlone(element) {
  let at = element;
  while (at.parentElement && at.parentElement !== at.ownerDocument.body) {
    const { display, flexDirection } = getComputedStyle(at.parentElement);
    const sideBySide =
      (/flex$/.test(display) && flexDirection.startsWith('row')) || /grid$/.test(display);
    if (!sideBySide && !/^(inline|table)/.test(display) && !at.parentElement.matches('hgroup')) {
      break;
    }
    at = at.parentElement;
  }
  return at;
}

/** @param {Node} node */
function blockAround(node) {
  let element = node.parentElement;
  while (element && /^(inline|contents)/.test(getComputedStyle(element).display)) {
    element = element.parentElement;
  }
  return element;
}

/**
 * @param {Node} a
 * @param {Node} b
 */
function precedes(a, b) {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** @param {Element} element */
function isShown(element) {
  const { width, height } = element.getBoundingClientRect();
  // A heading for screen readers alone is clipped to a pixel.
  return width > 8 && height > 8 && getComputedStyle(element).visibility === 'visible';
}

/** @param {string} text */
function plain(text) {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
