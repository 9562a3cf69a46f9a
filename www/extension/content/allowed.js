/**
 * Says in the panel that summaries now show on this site by themselves, with a control that takes that
 * back. It stands in the line that says whose panel it is, so that nothing moves.
 *
 * @module
 */

/** The panel says first that the summary is there; see `panel/panel.js`. */
const AFTER_THE_PANEL_MS = 300;

/**
 * @param {HTMLElement} host
 * @param {import('../background/toggle.js').Order} order
 * @param {AbortSignal} signal
 * @returns {boolean} whether there is a panel to say it in
 */
export function sayAllowed(host, { wasOff }, signal) {
  const line = host.shadowRoot?.querySelector('.foreign');
  const status = host.shadowRoot?.querySelector('.status');
  if (!(line instanceof HTMLElement) || !status) return false;
  // Set apart, so that a line from right to left leaves the name whole.
  const message = chrome.i18n.getMessage('nowOn', [`\u2068${location.host}\u2069`]);
  const undo = Document.prototype.createElement.call(document, 'button');
  undo.textContent = chrome.i18n.getMessage('undo');
  line.lang = chrome.i18n.getUILanguage();
  line.dir = chrome.i18n.getMessage('@@bidi_dir');
  line.replaceChildren(`${message} `, undo);
  const said = setTimeout(() => (status.textContent = message), AFTER_THE_PANEL_MS);
  signal.addEventListener('abort', () => clearTimeout(said), { once: true });
  // A page's script does not take back what a person allowed.
  undo.addEventListener('click', ({ isTrusted }) => isTrusted && void takeBack(line, wasOff), {
    signal,
  });
  return true;
}

/**
 * @param {HTMLElement} line
 * @param {boolean} [wasOff]
 */
async function takeBack(line, wasOff) {
  try {
    await chrome.runtime.sendMessage({ type: 'undo', wasOff });
  } catch {
    // The extension has gone, and with it all that it was allowed.
  }
  line.textContent = chrome.i18n.getMessage('undone');
  // The control that had the focus is gone; here it is said what became of it.
  line.tabIndex = -1;
  line.focus();
}
