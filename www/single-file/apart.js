/**
 * Stands in for `engine/apart.js` in the single file: what one hash vouches for has no second file for a
 * worker, so a long text is summarised in the page.
 *
 * @module
 */

export async function summarizeApart() {
  throw new Error('the single file has no worker');
}
