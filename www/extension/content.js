/**
 * The content script: reads the page and shows the panel, when the background says so.
 *
 * @module
 */

import { remoteEngine } from '../engine/remote.js';
import { articleIsInFrame } from './content/frames.js';
import { leaveWhenGone } from './content/gone.js';
import { openPanel } from './content/open.js';
import { rememberingEngine } from './content/remembered.js';
import { selectedRange } from './content/selection.js';

const engine = rememberingEngine(remoteEngine((message) => chrome.runtime.sendMessage(message)));

/** @type {import('./content/open.js').Standing | null} */
let standing = null;

chrome.runtime.onMessage.addListener((request, _sender, respond) => {
  if (request?.type === 'here') respond(true);
  if (request?.type === 'toggle' || request?.type === 'open') respond(obey(request));
  return false;
});

leaveWhenGone(() => close());

/**
 * @param {import('./background/toggle.js').ToggleRequest} request
 * @returns {import('./background/toggle.js').ToggleAnswer}
 */
function obey(request) {
  if (!isPage()) return 'cannot';
  if (standing && request.type === 'open') return 'standing';
  if (standing && !standing.wantsSelection()) {
    close();
    return 'removed';
  }
  close();
  if (request.frame === 'top' && !selectedRange() && articleIsInFrame()) return 'frame';
  if (document.body instanceof HTMLFrameSetElement) return 'cannot';
  standing = openPanel(request, { engine, onClose: () => (standing = null) });
  return 'opening';
}

function close() {
  standing?.close();
  standing = null;
}

/** Whether this document can hold a panel: not a PDF in a viewer, not bare XML. */
function isPage() {
  return document.body instanceof HTMLElement && document.contentType !== 'application/pdf';
}
