/**
 * Sets up what is missing, and is quick where nothing is: npm packages, the wasm build, browsers.
 *
 * @module
 */

import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { StepError, isThere, root, run, say, works } from './run.js';

const OLDEST_NODE = 20;

const CARGO_HELP = 'install Rust from https://rustup.rs, then open a new shell';

/** What the browser tests need, and a display to press real keys on: a program, and Debian's package. */
const BROWSERS = [
  { program: 'chromium', package: 'chromium' },
  { program: 'firefox-esr', package: 'firefox-esr' },
  { program: 'WebKitWebDriver', package: 'webkit2gtk-driver' },
  { program: 'Xvfb', package: 'xvfb' },
  { program: 'xdotool', package: 'xdotool' },
];

/** Node and cargo, without which nothing goes. */
export function checkTools() {
  const node = Number(process.versions.node.split('.')[0]);
  if (node < OLDEST_NODE) {
    throw new StepError(`Node is ${process.versions.node}, ${OLDEST_NODE} or later is needed`);
  }
  if (!works('cargo', ['--version'])) throw new StepError(`cargo is not installed: ${CARGO_HELP}`);
}

/** `npm ci`, unless node_modules is that of the lock file. */
export function setUpPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules/.standfirst-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing npm packages');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

/** `cargo xtask wasm`, unless the build is newer than every source of it. */
export function buildWasm() {
  const built = join(root, 'www/pkg/standfirst_bg.wasm');
  const sources = ['src', 'xtask/src', 'Cargo.toml', 'Cargo.lock'];
  if (existsSync(built) && newest(sources) < statSync(built).mtimeMs) return;
  say('building the core to WebAssembly (a minute or two the first time)');
  run('cargo', ['xtask', 'wasm'], { help: CARGO_HELP });
}

/** `cargo xtask fallback`, unless the JavaScript build is newer than the wasm. */
export function buildFallback() {
  const built = join(root, 'www/pkg/standfirst_js.js');
  const wasm = join(root, 'www/pkg/standfirst_bg.wasm');
  const maker = join(root, 'scripts/fallback.js');
  const times = [wasm, maker].map((path) => statSync(path).mtimeMs);
  if (existsSync(built) && Math.max(...times) < statSync(built).mtimeMs) return;
  say('building the core to JavaScript, for pages without WebAssembly');
  run('cargo', ['xtask', 'fallback'], { help: CARGO_HELP });
}

/** Installs browsers by apt where that is possible; says what to install where it is not. */
export function setUpBrowsers() {
  const missing = BROWSERS.filter(({ program }) => !isThere(program));
  if (missing.length === 0) return;
  const packages = missing.map((browser) => browser.package);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [program, ...before] = [...sudo, 'apt-get'];
  if (!works(program, [...before, '--version'])) {
    throw new StepError(`the tests need ${packages.join(', ')}. Install them: ${command}`);
  }
  say(`installing ${packages.join(', ')} for the tests`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run(program, [...before, 'update', '-qq'], { env });
  run(program, [...before, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
  });
}

/**
 * When the newest of these files was changed.
 *
 * @param {string[]} paths files, or folders with all that they hold
 * @returns {number} milliseconds since 1970
 */
function newest(paths) {
  let time = 0;
  for (const path of paths) {
    const full = join(root, path);
    const stats = statSync(full);
    if (stats.isDirectory()) {
      time = Math.max(time, newest(readdirSync(full).map((name) => join(path, name))));
    } else {
      time = Math.max(time, stats.mtimeMs);
    }
  }
  return time;
}
