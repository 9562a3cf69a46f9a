/**
 * Keeps a person's choices on the device, where the site allows storage.
 *
 * @module
 */

const KEY = 'stand-first';

/**
 * @param {Document} document
 * @returns {import('../types.js').ChoiceStore}
 */
export function deviceStore(document) {
  // Storage throws where it is blocked or full; the controller does without.
  const storage = () => /** @type {Window} */ (document.defaultView).localStorage;
  return {
    load() {
      const { length, type, collapsed, marks } = JSON.parse(storage().getItem(KEY) ?? '{}');
      return {
        ...(Number.isInteger(length) && { length }),
        ...(['points', 'paragraph', 'headline'].includes(type) && { type }),
        ...(typeof collapsed === 'boolean' && { collapsed }),
        ...(typeof marks === 'boolean' && { marks }),
      };
    },
    save(choice) {
      storage().setItem(KEY, JSON.stringify(choice));
    },
  };
}
