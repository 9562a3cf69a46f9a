//! Words and their numbers: one open table, for all that asks whether or where a word came before.

use crate::text::fields;

/// Words in order of first appearance, found again in constant time.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// All words, one behind the other.
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
    /// Number + 1 of a word, at the place that its hash tells or behind it; 0 is free. A power of
    /// two long, at most half full.
    slots: Vec<u32>,
}

/// Places looked at for one word. Half full, a table of common words needs a dozen; only a text
/// made for it needs more, and its words are then not kept, so that it costs no more than another.
const PROBES: usize = 64;

impl Lexicon {
    /// The words of a list parted by spaces.
    pub fn of(list: &str) -> Self {
        let mut lexicon = Self::default();
        lexicon.extend(list);
        lexicon
    }

    /// Adds the words of a list parted by spaces.
    pub fn extend(&mut self, list: &str) {
        for word in fields(list, b' ') {
            self.add(word);
        }
    }

    /// The number of a word: its own, or the next one if it is new. None for the empty word.
    pub fn add(&mut self, word: &str) -> Option<u32> {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(word)?;
        if let Some(number) = self.slots.get(slot)?.checked_sub(1) {
            return Some(number);
        }
        let number = self.ends.len() as u32;
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        *self.slots.get_mut(slot)? = number + 1;
        Some(number)
    }

    /// The number of a word, if it was added.
    pub fn find(&self, word: &str) -> Option<u32> {
        self.slots.get(self.slot(word)?)?.checked_sub(1)
    }

    /// Whether a word was added.
    pub fn holds(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// The place of a word, or the free one where it belongs.
    fn slot(&self, word: &str) -> Option<usize> {
        if word.is_empty() || self.slots.is_empty() {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut at = hash(word) as usize & mask;
        for _ in 0..PROBES {
            match self.slots.get(at).and_then(|slot| slot.checked_sub(1)) {
                Some(number) if self.word(number) != word => at = (at + 1) & mask,
                _ => return Some(at),
            }
        }
        None
    }

    /// A word by its number.
    pub fn word(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(at).copied().unwrap_or_default();
        self.text.get(start.unwrap_or_default() as usize..end as usize).unwrap_or_default()
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 4).max(64);
        self.slots = vec![0; size];
        for number in 0..self.ends.len() as u32 {
            if let Some(slot) = self.slot(self.word(number))
                && let Some(place) = self.slots.get_mut(slot)
            {
                *place = number + 1;
            }
        }
    }
}

/// FNV-1a with its high bits brought down, since the low ones choose the place.
fn hash(word: &str) -> u32 {
    let hash =
        word.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_first_appearance() {
        let mut lexicon = Lexicon::of("the a of the");
        let cases = [("the", Some(0)), ("a", Some(1)), ("of", Some(2)), ("th", None), ("", None)];
        for (word, number) in cases {
            assert_eq!(lexicon.find(word), number, "{word}");
        }
        assert_eq!(lexicon.add("new"), Some(3));
        assert_eq!(lexicon.add("a"), Some(1));
    }

    #[test]
    fn none_is_lost_while_it_grows() {
        let words: Vec<String> = (0..5000).map(|n| format!("word{n}")).collect();
        let mut lexicon = Lexicon::default();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(lexicon.add(word), Some(number as u32));
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(lexicon.find(word), Some(number as u32));
        }
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        assert_eq!(Lexicon::default().find("word"), None);
        assert_eq!(Lexicon::of("").find(""), None);
    }
}
