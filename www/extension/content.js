/**
 * The content script: reads the page and shows the panel, when the background says so.
 *
 * What the panel needs is a script of its own (`panel.js`), which is brought behind this one: a browser
 * takes it in while the engine is at work, and not before the page is read. What answers a person is a
 * third (`later.js`), brought once the panel stands.
 *
 * @module
 */

import { remoteEngine } from '../engine/remote.js';
import { readAhead } from './content/ahead.js';
import { articleIsInFrame } from './content/frames.js';
import { isAlive, leaveWhenGone } from './content/gone.js';
import { waitForPart } from './content/parts.js';
import { rememberingEngine } from './content/remembered.js';
import { selectedRange } from './content/selection.js';
import { read } from '../reader.js';

/** In this script's own world: two requests at once can bring the script twice. */
const HERE = Symbol.for('standfirst');

const own = /** @type {Record<symbol, (() => boolean) | undefined>} */ (
  /** @type {unknown} */ (globalThis)
);
if (!own[HERE]?.()) {
  own[HERE] = isAlive;
  listen();
}

function listen() {
  // Without its extension the call itself throws: here it is an answer that does not come.
  const ask = async (/** @type {object} */ message) => chrome.runtime.sendMessage(message);
  const engine = rememberingEngine(remoteEngine(ask));
  // The engine is asked at once too; what takes part of the page, or a frame's, asks for that instead.
  const readInTurns = readAhead(document, ({ page }) => {
    if (!selectedRange()) engine.summarize(page).catch(() => {});
  });
  const ways = { engine, read, readInTurns };
  const panelPart = waitForPart('panel');
  /** @type {ReturnType<typeof import('./content/beside.js').besideReader> | null} */
  let beside = null;
  /** @type {import('./content/open.js').Standing | null} */
  let standing = null;

  leaveWhenGone(() => {
    close();
    beside?.leave();
  });
  // An answer that was on its way when the browser put the page aside does not come.
  addEventListener('pageshow', ({ persisted }) => persisted && engine.forget());

  chrome.runtime.onMessage.addListener((request, _sender, respond) => {
    switch (request?.type) {
      case 'here':
        respond(true);
        return false;
      case 'toggle':
      case 'selection':
      case 'open':
      case 'allowed':
        respond(obey(request));
        return false;
      case 'beside':
        close();
        void sumUpBeside(request).then(respond);
        return true;
      case 'visit':
        respond(beside?.visit(request.index) ?? false);
        return false;
      case 'leave':
        beside?.leave();
        return false;
      default:
        return false;
    }
  });

  /**
   * @param {import('./background/toggle.js').ToggleRequest} request
   * @returns {import('./background/toggle.js').ToggleAnswer}
   */
  function obey(request) {
    if (!isPage()) return 'cannot';
    if (standing && request.type === 'open') return 'standing';
    if (request.type === 'allowed' && standing?.sayAllowed(request)) return 'standing';
    if (request.type !== 'allowed' && standing && !standing.isToBeReplaced(request.type)) {
      standing.remove();
      standing = null;
      return 'removed';
    }
    close();
    if (isInFrame(request.frame, request.type)) return 'frame';
    if (document.body instanceof HTMLFrameSetElement) return 'cannot';
    void open(request);
    return 'opening';
  }

  /** @param {import('./background/toggle.js').ToggleRequest} request */
  async function open(request) {
    let wanted = true;
    const close = () => (wanted = false);
    standing = { isToBeReplaced: () => false, sayAllowed: () => false, close, remove: close };
    const { openPanel } = await panelPart;
    if (wanted) standing = openPanel(request, { ...ways, onClose: () => (standing = null) });
  }

  /** @param {Extract<import('./content/beside.js').BesideRequest, {type: 'beside'}>} request */
  async function sumUpBeside(request) {
    if (isInFrame(request.frame, request.by)) return 'frame';
    const { besideReader } = await (await panelPart).loadLater();
    beside ??= besideReader(ways);
    return beside.sumUp(request.by);
  }

  function close() {
    standing?.close();
    standing = null;
  }
}

/**
 * @param {'top' | 'inner'} frame
 * @param {string} [by] the order's type
 */
function isInFrame(frame, by) {
  return frame === 'top' && !selectedRange(by) && articleIsInFrame();
}

/** Whether this document can hold a panel: not a PDF in a viewer, not bare XML. */
function isPage() {
  return document.body instanceof HTMLElement && document.contentType !== 'application/pdf';
}
