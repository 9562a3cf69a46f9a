/**
 * `npm run build:extension`, `cargo xtask ext`: the extension for Chromium and Firefox, from one
 * manifest, as folders and as zips. The same sources give the same bytes.
 *
 * @module
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';
import { zipSync } from 'fflate';

import { icons } from './extension-icons.js';
import { root, say } from './run.js';

const SOURCE = join(root, 'www/extension');
const DIST = join(root, 'dist');

/** Bytes that a store package may have. */
const MAX_ZIP_BYTES = 250 * 1024;

/** Zip times have no zone; any fixed one makes equal bytes. */
const ZIP_TIME = new Date(2020, 0, 1);

/** @typedef {Record<string, Uint8Array>} Files by path in the package */

/** What each browser's manifest has over the common one. */
const MANIFESTS = {
  chromium: {
    action: {},
    commands: {},
    minimum_chrome_version: '127',
    background: { service_worker: 'background.js', type: 'module' },
    side_panel: { default_path: 'pages/side.html' },
  },
  firefox: {
    // "dark" is the icon for dark letters, so on a light theme. Chromium has no such thing: there the
    // same amber tile stands out on either.
    action: {
      theme_icons: [16, 24, 32].map((size) => ({
        size,
        dark: `icons/${size}.png`,
        light: `icons/${size}-dark.png`,
      })),
    },
    // Where a menu of Firefox has the letter S (English, French, Spanish), Alt+Shift+S opens that menu:
    // no such menu has a Q.
    commands: {
      toggle: { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_actionTitle__' },
    },
    background: { scripts: ['background.js'], type: 'module' },
    sidebar_action: {
      default_panel: 'pages/side.html',
      default_title: 'Standfirst',
      default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
      open_at_install: false,
    },
    browser_specific_settings: {
      gecko: {
        id: 'standfirst@standfirst.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
};

/** Permissions that one browser alone knows. @type {Record<string, string[]>} */
const PERMISSIONS = { chromium: ['sidePanel'] };

/**
 * The panel's languages are files of the package, not parts of every script; what comes after the
 * sentences is a file that the background brings, which has the core's words of all languages in it.
 */
const ownWays = {
  name: 'own-ways',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onResolve({ filter: /panel\/languages\.js$/ }, () => ({
      path: join(SOURCE, 'content/languages.js'),
    }));
    plugin.onResolve({ filter: /\/load-later\.js$/ }, () => ({
      path: join(SOURCE, 'content/load-later.js'),
    }));
    plugin.onResolve({ filter: /pkg\/standfirst_words\.js$/ }, () => ({
      path: join(root, 'www/engine/all-words.js'),
    }));
  },
};

/** An extension's background may always run WebAssembly. */
const withoutFallback = {
  name: 'without-fallback',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    plugin.onResolve({ filter: /pkg\/standfirst_js\.js$/ }, ({ path }) => ({
      path,
      namespace: 'without-fallback',
    }));
    plugin.onLoad({ filter: /./, namespace: 'without-fallback' }, () => ({
      contents: "throw new Error('not a part of this package');",
    }));
  },
};

const words = await panelWords();
const common = {
  ...(await scripts(Object.keys(words))),
  ...copied('pages', /\.(html|css)$/),
  ...locales(),
  ...icons(join(SOURCE, 'icons')),
  ...Object.fromEntries(
    Object.entries(words).map(([tag, messages]) => [`words/${tag}.json`, json(messages)]),
  ),
  'standfirst_bg.wasm': readFileSync(join(root, 'www/pkg/standfirst_bg.wasm')),
  'LICENSE-MIT.txt': readFileSync(join(root, 'LICENSE-MIT')),
  'LICENSE-APACHE.txt': readFileSync(join(root, 'LICENSE-APACHE')),
};
const manifest = JSON.parse(readFileSync(join(SOURCE, 'manifest.json'), 'utf8'));
for (const [browser, own] of Object.entries(MANIFESTS)) {
  const permissions = [...manifest.permissions, ...(PERMISSIONS[browser] ?? [])];
  const action = { ...manifest.action, ...own.action };
  const commands = { ...manifest.commands, ...own.commands };
  const whole = { ...manifest, ...own, permissions, action, commands };
  write(browser, { ...common, 'manifest.json': json(whole) });
}
writeSources();

/**
 * Bundles the scripts: a content script can import nothing, and one file starts a worker sooner.
 * Names are kept, so that a reviewer finds what is in the sources; white space is not, for the
 * package's size.
 *
 * @param {string[]} languages
 * @returns {Promise<Files>}
 */
async function scripts(languages) {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    outdir: DIST,
    outbase: SOURCE,
    target: ['chrome127', 'firefox140'],
    charset: /** @type {const} */ ('utf8'),
    legalComments: /** @type {const} */ ('none'),
    // There is no Node, so nothing of its ways is packed.
    define: { WORD_LANGUAGES: JSON.stringify(languages), 'globalThis.process': 'undefined' },
    plugins: [ownWays, withoutFallback],
  };
  const modules = await build({
    ...shared,
    write: false,
    entryPoints: ['background', 'pages/options', 'pages/side', 'pages/welcome', 'pages/cannot'].map(
      (name) => join(SOURCE, `${name}.js`),
    ),
    format: 'esm',
  });
  const content = await build({
    ...shared,
    write: false,
    entryPoints: ['content', 'panel', 'later', 'loaded'].map((name) => join(SOURCE, `${name}.js`)),
    format: 'iife',
    external: ['/later.js'],
  });
  return Object.fromEntries(
    [...modules.outputFiles, ...content.outputFiles].map(({ path, contents }) => [
      path.slice(DIST.length + 1),
      contents,
    ]),
  );
}

/** @returns {Promise<Record<string, object>>} the panel's words by language */
async function panelWords() {
  const folder = join(root, 'www/panel/messages');
  if (!existsSync(folder)) return {};
  /** @type {Record<string, object>} */
  const found = {};
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.js')) continue;
    const module = await import(pathToFileURL(join(folder, name)).href);
    found[name.slice(0, -'.js'.length).toLowerCase()] = module.default;
  }
  return found;
}

