/**
 * What a tag is to the reader's walk: left out, a picture, block-level, told in the metadata, or a way in
 * which its text is set.
 *
 * @module
 */

import { PREFORMATTED } from '../white-space.js';
import { BLOCK, SET } from './blocks.js';
import { TOLD } from './metadata.js';

/**
 * As bits: one look for all that is asked of every element. What its
 * text inherits stands beside it, by the bits of `BLOCK` and `SET`.
 */
export const KIND = { skipped: 1 << 16, media: 1 << 17, block: 1 << 18, told: 1 << 19 };
export const INHERITED = 0xffff;

/** @type {Map<string, number>} */
const KINDS = new Map();

/** @param {number} kind @param {Iterable<string>} tags */
function mark(kind, tags) {
  for (const tag of tags) KINDS.set(tag, (KINDS.get(tag) ?? 0) | kind);
}

const words = (/** @type {string} */ list) => list.split(' ');

const SKIPPED = words(
  'script style noscript template svg input textarea select button option optgroup datalist ' +
    'meter progress canvas object embed iframe frame audio video map rt rp noframes noembed applet ' +
    'meta link base title img picture source track area param stand-first',
);

const MEDIA = words('img video iframe object embed audio canvas svg amp-img amp-video amp-iframe');

const BLOCK_LEVEL = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing ' +
    'main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ' +
    'ul xmp',
);

mark(KIND.skipped, SKIPPED);
mark(KIND.media, MEDIA);
mark(KIND.block, BLOCK_LEVEL);
mark(KIND.told, TOLD);
mark(SET.preformatted, PREFORMATTED);
mark(SET.bold, ['b', 'strong']);
mark(SET.italic, ['i', 'em']);
mark(BLOCK.time, ['time']);

/** @param {string} tag @returns {number} bits of `KIND`, `BLOCK` and `SET` */
export function kindOf(tag) {
  return KINDS.get(tag) ?? 0;
}
