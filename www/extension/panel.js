/**
 * The second file of the content script: what opens the panel, and what a side panel asks of the page.
 *
 * @module
 */

import { besideReader } from './content/beside.js';
import { openPanel } from './content/open.js';
import { givePanelPart } from './content/parts.js';

export const PANEL_PART = { besideReader, openPanel };

givePanelPart(PANEL_PART);
