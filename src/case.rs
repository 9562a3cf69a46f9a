//! Upper and lower case of the scripts that have them, in a few hundred bytes.
//!
//! Letter by letter (Unicode's simple case mapping): Latin, Greek, Cyrillic, Armenian, Georgian,
//! full-width Latin, and the rarer letters of the languages cared for. The standard library's tables know every
//! historic script and take 5 KB on the wire; a test holds these against them.

/// A run of capitals: first, last, step from one to the next, distance to the small letter.
type Run = (u16, u16, u8, i16);

/// The commonest first.
const RUNS: [Run; 56] = [
    (0xC0, 0xD6, 1, 32),
    (0xD8, 0xDE, 1, 32),
    (0x410, 0x42F, 1, 32),
    (0x400, 0x40F, 1, 80),
    (0x391, 0x3A1, 1, 32),
    (0x3A3, 0x3AB, 1, 32),
    (0x100, 0x12E, 2, 1),
    (0x130, 0x130, 1, -199),
    (0x132, 0x136, 2, 1),
    (0x139, 0x147, 2, 1),
    (0x14A, 0x176, 2, 1),
    (0x178, 0x178, 1, -121),
    (0x179, 0x17D, 2, 1),
    (0x386, 0x386, 1, 38),
    (0x388, 0x38A, 1, 37),
    (0x38C, 0x38C, 1, 64),
    (0x38E, 0x38F, 1, 63),
    (0x1E00, 0x1E94, 2, 1),
    (0x1EA0, 0x1EFE, 2, 1),
    (0x1A0, 0x1A4, 2, 1),
    (0x1AF, 0x1AF, 1, 1),
    (0x490, 0x4BE, 2, 1),
    (0x48A, 0x48E, 2, 1),
    (0x4C0, 0x4C0, 1, 15),
    (0x4C1, 0x4CD, 2, 1),
    (0x4D0, 0x52E, 2, 1),
    (0x460, 0x480, 2, 1),
    (0x531, 0x556, 1, 48),
    (0x18F, 0x18F, 1, 202),
    (0x181, 0x181, 1, 210),
    (0x186, 0x186, 1, 206),
    (0x187, 0x187, 1, 1),
    (0x189, 0x18A, 1, 205),
    (0x18B, 0x18B, 1, 1),
    (0x18E, 0x18E, 1, 79),
    (0x190, 0x190, 1, 203),
    (0x191, 0x191, 1, 1),
    (0x193, 0x193, 1, 205),
    (0x194, 0x194, 1, 207),
    (0x197, 0x197, 1, 209),
    (0x198, 0x198, 1, 1),
    (0x19D, 0x19D, 1, 213),
    (0x1B2, 0x1B2, 1, 217),
    (0x1B3, 0x1B5, 2, 1),
    (0x1B7, 0x1B7, 1, 219),
    (0x1C5, 0x1C5, 1, 1),
    (0x1CB, 0x1DB, 2, 1),
    (0x1DE, 0x1EE, 2, 1),
    (0x1F2, 0x1F4, 2, 1),
    (0x1F8, 0x21E, 2, 1),
    (0x222, 0x232, 2, 1),
    (0x1E9E, 0x1E9E, 1, -7615),
    (0x10A0, 0x10C5, 1, 7264),
    (0x1C90, 0x1CBA, 1, -3008),
    (0x2160, 0x216F, 1, 16),
    (0xFF21, 0xFF3A, 1, 32),
];

/// The small letter of a capital; any other character is its own.
pub fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    // The small letters that most texts are made of, before the runs are gone through.
    if matches!(c, 'ß'..='ÿ' | 'ά'..='ώ' | 'а'..='џ') {
        return c;
    }
    let Some(code) = cased(c) else { return c };
    for (first, last, step, distance) in RUNS {
        if (first..=last).contains(&code) && (code - first).is_multiple_of(u16::from(step)) {
            return letter(code.wrapping_add_signed(distance)).unwrap_or(c);
        }
    }
    c
}

/// Whether a character is a capital.
pub fn is_upper(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { lower(c) != c }
}

/// Whether a word begins with a capital.
pub fn is_capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(is_upper)
}

/// Whether a character is a small letter.
pub fn is_lower(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_lowercase();
    }
    // Small letters that no single capital has.
    if matches!(c, 'ª' | 'µ' | 'º' | 'ı' | 'ŉ' | 'ĸ' | 'ſ' | 'ΐ' | 'ΰ' | 'ς' | 'ƒ') {
        return true;
    }
    let Some(code) = cased(c) else { return false };
    RUNS.iter().any(|&(first, last, step, distance)| {
        let capital = code.wrapping_add_signed(-distance);
        (first..=last).contains(&capital) && (capital - first).is_multiple_of(u16::from(step))
    })
}

/// A text in small letters.
pub fn folded(text: &str) -> String {
    // Most words, in one go.
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().map(lower).collect() }
}

/// The code of a character that may have case: most of the scripts without are passed over at once.
fn cased(c: char) -> Option<u16> {
    match c {
        '\u{590}'..='\u{109F}' | '\u{1100}'..='\u{1C8F}' | '\u{2190}'..='\u{2CFF}' => None,
        '\u{2E00}'..='\u{FF20}' => None,
        _ => u16::try_from(u32::from(c)).ok(),
    }
}

fn letter(code: u16) -> Option<char> {
    char::from_u32(u32::from(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The scripts in use, whole: the standard library says what is right.
    #[test]
    fn as_unicode_says() {
        let covered = [
            ('\0', '\u{17F}'),
            ('\u{386}', '\u{3CE}'),
            ('\u{400}', '\u{587}'),
            ('\u{5D0}', '\u{6FF}'),
            ('\u{10A0}', '\u{10C5}'),
            ('\u{10D0}', '\u{10FA}'),
            ('\u{1C90}', '\u{1CBA}'),
            ('\u{1E00}', '\u{1E95}'),
            ('\u{1EA0}', '\u{1EFF}'),
            ('\u{3040}', '\u{30FF}'),
            ('\u{FF21}', '\u{FF5A}'),
        ];
        // Lower case has two characters there; 'i' is what a reader types.
        let apart = ['İ'];
        for (first, last) in covered {
            for c in first..=last {
                if apart.contains(&c) {
                    continue;
                }
                let expected: Vec<char> = c.to_lowercase().collect();
                assert_eq!(vec![lower(c)], expected, "{c} {:x}", c as u32);
                assert_eq!(is_upper(c), c.is_uppercase() && !expected.contains(&c), "{c} upper");
                if c.to_uppercase().count() == 1 && c.to_uppercase().next() != Some(c) {
                    assert_eq!(is_lower(c), c.is_lowercase(), "{c} lower {:x}", c as u32);
                }
            }
        }
        assert_eq!(lower('İ'), 'i');
        assert!(is_lower('ß'));
    }

    #[test]
    fn never_adds_case() {
        for c in '\0'..=char::MAX {
            assert!(!is_upper(c) || c.is_uppercase() || c.to_lowercase().next() != Some(c), "{c}");
            assert!(!is_lower(c) || c.is_lowercase(), "{c} {:x}", c as u32);
            assert_eq!(lower(lower(c)), lower(c), "{c} {:x}", c as u32);
        }
    }

    #[test]
    fn texts() {
        assert_eq!(folded("ÅNGSTRÖM Σ Ђ Ա"), "ångström σ ђ ա");
    }
}
