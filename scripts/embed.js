/**
 * What a site puts on its server: `dist/embed`, the folder; `dist/standfirst.js`, the same in one
 * file; `dist/integrity.json`, the hashes of both. The same sources give the same bytes.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { build, transform } from 'esbuild';
import { minify } from 'terser';

import { MEDIA_STYLES } from '../www/panel/extras-styles.js';
import { SITE_STYLES } from '../www/panel/styles.js';
import { prerenderedStyles } from '../www/panel/prerendered-styles.js';
import {
  besideIt,
  flatFolder,
  laterFile,
  shortCoreWords,
  shortWords,
  smallStyles,
  standIn,
} from './embed-plugins.js';
import { StepError, root, run, say } from './run.js';

const DIST = join(root, 'dist');
const EMBED = join(DIST, 'embed');

/** Where a site is taken to put the embed, in the import map. */
const BASE = '/standfirst/';

/**
 * Has V8 compile every function of a file while it comes in, on another thread (Chrome 136 and later,
 * "explicit compile hints"); else each is compiled when it is first called, and a first standfirst calls
 * nearly all of the entry's.
 */
const ALL_AT_ONCE = '//# allFunctionsCalledOnLoad';

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  absWorkingDir: root,
  entryPoints: ['www/define.js'],
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: ['chrome123', 'firefox128', 'safari17.4'],
  // In a page there is no Node, and what the glue would say on the console is for its own callers.
  define: { 'globalThis.process': 'undefined' },
  drop: ['console'],
  external: ['node:*'],
  logLevel: 'warning',
};

/** Builds all of it. */
export async function buildEmbed() {
  await folder();
  await singleFile();
  await sheet();
  types();
  writeIntegrity();
}

/**
 * The same modules as in www/, put together and without comments, so that the first standfirst
 * waits for few and small files; what is only needed later stays apart. Names of shared parts hold
 * their hash.
 */
async function folder() {
  rmSync(EMBED, { recursive: true, force: true });
  const later = await apart('www/later.js');
  const panelWords = shortWords(await languageFiles('www/panel/messages', ''));
  const coreWords = shortCoreWords(await languageFiles('www/pkg/words', 'core-'));
  await build({
    ...COMMON,
    outdir: EMBED,
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [smallStyles, flatFolder, laterFile(later), panelWords, coreWords],
  });
  // A file that stands alone: what it shared with the entry would be a third file before the first standfirst.
  await build({
    ...COMMON,
    entryPoints: ['www/engine/worker.js'],
    outdir: EMBED,
    plugins: [flatFolder, coreWords, besideIt(readdirSync(EMBED))],
  });
  for (const name of readdirSync(EMBED)) {
    await shrink(join(EMBED, name), name === 'define.js' ? ALL_AT_ONCE : '');
  }
  cpSync(join(root, 'www/pkg/standfirst_bg.wasm'), join(EMBED, 'standfirst_bg.wasm'));
  for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY.md']) {
    cpSync(join(root, licence), join(EMBED, licence));
  }
  say('dist/embed is built');
}

/**
 * A file of its own with all that it needs: what it shared with the entry would be a third file, which
 * the first standfirst would wait for.
 *
 * @param {string} entry
 * @returns {Promise<string>} its name, which holds its hash
 */
async function apart(entry) {
  const { outputs } = (
    await build({
      ...COMMON,
      entryPoints: [entry],
      outdir: EMBED,
      entryNames: '[name]-[hash]',
      metafile: true,
      plugins: [smallStyles],
    })
  ).metafile;
  return basename(Object.keys(outputs)[0]);
}

/**
 * A folder's files, one a language. All names hold one hash, so that the entry has a single one to know.
 *
 * @param {string} folder
 * @param {string} prefix of their names in the embed
 * @returns {Promise<import('./embed-plugins.js').LanguageFiles>}
 */
async function languageFiles(folder, prefix) {
  const paths = readdirSync(join(root, folder))
    .sort()
    .map((name) => join(root, folder, name));
  const all = createHash('sha256');
  for (const path of paths) all.update(readFileSync(path));
  const hash = all.digest('hex').slice(0, 8);
  await build({
    ...COMMON,
    entryPoints: paths,
    outdir: EMBED,
    entryNames: `${prefix}[name]-${hash}`,
  });
  return { prefix, languages: paths.map((path) => basename(path, '.js')), hash };
}

