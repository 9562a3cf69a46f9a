/**
 * The panel's looks in a stranger's page, where it must look like a guest: its own card, font,
 * border and name.
 *
 * @module
 */

import { inPixels } from './pixels.js';
import { BASE } from './styles.js';

const EXTENSION = `
:host {
  all: initial !important; display: block !important; margin-block: 1rem !important;
  color-scheme: light dark !important; position: relative !important;
  z-index: var(--stand-first-level, 1) !important;
}
.card {
  border: 1px solid light-dark(#b9b19a, #6d6650); border-block-start: 4px solid #b4690e;
  border-radius: 8px; background: light-dark(#fffdf6, #211f18); color: light-dark(#1c1a12, #f1ecdd);
  font-family: system-ui, sans-serif; font-size: medium; max-inline-size: 44rem;
}
.foreign { margin: 0 0 .35em; font-size: .8em; line-height: 1.4; }
.foreign button {
  min-block-size: 1.5rem; margin-block: -.25rem; padding-block: 0; border-color: var(--line);
}
@container (max-width: 24em) { li p { hyphens: auto; } }
:host([data-while-alive]) { display: none !important; }
:host([data-theme="light"]) { color-scheme: light !important; }
:host([data-theme="dark"]) { color-scheme: dark !important; }
:host([data-place="left"]), :host([data-place="right"]) {
  position: fixed !important; z-index: 2147483647 !important; inset-block: 1rem auto !important;
  margin: 0 !important; inline-size: min(22rem, var(--stand-first-room)) !important;
  max-block-size: calc(100vh - 2rem) !important; overflow-y: auto !important;
}
:host([data-place="left"]) { left: 1rem !important; }
:host([data-place="right"]) { right: 1rem !important; }
:host([data-place="above"]) { margin: 1rem !important; }
`;

export const EXTENSION_STYLES = inPixels(BASE + EXTENSION);
