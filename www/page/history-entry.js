/**
 * An entry of the browser's history for as long as a person is away from the panel, so that the
 * browser's Back leads to the panel, as it does from a place that a link in the page led to.
 *
 * @module
 */

const OURS = 'stand-first';

/** A going back of ours that is under way. */
let settled = Promise.resolve();

/**
 * Makes the entry. A page whose script keeps states in its history gets none: the script would take
 * our going back for its own and might load something else.
 *
 * @param {Window} view
 * @param {() => void} onBack a person went back
 * @param {AbortSignal} signal takes the entry away, if it is still the present one
 */
export async function enterHistory(view, onBack, signal) {
  await settled;
  const { history } = view;
  if (signal.aborted || (history.state !== null && history.state !== OURS)) {
    return;
  }
  if (history.state === null) {
    history.pushState(OURS, '');
  }
  view.addEventListener('popstate', onBack, { signal, once: true });
  signal.addEventListener('abort', () => leaveHistory(view), { once: true });
}

/** @param {Window} view */
function leaveHistory(view) {
  if (view.history.state === OURS) {
    settled = new Promise((done) => {
      view.addEventListener('popstate', () => done(), { once: true });
    });
    view.history.back();
  }
}
