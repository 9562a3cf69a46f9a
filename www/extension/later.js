/**
 * The third file of the content script: what answers a person once the sentences stand, and what a side
 * panel asks of the page.
 *
 * @module
 */

import { Later, MORE_ENGLISH } from '../later.js';
import { besideReader } from './content/beside.js';
import { givePart } from './content/parts.js';

export const LATER_PART = { Later, MORE_ENGLISH, besideReader };

givePart('later', LATER_PART);
