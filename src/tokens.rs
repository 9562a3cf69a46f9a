//! The words of a story, each looked at once: where it stands, and what the later steps ask of it.
//!
//! A word's small letters have a number, and what lists say of a word is said of its number: asked
//! for every word of the text, a list is gone through once.

use crate::case::{folded, is_capitalized, lower};
use crate::letters::{is_unspaced, is_word};
use crate::lexicon::Lexicon;
use crate::text::fields;

/// A word of a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Bytes of the sentence.
    pub start: usize,
    /// Byte behind it.
    pub end: usize,
    /// Number of its small letters, [`NONE`] in a text made to have too many alike.
    pub id: u32,
    /// Whether it has no capital.
    pub is_low: bool,
    /// Whether it begins with one.
    pub is_capital: bool,
}

/// Number of no word.
pub const NONE: u32 = u32::MAX;

/// Bits of [`Kind::bits`]: which list a word is in, or what it is made of.
pub mod kind {
    /// Function words of the language.
    pub const FUNCTION: u16 = 1;
    /// Words that begin sentences.
    pub const STARTER: u16 = 2;
    /// Times and days.
    pub const TIME: u16 = 4;
    /// Words that come back in any story.
    pub const COMMON: u16 = 8;
    /// Openers that mean a person.
    pub const PERSON: u16 = 16;
    /// Openers that mean what was said before.
    pub const OTHER: u16 = 32;
    /// The first of two words that open together.
    pub const PAIR: u16 = 64;
    /// Pronouns behind the verb.
    pub const INVERTED: u16 = 128;
    /// Pronouns for one person.
    pub const ONE: u16 = 256;
    /// Pronouns for several.
    pub const SEVERAL: u16 = 512;
    /// Persons: a pronoun behind one is no riddle.
    pub const PEOPLE: u16 = 1024;
    /// Groups, which "they" may mean.
    pub const GROUP: u16 = 2048;
    /// What opens a clause whose pronoun may mean the subject behind the comma.
    pub const CLAUSE: u16 = 4096;
    /// Made of letters that no spaces part.
    pub const DENSE: u16 = 8192;
    /// Openers of a place or time, in which no subject of the sentence stands.
    pub const PLACE: u16 = 16384;
    /// Openers that point back behind a function word too.
    pub const DEMONSTRATIVE: u16 = 32768;
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default)]
pub struct Kind {
    /// Bits of [`kind`].
    pub bits: u16,
    /// Characters.
    pub letters: u32,
}

impl Kind {
    /// Whether the word is of one of some kinds.
    pub fn is(self, bits: u16) -> bool {
        self.bits & bits != 0
    }
}

/// All words of a story, sentence by sentence.
#[derive(Debug, Default)]
pub struct Tokens {
    all: Vec<Token>,
    /// Where each sentence ends in `all`.
    ends: Vec<usize>,
    lexicon: Lexicon,
    /// By number.
    kinds: Vec<Kind>,
}

impl Tokens {
    /// Takes the words of sentences. Cost is linear in the text.
    pub fn new(sentences: &[&str]) -> Self {
        let mut tokens = Tokens::default();
        for sentence in sentences {
            tokens.add(sentence);
        }
        tokens
    }

    fn add(&mut self, sentence: &str) {
        let (mut start, mut at, mut is_low) = (0, 0, true);
        loop {
            // By bytes, since most of most texts is ASCII. The end of the sentence parts as a space does.
            let byte = sentence.as_bytes().get(at).copied().unwrap_or(b' ');
            let mut size = 1;
            if byte.is_ascii_alphanumeric() {
                is_low &= !byte.is_ascii_uppercase();
                at += 1;
                continue;
            }
            if !byte.is_ascii() {
                let rest = sentence.get(at..).unwrap_or_default();
                let c = rest.chars().next().unwrap_or(' ');
                size = c.len_utf8();
                if is_word(c) {
                    is_low &= lower(c) == c;
                    at += size;
                    continue;
                }
            }
            if start < at {
                self.close(sentence, start, at, is_low);
                is_low = true;
            }
            at += size;
            start = at;
            if at > sentence.len() {
                self.ends.push(self.all.len());
                return;
            }
        }
    }

    fn close(&mut self, sentence: &str, start: usize, end: usize, is_low: bool) {
        let word = sentence.get(start..end).unwrap_or_default();
        let id = match is_low {
            true => self.number(word),
            false => self.number(&folded(word)),
        };
        let is_capital = !is_low && is_capitalized(word);
        self.all.push(Token { start, end, id, is_low, is_capital });
    }

    /// The number of a word or name in small letters, a new one if it has none.
    pub fn number(&mut self, word: &str) -> u32 {
        let id = self.lexicon.add(word).unwrap_or(NONE);
        if id as usize == self.kinds.len() {
            let dense = word.chars().next().is_some_and(is_unspaced);
            let bits = if dense { kind::DENSE } else { 0 };
            self.kinds.push(Kind { bits, letters: word.chars().count() as u32 });
        }
        id
    }

    /// Says of the words of a list, parted by spaces, that they are of a kind.
    pub fn mark(&mut self, list: &str, bit: u16) {
        for word in fields(list, b' ') {
            if let Some(kind) =
                self.lexicon.find(word).and_then(|id| self.kinds.get_mut(id as usize))
            {
                kind.bits |= bit;
            }
        }
    }

    /// The words of a sentence.
    pub fn of(&self, sentence: usize) -> &[Token] {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        let start = sentence.checked_sub(1).map_or(0, end);
        self.all.get(start..end(sentence)).unwrap_or_default()
    }

    /// How many different words there are.
    pub fn numbers(&self) -> usize {
        self.kinds.len()
    }

    /// What is known of a word by its number.
    #[inline(never)]
    pub fn kind(&self, id: u32) -> Kind {
        self.kinds.get(id as usize).copied().unwrap_or_default()
    }

    /// The small letters of a word.
    #[inline(never)]
    pub fn text(&self, id: u32) -> &str {
        self.lexicon.word(id)
    }

    /// How many words a sentence has; where words are not parted, two characters count as one.
    pub fn count(&self, sentence: usize) -> usize {
        let mut count = 0;
        for token in self.of(sentence) {
            let kind = self.kind(token.id);
            count += if kind.is(kind::DENSE) { kind.letters.div_ceil(2) as usize } else { 1 };
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_sentences() {
        let sentences = ["The Élan, the élan!", "", "雨停了。 B2"];
        let mut tokens = Tokens::new(&sentences);
        tokens.mark("the a", kind::FUNCTION);
        let cases: [&[(&str, &str, bool, bool)]; 3] = [
            &[
                ("The", "the", true, true),
                ("Élan", "élan", true, false),
                ("the", "the", false, true),
                ("élan", "élan", false, false),
            ],
            &[],
            &[("雨停了", "雨停了", false, false), ("B2", "b2", true, false)],
        ];
        for (at, (sentence, words)) in sentences.into_iter().zip(cases).enumerate() {
            let found = tokens.of(at).iter().map(|token| {
                let is_function = tokens.kind(token.id).is(kind::FUNCTION);
                (
                    &sentence[token.start..token.end],
                    tokens.text(token.id),
                    token.is_capital,
                    is_function,
                )
            });
            assert_eq!(found.collect::<Vec<_>>(), words, "{sentence}");
        }
    }

    #[test]
    fn counts() {
        let cases = [("one two-three 4", 4), ("", 0), ("雨停了。", 2), ("!!", 0)];
        for (text, count) in cases {
            assert_eq!(Tokens::new(&[text]).count(0), count, "{text}");
        }
    }
}
