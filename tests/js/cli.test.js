/**
 * The command line as a program: what it prints, in which order, and with which exit code.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../www/cli/standfirst.js', import.meta.url));

const STORY = [
  'The council of Marlow voted on Tuesday to rebuild the old harbour bridge by next autumn.',
  'Engineers had found cracks in three of its eight pillars during an inspection in March.',
  'The work will cost 4.2 million crowns, of which the region pays a half.',
  'Until then buses go round by the northern road, which adds twenty minutes to the trip.',
  'Shopkeepers on the quay fear that visitors will stay away over the summer.',
  'The mayor, Ilse Brandt, promised them lower rents while the bridge is closed.',
];
const TEXT = STORY.join('\n\n');
const HTML = `<!doctype html><html lang="en"><title>Bridge</title><body><article>
<h1>Marlow rebuilds its bridge</h1>${STORY.map((line) => `<p>${line}</p>`).join('')}</article>`;

/**
 * @param {string[]} args
 * @param {string} input
 * @returns {Promise<{code: number | null, out: string, err: string}>}
 */
function run(args, input) {
  return new Promise((done, failed) => {
    const program = spawn(process.execPath, [PROGRAM, ...args]);
    let out = '';
    let err = '';
    program.stdout.setEncoding('utf8').on('data', (part) => (out += part));
    program.stderr.setEncoding('utf8').on('data', (part) => (err += part));
    program.on('error', failed);
    program.on('close', (code) => done({ code, out, err }));
    program.stdin.end(input);
  });
}

/**
 * @param {string[]} args
 * @param {string[]} lines
 * @returns {Promise<any[]>} the answers
 */
