/**
 * A person's choices in the panel, kept with the settings so that they hold in every tab.
 *
 * A page's script reaches the panel and can click in it too. That changes the panel of that page, as
 * it does for a person who has another extension or a voice click for them, but it is not kept.
 *
 * @module
 */

import { saveSettings } from '../settings.js';
import { isAlive } from './gone.js';

/** A slider says every step; storage.sync takes 120 writes a minute. */
const SETTLED_AFTER_MS = 800;

/**
 * @param {import('../settings.js').Settings} settings that the panel opens with
 * @param {AbortSignal} signal writes at once what is still to be written
 * @returns {import('../../types.js').ChoiceStore}
 */
export function choiceStore({ length, type, collapsed }, signal) {
  /** @type {Record<string, unknown>} */
  let last = { length, type, collapsed };
  /** What a person changed. @type {import('../../types.js').Choice | null} */
  let unsaved = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const write = () => {
    clearTimeout(timer);
    if (!unsaved || !isAlive()) return;
    saveSettings(unsaved).catch(() => {
      // Storage is full or out of reach: the choice holds in this page alone.
    });
    unsaved = null;
  };
  signal.addEventListener('abort', write, { once: true });
  return {
    load: () => ({ length, type, collapsed }),
    save(choice, { isTrusted }) {
      const change = Object.entries(choice).filter(([name, value]) => value !== last[name]);
      last = { ...choice };
      if (!isTrusted) return;
      unsaved = { ...unsaved, ...Object.fromEntries(change) };
      clearTimeout(timer);
      timer = setTimeout(write, SETTLED_AFTER_MS);
    },
  };
}
