/** The command line's decoder: bytes and what they state, to text. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decode } from '../../www/cli/decode.js';

const bytes =
  (/** @type {number[]} */ ...more) =>
  (/** @type {string} */ head) =>
    Uint8Array.from([...new TextEncoder().encode(head), ...more]);

/** @type {[string, Uint8Array, string | null, string][]} */
const CASES = [
  ['UTF-8 unstated', bytes(0xc3, 0xa4)(''), null, 'ä'],
  [
    'stated in the page',
    bytes(0xc4, 0xe3)('<meta charset=gb2312>'),
    null,
    '<meta charset=gb2312>你',
  ],
  [
    'stated in the old form',
    bytes(0xe4)('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
    null,
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">ä',
  ],
  ['stated by the server', bytes(0xe4)(''), 'text/html; charset="ISO-8859-1"', 'ä'],
  ['a byte order mark', bytes(0xff, 0xfe, 0x61, 0)(''), 'text/html; charset=utf-8', 'a'],
  ['UTF-8 stated otherwise', bytes(0xc3, 0xa4)('<meta charset=gbk>'), null, '<meta charset=gbk>ä'],
  ['escapes', bytes(0x1b, 0x24, 0x42, 0x46, 0x7c)(''), 'text/html; charset=iso-2022-jp', '日'],
  ['nonsense', bytes()('<meta charset="none-such">a'), null, '<meta charset="none-such">a'],
  ['nothing', bytes()(''), null, ''],
];

for (const [name, given, contentType, text] of CASES) {
  test(`decode: ${name}`, () => assert.equal(decode(given, contentType), text));
}
