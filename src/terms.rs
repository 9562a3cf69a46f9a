//! Sentences as sets of terms: interned, folded, lightly stemmed.

use crate::lexicon::Lexicon;
use crate::tokens::{NONE, Tokens, kind};

/// Letters of a word that count: a cheap stem for languages that inflect at the end. Longer
/// prefixes part word forms, shorter ones join words (eval salience, 2026-11: 6 best of 5, 6, 7).
const STEM_CHARS: usize = 6;

/// The terms of a text, interned: a term is a number, in order of first appearance.
#[derive(Debug, Default)]
pub struct Terms {
    ids: Lexicon,
    /// Of each word its term + 1, [`NONE`] where it is none, 0 before it is looked at.
    of_words: Vec<u32>,
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
    /// Takes the terms of sentences, whose words come first in the tokens. Cost is linear in the text.
    pub fn new(sentences: &[&str], tokens: &Tokens) -> Self {
        let mut terms = Terms { of_words: vec![0; tokens.numbers()], ..Terms::default() };
        for (at, sentence) in sentences.iter().enumerate() {
            let ids = terms.take(sentence, tokens, at, Lexicon::add);
            terms.count(at as u32, &ids);
            terms.sentences.push(ids);
        }
        terms
    }

    /// The terms of another text, by the place of its words in the tokens, that sentences have too;
    /// sorted, each once.
    pub fn known(&mut self, text: &str, tokens: &Tokens, at: usize) -> Vec<u32> {
        self.take(text, tokens, at, |ids, term| ids.find(term))
    }

    fn take(
        &mut self,
        text: &str,
        tokens: &Tokens,
        at: usize,
        number: fn(&mut Lexicon, &str) -> Option<u32>,
    ) -> Vec<u32> {
        let mut ids = Vec::new();
        for token in tokens.of(at) {
            let kind = tokens.kind(token.id);
            if kind.is(kind::DENSE) {
                let mut previous = None;
                let word = text.get(token.start..token.end).unwrap_or_default();
                for (at, c) in word.char_indices() {
                    if let Some(before) = previous.replace(at) {
                        let pair = word.get(before..at + c.len_utf8()).unwrap_or_default();
                        ids.extend(number(&mut self.ids, pair));
                    }
                }
            } else if let Some(term) = self.of_words.get_mut(token.id as usize) {
                if *term == 0 {
                    let word = tokens.text(token.id);
                    let end = word.char_indices().nth(STEM_CHARS).map_or(word.len(), |(at, _)| at);
                    let is_term = word.len() > 1 && !kind.is(kind::FUNCTION);
                    let stem = word.get(..end).filter(|_| is_term).unwrap_or_default();
                    *term = number(&mut self.ids, stem).map_or(NONE, |id| id + 1);
                }
                if *term != NONE {
                    ids.push(*term - 1);
                }
            }
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn count(&mut self, sentence: u32, ids: &[u32]) {
        let known = ids.last().map_or(0, |id| *id as usize + 1).max(self.all.len());
        self.all.resize(known, Term { first: sentence, ..Term::default() });
        for id in ids {
            if let Some(term) = self.all.get_mut(*id as usize) {
                term.frequency += 1;
                term.last = sentence;
            }
        }
    }

    /// What is known of a term.
    #[inline(never)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::by_tag;

    #[test]
    fn words_fold_and_stem() {
        let english = by_tag("en").unwrap();
        let sentences = ["The Harbours were closed.", "A harbour closes at night."];
        let mut tokens = Tokens::new(&sentences);
        tokens.mark(english.function_words, kind::FUNCTION);
        let terms = Terms::new(&sentences, &tokens);
        assert_eq!(shared(terms.of(0), terms.of(1)), 1, "harbour");
    }
}
