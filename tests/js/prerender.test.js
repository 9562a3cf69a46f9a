/** `standfirst prerender`: what it writes into a page, and that it writes nothing else. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { parseDocument } from '../../www/cli/dom.js';
import { directiveTo } from '../../www/cli/prerender/directive.js';
import { prerender } from '../../www/cli/prerender.js';
import { localEngine } from '../../www/engine/local.js';
import { read } from '../../www/reader.js';

const PAGES = new URL('../pages/', import.meta.url);

const STORY = [
  'The council of Marlow voted on Tuesday to rebuild the old harbour bridge by next autumn.',
  'Engineers had found cracks in three of its eight pillars during an inspection in March.',
  'The work will cost 4.2 million crowns, of which the region pays a half.',
  'Until then buses go round by the northern road, which adds twenty minutes to the trip.',
  'Shopkeepers on the quay fear that visitors will stay away over the summer.',
  'The mayor, Ilse Brandt, promised them lower rents while the bridge is closed.',
];

/**
 * A page with a story of these sentences, each a paragraph.
 *
 * @param {string[]} [story] in HTML
 * @param {{head?: string, before?: string, headline?: string, lang?: string}} [page]
 */
function pageOf(story = STORY, { head = '', before = '', headline = 'Bridge', lang = 'en' } = {}) {
  return (
    `<!doctype html><html lang="${lang}"><head><title>Bridge</title>${head}</head><body><article>` +
    `<h1>Marlow rebuilds its ${headline}</h1>${before}` +
    `${story.map((line) => `<p>${line}</p>`).join('\n')}</article></body></html>`
  );
}

/** Tags and attributes that a standfirst is made of. */
const OWN_TAGS = new Set('link section header h2 p span ol li a div'.split(' '));
const OWN_ATTRIBUTES = new Set(
  'rel href class data-standfirst data-type aria-labelledby aria-hidden title lang dir id role'.split(
    ' ',
  ),
);

/**
 * The tree as lines, with what is inside `<stand-first>` apart.
 *
 * @param {string} html
 */
function trees(html) {
  /** @type {string[]} */
  const page = [];
  /** @type {any[]} */
  const own = [];
  const walk = (
    /** @type {any} */ node,
    /** @type {string} */ path,
    /** @type {boolean} */ inside,
  ) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (inside) own.push(child);
      else if (child.localName !== 'stand-first') {
        page.push(`${path}/${child.localName}${JSON.stringify(child.attributes)}${child.data}`);
      }
      walk(child, `${path}/${child.localName}`, inside || child.localName === 'stand-first');
    }
    if (node.content) walk(node.content, `${path}#`, inside);
  };
  walk(parseDocument(html), '', false);
  return { page, own };
}

/** @param {any} node @returns {string} */
function textOf(node) {
  let text = node.data ?? '';
  for (let child = node.firstChild; child; child = child.nextSibling) text += textOf(child);
  return text;
}

/** @param {string} html */
function sentencesIn(html) {
  return trees(html)
    .own.filter((node) => node.localName === 'p' && node.parentNode.localName === 'li')
    .map(textOf);
}

for (const slug of readdirSync(PAGES).sort()) {
  test(`golden page ${slug}: one insertion, the summary’s sentences, the same when done again`, async () => {
    const source = readFileSync(new URL(`${slug}/page.html`, PAGES), 'utf8');
    const refused = /shadow tree/;
    const result = await prerender(source).catch((error) => {
      assert.match(error.message, refused);
      return { html: source, changed: false };
    });
    const { html, changed } = result;
    if (!changed) {
      assert.equal(html, source);
      return;
    }
    const inserted = /<stand-first>[^]*<\/stand-first>/.exec(html)?.[0] ?? '';
    assert.equal(
      html.replace(inserted, () => ''),
      source,
      'the bytes around it',
    );
    assert.deepEqual(trees(html).page, trees(source).page, 'the tree around it');
    const url = /<link rel="canonical" href="([^"]*)"/.exec(source)?.[1];
    const { page } = read(parseDocument(source), { url });
    const { counts } = await localEngine().summarize(page);
    // The panel shows half of a short story at most.
    const length = Math.min(3, Math.ceil(counts.sentences / 2));
    const { sentences } = await localEngine().summarize(page, { sentences: length });
    assert.deepEqual(
      sentencesIn(html),
      sentences.map(({ text }) => text),
    );
    assert.equal((await prerender(html)).html, html, 'done again');
  });
}

/** What markup in a text would do, if it were markup again. */
const CORPUS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</p></li></section></stand-first><script>alert(1)</script>',
  '<!-- a remark that does not end', // an id that says comment would say what the text is
  ']]><svg onload=alert(1)>',
  '&lt;b&gt; &amp;lt; &quot; &#39; &notin;',
  '</title></style></textarea><plaintext>',
  '${alert(1)} {{alert(1)}} `alert(1)`',
  'javascript:alert(1)',
];

/** @param {string} text */
const asHtml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

