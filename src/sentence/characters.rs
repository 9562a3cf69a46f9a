//! What a character is to the segmenter, and texts looked at by sets of such kinds.
//!
//! One table and a handful of functions over sets: rules written with closures over characters took 3 KB more
//! on the wire.

use crate::case::{is_lower, is_upper};
use crate::letters::{is_letter, is_number, is_word};

/// A set of kinds of characters, a bit for each.
pub type Set = u32;

/// What ends a line: the reader puts it where the page breaks one.
pub const LINE: Set = 1;
/// White space but line ends.
pub const BLANK: Set = 1 << 1;
/// A full stop that also marks abbreviations, numbers and initials (UAX #29: ATerm).
pub const DOT: Set = 1 << 2;
/// A question or exclamation mark that may also stand inside a sentence.
pub const MARK: Set = 1 << 3;
/// An ellipsis of one character.
pub const ELLIPSIS: Set = 1 << 4;
/// A mark that ends a sentence wherever it stands in its script (UAX #29: STerm of the basic plane, but
/// for [`MARK`] and for Burmese ၊, which is a comma to readers).
pub const FINAL: Set = 1 << 5;
/// Marks that carry a sentence on (UAX #29: SContinue, dashes apart), and the stroke ("288 hab. / km²").
pub const COMMA: Set = 1 << 6;
/// A dash, as it stands before direct speech.
pub const DASH: Set = 1 << 7;
const OPEN: Set = 1 << 8;
const CLOSE: Set = 1 << 9;
/// A mark that some languages open with and others close with.
const TURN: Set = 1 << 10;
/// The same, where the number of marks seen tells which it is.
pub const QUOTE: Set = 1 << 11;
/// Brackets and quotation marks of Chinese and Japanese that nest.
pub const NEST: Set = 1 << 12;
/// What closes those.
pub const UNNEST: Set = 1 << 13;
/// Marks of direction and joiners, which take no room.
pub const UNSEEN: Set = 1 << 14 | JOINER;
const JOINER: Set = 1 << 15;
/// A soft hyphen.
pub const HYPHEN: Set = 1 << 16;
/// Pictures and symbols that stand for a tone of voice: they belong to the sentence before them.
pub const EMOJI: Set = 1 << 17;
/// What a run of emoji holds: variation selectors, joiners, skin tones.
pub const EMOJIS: Set = 1 << 18 | EMOJI | JOINER;
/// What stands before an item of a list.
pub const BULLET: Set = 1 << 19;
/// Japanese particles and endings are written in these.
pub const HIRAGANA: Set = 1 << 20;
/// Digits of ASCII.
pub const DIGIT: Set = 1 << 21;
/// Letters, their marks with them.
pub const LETTER: Set = 1 << 22;
/// Numbers of any script, and the sign № that goes before one.
pub const NUMBER: Set = 1 << 23;
/// A small letter, which begins no sentence. Georgian letters count as small to Unicode and tell nothing.
pub const SMALL: Set = 1 << 24;
/// A capital.
pub const CAPITAL: Set = 1 << 25;
/// The degree sign.
const DEGREE: Set = 1 << 26;

/// What words are made of; degrees are ("20 °C").
pub const WORD: Set = LETTER | NUMBER | DEGREE;
/// White space.
pub const SPACE: Set = LINE | BLANK;
/// What opens a quotation or bracket.
pub const OPENER: Set = OPEN | TURN | QUOTE | NEST;
/// What may close after a terminator and still belongs to the sentence.
pub const CLOSER: Set = CLOSE | TURN | QUOTE | UNNEST;

