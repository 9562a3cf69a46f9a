/**
 * Notices that the page became another one without being loaded: single-page navigation.
 *
 * @module
 */

/** The new article is taken to be there when the page has not changed for so long. */
const QUIET_MS = 250;

/** A page that never rests is read after this time all the same. */
const LONGEST_WAIT_MS = 3000;

/**
 * Calls back after each navigation within the document, once its new content has come to rest.
 *
 * @param {object} options
 * @param {Document} options.document
 * @param {string} options.from the document's address when it was first read, which may be left by now
 * @param {() => void} options.onLeave at once, before the new content is there
 * @param {() => void} options.onArrive when the new content stands
 * @param {AbortSignal} options.signal
 */
export function watchNavigation({ document, from, onLeave, onArrive, signal }) {
  const view = /** @type {Window & {navigation?: EventTarget}} */ (document.defaultView);
  let address = partOf(from);
  let settling = new AbortController();
  const look = () => {
    const now = partOf(document.URL);
    if (now === address) {
      return;
    }
    address = now;
    settling.abort();
    settling = new AbortController();
    onLeave();
    whenQuiet(document, onArrive, AbortSignal.any([signal, settling.signal]));
  };
  // Where the Navigation API is missing, going back and a new title are what can be seen.
  view.navigation?.addEventListener('navigatesuccess', look, { signal });
  view.addEventListener('popstate', look, { signal });
  const title = new MutationObserver(look);
  title.observe(document.head, { subtree: true, childList: true, characterData: true });
  signal.addEventListener('abort', () => title.disconnect(), { once: true });
  look();
}

/**
 * What tells one article from another: the address up to the place in it.
 *
 * @param {string} address
 */
function partOf(address) {
  return address.split('#', 1)[0];
}

/**
 * Calls back once the document has come to rest.
 *
 * @param {Document} document
 * @param {() => void} then
 * @param {AbortSignal} signal
 */
export function whenQuiet(document, then, signal) {
  /** @type {ReturnType<typeof setTimeout>} */
  let quiet;
  const done = () => {
    clearTimeout(quiet);
    clearTimeout(latest);
    observer.disconnect();
    signal.removeEventListener('abort', done);
    if (!signal.aborted) {
      then();
    }
  };
  const observer = new MutationObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(done, QUIET_MS);
  });
  const latest = setTimeout(done, LONGEST_WAIT_MS);
  quiet = setTimeout(done, QUIET_MS);
  observer.observe(document.body, { subtree: true, childList: true });
  signal.addEventListener('abort', done, { once: true });
}
