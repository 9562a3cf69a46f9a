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
  Space: Key.SPACE,
  Tab: Key.TAB,
};

/** A display; each page is a browser of its own, so nothing is kept between pages. */
export async function launchWebKit() {
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const gone = once(display, 'exit');
  const number = await once(/** @type {any} */ (display.stdio[3]), 'data');
  process.once('exit', () => display.kill());
  /** @type {Set<() => Promise<void>>} */
  const open = new Set();
  return {
    /** @param {number} width of the window, CSS pixels; the browser has a least one */
    async newPage(width) {
      const { session, end } = await startSession(`:${String(number).trim()}`);
      const close = async () => {
        open.delete(close);
        await end();
      };
      open.add(close);
      await session.manage().window().setRect({ x: 0, y: 0, width, height: 900 });
      return new WebKitPage(session, close);
    },
    async close() {
      for (const close of open) await close();
      display.kill();
      await gone;
    },
  };
}

/** What of puppeteer's `Page` the tests use. */
class WebKitPage {
  #session;

  /**
   * @param {WebDriver} session
   * @param {() => Promise<void>} close
   */
  constructor(session, close) {
    this.#session = session;
    this.close = close;
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