/// Runs of characters: the first, how many follow it, and the bit of their kind; in order.
#[rustfmt::skip]
const RUNS: [(u16, u8, u8); 112] = [
    (0x09, 0, 1), (0x0A, 0, 0), (0x0B, 2, 1), (0x20, 0, 1), (0x21, 0, 3), (0x22, 0, 11), (0x27, 0, 10),
    (0x28, 0, 8), (0x29, 1, 9), (0x2C, 0, 6), (0x2D, 0, 7), (0x2E, 0, 2), (0x2F, 0, 6), (0x30, 9, 21), (0x3A, 1, 6),
    (0x3F, 0, 3), (0x5B, 0, 8), (0x5D, 0, 9), (0x60, 0, 9), (0x7B, 0, 8), (0x7D, 0, 9), (0x85, 0, 0),
    (0xA0, 0, 1), (0xA1, 0, 8), (0xAB, 0, 10), (0xAD, 0, 16), (0xB0, 0, 26), (0xB7, 0, 19),
    (0xBB, 0, 10), (0xBF, 0, 8), (0x589, 0, 5), (0x60C, 0, 6), (0x61B, 0, 6), (0x61D, 2, 5),
    (0x6D4, 0, 5), (0x700, 2, 5), (0x7F9, 0, 5), (0x837, 0, 5), (0x964, 1, 5), (0x104B, 0, 5),
    (0x1362, 0, 5), (0x1367, 1, 5), (0x166E, 0, 5), (0x1680, 0, 1), (0x17D4, 1, 5), (0x1803, 0, 5),
    (0x1809, 0, 5), (0x1C7E, 1, 5), (0x2000, 10, 1), (0x200B, 1, 14), (0x200D, 0, 15),
    (0x200E, 1, 14), (0x2012, 3, 7), (0x2018, 0, 10), (0x2019, 0, 9), (0x201A, 0, 8), (0x201C, 1, 11),
    (0x201E, 0, 8), (0x2022, 1, 19), (0x2024, 0, 2), (0x2026, 0, 4), (0x2028, 1, 0), (0x202A, 4, 14),
    (0x202F, 0, 1), (0x2039, 1, 10), (0x203C, 1, 3), (0x2043, 0, 19), (0x2047, 2, 3), (0x205F, 0, 1),
    (0x2060, 9, 14), (0x20E3, 0, 18), (0x2116, 0, 23), (0x22EF, 0, 4), (0x25AA, 0, 19), (0x25E6, 0, 19),
    (0x2600, 255, 17), (0x2700, 0xBF, 17), (0x2B50, 0, 17), (0x3000, 0, 1), (0x3001, 0, 6),
    (0x3002, 0, 5), (0x3008, 0, 12), (0x3009, 0, 13), (0x300A, 0, 12), (0x300B, 0, 13), (0x300C, 0, 12),
    (0x300D, 0, 13), (0x300E, 0, 12), (0x300F, 0, 13), (0x3010, 0, 12), (0x3011, 0, 13), (0x3015, 0, 9),
    (0x3041, 94, 20), (0xA4FF, 0, 5), (0xA60E, 1, 5), (0xA8CE, 1, 5), (0xABEB, 0, 5), (0xFE0F, 0, 18),
    (0xFE52, 0, 2), (0xFE56, 1, 5), (0xFEFF, 0, 14), (0xFF01, 0, 5), (0xFF02, 0, 9), (0xFF08, 0, 12), (0xFF09, 0, 13),
    (0xFF0C, 0, 6), (0xFF0E, 0, 2), (0xFF1A, 1, 6), (0xFF1F, 0, 5), (0xFF3B, 0, 12),
    (0xFF3D, 0, 13), (0xFF61, 0, 5),
];

/// The kind of a character, as a set of one; of letters none.
pub fn kind(c: char) -> Set {
    let code = match u32::from(c) {
        // Most of what the alphabets and the Chinese and Korean texts are made of.
        0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x588 | 0x30A0..=0xA4FE | 0xAC00..=0xD7FF => return 0,
        0x1F1E6..=0x1F1FF | 0x1F300..=0x1FAFF => return EMOJI,
        code => u16::try_from(code).unwrap_or_default(),
    };
    let at = RUNS.partition_point(|(first, ..)| *first <= code);
    match at.checked_sub(1).and_then(|at| RUNS.get(at)) {
        Some(&(first, more, bit)) if code - first <= u16::from(more) => 1 << bit,
        _ => 0,
    }
}

/// Whether a character is of one of the kinds.
pub fn is(c: char, set: Set) -> bool {
    kind(c) & set != 0
        || match set & (LETTER | NUMBER) {
            0 => false,
            LETTER => is_letter(c),
            NUMBER => is_number(c),
            _ => is_word(c),
        }
        || (set & CAPITAL != 0 && is_upper(c))
        || (set & SMALL != 0 && is_lower(c) && !matches!(c, '\u{10D0}'..='\u{10FF}'))
}

/// The text without what it begins with of a set.
pub fn skip(text: &str, set: Set) -> &str {
    let mut rest = text.chars();
    loop {
        let left = rest.as_str();
        if !rest.next().is_some_and(|c| is(c, set)) {
            return left;
        }
    }
}

/// The text without what it ends with of a set.
pub fn skip_back(text: &str, set: Set) -> &str {
    let mut rest = text.chars();
    loop {
        let left = rest.as_str();
        if !rest.next_back().is_some_and(|c| is(c, set)) {
            return left;
        }
    }
}

/// The length of what a text begins with of a set, in bytes.
pub fn run(text: &str, set: Set) -> usize {
    text.len() - skip(text, set).len()
}

/// Whether a text begins with one of a set.
pub fn begins(text: &str, set: Set) -> bool {
    text.chars().next().is_some_and(|c| is(c, set))
}

/// Whether a text ends with one of a set.
pub fn ends(text: &str, set: Set) -> bool {
    text.chars().next_back().is_some_and(|c| is(c, set))
}

/// Whether a text is made of nothing else.
pub fn all(text: &str, set: Set) -> bool {
    skip(text, set).is_empty()
}

/// The first character of a set.
pub fn first(text: &str, set: Set) -> Option<char> {
    text.chars().find(|c| is(*c, set))
}
