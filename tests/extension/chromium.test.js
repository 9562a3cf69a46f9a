/**
 * The built package in Chromium.
 *
 * @module
 */

import { casesFor } from './cases.js';
import { startChromium } from './chromium.js';

casesFor('Chromium', startChromium);