/** @returns {Files} the messages without the notes for translators */
function locales() {
  return Object.fromEntries(
    Object.entries(copied('_locales', /\.json$/)).map(([path, bytes]) => {
      const messages = JSON.parse(new TextDecoder().decode(bytes));
      for (const message of Object.values(messages)) delete message.description;
      return [path, json(messages)];
    }),
  );
}

/**
 * @param {string} folder
 * @param {RegExp} names
 * @returns {Files}
 */
function copied(folder, names) {
  const paths = readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths
      .filter((path) => names.test(path))
      .map((path) => [`${folder}/${path}`, readFileSync(join(SOURCE, folder, path))]),
  );
}

/** @param {unknown} value */
function json(value) {
  return new TextEncoder().encode(JSON.stringify(value));
}

/**
 * @param {string} browser
 * @param {Files} files
 */
function write(browser, files) {
  const folder = join(DIST, `extension-${browser}`);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const bytes = writeZip(`standfirst-${browser}.zip`, files);
  if (bytes > MAX_ZIP_BYTES) {
    throw new Error(`standfirst-${browser}.zip has ${bytes} bytes, ${MAX_ZIP_BYTES} are allowed`);
  }
}

/** What a store's reviewer builds from: every file under version control. */
function writeSources() {
  if (!existsSync(join(root, '.git'))) return;
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  const paths = listed.split('\0').filter((path) => path && existsSync(join(root, path)));
  writeZip('standfirst-source.zip', {
    ...Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path))])),
    'BUILD.md': new TextEncoder().encode(
      readFileSync(join(SOURCE, 'store/reviewers.md'), 'utf8').replace('TOOLS', tools()),
    ),
  });
}

/** The programs that made the packages. */
function tools() {
  const rust = execFileSync('rustc', ['--version'], { cwd: root, encoding: 'utf8' }).trim();
  return `${rust} and Node ${process.versions.node}`;
}

/**
 * @param {string} name
 * @param {Files} files
 * @returns {number} bytes
 */
function writeZip(name, files) {
  const sorted = Object.fromEntries(
    Object.keys(files)
      .sort()
      .map((path) => [path, files[path]]),
  );
  const zip = zipSync(sorted, { level: 9, mtime: ZIP_TIME, os: 3 });
  writeFileSync(join(DIST, name), zip);
  say(`dist/${name}: ${zip.length} bytes`);
  return zip.length;
}
