/**
 * The second file of the content script: what opens the panel.
 *
 * @module
 */

import { loadLater } from './content/load-later.js';
import { openPanel } from './content/open.js';
import { givePart } from './content/parts.js';

export const PANEL_PART = { loadLater, openPanel };

givePart('panel', PANEL_PART);
