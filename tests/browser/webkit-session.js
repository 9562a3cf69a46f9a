/**
 * Sessions of WebKitGTK's driver, such that none waits for ever and none meets what another left behind:
 * each has a driver process, a browser and a group of processes of its own, which all end with it, and each
 * command has a deadline. A browser that does not come up is stopped, and another is started.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { WebDriver } from 'selenium-webdriver';

// A folder of CommonJS, whose types go by another path.
const { Executor, HttpClient } = createRequire(import.meta.url)('selenium-webdriver/http');

/** How often a condition is looked at, and for how long, in milliseconds. */
export const POLL_MS = 20;
export const PATIENCE_MS = 20_000;

/**
 * When a command is given up. A script has `PATIENCE_MS`; a page of two hundred thousand nodes took
 * more than 45 s to come where twenty processes waited for two cores.
 */
const DEADLINE_MS = 150_000;

/**
 * When a browser that has not come up is stopped, and how many are started at most. On an idle machine
 * one comes in 2 s, beside twenty busy processes in 16. Of 2,150 two did not come: the driver had taken the
 * request and started no browser.
 */
const START_MS = 45_000;
const STARTS = 3;

/** Neither a bus, nor portals, nor stored settings, nor a graphics card are looked for. */
const BARE = {
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null',
  GIO_USE_VFS: 'local',
  GSETTINGS_BACKEND: 'memory',
  GTK_A11Y: 'none',
  GTK_USE_PORTAL: '0',
  LIBGL_ALWAYS_SOFTWARE: '1',
  NO_AT_BRIDGE: '1',
};

/** Groups of processes that must not outlive this one. @type {Set<number>} */
const groups = new Set();
process.once('exit', () => groups.forEach(endGroup));
process.once('SIGTERM', () => process.exit(143));

/**
 * Starts a driver, and a browser by it.
 *
 * @param {string} display of X
 * @returns {Promise<{session: WebDriver, end: () => Promise<void>}>}
 */
export async function startSession(display) {
  for (let start = 1; ; start += 1) {
    try {
      return await startOnce(display);
    } catch (error) {
      if (start === STARTS) throw error;
      console.error(`WebKit did not start (${error}); another is started`);
    }
  }
}

/** @param {string} display */
async function startOnce(display) {
  const port = await freePort();
  const driver = spawn(process.env.WEBKIT_DRIVER ?? 'WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, ...BARE, DISPLAY: display },
    stdio: 'ignore',
    detached: true,
  });
  const gone = once(driver, 'exit');
  const group = Number(driver.pid);
  groups.add(group);
  const end = async () => {
    endGroup(group);
    await gone;
  };
  const server = `http://127.0.0.1:${port}`;
  try {
    for (let waited = 0; !(await answers(server)); waited += POLL_MS) {
      if (waited > PATIENCE_MS) throw new Error('WebKitWebDriver does not come up');
      await wait(POLL_MS);
    }
    const executor = new Punctual(server, START_MS);
    const session = WebDriver.createSession(executor, /** @type {any} */ (BROWSER));
    await session.getSession();
    executor.deadline = DEADLINE_MS;
    await session.manage().setTimeouts({ script: PATIENCE_MS });
    return { session, end };
  } catch (error) {
    await end();
    throw error;
  }
}

const BROWSER = new Map([['browserName', 'MiniBrowser']]);

/** Sends commands, each over a connection of its own, and gives up those that stay without an answer. */
class Punctual extends Executor {
  /**
   * @param {string} server
   * @param {number} deadline of each command, milliseconds
   */
  constructor(server, deadline) {
    super(new HttpClient(server, new Agent({ keepAlive: false })));
    this.deadline = deadline;
  }

  /** @param {import('selenium-webdriver/lib/command.js').Command} command */
  async execute(command) {
    const late = new AbortController();
    try {
      return await Promise.race([
        super.execute(command),
        wait(this.deadline, null, { signal: late.signal }).then(() => {
          throw new Error(`WebKit gave no answer to ${command.getName()} in ${this.deadline} ms`);
        }),
      ]);
    } finally {
      late.abort();
    }
  }
}

/**
 * Ends a driver with the browser that it started. The driver's own way of ending a session waits for
 * the browser, which may wait for its page.
 *
 * @param {number} group
 */
function endGroup(group) {
  groups.delete(group);
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** A number that no one listens on. */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

/**
 * Whether the driver is up. The connection is closed, by the driver, before anything else is asked: where the
 * next came while one was being closed from here, it was taken and never looked at, once in a thousand times.
 *
 * @param {string} server
 * @returns {Promise<boolean>}
 */
function answers(server) {
  return new Promise((done) => {
    const headers = { Connection: 'close' };
    const asked = get(`${server}/status`, { agent: false, headers, timeout: PATIENCE_MS });
    let ok = false;
    asked.on('response', (response) => {
      ok = response.statusCode === 200;
      response.resume();
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => done(false));
    asked.on('close', () => done(ok));
  });
}
