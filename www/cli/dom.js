/**
 * HTML to the few node properties that `reader.js` reads, by parse5 with a tree adapter of our own.
 *
 * parse5 follows the HTML standard, so a page has the same tree here as in a browser. Building
 * only what the reader asks for makes it several times faster than a whole DOM library
 * (measured: ARCHITECTURE.md, "The DOM of the command line").
 *
 * @module
 */

import { html, parse, Parser } from 'parse5';

import { hasPlainRuns, RunTokenizer } from './tokenizer.js';

const ELEMENT = 1;
const TEXT = 3;
const COMMENT = 8;
const DOCUMENT = 9;
const DOCTYPE = 10;
const FRAGMENT = 11;

/** @typedef {import('parse5').Token.Attribute} Attribute */
/** @typedef {import('parse5').Token.ElementLocation} Location */

/** One class for every kind of node: the engine of JavaScript then sees one shape. */
export class TreeNode {
  /** @type {TreeNode | null} */ parentNode = null;
  /** @type {TreeNode | null} */ firstChild = null;
  /** @type {TreeNode | null} */ lastChild = null;
  /** @type {TreeNode | null} */ nextSibling = null;
  /** @type {TreeNode | null} */ previousSibling = null;
  /** @type {TreeNode | null} */ shadowRoot = null;
  /** @type {TreeNode | null} */ content = null;
  /** @type {Attribute[]} */ attributes;
  /** Where in the source it stands, if that was asked for. @type {Location | null} */ location =
    null;
  namespace = html.NS.HTML;
  mode = html.DOCUMENT_MODE.NO_QUIRKS;

  /**
   * @param {number} nodeType
   * @param {string} localName
   * @param {string} data
   * @param {Attribute[]} attributes
   */
  constructor(nodeType, localName, data, attributes) {
    this.nodeType = nodeType;
    this.localName = localName;
    this.data = data;
    this.attributes = attributes;
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.attributes.find((attribute) => attribute.name === name)?.value ?? null;
  }

  getAttributeNames() {
    return this.attributes.map((attribute) => attribute.name);
  }

  get childNodes() {
    const nodes = [];
    for (let child = this.firstChild; child; child = child.nextSibling) nodes.push(child);
    return nodes;
  }
}

/**
 * @param {TreeNode} parent
 * @param {TreeNode} node
 * @param {TreeNode | null} before
 */
function insert(parent, node, before) {
  const previous = before ? before.previousSibling : parent.lastChild;
  node.parentNode = parent;
  node.previousSibling = previous;
  node.nextSibling = before;
  if (previous) previous.nextSibling = node;
  else parent.firstChild = node;
  if (before) before.previousSibling = node;
  else parent.lastChild = node;
}

/** @param {TreeNode} node */
function detach(node) {
  const { parentNode: parent, previousSibling: previous, nextSibling: next } = node;
  if (!parent) return;
  if (previous) previous.nextSibling = next;
  else parent.firstChild = next;
  if (next) next.previousSibling = previous;
  else parent.lastChild = previous;
  node.parentNode = node.previousSibling = node.nextSibling = null;
}

/**
 * @param {TreeNode} parent
 * @param {string} text
 * @param {TreeNode | null} before
 */
function insertText(parent, text, before) {
  const previous = before ? before.previousSibling : parent.lastChild;
  if (previous?.nodeType === TEXT) previous.data += text;
  else insert(parent, new TreeNode(TEXT, '', text, []), before);
}

