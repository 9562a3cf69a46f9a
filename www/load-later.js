/**
 * Brings what comes after the sentences. The extension's scripts can import no file, and have a way of
 * their own in the place of this module.
 *
 * @module
 */

/** @returns {Promise<Pick<typeof import('./later.js'), 'Later' | 'MORE_ENGLISH'>>} */
export function loadLater() {
  return import('./later.js');
}
