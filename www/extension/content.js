/**
 * The content script: reads the page and shows the panel, when the background says so.
 *
 * @module
 */

import { remoteEngine } from '../engine/remote.js';
import { readAhead } from './content/ahead.js';
import { besideReader } from './content/beside.js';
import { articleIsInFrame } from './content/frames.js';
import { isAlive, leaveWhenGone } from './content/gone.js';
import { openPanel } from './content/open.js';
import { rememberingEngine } from './content/remembered.js';
import { selectedRange } from './content/selection.js';

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
  const readInTurns = readAhead(document);
  const beside = besideReader({ engine, readInTurns });
  /** @type {import('./content/open.js').Standing | null} */
  let standing = null;

  leaveWhenGone(() => {
    close();
    beside.leave();
  });

  chrome.runtime.onMessage.addListener((request, _sender, respond) => {
    switch (request?.type) {
      case 'here':
        respond(true);
        return false;
      case 'toggle':
      case 'open':
      case 'allowed':
        respond(obey(request));
        return false;
      case 'beside':
        close();
        void beside.sumUp(request).then(respond);
        return true;
      case 'visit':
        respond(beside.visit(request.index));
        return false;
      case 'leave':
        beside.leave();
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
    if (request.type === 'toggle' && standing && !standing.isToBeReplaced()) {
      close();
      return 'removed';
    }
    close();
    if (request.frame === 'top' && !selectedRange() && articleIsInFrame()) return 'frame';
    if (document.body instanceof HTMLFrameSetElement) return 'cannot';
    standing = openPanel(request, { engine, readInTurns, onClose: () => (standing = null) });
    return 'opening';
  }

  function close() {
    standing?.close();
    standing = null;
  }
}

/** Whether this document can hold a panel: not a PDF in a viewer, not bare XML. */
function isPage() {
  return document.body instanceof HTMLElement && document.contentType !== 'application/pdf';
}