async function singleFile() {
  const core = join(DIST, 'standfirst-core.js');
  cpSync(join(root, 'www/pkg/standfirst_js.js'), core);
  const wasm = gzipSync(readFileSync(join(root, 'www/pkg/standfirst_bg.wasm')), { level: 9 });
  await build({
    ...COMMON,
    outfile: join(DIST, 'standfirst.js'),
    define: {
      ...COMMON.define,
      GZIPPED_CORE: JSON.stringify(wasm.toString('base64')),
      JAVASCRIPT_CORE_INTEGRITY: JSON.stringify(integrity(core)),
    },
    plugins: [
      smallStyles,
      standIn(/engine\/wasm-file\.js$|^\.\/wasm-file\.js$/, 'www/single-file/wasm-file.js'),
      standIn(/^\.\/apart\.js$/, 'www/single-file/apart.js'),
      standIn(/pkg\/standfirst_js\.js$/, 'www/single-file/javascript-core.js'),
      standIn(/pkg\/standfirst_words\.js$/, 'www/engine/all-words.js'),
    ],
  });
  await shrink(join(DIST, 'standfirst.js'), ALL_AT_ONCE);
  say('dist/standfirst.js is built');
}

/**
 * A second pass over a module that esbuild has put together: terser goes on where esbuild stops at
 * what it sees once, which is some 400 bytes gzip of the first load.
 *
 * @param {string} path
 * @param {string} preamble its first line
 */
async function shrink(path, preamble) {
  const { code } = await minify(readFileSync(path, 'utf8'), {
    module: true,
    ecma: 2020,
    compress: { passes: 3 },
    format: { preamble },
  });
  if (!code) throw new StepError(`terser made nothing of ${path}`);
  writeFileSync(path, code);
}

/** What makes a prerendered standfirst look like the panel that takes over. */
async function sheet() {
  const rules = prerenderedStyles(SITE_STYLES + MEDIA_STYLES);
  const { code } = await transform(rules, { loader: 'css', minify: true });
  for (const folder of [EMBED, DIST]) writeFileSync(join(folder, 'standfirst.css'), code);
}

/** Types for the npm package, of the JSDoc in the sources. */
function types() {
  const out = join(DIST, 'types');
  rmSync(out, { recursive: true, force: true });
  run('npx', ['tsc', '--project', 'tsconfig.types.json']);
  for (const name of ['standfirst.d.ts', 'standfirst_js.d.ts']) {
    cpSync(join(root, 'www/pkg', name), join(out, 'pkg', name));
  }
  // What JSDoc cannot say: `document.querySelector('stand-first')` is a StandFirst, and what its events
  // bring; they bubble to the document.
  writeFileSync(
    join(out, 'define.d.ts'),
    `import { StandFirst } from './element.js';
import type { Summary } from './types.js';
declare global {
  interface HTMLElementTagNameMap {
    'stand-first': StandFirst;
  }
  interface GlobalEventHandlersEventMap {
    'stand-first-ready': CustomEvent<{ summary: Summary }>;
    'stand-first-refused': CustomEvent<{ summary: Summary }>;
    'stand-first-error': CustomEvent<{ code: string; cause: unknown }>;
    'stand-first-dismiss': CustomEvent<null>;
  }
}
`,
  );
}

/** Prints the snippet too: what a page needs to say so that nobody can change the script on it. */
function writeIntegrity() {
  const single = ['standfirst.js', 'standfirst-core.js'];
  const modules = readdirSync(EMBED)
    .filter((name) => name.endsWith('.js'))
    .sort();
  const files = Object.fromEntries([
    ...single.map((name) => [name, integrity(join(DIST, name))]),
    ...modules.map((name) => [`embed/${name}`, integrity(join(EMBED, name))]),
    ...['standfirst_bg.wasm', 'standfirst.css'].map((name) => [
      `embed/${name}`,
      integrity(join(EMBED, name)),
    ]),
  ]);
  const importmap = {
    integrity: Object.fromEntries(modules.map((name) => [BASE + name, files[`embed/${name}`]])),
  };
  mkdirSync(DIST, { recursive: true });
  writeFileSync(join(DIST, 'integrity.json'), `${JSON.stringify({ files, importmap }, null, 2)}\n`);
  say(
    'dist/integrity.json has the hashes of every file and an import map; the single file is\n' +
      `  <script type="module" src="${BASE}standfirst.js" crossorigin="anonymous"\n` +
      `    integrity="${files['standfirst.js']}"></script>`,
  );
}

/**
 * A file's hash as `integrity` attributes and import maps take it.
 *
 * @param {string} path
 */
function integrity(path) {
  return `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
}
