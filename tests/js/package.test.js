/** The npm package: what is in it, its types, and that its description of the element is true. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** A module specifier, of an import of either kind or of an export. */
const IMPORTS = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

describe('what npm packs', () => {
  /** @type {Set<string>} */
  let packed;
  before(() => {
    const listed = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    const [{ files }] = Object.values(listed);
    packed = new Set(files.map((/** @type {{path: string}} */ { path }) => path));
  });

  test('every file that package.json names', () => {
    const named = Object.values(PACKAGE.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const path of [...named, ...Object.values(PACKAGE.bin), `./${PACKAGE.customElements}`]) {
      assert.ok(packed.has(path.replace('./', '')), path);
    }
  });

  test('every module that its modules and types import', () => {
    for (const path of packed) {
      if (!/^(?:www|dist\/types)\/.*\.[jt]s$/.test(path)) continue;
      const source = readFileSync(join(ROOT, path), 'utf8');
      for (const [, specifier] of source.matchAll(IMPORTS)) {
        const target = posix.join(posix.dirname(path), specifier);
        const declared = target.replace(/\.js$/, '.d.ts');
        assert.ok(packed.has(target) || packed.has(declared), `${path} imports ${specifier}`);
      }
    }
  });

  test('nothing that is not for its users', () => {
    const strange = [...packed].filter((path) =>
      /^(?:www\/(?:demo|extension|single-file)|tests|scripts|src|eval)\//.test(path),
    );
    assert.deepEqual(strange, []);
    for (const path of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY.md']) {
      assert.ok(packed.has(path), path);
    }
  });
});

test('its types serve a strict TypeScript user', () => {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules/standfirst'));
    const use = join(folder, 'use.mts');
    writeFileSync(
      use,
      `import { StandFirst, summarize, type Summary } from 'standfirst';
       import { prerender } from 'standfirst/prerender';
       import 'standfirst/define';
       const summary: Summary = await summarize('It rained.', { sentences: 2 });
       const texts: string[] = summary.sentences.map((sentence) => sentence.text);
       const element: StandFirst | null = document.querySelector('stand-first');
       if (element) element.labels = { heading: texts[0] ?? '' };
       document.addEventListener('stand-first-ready', ({ detail }) => texts.push(detail.summary.title));
       const html: string = (await prerender('<p>It rained.', { css: null })).html;
       // @ts-expect-error a length is a number
       await summarize(html, { sentences: 'two' });`,
    );
    const tsc = join(
      dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))),
      'bin/tsc',
    );
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        tsc,
        '--strict',
        '--noEmit',
        '--target',
        'es2024',
        '--module',
        'nodenext',
        '--types',
        '',
        use,
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.equal(stdout, '');
    assert.equal(status, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a bundler for browsers takes it', async () => {
  const { build } = await import('esbuild');
  const { errors, warnings } = await build({
    stdin: {
      contents: "import 'standfirst/define'; export { summarize } from 'standfirst';",
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  });
  assert.deepEqual([errors, warnings], [[], []]);
});

test('custom-elements.json says what the element’s own comment says', () => {
  const source = readFileSync(join(ROOT, 'www/element.js'), 'utf8');
  const manifest = JSON.parse(readFileSync(join(ROOT, PACKAGE.customElements), 'utf8'));
  const [declared] = manifest.modules[0].declarations;
  const names = (/** @type {string} */ tag) =>
    [...source.matchAll(new RegExp(`@${tag} (?:\\{[^}]*\\} )?([\\w-]+) - `, 'g'))]
      .map(([, name]) => name)
      .sort();
  for (const [tag, list] of /** @type {const} */ ([
    ['attr', 'attributes'],
    ['fires', 'events'],
    ['cssprop', 'cssProperties'],
    ['csspart', 'cssParts'],
  ])) {
    const described = declared[list].map((/** @type {{name: string}} */ { name }) => name).sort();
    assert.deepEqual(described, names(tag), list);
  }
});

test('the embed’s entry imports no other file: the first standfirst would wait for it', () => {
  const entry = readFileSync(join(ROOT, 'dist/embed/define.js'), 'utf8');
  assert.doesNotMatch(entry, /(?:^|;)import\s*["'{*\w]/);
});
