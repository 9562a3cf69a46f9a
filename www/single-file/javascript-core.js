/**
 * Stands in for `pkg/standfirst_js.js` in the single file: the core as JavaScript is a second file
 * beside it, fetched only where WebAssembly is forbidden, and held to the hash that the first one
 * knows. So the one hash in the page's mark-up vouches for both.
 *
 * @module
 */

/* global JAVASCRIPT_CORE_INTEGRITY -- set at build time */

const url = new URL('standfirst-core.js', import.meta.url).href;

await preloaded();
export const { segment, summarize, __wbg_reset_state } = await import(url);

/** `import()` takes no hash, but it takes what a preload has put in its place. */
function preloaded() {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = url;
  link.crossOrigin = 'anonymous';
  link.integrity = JAVASCRIPT_CORE_INTEGRITY;
  return new Promise((resolve, reject) => {
    const settle = (/** @type {(value?: any) => void} */ then) => () => {
      link.remove();
      then(new Error(`${url} did not come, or is not the file it should be`));
    };
    link.addEventListener('load', settle(resolve), { once: true });
    link.addEventListener('error', settle(reject), { once: true });
    document.head.append(link);
  });
}
