/**
 * Registers `<stand-first>`. A page that includes this file as a module script, and has no such
 * element, gets one under its headline.
 *
 * The script's `data-` attributes are the element's: `data-length="4"`, `data-type="paragraph"`.
 * `data-place="no"` only registers.
 *
 * @module
 */

import { StandFirst } from './element.js';

const TAG = 'stand-first';

if (!customElements.get(TAG)) {
  customElements.define(TAG, StandFirst);
  const script = ownScript();
  if (script && script.dataset.place !== 'no') {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => placeOne(script), { once: true });
    } else {
      placeOne(script);
    }
  }
}

/**
 * The script element that loaded this very file; none where a bundler or an import did. Behind a
 * redirect, as to a version, the file keeps its name alone.
 */
function ownScript() {
  const { url } = import.meta;
  const scripts = [...document.scripts];
  return (
    scripts.find(({ src }) => src === url) ??
    scripts.find(({ src, type }) => type === 'module' && fileOf(src) === fileOf(url))
  );
}

/** @param {string} url */
function fileOf(url) {
  return url.replace(/[?#].*/, '').replace(/.*\//, '');
}

/** @param {HTMLScriptElement} script */
function placeOne(script) {
  if (document.querySelector(TAG)) {
    return;
  }
  const element = new StandFirst();
  for (const { name, value } of script.attributes) {
    if (name.startsWith('data-') && name !== 'data-place') {
      element.setAttribute(name.slice('data-'.length), value);
    }
  }
  void element.placeItself();
}
