/**
 * The built package in Firefox.
 *
 * @module
 */

import { casesFor } from './cases.js';
import { startFirefox } from './firefox.js';

casesFor('Firefox', startFirefox);
