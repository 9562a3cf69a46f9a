//! Sentences as sets of terms: interned, folded, lightly stemmed.

use crate::case::lower;
use crate::language::Language;
use crate::letters::is_word;
use crate::lexicon::Lexicon;

/// Letters of a word that count: a cheap stem for languages that inflect at the end. Longer
/// prefixes part word forms, shorter ones join words (eval salience, 2026-11: 6 best of 5, 6, 7).
const STEM_CHARS: usize = 6;

/// The terms of a text, interned: a term is a number, in order of first appearance.
#[derive(Debug, Default)]
pub struct Terms {
    ids: Lexicon,
    /// Words that are no terms.
    function_words: Lexicon,
    /// What is known of each.
    pub all: Vec<Term>,
    /// Terms of each sentence, sorted, each once.
    pub sentences: Vec<Vec<u32>>,
}

/// A term of a story.
#[derive(Debug, Clone, Copy, Default)]
pub struct Term {
    /// Sentences that hold it.
    pub frequency: u32,
    /// Sentence that holds it first.
    pub first: u32,
    /// Sentence that holds it last.
    pub last: u32,
    /// Bits that say what else holds it, which those give who ask.
    pub marks: u8,
}

impl Term {
    /// How often it comes again; over ten says no more.
    pub fn repeated(self) -> usize {
        self.frequency.saturating_sub(1).min(10) as usize
    }
}

impl Terms {
    /// Takes the terms of sentences, in order. Cost is linear in the text.
    pub fn new<'a>(sentences: impl Iterator<Item = &'a str>, language: &Language) -> Self {
        let function_words = Lexicon::of(language.function_words);
        let mut terms = Terms { function_words, ..Terms::default() };
        for (at, sentence) in sentences.enumerate() {
            let at = at as u32;
            let mut ids = Vec::new();
            each(sentence, &terms.function_words, |term| ids.extend(terms.ids.add(term)));
            ids.sort_unstable();
            ids.dedup();
            let known = ids.last().map_or(0, |id| *id as usize + 1).max(terms.all.len());
            terms.all.resize(known, Term { first: at, ..Term::default() });
            for id in &ids {
                if let Some(term) = terms.all.get_mut(*id as usize) {
                    term.frequency += 1;
                    term.last = at;
                }
            }
            terms.sentences.push(ids);
        }
        terms
    }

    /// The known terms of another text, sorted, each once.
    pub fn known(&self, text: &str) -> Vec<u32> {
        let mut ids = Vec::new();
        each(text, &self.function_words, |term| ids.extend(self.ids.find(term)));
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// What is known of a term.
    pub fn term(&self, id: u32) -> Term {
        self.all.get(id as usize).copied().unwrap_or_default()
    }

    /// Gives some terms a mark.
    pub fn mark(&mut self, ids: &[u32], mark: u8) {
        for id in ids {
            if let Some(term) = self.all.get_mut(*id as usize) {
                term.marks |= mark;
            }
        }
    }

    /// The terms of a sentence.
    pub fn of(&self, sentence: usize) -> &[u32] {
        self.sentences.get(sentence).map_or(&[], Vec::as_slice)
    }
}

/// How many terms two sorted lists share.
pub fn shared(mut a: &[u32], mut b: &[u32]) -> usize {
    let mut count = 0;
    while let ([first, rest @ ..], [other, others @ ..]) = (a, b) {
        count += usize::from(first == other);
        if first <= other {
            a = rest;
        }
        if other <= first {
            b = others;
        }
    }
    count
}

/// Calls back with each term of a text: words without function words, pairs of characters where
/// words are not parted.
fn each(text: &str, function_words: &Lexicon, mut found: impl FnMut(&str)) {
    let mut folded = String::new();
    for word in words(text) {
        let dense = word.chars().next().is_some_and(is_unspaced);
        if dense {
            let mut previous = None;
            for (at, c) in word.char_indices() {
                if let Some(before) = previous.replace(at) {
                    found(word.get(before..at + c.len_utf8()).unwrap_or_default());
                }
            }
            continue;
        }
        folded.clear();
        if word.is_ascii() {
            folded.push_str(word);
            folded.make_ascii_lowercase();
        } else {
            folded.extend(word.chars().map(lower));
        }
        if folded.len() < 2 || function_words.holds(&folded) {
            continue;
        }
        let end = folded.char_indices().nth(STEM_CHARS).map_or(folded.len(), |(at, _)| at);
        found(folded.get(..end).unwrap_or_default());
    }
}

/// The words of a text: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    Words { text, at: 0 }
}

/// Written out by bytes, since every text is walked several times and most of it is ASCII.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let mut start = None;
        let mut at = self.at;
        while let Some(&byte) = self.text.as_bytes().get(at) {
            let (size, inside) = if byte.is_ascii() {
                (1, byte.is_ascii_alphanumeric())
            } else {
                let c = self.text.get(at..)?.chars().next()?;
                (c.len_utf8(), is_word(c))
            };
            if inside {
                start.get_or_insert(at);
            } else if let Some(start) = start {
                self.at = at;
                return self.text.get(start..at);
            }
            at += size;
        }
        self.at = at;
        self.text.get(start?..at)
    }
}

/// How many words a text has; where words are not parted, two characters count as one.
pub fn count_words(text: &str) -> u32 {
    words(text)
        .map(|word| {
            let dense = word.chars().next().is_some_and(is_unspaced);
            if dense { (word.chars().count() as u32).div_ceil(2) } else { 1 }
        })
        .sum()
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::by_tag;

    #[test]
    fn words_fold_and_stem() {
        let english = by_tag("en").unwrap();
        let sentences = ["The Harbours were closed.", "A harbour closes at night."];
        let terms = Terms::new(sentences.into_iter(), &english);
        assert_eq!(shared(terms.of(0), terms.of(1)), 1, "harbour");
    }

    #[test]
    fn counts() {
        let cases = [("one two-three 4", 4), ("", 0), ("雨停了。", 2), ("!!", 0)];
        for (text, count) in cases {
            assert_eq!(count_words(text), count, "{text}");
        }
    }
}
