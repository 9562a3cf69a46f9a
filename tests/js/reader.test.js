/** The reader and locate, mark-up by mark-up: blocks, facts, flags, and the way back to the nodes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import { place } from '../../www/page/locate.js';
import { read, readInTurns } from '../../www/reader.js';

/** @param {string} html */
const reading = (html) => read(/** @type {any} */ (parseDocument(html)), {});

/** @param {string} html */
const texts = (html) => {
  const { text } = reading(html).page;
  return text === '' ? [] : text.split('\0');
};

/** @type {[string, string, string[]][]} */
const BLOCKS = [
  ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
  ['loose text around a paragraph', 'One<p>two</p>three', ['One', 'two', 'three']],
  ['inline elements join', '<p>a <b>b</b><i>c</i> d</p>', ['a bc d']],
  ['white space collapses', '<p> a\n\t b </p>', ['a b']],
  ['no-break space stays', '<p>a&nbsp; b</p>', ['a\u00a0 b']],
  ['no text for screen readers in a line', '<p>a<b class="u-sr-only">, new tab</b> b</p>', ['a b']],
  [
    'nor where a clip hides it',
    '<p>a<b style="position:absolute;clip:rect(0 0 0 0)">c</b></p>',
    ['a'],
  ],
  ['an initial joins its word', '<p><b class="dropcap">O</b> <i>nce</i></p>', ['Once']],
  ['an initial that is a word', '<p><b class="dropcap">A</b> dam</p>', ['A dam']],
  ['one br is a line feed', '<p>a <br> b</p>', ['a\nb']],
  ['two br part blocks', '<div>a<br>\n<br>b</div>', ['a', 'b']],
  [
    'br behind a line in bold',
    '<p><b>Going up</b><br>The lift is new.</p>',
    ['Going up', 'The lift is new.'],
  ],
  ['br in a text in bold', '<p><b>a</b> b<br>c</p>', ['a b\nc']],
  ['a bold line by style alone', '<p><b>Attention</b>From today</p>', ['Attention', 'From today']],
  [
    'a bold line by its name',
    '<p><span class="strong">Attention</span><span class="br"></span>From today</p>',
    ['Attention', 'From today'],
  ],
  [
    'a bold line by its own style',
    '<p><span style="color:red; font-weight: 700">Attention</span>From today</p>',
    ['Attention', 'From today'],
  ],
  [
    'a line of middling weight',
    '<p><span class="strongly" style="font-weight:500">Attention</span>From today</p>',
    ['AttentionFrom today'],
  ],
  [
    'a brand half in bold',
    '<p><b>You</b>Tube and <b>Attention</b>from</p>',
    ['YouTube and Attentionfrom'],
  ],
  ['br at the ends', '<div><br>a<br></div>', ['a']],
  ['preformatted lines', '<pre>a  b\nc\n\nd</pre>', ['a b\nc', 'd']],
  [
    'no scripts, styles, controls',
    '<p>a<script>b</script></p><button>c</button><svg>d</svg>',
    ['a'],
  ],
  ['no noscript', '<noscript><p>a</p></noscript>', []],
  ['hidden text is handed over', '<p hidden>a</p>', ['a']],
  ['our own panel is not', '<stand-first>a</stand-first><div data-standfirst="panel">b</div>', []],
  ['custom elements between blocks', '<x-a>a</x-a><x-b>b</x-b>', ['a', 'b']],
  ['custom elements in a sentence', '<p>a <x-a>b</x-a> c</p>', ['a b c']],
  ['ruby without readings', '<p><ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby></p>', ['字']],
  [
    'shadow root with slots',
    '<div><b slot="s">in</b>rest<template shadowrootmode="open"><p>a <slot name="s"></slot>' +
      '</p><p><slot></slot></p></template></div>',
    ['a in', 'rest'],
  ],
];

for (const [name, html, blocks] of BLOCKS) {
  test(`blocks: ${name}`, () => assert.deepEqual(texts(html), blocks));
}

/** @type {[string, string, string[]][]} */
const FACTS = [
  ['title and language', '<html lang="de"><title> T </title>', ['lang', 'de', 'title', 'T']],
  ['meta by any name', '<meta property="og:Title" content="T">', ['meta:og:title', 'T']],
  ['canonical', '<link rel="canonical" href="/a">', ['canonical', '/a']],
  [
    'linked data',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","author":' +
      '[{"name":"A"},"B"]}</script>',
    ['ld:type', 'NewsArticle', 'ld:articles', 'H', 'ld:@type', 'NewsArticle'].concat([
      'ld:headline',
      'H',
      'ld:author',
      'A',
      'ld:author',
      'B',
    ]),
  ],
  [
    'linked data in a graph',
    '<script type="application/ld+json">{"@graph":[{"@type":"Product"}]}</script>',
    ['ld:type', 'Product'],
  ],
  [
    'references in linked data',
    '<script type="application/ld+json">{"@type":"Article","headline":"A&#8217;s &amp;lt; &#x110000;"}</script>',
    ['ld:type', 'Article', 'ld:articles', 'A’s &lt; &#x110000;', 'ld:@type', 'Article'].concat([
      'ld:headline',
      'A’s &lt; &#x110000;',
    ]),
  ],
  ['broken linked data', '<script type="application/ld+json">{"@type":</script>', []],
];

