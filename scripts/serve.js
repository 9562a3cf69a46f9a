/**
 * Serves the demo on localhost: `www/` with the article pages beside it, as a real site would.
 *
 * Paths under `/strict/` are the same files under the strictest policy that the embed works with.
 * `/embedded/SLUG` is an article page that includes the embed by its one script. What `npm run build`
 * has made lies under `/standfirst/` (dist/embed) and `/single/` (dist), open to other origins.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

import sirv from 'sirv';

import { StepError, root } from './run.js';

/** No inline script or style, no eval, Trusted Types: what a careful site sends. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'";

/** @typedef {{html: string, policy?: string}} Answer */

/**
 * The article page at `/pages/SLUG/page.html`.
 *
 * @param {string} path
 * @returns {Answer | null} `null` for any other path, and where there is no such page
 */
export function articlePage(path) {
  const slug = /^\/pages\/([a-z-]+)\/page\.html$/.exec(path)?.[1];
  try {
    return slug
      ? { html: readFileSync(join(root, 'tests/pages', slug, 'page.html'), 'utf8') }
      : null;
  } catch {
    return null;
  }
}

/**
 * The article page at `/embedded/SLUG` or `/strict/embedded/SLUG`, with the embed. Under the strict
 * policy it is as a site with such a policy has it: its style sheet allowed by hash, nothing inline.
 *
 * @param {string} path
 * @returns {Answer | null}
 */
export function embeddedPage(path) {
  const [, strict, slug] = /^(\/strict)?\/embedded\/([a-z-]+)$/.exec(path) ?? [];
  const article = slug ? articlePage(`/pages/${slug}/page.html`) : null;
  if (!article) return null;
  const html = (strict ? withoutInline(article.html) : article.html).replace(
    '</head>',
    '<script type="module" src="/define.js"></script>\n</head>',
  );
  if (!strict) return { html };
  const hashes = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(
    ([, css]) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  const images = STRICT_POLICY.replace("img-src 'self'", "img-src 'self' data:");
  const styles = hashes.length > 0 ? `; style-src ${hashes.join(' ')}` : '';
  return { html, policy: images + styles };
}

/**
 * A page's mark-up without style attributes, and without inline scripts that would run.
 *
 * @param {string} html
 */
function withoutInline(html) {
  return html
    .replace(/\sstyle=("[^"]*"|'[^']*')/g, '')
    .replace(/<script(?![^>]*(?:src=|json))[^>]*>[^]*?<\/script>/g, '');
}

/**
 * An npm package as one module, for the demo alone.
 *
 * @param {string} name
 */
async function bundled(name) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: `import * as all from '${name}'; export default all;`, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/**
 * Starts the server.
 *
 * @param {number} port 0 takes any that is free
 * @param {(request: import('node:http').IncomingMessage,
 *   response: import('node:http').ServerResponse) => boolean} [first] asked before; `true` if it has
 *   answered
 * @returns {Promise<{url: string, close: () => void}>}
 */
export function serve(port, first) {
  const www = sirv(join(root, 'www'), { dev: true, extensions: ['html'] });
  const pages = sirv(join(root, 'tests/pages'), { dev: true, extensions: ['html'] });
  const embed = sirv(join(root, 'dist/embed'), { dev: true });
  const dist = sirv(join(root, 'dist'), { dev: true });
  /** @type {Promise<string> | undefined} */
  let textRank;
  const server = createServer((request, response) => {
    if (first?.(request, response)) return;
    let path = request.url ?? '/';
    const embedded = embeddedPage(path);
    if (embedded) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (embedded.policy) response.setHeader('Content-Security-Policy', embedded.policy);
      response.end(embedded.html);
      return;
    }
    if (path.startsWith('/strict/')) {
      response.setHeader('Content-Security-Policy', STRICT_POLICY);
      path = path.slice('/strict'.length);
    }
    if (path === '/') path = '/demo/';
    if (path === '/demo/ts-textrank.js') {
      textRank ??= bundled('ts-textrank');
      void textRank.then((script) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(script);
      });
      return;
    }
    request.url = path;
    const notFound = () => {
      response.statusCode = 404;
      response.end('not found');
    };
    if (path.startsWith('/pages/')) {
      request.url = path.slice('/pages'.length);
      pages(request, response, notFound);
    } else if (path.startsWith('/standfirst/')) {
      request.url = path.slice('/standfirst'.length);
      embed(request, response, notFound);
    } else if (path.startsWith('/single/')) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      request.url = path.slice('/single'.length);
      dist(request, response, notFound);
    } else {
      www(request, response, notFound);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StepError(`port ${port} is taken: set PORT to another one, PORT=8081 npm start`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ url: `http://localhost:${taken}`, close: () => server.close() });
    });
  });
}