/** @type {import('parse5').TreeAdapter} */
const adapter = /** @type {any} */ ({
  createDocument: () => new TreeNode(DOCUMENT, '', '', []),
  createDocumentFragment: () => new TreeNode(FRAGMENT, '', '', []),
  createElement(
    /** @type {string} */ name,
    /** @type {any} */ namespace,
    /** @type {Attribute[]} */ attributes,
  ) {
    const node = new TreeNode(ELEMENT, name, '', attributes);
    node.namespace = namespace;
    return node;
  },
  createCommentNode: () => new TreeNode(COMMENT, '', '', []),
  createTextNode: (/** @type {string} */ text) => new TreeNode(TEXT, '', text, []),
  appendChild: (/** @type {TreeNode} */ parent, /** @type {TreeNode} */ node) =>
    insert(parent, node, null),
  insertBefore: insert,
  insertText: (/** @type {TreeNode} */ parent, /** @type {string} */ text) =>
    insertText(parent, text, null),
  insertTextBefore: insertText,
  detachNode: detach,
  adoptAttributes(/** @type {TreeNode} */ node, /** @type {Attribute[]} */ attributes) {
    for (const attribute of attributes) {
      if (node.getAttribute(attribute.name) === null) node.attributes.push(attribute);
    }
  },
  setTemplateContent(/** @type {TreeNode} */ template, /** @type {TreeNode} */ content) {
    template.content = content;
  },
  getTemplateContent: (/** @type {TreeNode} */ template) => template.content,
  setDocumentType(/** @type {TreeNode} */ document) {
    insert(document, new TreeNode(DOCTYPE, '', '', []), null);
  },
  setDocumentMode(/** @type {TreeNode} */ document, /** @type {any} */ mode) {
    document.mode = mode;
  },
  getDocumentMode: (/** @type {TreeNode} */ document) => document.mode,
  getFirstChild: (/** @type {TreeNode} */ node) => node.firstChild,
  getChildNodes: (/** @type {TreeNode} */ node) => node.childNodes,
  getParentNode: (/** @type {TreeNode} */ node) => node.parentNode,
  getAttrList: (/** @type {TreeNode} */ node) => node.attributes,
  getTagName: (/** @type {TreeNode} */ node) => node.localName,
  getNamespaceURI: (/** @type {TreeNode} */ node) => node.namespace,
  getTextNodeContent: (/** @type {TreeNode} */ node) => node.data,
  getCommentNodeContent: (/** @type {TreeNode} */ node) => node.data,
  getDocumentTypeNodeName: () => 'html',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isTextNode: (/** @type {TreeNode} */ node) => node.nodeType === TEXT,
  isCommentNode: (/** @type {TreeNode} */ node) => node.nodeType === COMMENT,
  isDocumentTypeNode: (/** @type {TreeNode} */ node) => node.nodeType === DOCTYPE,
  isElementNode: (/** @type {TreeNode} */ node) => node.nodeType === ELEMENT,
  getNodeSourceCodeLocation: (/** @type {TreeNode} */ node) => node.location,
  setNodeSourceCodeLocation(/** @type {TreeNode} */ node, /** @type {Location | null} */ location) {
    node.location = location;
  },
  updateNodeSourceCodeLocation(/** @type {TreeNode} */ node, /** @type {Location} */ end) {
    node.location = { .../** @type {Location} */ (node.location), ...end };
  },
});

/**
 * Parses a page. Any text is a page: the HTML standard has no errors that stop a parser.
 *
 * @param {string} source
 * @param {{locations?: boolean}} [options] `locations`: each node knows its place in the source
 * @returns {Node} a document, with the properties that the reader reads
 */
export function parseDocument(source, { locations = false } = {}) {
  const document = /** @type {any} */ (
    locations || !hasPlainRuns(source)
      ? parse(source, { treeAdapter: adapter, sourceCodeLocationInfo: locations })
      : parseRuns(source)
  );
  attachShadowRoots(document);
  return document;
}

/** @param {string} source */
function parseRuns(source) {
  const parser = new Parser({ treeAdapter: adapter });
  parser.tokenizer = new RunTokenizer(parser);
  parser.tokenizer.write(source.replaceAll(/\r\n?/g, '\n'), true);
  return parser.document;
}

/**
 * Makes `<template shadowrootmode="open">` the shadow root of its parent, as a browser does.
 *
 * @param {TreeNode} root
 */
function attachShadowRoots(root) {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    for (let child = node.firstChild, next; child; child = next) {
      next = child.nextSibling;
      if (child.nodeType !== ELEMENT) continue;
      if (child.content && child.getAttribute('shadowrootmode') === 'open' && !node.shadowRoot) {
        node.shadowRoot = child.content;
        detach(child);
        open.push(child.content);
      } else {
        open.push(child);
      }
    }
  }
}
