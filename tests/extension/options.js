/**
 * The extension's options page.
 *
 * @module
 */

import { POLLING_MS } from './panel.js';

/**
 * Opens it, and waits until it listens: what comes before that is lost. The way to the side panel is shown
 * in the same turn.
 *
 * @param {import('./chromium.js').Extended} extended
 */
export async function openOptions(extended) {
  const options = await extended.openOwn('pages/options.html');
  await options.waitForFunction(() => document.getElementById('beside')?.hidden === false, {
    polling: POLLING_MS,
  });
  return options;
}
