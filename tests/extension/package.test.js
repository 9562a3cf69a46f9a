/**
 * The packages as files: what is in them, what they ask for, and what the store's linter says.
 *
 * @module
 */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { unzipSync } from 'fflate';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
const BROWSERS = ['chromium', 'firefox'];
/** As in `scripts/extension.js`. */
const MAX_ZIP_BYTES = 250 * 1024;
const MIN_LANGUAGES = 20;

/** What would run, or bring, code that the package does not hold. */
const NO_CODE = [
  { what: 'eval', wanted: /\beval\s*\(/ },
  { what: 'a function made from text', wanted: /\bFunction\s*\(\s*["'`]|new\s+Function\b/ },
  { what: 'a timer of text', wanted: /\bset(Timeout|Interval)\s*\(\s*["'`]/ },
  {
    what: 'markup from text',
    wanted: /\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write/,
  },
  { what: 'a script of another host', wanted: /(src|import)\s*[=(]?\s*["'`](https?:)?\/\// },
  {
    what: 'a socket or a request of another kind',
    wanted: /WebSocket|EventSource|XMLHttpRequest|sendBeacon/,
  },
];

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

for (const browser of BROWSERS) {
  const folder = join(DIST, `extension-${browser}`);

  test(`${browser}: few permissions, no site, nothing open to pages`, () => {
    const manifest = json(join(folder, 'manifest.json'));
    const own = browser === 'chromium' ? ['sidePanel'] : [];
    const common = ['activeTab', 'contextMenus', 'scripting', 'storage'];
    assert.deepEqual(manifest.permissions, [...common, ...own]);
    for (const absent of ['host_permissions', 'content_scripts', 'web_accessible_resources']) {
      assert.ok(!(absent in manifest), absent);
    }
  });

  test(`${browser}: icons of all sizes, for light and for dark`, () => {
    const { icons, action } = json(join(folder, 'manifest.json'));
    const image = (/** @type {string} */ path) => readFileSync(join(folder, path));
    for (const [size, path] of Object.entries({ ...icons, ...action.default_icon })) {
      const light = image(path);
      const dark = image(path.replace('.png', '-dark.png'));
      for (const png of [light, dark]) {
        // A PNG's width and height follow its signature and the name of its first chunk.
        assert.deepEqual(
          [png.readUInt32BE(16), png.readUInt32BE(20)],
          [Number(size), Number(size)],
        );
      }
      assert.ok(!light.equals(dark), path);
    }
    for (const { dark, light } of action.theme_icons ?? []) {
      // Named after the letters of the theme that they stand beside.
      assert.equal(light, dark.replace('.png', '-dark.png'));
      assert.ok(image(light).length > 0);
    }
    assert.equal('theme_icons' in action, browser === 'firefox');
  });

  test(`${browser}: the key, and nothing but the package's own code`, () => {
    const manifest = json(join(folder, 'manifest.json'));
    assert.equal(manifest.commands._execute_action.suggested_key.default, 'Alt+Shift+S');
    assert.deepEqual(Object.keys(manifest.content_security_policy), ['extension_pages']);
    const policy = manifest.content_security_policy.extension_pages;
    assert.match(policy, /default-src 'self'/);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const path of files.filter((name) => /\.(js|html)$/.test(name))) {
      const text = readFileSync(join(folder, path), 'utf8');
      for (const { what, wanted } of NO_CODE) assert.doesNotMatch(text, wanted, `${path}: ${what}`);
    }
  });

  test(`${browser}: at most ${MAX_ZIP_BYTES} bytes, zipped`, () => {
    assert.ok(statSync(join(DIST, `standfirst-${browser}.zip`)).size <= MAX_ZIP_BYTES);
  });
}

test('the same sources give the same bytes', () => {
  const zips = [...BROWSERS, 'source'].map((name) => join(DIST, `standfirst-${name}.zip`));
  const first = zips.map((zip) => readFileSync(zip));
  execFileSync('node', ['scripts/extension.js'], {
    cwd: ROOT,
    env: { ...process.env, TZ: 'Asia/Tokyo' },
  });
  zips.forEach((zip, at) => assert.ok(first[at].equals(readFileSync(zip)), zip));
});

test("the reviewer's steps name the programs, and the source of every script", () => {
  const zip = unzipSync(readFileSync(join(DIST, 'standfirst-source.zip')));
  const text = new TextDecoder().decode(zip['BUILD.md']);
  assert.match(text, /made with rustc \d+\.\d+\.\d+ .* and Node \d+\.\d+\.\d+\./);
  const scripts = readdirSync(join(DIST, 'extension-firefox')).filter((name) => /\.js$/.test(name));
  for (const script of scripts) assert.ok(text.includes(`${script}\``), script);
});

test("Mozilla's linter has nothing to say", () => {
  const linter = join(ROOT, 'node_modules/.bin/addons-linter');
  const answer = execFileSync(linter, ['--output=json', join(DIST, 'standfirst-firefox.zip')], {
    encoding: 'utf8',
  });
  const { errors, warnings, notices } = JSON.parse(answer);
  assert.deepEqual({ errors, warnings, notices }, { errors: [], warnings: [], notices: [] });
});

test('every language says everything', () => {
  const folder = join(ROOT, 'www/extension/_locales');
  const english = json(join(folder, 'en/messages.json'));
  const languages = readdirSync(folder);
  assert.ok(languages.length >= MIN_LANGUAGES);
  for (const language of languages) {
    const messages = json(join(folder, language, 'messages.json'));
    assert.deepEqual(Object.keys(messages), Object.keys(english), language);
    for (const [key, { message }] of Object.entries(messages)) {
      assert.ok(message, `${language} ${key}`);
      assert.equal(
        message.includes('$1'),
        english[key].message.includes('$1'),
        `${language} ${key}`,
      );
    }
    assert.ok(messages.description.message.length <= 132, language);
  }
});
