/**
 * Serves the fixture pages to the browsers under test, with the headers that a case asks for.
 *
 * It is the browser's proxy too, so that whatever is asked of any host is seen, and goes no further.
 *
 * @module
 */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGES = fileURLToPath(new URL('../pages', import.meta.url));

/** A site that the browsers under test take for their store. */
export const STORE = 'store.example';

/**
 * @typedef {object} Site
 * @property {(slug: string, change?: PageChange) => string} page address of a fixture page
 * @property {(body: string, change?: PageChange) => string} own address of a page of the test's own
 * @property {number} port also of the proxy
 * @property {string[]} asked addresses that were asked for, of any host
 * @property {() => void} close
 */

/**
 * @typedef {object} PageChange
 * @property {string} [policy] Content-Security-Policy
 * @property {string} [type] content type
 * @property {string} [host] of the address, if the browser is to take the page for another site's
 * @property {string} [inHead] markup put in at the end of the head
 */

/** @returns {Promise<Site>} */
export async function serveSite() {
  /** @type {Map<string, {load: () => Promise<string>, change: PageChange}>} */
  const routes = new Map();
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const url = request.url ?? '/';
    asked.push(url);
    const route = routes.get(url);
    if (!route) {
      response.writeHead(404).end();
      return;
    }
    const { policy, type = 'text/html; charset=utf-8', inHead = '' } = route.change;
    if (policy) response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', type);
    response.end((await route.load()).replace('</head>', () => `${inHead}</head>`));
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const add = (/** @type {() => Promise<string>} */ load, /** @type {PageChange} */ change) => {
    const { host = `localhost:${port}` } = change;
    const url = `http://${host}/${routes.size + 1}/`;
    routes.set(url, { load, change });
    return url;
  };
  return {
    page: (slug, change = {}) =>
      add(() => readFile(join(PAGES, slug, 'page.html'), 'utf8'), change),
    own: (body, change = {}) => add(async () => body, change),
    asked,
    port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
