/**
 * The popup on pages that no extension may read.
 *
 * @module
 */

import { localize } from './localize.js';

localize();
