/**
 * A browser with the extension and a site to show it on, for one group of cases.
 *
 * @module
 */

import { after, before } from 'node:test';

import { panelOf } from '../panel.js';
import { serveSite } from '../server.js';

/** @typedef {import('../chromium.js').Extended} Extended */
/** @typedef {(site: import('../server.js').Site) => Promise<Extended>} Start */

export class Session {
  /** @type {Extended} */
  extended = /** @type {any} */ (null);
  /** @type {import('../server.js').Site} */
  site = /** @type {any} */ (null);

  /**
   * Within a `describe`: starts before its cases, ends after them.
   *
   * @param {Start} start
   */
  constructor(start) {
    before(async () => {
      this.site = await serveSite();
      this.extended = await start(this.site);
    });
    after(async () => {
      await this.extended?.browser.close();
      this.site?.close();
    });
  }

  /**
   * Opens a page and presses the button. What the page itself complains of is not ours.
   *
   * @param {string} url
   */
  async openAndPress(url) {
    const page = await this.extended.open(url);
    this.extended.problems.length = 0;
    await this.extended.press(page);
    return { page, panel: await panelOf(page) };
  }
}