for (const hostile of CORPUS) {
  test(`stays text: ${hostile}`, async () => {
    const inHtml = asHtml(hostile);
    const story = STORY.map((line) => asHtml(line.replace(' the ', ` the ${hostile} `)));
    const own = `<stand-first heading="${inHtml}" label="${inHtml}"></stand-first>`;
    const source = pageOf(
      story.map((line) => `</p><p id="${inHtml}">${line}`),
      {
        before: own,
        headline: inHtml,
        lang: inHtml,
        head: `<script src="${inHtml}/define.js"></script>`,
      },
    );
    const { html, changed } = await prerender(source);
    assert.equal(changed, true);
    const before = trees(source);
    const after = trees(html);
    assert.deepEqual(after.page, before.page);
    const texts = STORY.map((line) => line.replace(' the ', ` the ${hostile} `));
    for (const text of sentencesIn(html)) {
      assert.ok(
        texts.some((line) => line.replace(/\s+/g, ' ').includes(text)),
        text,
      );
    }
    for (const node of after.own) {
      if (!node.localName) continue;
      assert.ok(OWN_TAGS.has(node.localName), node.localName);
      for (const { name, value } of node.attributes) {
        assert.ok(OWN_ATTRIBUTES.has(name), name);
        if (name === 'href' && node.localName === 'a') assert.match(value, /^#/);
      }
    }
    const heading = after.own.find((node) => node.localName === 'h2');
    assert.equal(textOf(heading), hostile);
  });
}

for (const [name, given, expected] of /** @type {[string, string, RegExp][]} */ ([
  [
    'under the headline',
    pageOf(),
    /<h1>Marlow rebuilds its Bridge<\/h1><stand-first>\n<section[^]*<\/section>\n<\/stand-first><p>/,
  ],
  [
    'under a headline in a group',
    pageOf().replace(
      /<h1>(.*)<\/h1>/,
      '<hgroup><a href="/"><h1>$1</h1></a><p>One line</p></hgroup>',
    ),
    /<\/hgroup><stand-first>/,
  ],
  [
    'before the story, where there is no headline',
    pageOf().replace(/<h1>.*<\/h1>/, ''),
    /<article><stand-first>/,
  ],
  [
    'into an element that is there, with the length and form that it asks for',
    pageOf(STORY, {
      before: '<stand-first class="box" length=2 type="paragraph">wait</stand-first>',
    }),
    /<stand-first class="box" length=2 type="paragraph">\n<section[^]*data-type="paragraph">(<li>((?!<li>).)*){2}<\/ol>/,
  ],
  [
    'line ends of another system stay',
    pageOf().replaceAll('\n', '\r\n'),
    /<\/h1><stand-first>\n[^\r]*<\/stand-first><p>[^\n]*\r\n/,
  ],
  [
    'with the sheet that lies beside the script',
    pageOf(STORY, { head: '<script type="module" src="/lib/define.js?v=2"></script>' }),
    /<link rel="stylesheet" href="\/lib\/standfirst\.css">/,
  ],
  [
    'in the words of the page’s language',
    pageOf(STORY, { lang: 'de' }),
    /<h2 [^>]*lang="de" dir="ltr">Kurz gefasst<[^]*Sätze aus diesem Artikel/,
  ],
  [
    'a paragraph’s id leads there too',
    pageOf(STORY.map((line, at) => `</p><p id="line-${at}">${line}`)),
    /href="#line%2D\d:~:text=/,
  ],
  [
    'under a base address links name the page',
    pageOf(STORY, {
      head: '<base href="/other/"><link rel="canonical" href="https://news.example/bridge">',
    }),
    /href="https:\/\/news\.example\/bridge#:~:text=/,
  ],
])) {
  test(`a standfirst goes ${name}`, async () => {
    const { html } = await prerender(given);
    assert.match(html, expected);
  });
}

test('no sheet where none is wanted, and another one where it is named', async () => {
  const source = pageOf(STORY, { head: '<script type="module" src="/lib/define.js"></script>' });
  assert.doesNotMatch((await prerender(source, { css: null })).html, /<link rel="stylesheet"/);
  assert.match((await prerender(source, { css: '/own.css' })).html, /href="\/own\.css"/);
});

test('no link where it would lead to another page', async () => {
  const { html } = await prerender(pageOf(STORY, { head: '<base href="/other/">' }));
  assert.doesNotMatch(html, /<a /);
});

test('an element that does not end is not written into', async () => {
  await assert.rejects(prerender(pageOf(STORY, { before: '<stand-first>' })), /no end tag/);
});

test('a page without a story is given back', async () => {
  for (const source of ['', '<p>Hello', '<stand-first>own words</stand-first>']) {
    const { html, changed } = await prerender(source);
    assert.deepEqual({ html, changed }, { html: source, changed: false });
  }
});

test('a text directive tells the article from the standfirst above it', () => {
  const text = 'It rained. We left at once. It was late.';
  const place = { text, start: 11, end: 27, above: '', below: '' };
  /** @type {[string, string[], string | null][]} */
  const cases = [
    [
      'by what stands before',
      ['We left at once.', text],
      'text=It%20rained.-,We%20left%20at%20once.',
    ],
    [
      'by what stands after, where the same stands before',
      ['It rained.', 'We left at once.', text],
      'text=We%20left%20at%20once.,-It%20was%20late.',
    ],
    ['not where all is the same', [text, text], null],
  ];
  for (const [name, pieces, expected] of cases) {
    assert.equal(directiveTo(place, pieces), expected, name);
  }
});