async function batch(args, lines) {
  const { code, out, err } = await run(['batch', ...args], `${lines.join('\n')}\n`);
  assert.equal(code, 0, err);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('a text is answered by its own sentences', async () => {
  const { code, out } = await run(['-', '--sentences', '2', '--format', 'json'], TEXT);
  assert.equal(code, 0);
  const texts = JSON.parse(out).sentences.map((/** @type {{text: string}} */ { text }) => text);
  assert.equal(texts.length, 2);
  for (const text of texts) assert.ok(STORY.includes(text), text);
});

test('a page is answered in text and in Markdown', async () => {
  const plain = await run(['-'], HTML);
  assert.equal(plain.code, 0);
  assert.equal(plain.out.match(/^• /gm)?.length, 3);
  const marked = await run(
    ['-', '--format', 'markdown', '--url', 'https://example.test/a b'],
    HTML,
  );
  assert.match(marked.out, /^## \[.+\]\(https:\/\/example\.test\/a%20b\)\n\n- /);
});

test('markup in a sentence is escaped in Markdown', async () => {
  const hostile = TEXT.replaceAll('bridge', '<img src=x onerror=alert(1)> [a](javascript:b)');
  const { out } = await run(['-', '--format', 'markdown', '--sentences', '6'], hostile);
  assert.match(out, /\\<img/);
  assert.doesNotMatch(out, /(^|[^\\])[<[]/m);
});

for (const [name, args] of /** @type {[string, string[]][]} */ ([
  ['no source', []],
  ['two sources', ['-', '-']],
  ['unknown flag', ['-', '--nonsense']],
  ['unknown format', ['-', '--format', 'pdf']],
  ['no sentences', ['-', '--sentences', '0']],
  ['nothing to prerender', ['prerender']],
  ['nothing to write', ['prerender', '--write']],
  ['unknown task', ['batch', '--task', 'poem']],
])) {
  test(`a wrong call exits 2 and says why: ${name}`, async () => {
    const { code, out, err } = await run(args, '');
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^standfirst: /);
  });
}

test('a file that is not there exits 1', async () => {
  const { code, err } = await run(['no-such-file.html'], '');
  assert.equal(code, 1);
  assert.match(err, /no-such-file/);
});

test('what a page says of its kind, and what it need not say', async () => {
  const story = Array.from(
    { length: 14 },
    (_, at) =>
      `The harbour of town ${at} opened in May, said its mayor on Monday. It had been closed for ` +
      `${at + 2} years, and ${at + 40} boats came on the first day of the new season.`,
  );
  const old = `<title>Ferries along the coast</title><h1>Ferries along the coast</h1>
    <div>${story.join('<br><br>')}</div>`;
  const forum = new URL('../pages/forum-thread/page.html', import.meta.url);
  const answers = await batch(
    [],
    [
      JSON.stringify({ id: 'claims nothing', html: old, url: 'https://a.example/node/7341' }),
      JSON.stringify({
        id: 'a thread by its own word',
        html: readFileSync(forum, 'utf8'),
        url: 'https://a.example/x/7',
      }),
    ],
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['ok', 'not-an-article'],
  );
});

test('a form around the whole page says nothing of the story in it', async () => {
  const story = Array.from(
    { length: 12 },
    (_, at) =>
      `<p>The harbour of town ${at} opened in May, said its mayor on Monday. It had been closed for ` +
      `${at + 2} years, and ${at + 40} boats came on the first day of the season.</p>`,
  ).join('');
  const html = `<title>Harbours open again</title><form id="form1" action="/story.aspx">
    <div class="top"><a href="/">Home</a> <a href="/a">News</a></div>
    <h1>Harbours open again</h1><div class="text">${story}</div><a href="/c">More of it</a></form>`;
  const [answer] = await batch(
    ['--task', 'article'],
    [JSON.stringify({ id: 'a', html, url: 'https://a.example/x' })],
  );
  assert.equal(answer.status, 'ok');
  assert.equal(answer.blocks.length, 12);
});

test('a language is told by the first paragraphs, not by a table or a list among them', async () => {
  const story = Array.from(
    { length: 8 },
    (_, at) =>
      `<p>The harbour of town ${at} opened in May, said its mayor Mr. Brandt on Monday, and it was about time.</p>`,
  ).join('');
  const list = Array.from({ length: 90 }, (_, at) => `Zdeněk Novák ${at}, Líšeň a`).join('; ');
  const [answer] = await batch(
    [],
    [
      JSON.stringify({
        id: 'a',
        html: `<title>Harbours open</title><article><h1>Harbours open</h1>${story}<p>${list}.</p></article>`,
      }),
    ],
  );
  assert.equal(answer.language, 'en');
});

test('batch answers in input order, long lines among short ones', async () => {
  const long = Array.from({ length: 400 }, () => TEXT).join('\n\n');
  const lines = Array.from({ length: 60 }, (_, id) =>
    JSON.stringify({ id, text: id % 7 === 0 ? long : TEXT }),
  );
  const answers = await batch([], lines);
  assert.deepEqual(
    answers.map(({ id }) => id),
    lines.map((_, id) => id),
  );
});

test('a summary names block and span as the article task gives them', async () => {
  for (const content of [{ html: HTML }, { text: TEXT }]) {
    const line = JSON.stringify({ id: 'a', ...content });
    const [summary] = await batch([], [line]);
    const [article] = await batch(['--task', 'article'], [line]);
    assert.equal(summary.sentences.length, 3);
    for (const { text, block, start, end } of summary.sentences) {
      assert.equal(article.blocks[block].text.slice(start, end), text);
    }
  }
});

test('the sentences of a text come in order', async () => {
  const [{ sentences }] = await batch(
    ['--task', 'sentences'],
    [JSON.stringify({ id: 1, text: STORY.join(' ') })],
  );
  assert.deepEqual(sentences, STORY);
});

test('lines that cannot be answered get an error each, and the run goes on', async () => {
  /** @type {[string, unknown, string][]} line, id, code */
  const cases = [
    ['{', null, 'not-json'],
    ['[1]', null, 'not-json'],
    ['null', null, 'not-json'],
    ['"text"', null, 'not-json'],
    ['{}', null, 'missing-field'],
    ['{"id":"a"}', 'a', 'missing-field'],
    ['{"text":"No name."}', null, 'missing-field'],
    ['{"id":2,"text":3}', 2, 'wrong-type'],
    ['{"id":3,"html":["<p>"]}', 3, 'wrong-type'],
    ['\u0000\u0001', null, 'not-json'],
  ];
  const lines = cases.flatMap(([line]) => [line, JSON.stringify({ id: 'good', text: TEXT })]);
  const answers = await batch([], lines);
  assert.equal(answers.length, lines.length);
  cases.forEach(([line, id, code], at) => {
    assert.equal(answers[2 * at].id, id, line);
    assert.equal(answers[2 * at].error.code, code, line);
    assert.equal(answers[2 * at + 1].id, 'good', line);
    assert.equal(answers[2 * at + 1].status, 'ok', line);
  });
});

test('hostile but sound lines get an answer, not an error', async () => {
  const contents = [
    { text: '' },
    { html: '' },
    { text: '\u0000'.repeat(50) },
    { text: '\ud800 lone. \udc00 surrogates.' },
    { html: '<div>'.repeat(20000) },
    { html: `<p>${'word '.repeat(50000)}` },
    { html: '<p>a</p>\u0000<p>b\u0001</p><!--<script><title>' },
    {
      text: TEXT,
      title: '\u0000',
      url: 'not a url',
      lang: 'xx-\u0001',
      description: '\u0001\u0000',
    },
  ];
  const answers = await batch(
    [],
    contents.map((content, id) => JSON.stringify({ id, ...content })),
  );
  for (const { id, error, status } of answers) {
    assert.equal(error, undefined, `line ${id}`);
    assert.ok(status, `line ${id}`);
  }
});

test('prerender prints the page with its standfirst', async () => {
  const { code, out } = await run(['prerender', '-', '--sentences', '2'], HTML);
  assert.equal(code, 0);
  const [, before, inserted, after] =
    /^([^]*)(<stand-first length="2">[^]*<\/stand-first>)([^]*)$/.exec(out) ?? [];
  assert.equal(before + after, HTML);
  assert.equal(inserted.match(/<li>/g)?.length, 2);
});

test('prerender --write changes the files that have a story, and says which have none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-'));
  const [story, none] = ['story.html', 'none.html'].map((name) => join(folder, name));
  writeFileSync(story, HTML);
  writeFileSync(none, '<p>Hello');
  const { code, out, err } = await run(['prerender', '--write', story, none], '');
  const written = readFileSync(story, 'utf8');
  const left = readFileSync(none, 'utf8');
  rmSync(folder, { recursive: true });
  assert.deepEqual({ code, out, left }, { code: 3, out: '', left: '<p>Hello' });
  assert.match(err, /none\.html is left as it is \(/);
  assert.match(written, /<stand-first>/);
});

test('prerender refuses what it could not write back as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-'));
  const file = join(folder, 'latin.html');
  const bytes = Buffer.from(HTML.replace('Ilse', 'Zoë'), 'latin1');
  writeFileSync(file, bytes);
  const { code, err } = await run(['prerender', '--write', file], '');
  const left = readFileSync(file);
  rmSync(folder, { recursive: true });
  assert.equal(code, 1);
  assert.match(err, /is not UTF-8/);
  assert.deepEqual(left, bytes);
});

test('an empty input is answered by nothing', async () => {
  const { code, out } = await run(['batch'], '\n\n');
  assert.deepEqual({ code, out }, { code: 0, out: '' });
});
