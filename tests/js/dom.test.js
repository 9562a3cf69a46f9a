/** The command line's DOM: taken by runs or character by character, the tree is parse5's. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import fc from 'fast-check';

import { parseDocument } from '../../www/cli/dom.js';

const PAGES = new URL('../pages/', import.meta.url);

const numRuns = Number(process.env.FUZZ_RUNS ?? 1000);
const seed = Number(process.env.FUZZ_SEED ?? 8);

/** What a tokenizer takes note of, and what it does not. */
const piece = fc.constantFrom(
  ...['<', '>', '/', '=', '"', "'", '&', '-', '--', '<!--', '-->', '--!>', '<!', '</', '`', '?'],
  ...[
    '&amp;',
    '&amp',
    '&notit;',
    '&#x41;',
    '&#0;',
    '&bogus',
    '<![CDATA[',
    ']]>',
    '<!doctype html>',
  ],
  ...[
    ' ',
    '  ',
    '\n',
    '\t',
    '\f',
    '\r',
    '\r\n',
    '\0',
    '\u00a0',
    '\ud83d\ude00',
    '\ud800',
    '\udc00',
  ],
  ...['a', 'The ferry runs. ', 'Two\nlines', 'CLASS', ' id=x', ' class="a b"', " title='&lt;'"],
  ...'html head body title textarea pre table td tr caption select option p b svg math'
    .split(' ')
    .flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  ...'script style xmp noscript plaintext template frameset colgroup iframe'
    .split(' ')
    .flatMap((tag) => [`<${tag}>`, `</${tag} `, `</${tag}>`]),
);

/**
 * Every node with its depth, in order.
 *
 * @param {string} html
 * @param {{locations?: boolean}} [options]
 */
function tree(html, options) {
  const found = [];
  /** @type {[any, number][]} */
  const open = [[parseDocument(html, options), 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    const attributes = node.attributes.map((/** @type {any} */ { prefix, name, value }) => [
      prefix,
      name,
      value,
    ]);
    found.push([depth, node.nodeType, node.namespace, node.localName, node.data, attributes]);
    const children = [node.content, node.shadowRoot, ...node.childNodes].filter(Boolean);
    for (const child of children.reverse()) open.push([child, depth + 1]);
  }
  return found;
}

/** Where places are asked for, every character is parse5's own to take. */
const slowly = (/** @type {string} */ html) => tree(html, { locations: true });

for (const slug of readdirSync(PAGES).sort()) {
  test(`the same tree of ${slug}`, () => {
    const html = readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');
    assert.deepEqual(tree(html), slowly(html));
    const asOnWindows = html.replaceAll('\n', '\r\n');
    assert.deepEqual(tree(asOnWindows), slowly(asOnWindows));
  });
}

test('the same tree of anything', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join('');
      assert.deepEqual(tree(html), slowly(html));
    }),
    { numRuns, seed },
  );
});
