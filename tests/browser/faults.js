/**
 * Keeps account, in the page itself, of what must not happen there: console messages, uncaught
 * errors, policy violations. Served as the first script of each test page; it leaves the document
 * as it was. A classic script, so that nothing of the page runs before it.
 */

(() => {
  const top = /** @type {any} */ (globalThis.top);
  /** @type {string[]} */
  const faults = (top.standfirstFaults ??= []);
  for (const level of /** @type {const} */ (['debug', 'error', 'info', 'log', 'warn'])) {
    const say = console[level];
    console[level] = (...words) => {
      faults.push(`${level}: ${words.join(' ')}`);
      say.apply(console, words);
    };
  }
  const onError = (/** @type {any} */ { message, target }) =>
    faults.push(message ? `error: ${message}` : `not loaded: ${target.src ?? target.href}`);
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', (event) => faults.push(`rejected: ${event.reason}`));
  addEventListener('securitypolicyviolation', (event) =>
    faults.push(`violation: ${event.effectiveDirective} ${event.blockedURI}`),
  );
  document.currentScript?.remove();
})();
