/**
 * A display of its own with a keyboard and a mouse, for what no protocol of a browser presses: the
 * browser's own shortcuts, menus and questions. `npm test` installs what it takes: Xvfb and xdotool.
 *
 * @module
 */

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { POLLING_MS, WITHIN_MS } from './panel.js';

/** Of the browser's window, CSS pixels; the display is a little larger. */
export const WINDOW = { width: 1300, height: 950 };

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env for a browser that is to be shown on it
 * @property {(program: string) => void} focus gives the keyboard to a program's window
 * @property {(...keys: string[]) => void} type keys as xdotool names them
 * @property {(at: {x: number, y: number}) => Promise<void>} openMenu by the right button of the mouse
 * @property {(at: {x: number, y: number}) => Promise<void>} answer waits for a question, behind which a
 *   browser darkens the page, and clicks there until it is gone
 * @property {() => void} close
 */

/** Browsers take no click on a question that is new, and after one that came too soon wait anew. */
const BETWEEN_CLICKS_MS = 700;

/** A place where the page that is shown is white, but for a question before it. */
const BARE = { x: 40, y: 450 };

/** @returns {Promise<Display>} */
export async function openDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-'));
  const screen = ['-screen', '0', '1400x1000x24', '-fbdir', folder];
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
  const env = { ...process.env, DISPLAY: `:${number}` };
  const act = (/** @type {string[]} */ ...steps) =>
    execFileSync('xdotool', steps, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const windows = () =>
    act('search', '--all', '--maxdepth', '1', '--onlyvisible', '.*').trim().split('\n');
  const click = (/** @type {{x: number, y: number}} */ { x, y }, /** @type {string} */ button) =>
    act('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', button);
  const isDark = () => pixel(readFileSync(join(folder, 'Xvfb_screen0')), BARE) !== WHITE;
  return {
    env,
    focus(program) {
      const [window] = act('search', '--sync', '--onlyvisible', '--class', program).split('\n');
      act('windowfocus', '--sync', window);
    },
    type: (...keys) => void act('key', ...keys),
    async openMenu(at) {
      const before = windows();
      click(at, '3');
      // A menu is a window.
      await until(() => windows().some((window) => !before.includes(window)), 'a menu');
    },
    async answer(at) {
      await until(isDark, 'a question');
      for (const end = Date.now() + WITHIN_MS; isDark() && Date.now() < end;) {
        click(at, '1');
        const next = Date.now() + BETWEEN_CLICKS_MS;
        while (isDark() && Date.now() < next) await pause(POLLING_MS);
      }
    },
    close() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * @param {() => boolean} holds
 * @param {string} what
 */
async function until(holds, what) {
  const end = Date.now() + WITHIN_MS;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`${what} did not come within ${WITHIN_MS} ms`);
    await pause(POLLING_MS);
  }
}

const WHITE = 0xffffff;

/**
 * A pixel's colour in a screen as Xvfb keeps it: an X window dump, with a header of big-endian words.
 *
 * @param {Buffer} screen
 * @param {{x: number, y: number}} at
 */
function pixel(screen, { x, y }) {
  const word = (/** @type {number} */ at) => screen.readUInt32BE(at * 4);
  const [headerBytes, lineBytes, colours] = [word(0), word(12), word(19)];
  const COLOUR_BYTES = 12;
  return screen.readUIntLE(headerBytes + colours * COLOUR_BYTES + y * lineBytes + x * 4, 3);
}
