/**
 * Addresses of our own scripts as Trusted Types want them, where a page asks for them.
 *
 * @module
 */

/** Made once: a page's policy may forbid a second one of the name. @type {any} */
let policy;

/**
 * @param {string} address of a script of ours
 * @returns {string} what a script's or a worker's address may be set to
 */
export function trusted(address) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy('standfirst', {
    createScriptURL: (/** @type {string} */ given) => given,
  });
  return policy?.createScriptURL(address) ?? address;
}
