/**
 * Stands in for `load-later.js` in the content script: the background brings the third file, when it is
 * first needed.
 *
 * @module
 */

import { waitForPart } from './parts.js';

/** @type {Promise<import('./parts.js').Parts['later']> | null} */
let coming = null;

/** Rejects where the background is gone. */
export function loadLater() {
  coming ??= bring();
  return coming;
}

async function bring() {
  const waiting = new AbortController();
  const forget = () => (coming = null);
  // What was on its way when the browser put the page aside does not come.
  addEventListener('pageshow', ({ persisted }) => persisted && forget(), {
    signal: waiting.signal,
  });
  try {
    return await ask();
  } catch (error) {
    forget();
    throw error;
  } finally {
    waiting.abort();
  }
}

async function ask() {
  const part = waitForPart('later');
  if (chrome.runtime.getURL('').startsWith(`${location.origin}/`)) {
    // Into the extension's own pages no script is brought, but there one may be imported.
    // @ts-expect-error -- the package's file, not one of the sources
    await import('/later.js');
  } else if (!(await chrome.runtime.sendMessage({ type: 'later' }))) {
    throw new Error('the background could not bring the third file');
  }
  return part;
}
