/**
 * The context menu's entries.
 *
 * @module
 */

import { hasSide } from './side.js';

export const MENU = Object.freeze({
  page: 'page',
  selection: 'selection',
  site: 'site',
  side: 'side',
});

/** Browsers keep the entries until the extension changes. */
export function makeMenus() {
  chrome.contextMenus.removeAll(() => {
    for (const { id, message, contexts } of ENTRIES) {
      if (id === MENU.side && !hasSide()) continue;
      chrome.contextMenus.create({
        id,
        contexts: /** @type {any} */ (contexts),
        title: chrome.i18n.getMessage(message),
      });
    }
  });
}

const ENTRIES = [
  { id: MENU.page, message: 'menuPage', contexts: ['page'] },
  { id: MENU.selection, message: 'menuSelection', contexts: ['selection'] },
  { id: MENU.site, message: 'menuSite', contexts: ['action'] },
  { id: MENU.side, message: 'side', contexts: ['action'] },
];
