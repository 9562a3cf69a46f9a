/**
 * Stands in the pages of sites where a person wants summaries unasked, and says when one has loaded,
 * or has become another without loading.
 *
 * @module
 */

import { watchNavigation } from '../page/navigation.js';

const life = new AbortController();

void say();
try {
  watchNavigation({
    document,
    from: location.href,
    onLeave: () => {},
    onArrive: () => void say(),
    signal: life.signal,
  });
} catch {
  // A page may hide its own address; then only its loading is noticed.
}

async function say() {
  try {
    await chrome.runtime.sendMessage({ type: 'loaded' });
  } catch {
    // Without its extension this script has nobody to tell.
    life.abort();
  }
}
