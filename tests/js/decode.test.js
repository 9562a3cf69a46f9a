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

/** @param {string} text @param {string} label of an encoding of one or two bytes a character */
function encode(text, label) {
  const decoder = new TextDecoder(label);
  const codes = new Map();
  for (let code = 0xffff; code > 0; code -= 1) {
    const pair = code > 0xff ? [code >> 8, code & 0xff] : [code];
    const letter = decoder.decode(Uint8Array.from(pair));
    if (letter.length === 1) codes.set(letter, pair);
  }
  return Uint8Array.from([...text].flatMap((letter) => codes.get(letter) ?? [0x3f]));
}

const CHINESE =
  '市水务局四日宣布，老城区的石桥将在今年秋天平移，为拓宽河道让路。他们说，这是一座不能拆的桥，居民也会同意，所以来的人不多。';
const JAPANESE =
  '市は四日、旧市街にある石橋をこの秋に移すと発表した。川を広げるためで、住民の多くは賛成しているが、反対の声もある。';
const KOREAN =
  '시는 오는 칠월부터 시내버스를 오래 기다린 승객에게 요금을 받지 않는 제도를 시행한다고 밝혔다. 시민의 시간은 공짜가 아니라는 이유에서다.';
const RUSSIAN = 'Старый мост перенесут осенью, чтобы расширить реку, сообщили в городском совете.';
const GERMAN =
  'Für die Brücke über den Fluß fällt die Entscheidung später, hört man; größere Schäden wären möglich. '.repeat(
    6,
  );

/** @type {[string, string, string, string | null][]} */
const UNSTATED = [
  ['Chinese, simple', CHINESE, 'gbk', null],
  ['Chinese, taken for Latin', CHINESE, 'gbk', 'text/html; charset=iso-8859-1'],
  ['Japanese of Windows', JAPANESE, 'shift_jis', null],
  ['Japanese of Unix', JAPANESE, 'euc-jp', 'text/html; charset=utf-8'],
  ['Korean', KOREAN, 'euc-kr', null],
  ['Russian', RUSSIAN, 'windows-1251', null],
  ['German, stated', GERMAN, 'windows-1252', 'text/html; charset=iso-8859-1'],
];

for (const [name, text, label, contentType] of UNSTATED) {
  test(`decode, guessed: ${name}`, () => {
    const given = encode(text, label);
    assert.equal(decode(given, contentType), new TextDecoder(label).decode(given));
  });
}

test('decode, guessed: UTF-8 with one broken letter', () => {
  const given = Uint8Array.from([...new TextEncoder().encode(CHINESE), 0xe4]);
  assert.equal(decode(given), `${CHINESE}\ufffd`);
});
