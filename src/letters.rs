//! Which characters are letters and numbers, in half a kilobyte, and which scripts part no words.
//!
//! Unicode's Alphabetic and N, as the standard library has them, in the scripts of the languages cared
//! for. Two differences are better for words: combining marks go with the letter before them, and a
//! character of another script is a letter. The standard library's tables take 1.6 KB on the wire; a
//! test holds these against them.

/// First and last of a run.
type Run = (u16, u16);

/// From U+0080 on, what is neither letter nor mark nor number.
const SIGNS: [Run; 72] = [
    (0x80, 0xA9),
    (0xAB, 0xB1),
    (0xB4, 0xB4),
    (0xB6, 0xB8),
    (0xBB, 0xBB),
    (0xBF, 0xBF),
    (0xD7, 0xD7),
    (0xF7, 0xF7),
    (0x2C2, 0x2C5),
    (0x2D2, 0x2DF),
    (0x2E5, 0x2FF),
    (0x375, 0x375),
    (0x37E, 0x37E),
    (0x384, 0x385),
    (0x387, 0x387),
    (0x482, 0x482),
    (0x55A, 0x55F),
    (0x589, 0x58F),
    (0x5BE, 0x5BE),
    (0x5C0, 0x5C0),
    (0x5C3, 0x5C3),
    (0x5C6, 0x5C6),
    (0x5F3, 0x60F),
    (0x61B, 0x61F),
    (0x66A, 0x66D),
    (0x6D4, 0x6D4),
    (0x6DD, 0x6DE),
    (0x6E9, 0x6E9),
    (0x6FD, 0x6FE),
    (0x964, 0x965),
    (0x970, 0x970),
    (0x9F2, 0x9F3),
    (0x9FA, 0x9FB),
    (0xAF0, 0xAF1),
    (0xBF3, 0xBFA),
    (0xDF4, 0xDF4),
    (0xE3F, 0xE3F),
    (0xE4F, 0xE4F),
    (0xE5A, 0xE5B),
    (0x104A, 0x104F),
    (0x10FB, 0x10FB),
    (0x1360, 0x1368),
    (0x17D4, 0x17D6),
    (0x17D8, 0x17DB),
    (0x1FBD, 0x1FBD),
    (0x1FBF, 0x1FC1),
    (0x1FCD, 0x1FCF),
    (0x1FDD, 0x1FDF),
    (0x1FED, 0x1FEF),
    (0x1FFD, 0x206F),
    (0x207A, 0x207E),
    (0x208A, 0x208E),
    (0x20A0, 0x214F),
    (0x218A, 0x245F),
    (0x249C, 0x24E9),
    (0x2500, 0x2775),
    (0x2794, 0x2BFF),
    (0x2E00, 0x3004),
    (0x3008, 0x3020),
    (0x3030, 0x3030),
    (0x3036, 0x3037),
    (0x303D, 0x303F),
    (0x309B, 0x309C),
    (0x30A0, 0x30A0),
    (0x30FB, 0x30FB),
    (0xE000, 0xF8FF),
    (0xFE00, 0xFE6F),
    (0xFEFF, 0xFF0F),
    (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
    (0xFFE0, 0xFFFF),
];

/// From U+0080 on, digits, fractions, raised and circled numbers.
const NUMBERS: [Run; 31] = [
    (0xB2, 0xB3),
    (0xB9, 0xB9),
    (0xBC, 0xBE),
    (0x660, 0x669),
    (0x6F0, 0x6F9),
    (0x966, 0x96F),
    (0x9E6, 0x9EF),
    (0x9F4, 0x9F9),
    (0xA66, 0xA6F),
    (0xAE6, 0xAEF),
    (0xB66, 0xB6F),
    (0xBE6, 0xBF2),
    (0xC66, 0xC6F),
    (0xCE6, 0xCEF),
    (0xD66, 0xD78),
    (0xE50, 0xE59),
    (0xED0, 0xED9),
    (0x1040, 0x1049),
    (0x1090, 0x1099),
    (0x1369, 0x137C),
    (0x17E0, 0x17F9),
    (0x2070, 0x2079),
    (0x2080, 0x2089),
    (0x2150, 0x2189),
    (0x2460, 0x249B),
    (0x24EA, 0x24FF),
    (0x2776, 0x2793),
    (0x3007, 0x3007),
    (0x3021, 0x3029),
    (0x3038, 0x303A),
    (0xFF10, 0xFF19),
];

/// Pictographs, dingbats, cards, arrows: the signs beyond U+FFFF that texts hold.
const PICTOGRAPHS: std::ops::RangeInclusive<char> = '\u{1F000}'..='\u{1FAFF}';

/// The last of the ideographs; after it come tags and private use.
const LAST_IDEOGRAPH: char = '\u{3FFFF}';

/// Whether a character stands in words: a letter, a mark on one, or a number.
pub fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    match u16::try_from(u32::from(c)) {
        Ok(code) => !within(&SIGNS, code),
        Err(_) => !PICTOGRAPHS.contains(&c) && c <= LAST_IDEOGRAPH,
    }
}

