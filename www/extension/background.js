/**
 * The background: a service worker in Chromium, an event page in Firefox. It holds the engine.
 *
 * It may be stopped at any moment, so listeners are set at once and nothing that matters is kept.
 *
 * @module
 */

import { localEngine } from '../engine/local.js';
import { serveEngine } from '../engine/serve.js';
import {
  allowSite,
  arrangeScript,
  forgetSites,
  openAutomatically,
  undoAllowing,
} from './background/automatic.js';
import { showSaved } from './background/badge.js';
import { makeMenus, MENU } from './background/menus.js';
import { openSide } from './background/side.js';
import { tabWatch } from './background/tabs.js';
import { tell, toggle } from './background/toggle.js';
import { bringLater } from './deliver.js';

const engine = localEngine({ wasmUrl: chrome.runtime.getURL('standfirst_bg.wasm') });
const service = serveEngine(engine);
const tabs = tabWatch((tabId) => service.forget(tabId));

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const tabId = sender.tab?.id;
  if (message?.type === 'state' && tabId !== undefined) {
    void showSaved(tabId, Number(message.savedSeconds));
    return false;
  }
  if (message?.type === 'later' && tabId !== undefined) {
    void bringLater({ tabId, frameId: sender.frameId ?? 0 }).then(respond);
    return true;
  }
  if (message?.type === 'press' && sender.tab && isOwnPage(sender)) {
    void toggle(sender.tab);
    return false;
  }
  if (message?.type === 'loaded' && sender.tab) {
    void (isOwnPage(sender) ? tell(sender.tab, { type: 'open' }) : openAutomatically(sender.tab));
    return false;
  }
  if (message?.type === 'undo' && sender.tab) {
    void undoAllowing(sender.tab, message.wasOff === true).then(respond);
    return true;
  }
  const answer = service.answer(message, tabId);
  if (answer) void tabs.during(answer).then(respond);
  return answer !== null;
});

chrome.action.onClicked.addListener((tab) => {
  void toggle(tab);
  warmUp();
});

// The key that Firefox alone has; the other one is the button's.
chrome.commands.onCommand.addListener((_name, tab) => {
  if (!tab) return;
  void toggle(tab);
  warmUp();
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (!tab) return;
  if (info.menuItemId === MENU.site) {
    void allowSite(tab);
  } else if (info.menuItemId === MENU.side) {
    void openSide(tab.windowId);
  } else {
    void toggle(tab, info.frameId, info.menuItemId === MENU.selection ? 'selection' : 'toggle');
    warmUp();
  }
});

chrome.storage.onChanged.addListener(() => void arrangeScript());
chrome.permissions.onAdded.addListener(() => void arrangeScript());
chrome.permissions.onRemoved.addListener((removed) => void forgetSites(removed));

chrome.runtime.onInstalled.addListener(({ reason }) => {
  makeMenus();
  // The browser forgets registered scripts when the extension is updated.
  void arrangeScript();
  if (reason === 'install') {
    void chrome.tabs.create({ url: chrome.runtime.getURL('pages/welcome.html') });
  }
});

/**
 * Content scripts live in the processes of pages, and are trusted with no more than they need.
 *
 * @param {chrome.runtime.MessageSender} sender
 */
function isOwnPage({ url = '' }) {
  return url.startsWith(chrome.runtime.getURL(''));
}

/** Loads the core while the page is being read. */
function warmUp() {
  // What cannot be loaded now is said when the page asks.
  engine.segment('', 'en').catch(() => {});
}
