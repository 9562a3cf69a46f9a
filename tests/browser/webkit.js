/**
 * WebKit by WebDriver: WebKitGTK's MiniBrowser on a virtual display, behind that part of
 * puppeteer's page that the tests use. puppeteer itself does not drive it.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { Builder, Key } from 'selenium-webdriver';

/** CSS pixels and bits a pixel of the virtual display. */
const SCREEN = '1600x1200x24';

/** How often a condition is looked at, and for how long, in milliseconds. */
const POLL_MS = 20;
const PATIENCE_MS = 20_000;

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */
/** @typedef {import('selenium-webdriver').WebElement} WebElement */

/** Keys by the names that puppeteer gives them. @type {Record<string, string>} */
const KEYS = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

/** A display and a driver; each page is a session of its own, so nothing is kept between pages. */
export async function launchWebKit() {
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await once(/** @type {any} */ (display.stdio[3]), 'data');
  const port = await freePort();
  const driver = spawn(process.env.WEBKIT_DRIVER ?? 'WebKitWebDriver', [`--port=${port}`], {
    // No bus for accessibility and no graphics card are needed, and neither is looked for.
    env: {
      ...process.env,
      DISPLAY: `:${String(number).trim()}`,
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
    stdio: 'ignore',
  });
  const server = `http://127.0.0.1:${port}`;
  for (let waited = 0; !(await answers(server)); waited += POLL_MS) {
    if (waited > PATIENCE_MS) throw new Error('WebKitWebDriver does not answer');
    await wait(POLL_MS);
  }
  /** The driver has one session at a time. @type {WebKitPage | null} */
  let open = null;
  return {
    /** @param {number} width of the window, CSS pixels; the browser has a least one */
    async newPage(width) {
      await open?.close();
      const session = await new Builder()
        .usingServer(server)
        .withCapabilities({ browserName: 'MiniBrowser' })
        .build();
      await session.manage().setTimeouts({ script: PATIENCE_MS });
      await session.manage().window().setRect({ x: 0, y: 0, width, height: 900 });
      open = new WebKitPage(session);
      return open;
    },
    async close() {
      await open?.close();
      driver.kill();
      await once(driver, 'exit');
      display.kill();
    },
  };
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

/** @param {string} server */
async function answers(server) {
  try {
    return (await fetch(`${server}/status`)).ok;
  } catch {
    return false;
  }
}

/** What of puppeteer's `Page` the tests use. */
class WebKitPage {
  #session;
  #open = true;

  /** @param {WebDriver} session */
  constructor(session) {
    this.#session = session;
  }

  /** @param {string} address */
  goto(address) {
    return this.#session.get(address);
  }

  reload() {
    return this.#session.navigate().refresh();
  }

  /** Waits for the page, as puppeteer's does not for one that was kept. */
  back() {
    return this.#session.navigate().back();
  }

  /**
   * @param {string | Function} script
   * @param {unknown[]} args
   */
  evaluate(script, ...args) {
    return this.#session.executeScript(script, ...args);
  }

  /**
   * @param {Function} condition
   * @param {object} _options
   * @param {unknown[]} args
   */
  async waitForFunction(condition, _options, ...args) {
    const found = await this.#session.wait(
      () => this.#session.executeScript(condition, ...args),
      PATIENCE_MS,
      `waited for ${condition} ${args}`,
      POLL_MS,
    );
    return new WebKitHandle(this.#session, /** @type {WebElement} */ (found));
  }

  /** @param {{content: string}} style */
  addStyleTag({ content }) {
    return this.evaluate((/** @type {string} */ css) => {
      const style = document.createElement('style');
      style.textContent = css;
      document.head.append(style);
    }, content);
  }

  keyboard = {
    /** @param {string} key */
    press: (key) => this.#type(KEYS[key] ?? key),
    /** @param {string} text */
    type: (text) => this.#type(text),
  };

  /** @param {string} text */
  #type(text) {
    return this.#session.actions().sendKeys(text).perform();
  }

  async close() {
    if (this.#open) {
      this.#open = false;
      await this.#session.quit();
    }
  }
}

/** What of puppeteer's `ElementHandle` the tests use. */
class WebKitHandle {
  #session;
  #element;

  /**
   * @param {WebDriver} session
   * @param {WebElement} element
   */
  constructor(session, element) {
    this.#session = session;
    this.#element = element;
  }

  /**
   * @param {Function} script
   * @param {unknown[]} args
   */
  evaluate(script, ...args) {
    return this.#session.executeScript(script, this.#element, ...args);
  }

  focus() {
    return this.evaluate((/** @type {HTMLElement} */ element) => element.focus());
  }
}
