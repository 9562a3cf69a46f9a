/**
 * The content script: reads the page and shows the panel, when the background says so.
 *
 * @module
 */

import { leaveWhenGone } from './content/gone.js';
import { openPanel } from './content/open.js';

/** @type {import('./content/open.js').Standing | null} */
let standing = null;

chrome.runtime.onMessage.addListener((request, _sender, respond) => {
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
  standing = openPanel(request, { onClose: () => (standing = null) });
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
