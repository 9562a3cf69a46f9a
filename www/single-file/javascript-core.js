/**
 * Stands in for `pkg/standfirst_js.js` in the single file: the core as JavaScript is a second file
 * beside it, fetched only where WebAssembly is forbidden, and held to the hash that the first one
 * knows. So the one hash in the page's mark-up vouches for both.
 *
 * `import()` takes no hash, and WebKit passes over that of a `modulepreload`; a script element's
 * hash holds everywhere. What it has loaded is what `import()` of the same address then gives.
 *
 * @module
 */

import { trusted } from '../engine/trusted.js';

/* global JAVASCRIPT_CORE_INTEGRITY -- set at build time */

const url = new URL('standfirst-core.js', import.meta.url).href;

await loaded();
export const { learn, segment, summarize, __wbg_reset_state } = await import(url);

function loaded() {
  const script = document.createElement('script');
  script.type = 'module';
  script.crossOrigin = 'anonymous';
  script.integrity = JAVASCRIPT_CORE_INTEGRITY;
  script.src = trusted(url);
  return new Promise((resolve, reject) => {
    const settle = (/** @type {(value?: any) => void} */ then) => () => {
      script.remove();
      then(new Error(`${url} did not come, or is not the file it should be`));
    };
    script.addEventListener('load', settle(resolve), { once: true });
    script.addEventListener('error', settle(reject), { once: true });
    document.head.append(script);
  });
}
