/**
 * One opening of the panel in a page: the controller with the remote engine, and what goes with it.
 *
 * @module
 */

import { createController } from '../../controller.js';
import { tell } from '../../page/tell.js';
import { EXTENSION_STYLES } from '../../panel/extension-styles.js';
import { MORE_ENGLISH } from '../../panel/more-messages.js';
import { sayAllowed } from './allowed.js';
import { choiceStore } from './choice.js';
import { isTopCovered, riseAboveUnseen } from './cover.js';
import { ENDS_SCRIPTS } from './gone.js';
import { placePanel } from './place.js';
import { sayRefusal } from './refused.js';
import { savedSeconds } from './saved.js';
import { narrow, selectedRange } from './selection.js';

/**
 * A panel that stands in the page.
 *
 * @typedef {object} Standing
 * @property {(by: string) => boolean} isToBeReplaced whether the page has thrown the panel out, none has
 *   been shown, or text is selected that it is not about; `by` is the order's type
 * @property {(request: import('../background/toggle.js').ToggleRequest) => boolean} sayAllowed says that
 *   its site has just been allowed; whether it is there to say so
 * @property {() => void} close
 * @property {() => void} remove the same for a person who asked for it, and says so to those who listen
 */

/**
 * @param {import('../background/toggle.js').ToggleRequest} request
 * @param {object} options
 * @param {import('../../types.js').Engine} options.engine
 * @param {import('../../types.js').Read} options.read
 * @param {import('../../types.js').ReadInTurns} options.readInTurns
 * @param {() => void} options.onClose
 * @returns {Standing}
 */
export function openPanel(request, { engine, read, readInTurns, onClose }) {
  const { settings, language, words } = request;
  const asked = request.type !== 'open';
  const life = new AbortController();
  const range = asked ? selectedRange(request.type) : null;
  const host = makeHost(settings.theme);
  /** @type {import('../../types.js').Reading | null} */
  let reading = null;
  /** @type {import('../../types.js').Summary | null} */
  let summary = null;
  let keepReadable = () => {};
  let placed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;

  const part = (/** @type {import('../../types.js').Reading} */ whole) =>
    range ? narrow(whole, range) : whole;
  const controller = createController({
    document,
    read: (root) => (reading = part(read(root))),
    readInTurns: async (root) => (reading = part(await readInTurns(root))),
    engine: {
      ...engine,
      async summarize(...job) {
        summary = await engine.summarize(...job);
        return summary;
      },
    },
    origin: 'extension',
    styles: EXTENSION_STYLES,
    mount: host,
    place() {
      // Thrown out, it comes back only so often (`placePanel`).
      if (placed) return;
      placed = true;
      if (reading && isOutOfPage(reading)) {
        const again = part(read(document));
        if (again.page.text === reading.page.text) reading = again;
      }
      keepReadable = placePanel(host, { reading, summary, range, signal: life.signal });
    },
    show: asked ? 'all' : 'summary',
    uiLanguage: language,
    // A few selected words are no article.
    messages: range ? { ...words, tooShort: words.noText ?? MORE_ENGLISH.noText } : words,
    choice: { length: settings.length, type: settings.type, collapsed: settings.collapsed },
    store: choiceStore(settings, life.signal),
    onState(state) {
      if (request.type === 'allowed') sayAllowed(host, request, life.signal);
      if (state === 'not-an-article' || state === 'failed') {
        sayRefusal(host.shadowRoot, life.signal);
      }
      // The panel first: the badge can wait.
      if (state === 'ready') saying = setTimeout(saySaved);
      // Its place is looked at where the page is laid out anyway: right before the panel is painted.
      if (state !== 'idle') requestAnimationFrame(() => settle(state));
    },
    onDismiss: () => close(),
  });

  /** @param {import('../../types.js').State} state */
  function settle(state) {
    // The page may have thrown it out, again and again.
    if (life.signal.aborted || !host.isConnected) return;
    try {
      keepReadable();
      if (state === 'ready' && asked) bringIntoView(host);
      riseAboveUnseen(host);
    } catch {
      // It stays where it was put.
    }
  }

  function saySaved() {
    if (reading && summary) void tellSaved(savedSeconds(reading, summary, settings.length));
  }

  function close() {
    if (life.signal.aborted) return;
    clearTimeout(saying);
    // First, so that the next Tab goes on from its place.
    host.remove();
    life.abort();
    controller.destroy();
    void tellSaved(0);
    onClose();
  }

  closeOnOtherPage(close, life.signal);
  // What was asked for before the browser put the page aside is not answered when it comes back.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted && controller.state === 'reading') void controller.start();
      // Shown again, it asks for its last file where that has not come.
      else if (persisted) controller.choose({});
    },
    { signal: life.signal },
  );
  removeLeftBehind();
  void controller.start();
  return {
    isToBeReplaced: (by) => {
      // Unasked, it shows nothing where it finds no article; who then presses wants to be told.
      if (placed ? !host.isConnected : !asked) return true;
      const now = selectedRange(by);
      return now !== null && !(range && sameRange(now, range));
    },
    sayAllowed: (news) => host.isConnected && sayAllowed(host, news, life.signal),
    close,
    remove() {
      if (host.isConnected) tell(document, String(words.removed ?? MORE_ENGLISH.removed));
      close();
    },
  };
}

/** @param {import('../settings.js').Settings['theme']} theme */
function makeHost(theme) {
  // By the prototype: a page may name an element "createElement", which hides the method.
  const host = Document.prototype.createElement.call(document, 'div');
  host.dataset.standfirst = 'panel';
  host.dataset.by = 'extension';
  if (theme !== 'auto') host.dataset.theme = theme;
  // No sheet can be put into the extension's own pages, which end with it anyway.
  if (ENDS_SCRIPTS && location.protocol !== 'moz-extension:') host.dataset.whileAlive = '';
  return host;
}

/**
 * A page may put the same text into other nodes while it is being summed up.
 *
 * @param {import('../../types.js').Reading} reading
 */
function isOutOfPage({ nodes }) {
  return nodes.flat().some((node) => !node.isConnected);
}

/** Panels whose script died with an earlier version of the extension. */
function removeLeftBehind() {
  const old = Document.prototype.querySelectorAll.call(document, '[data-by="extension"]');
  for (const host of old) if (host.getAttribute('data-standfirst') === 'panel') host.remove();
}

/** @param {HTMLElement} host */
function bringIntoView(host) {
  const { top, bottom } = host.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight || isTopCovered(host)) {
    host.scrollIntoView({ block: bottom - top > innerHeight ? 'start' : 'center' });
  }
}

/** @param {number} seconds for the badge; 0 takes it away */
async function tellSaved(seconds) {
  try {
    await chrome.runtime.sendMessage({ type: 'state', savedSeconds: seconds });
  } catch {
    // Only the badge misses it.
  }
}

/**
 * A site that changes its article without loading a page leaves the panel without one.
 *
 * @param {() => void} close
 * @param {AbortSignal} signal
 */
function closeOnOtherPage(close, signal) {
  const at = () => location.pathname + location.search;
  const opened = at();
  const look = () => {
    if (at() !== opened) close();
  };
  // Where the Navigation API is not known yet, going back is all that is heard.
  globalThis.navigation?.addEventListener('navigatesuccess', look, { signal });
  addEventListener('popstate', look, { signal });
}

/**
 * @param {Range} a
 * @param {Range} b
 */
function sameRange(a, b) {
  return (
    a.compareBoundaryPoints(Range.START_TO_START, b) === 0 &&
    a.compareBoundaryPoints(Range.END_TO_END, b) === 0
  );
}
