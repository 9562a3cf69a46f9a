/**
 * Serves the demo on localhost: `www/` with the article pages beside it, as a real site would.
 *
 * Paths under `/strict/` are the same files under the strictest policy that the embed works with.
 *
 * @module
 */

import { createServer } from 'node:http';
import { join } from 'node:path';

import sirv from 'sirv';

import { StepError, root } from './run.js';

/** No inline script or style, no eval, Trusted Types: what a careful site sends. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'";

/**
 * Starts the server.
 *
 * @param {number} port 0 takes any that is free
 * @returns {Promise<{url: string, close: () => void}>}
 */
export function serve(port) {
  const www = sirv(join(root, 'www'), { dev: true, extensions: ['html'] });
  const pages = sirv(join(root, 'tests/pages'), { dev: true, extensions: ['html'] });
  const server = createServer((request, response) => {
    let path = request.url ?? '/';
    if (path.startsWith('/strict/')) {
      response.setHeader('Content-Security-Policy', STRICT_POLICY);
      path = path.slice('/strict'.length);
    }
    if (path === '/') path = '/demo/';
    request.url = path;
    const notFound = () => {
      response.statusCode = 404;
      response.end('not found');
    };
    if (path.startsWith('/pages/')) {
      request.url = path.slice('/pages'.length);
      pages(request, response, notFound);
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
