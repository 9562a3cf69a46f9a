/**
 * WebKit by WebDriver: WebKitGTK's MiniBrowser on a virtual display, behind that part of
 * puppeteer's page that the tests use. puppeteer itself does not drive it.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { Key } from 'selenium-webdriver';

import { PATIENCE_MS, POLL_MS, startSession } from './webkit-session.js';

/** CSS pixels and bits a pixel of the virtual display. */
const SCREEN = '1600x1200x24';

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
  Shift: Key.SHIFT,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

/**
 * A display, and one browser on it. Each page is a window of its own; what it has stored goes with it.
 */
export async function launchWebKit() {
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const gone = once(display, 'exit');
  const number = await once(/** @type {any} */ (display.stdio[3]), 'data');
  process.once('exit', () => display.kill());
  const endDisplay = async () => {
    display.kill();
    await gone;
  };
  const { session, end } = await startSession(`:${String(number).trim()}`).catch(async (error) => {
    await endDisplay();
    throw error;
  });
  // The first window stays: a session ends with its last.
  const windows = new Windows(session, await session.getWindowHandle());
  return {
    /** @param {number} width of the window, CSS pixels; the browser has a least one */
    async newPage(width) {
      return new WebKitPage(windows, await windows.open(width));
    },
    async close() {
      await end();
      await endDisplay();
    },
  };
}

/** The windows of one session, which sends its commands to one of them at a time. */
class Windows {
  #session;
  #first;
  #current;

  /**
   * @param {WebDriver} session
   * @param {string} first
   */
  constructor(session, first) {
    this.#session = session;
    this.#first = first;
    this.#current = first;
  }

  /** @param {number} width */
  async open(width) {
    await this.to(this.#first);
    await this.#session.switchTo().newWindow('window');
    this.#current = await this.#session.getWindowHandle();
    await this.#session.manage().window().setRect({ x: 0, y: 0, width, height: 900 });
    return this.#current;
  }

  /**
   * The session, with this window to the fore.
   *
   * @param {string} handle
   */
  async to(handle) {
    if (this.#current !== handle) {
      await this.#session.switchTo().window(handle);
      this.#current = handle;
    }
    return this.#session;
  }

  /** @param {string} handle */
  async close(handle) {
    const session = await this.to(handle);
    await session.close();
    this.#current = '';
  }
}

/** What of puppeteer's `Page` the tests use. */
class WebKitPage {
  #windows;
  #handle;

  /**
   * @param {Windows} windows
   * @param {string} handle
   */
  constructor(windows, handle) {
    this.#windows = windows;
    this.#handle = handle;
  }

  /** @param {string} address */
  async goto(address) {
    await (await this.#session()).get(address);
  }

  async reload() {
    await (await this.#session()).navigate().refresh();
  }

  /** Waits for the page, as puppeteer's does not for one that was kept. */
  async back() {
    await (await this.#session()).navigate().back();
  }

  /**
   * @param {string | Function} script
   * @param {unknown[]} args
   */
  async evaluate(script, ...args) {
    return (await this.#session()).executeScript(script, ...args);
  }

  /**
   * @param {Function} condition
   * @param {object} _options
   * @param {unknown[]} args
   */
  async waitForFunction(condition, _options, ...args) {
    const session = await this.#session();
    const found = await session.wait(
      () => session.executeScript(condition, ...args),
      PATIENCE_MS,
      `waited for ${condition} ${args}`,
      POLL_MS,
    );
    return new WebKitHandle(session, /** @type {WebElement} */ (found));
  }

  async close() {
    await this.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await this.#windows.close(this.#handle);
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
    /** @param {string} key */
    down: async (key) => (await this.#actions()).keyDown(KEYS[key]).perform(),
    /** @param {string} key */
    up: async (key) => (await this.#actions()).keyUp(KEYS[key]).perform(),
  };

  /** @param {string} text */
  async #type(text) {
    await (await this.#actions()).sendKeys(text).perform();
  }

  async #actions() {
    return (await this.#session()).actions();
  }

  #session() {
    return this.#windows.to(this.#handle);
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