/// Whether a character is a number.
pub fn is_number(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    u16::try_from(u32::from(c)).is_ok_and(|code| within(&NUMBERS, code))
}

/// Whether a character is a letter, or a mark on one.
pub fn is_letter(c: char) -> bool {
    is_word(c) && !is_number(c)
}

/// Whether a character is of a script that parts no words: Thai, Lao, Myanmar, Khmer, kana and Han.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

fn within(runs: &[Run], code: u16) -> bool {
    let at = runs.partition_point(|&(_, last)| last < code);
    runs.get(at).is_some_and(|&(first, _)| first <= code)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of the scripts of the languages cared for, and punctuation.
    const BLOCKS: [(u32, u32); 13] = [
        (0x0, 0x24F),
        (0x370, 0x6FF),
        (0x900, 0xD7F),
        (0xE00, 0xEFF),
        (0x1000, 0x10FF),
        (0x1200, 0x137F),
        (0x1780, 0x17FF),
        (0x1E00, 0x20CF),
        (0x2190, 0x2BFF),
        (0x3000, 0x30FF),
        (0x4E00, 0x9FFF),
        (0xAC00, 0xD7A3),
        (0xFF00, 0xFFEF),
    ];

    /// What a text of these languages holds that is neither, beside ASCII's.
    const PUNCTUATION: &str = "«»„“”‘’‚‹›–—…¡¿·•§©°´¨¸×÷€£₹₴№™−≥→★✓♥ \u{A0}\u{AD}\u{200B}\u{200E}\u{202F}\u{FEFF}\u{FFFD}\
        ՞՝։֊־׀׃׳״،؛؟٪٫٭۔।॥॰৳૰௹෴฿๏๚၊။჻፡።፣៕៛、。〈》「」【】〜・！？：，．～｡｢😀🇩🏽";

    /// Fractions and weekdays of old accounts, and what is not assigned among the raised digits.
    const ARCHAIC: &str = "୲୳୴୵୶୷౸౹౺౻౼౽౾൘൙൚൛൜൝൞៪៫៬៭៮៯ⁱ\u{2072}\u{2073}";

    #[test]
    fn letters_and_numbers_of_unicode_stay_so() {
        for (first, last) in BLOCKS {
            for c in (first..=last).filter_map(char::from_u32) {
                let code = u32::from(c);
                let letterlike = matches!(code, 0x20A0..=0x214F | 0x24B6..=0x24E9);
                if c.is_alphanumeric() && !letterlike {
                    assert!(is_word(c), "{c} U+{code:X}");
                }
                if !ARCHAIC.contains(c) {
                    assert_eq!(is_number(c), c.is_numeric(), "{c} U+{code:X}");
                }
            }
        }
    }

    #[test]
    fn signs_are_neither() {
        for c in PUNCTUATION.chars() {
            assert!(!is_word(c), "{c} U+{:X}", u32::from(c));
        }
    }
}