for (const [name, html, facts] of FACTS) {
  test(`facts: ${name}`, () => {
    const { metadata } = reading(html).page;
    assert.deepEqual(metadata === '' ? [] : metadata.split('\0'), facts);
  });
}

test('numbers of a block', () => {
  const { page } = reading(
    '<p><img><a href="x">ab</a> <a href="y">c</a> <b>d</b> <time>e</time></p>',
  );
  const [, linkUnits, links, bold, italic, media, flags] = page.blocks;
  // a space counts with the text that follows it
  assert.deepEqual([linkUnits, links, bold, italic, media, flags], [4, 2, 2, 0, 1, 1]);
});

test('a block belongs to the innermost element that holds all of it', () => {
  const { page } = reading('<div><span class="by">a</span></div><div><b>b</b> c</div>');
  const tags = page.descriptors.split('\0').map((d) => d.split('\x01')[0]);
  const owner = (/** @type {number} */ block) => {
    const element = page.blocks[block * 7] ?? 0;
    return tags[page.elements[element * 3 + 1] ?? 0];
  };
  assert.deepEqual([owner(0), owner(1)], ['span', 'div']);
});

test('a paragraph is not named by its id, which is made of its words; its container is', () => {
  const { descriptors } = reading('<div id="a"><p id="comment" class="b">c</p></div>').page;
  const names = descriptors.split('\0').map((d) => d.split('\x01')[1]);
  assert.deepEqual(names.slice(-2), ['a', 'b']);
});

test('a deep page and a NUL', () => {
  const deep = 100_000;
  assert.deepEqual(texts('<div>'.repeat(deep) + 'a'), ['a']);
  /** @type {any} */
  const text = { nodeType: 3, data: 'a\0b', firstChild: null, nextSibling: null };
  const root = { nodeType: 11, firstChild: text, nextSibling: null };
  assert.equal(read(/** @type {any} */ (root)).page.text, 'a\ufffdb');
});

/** Some 40,000 nodes, more than two turns: paragraphs in boxes, a link in each. */
const LONG = Array.from(
  { length: 5000 },
  (_, at) => `<div class="box-${at % 9}"><p>Line ${at} <a href="/${at}">here</a>.</p></div>`,
).join('\n');

test('in turns a page gives what it gives in one go', async () => {
  const document = /** @type {any} */ (parseDocument(`<title>T</title>${LONG}`));
  assert.deepEqual(await readInTurns(document), read(document));
});

test('between turns other work is done', async () => {
  const document = /** @type {any} */ (parseDocument(LONG));
  let turns = 0;
  const other = setInterval(() => (turns += 1));
  await readInTurns(document);
  clearInterval(other);
  assert.ok(turns > 0);
});

test('what is taken out between turns, while it is walked, is read to its end', async () => {
  const document = /** @type {any} */ (parseDocument(`<main>${LONG}</main><footer>End.</footer>`));
  const body = document.firstChild.lastChild;
  const reading = readInTurns(document);
  const [main, footer] = [body.firstChild, body.lastChild];
  body.firstChild = footer;
  main.parentNode = main.nextSibling = null;
  const { page } = await reading;
  assert.equal(page.text.split('\0').length, 5001);
  assert.equal(read(document).page.text, 'End.');
});

/** @type {[string, string, number, string][]} */
const PLACES = [
  ['across inline elements', '<p>The <b>dam</b> broke\n at noon.</p>', 0, 'dam broke at'],
  ['after a line break', '<p>one<br> two three</p>', 0, 'two three'],
  ['in preformatted text', '<pre>a b\n\nc  d</pre>', 1, 'c d'],
  ['at the end', '<p>one two </p>', 0, 'two'],
  ['after an initial', '<p><b class="dropcap">O</b> <i>nce on</i></p>', 0, 'Once o'],
];

for (const [name, html, block, wanted] of PLACES) {
  test(`place: ${name}`, () => {
    const found = reading(html);
    const text = found.page.text.split('\0')[block] ?? '';
    const start = text.indexOf(wanted);
    const at = place(found, block, start, start + wanted.length);
    assert.ok(at);
    const data = (/** @type {any} */ node) => String(node.data);
    assert.equal(data(at.startNode)[at.startOffset], wanted[0]);
    assert.equal(data(at.endNode)[at.endOffset - 1], wanted.at(-1));
  });
}

test('place: null when the page has changed', () => {
  const found = reading('<p>The dam broke.</p>');
  const [[node]] = /** @type {any} */ (found.nodes);
  node.data = 'Another text.';
  assert.equal(place(found, 0, 4, 7), null);
});
