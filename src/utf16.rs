//! The only place where byte offsets become UTF-16 offsets.

use std::ops::Range;

/// UTF-16 units of a text.
pub fn units(text: &str) -> u32 {
    if text.is_ascii() {
        return text.len() as u32;
    }
    text.chars().map(|c| c.len_utf16() as u32).sum()
}

/// Turns ordered, disjoint byte ranges of `text` into UTF-16 ranges, in one pass.
///
/// Ranges that do not lie on character boundaries or are out of order are clamped to what is left.
pub fn ranges(text: &str, bytes: &[Range<usize>]) -> Vec<Range<u32>> {
    let mut at = 0;
    let mut unit = 0;
    let mut advance = |to: usize| {
        unit += text.get(at..to).map_or(0, units);
        at = at.max(to);
        unit
    };
    bytes.iter().map(|range| advance(range.start)..advance(range.end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_surrogate_pairs_as_two() {
        let text = "a😀é.";
        let whole = vec![Range { start: 0, end: text.len() }];
        assert_eq!(ranges(text, &whole).first(), Some(&(0..5)));
        assert_eq!(ranges(text, &[0..1, 5..8]), [0..1, 3..5]);
    }
}
