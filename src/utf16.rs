//! The only place where byte offsets become UTF-16 offsets.

/// UTF-16 units of a text.
pub fn units(text: &str) -> u32 {
    if text.is_ascii() {
        return text.len() as u32;
    }
    text.chars().map(|c| c.len_utf16() as u32).sum()
}

/// A way through a text, forwards only, that counts its UTF-16 units.
#[derive(Debug, Clone, Copy, Default)]
pub struct Walk<'a> {
    text: &'a str,
    at: usize,
    units: u32,
}

impl<'a> Walk<'a> {
    /// Begins at the start of a text.
    pub fn over(text: &'a str) -> Self {
        Walk { text, ..Walk::default() }
    }

    /// Goes on to a byte and returns the units before it. A byte behind, or inside a character,
    /// moves nothing.
    pub fn to(&mut self, byte: usize) -> u32 {
        self.units += self.text.get(self.at..byte).map_or(0, units);
        self.at = self.at.max(byte);
        self.units
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_surrogate_pairs_as_two() {
        let text = "a😀é.";
        assert_eq!(Walk::over(text).to(text.len()), 5);
        let mut walk = Walk::over(text);
        assert_eq!([0, 1, 5, 8].map(|byte| walk.to(byte)), [0, 1, 3, 5]);
    }
}
