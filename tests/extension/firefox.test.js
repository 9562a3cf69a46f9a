/**
 * The built package in Firefox.
 *
 * @module
 */

import { lifeCases } from './cases/life.js';
import { ownPageCases } from './cases/own-pages.js';
import { pageCases } from './cases/pages.js';
import { placeCases } from './cases/places.js';
import { startFirefox } from './firefox.js';

pageCases('Firefox', startFirefox);
placeCases('Firefox', startFirefox);
lifeCases('Firefox', startFirefox);
ownPageCases('Firefox', startFirefox);
