//! Sentences as sets of terms: interned, folded, lightly stemmed.

use crate::case::folded;
use crate::language::{Language, holds};
use crate::letters::is_word;
use crate::lexicon::Lexicon;
use crate::text::runs;
use crate::tokens::{NONE, Tokens, is_unspaced, kind};

/// Letters of a word that count: a cheap stem for languages that inflect at the end. Longer
/// prefixes part word forms, shorter ones join words (eval salience, 2026-11: 6 best of 5, 6, 7).
const STEM_CHARS: usize = 6;

/// The terms of a text, interned: a term is a number, in order of first appearance.
#[derive(Debug, Default)]
pub struct Terms {
    ids: Lexicon,
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
    pub fn new<'a>(sentences: impl Iterator<Item = &'a str>, tokens: &Tokens) -> Self {
        let mut terms = Terms::default();
        // Of each word its term + 1, 0 before the word has come.
        let mut of_words = vec![0; tokens.numbers()];
        for (at, sentence) in sentences.enumerate() {
            let mut ids = Vec::new();
            for token in tokens.of(at) {
                let kind = tokens.kind(token.id);
                if kind.is(kind::DENSE) {
                    let word = sentence.get(token.start..token.end).unwrap_or_default();
                    pairs(word, |pair| ids.extend(terms.ids.add(pair)));
                } else if let Some(term) = of_words.get_mut(token.id as usize) {
                    if *term == 0 {
                        let stem = if kind.is(kind::FUNCTION) {
                            None
                        } else {
                            stem(tokens.text(token.id))
                        };
                        *term = stem.and_then(|stem| terms.ids.add(stem)).map_or(NONE, |id| id + 1);
                    }
                    if *term != NONE {
                        ids.push(*term - 1);
                    }
                }
            }
            ids.sort_unstable();
            ids.dedup();
            terms.count(at as u32, &ids);
            terms.sentences.push(ids);
        }
        terms
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

    /// The known terms of another text, sorted, each once.
    pub fn known(&self, text: &str, tokens: &Tokens, language: &Language) -> Vec<u32> {
        let mut ids = Vec::new();
        for word in runs(text, is_word) {
            if word.chars().next().is_some_and(is_unspaced) {
                pairs(word, |pair| ids.extend(self.ids.find(pair)));
                continue;
            }
            let word = folded(word);
            let Some(id) = stem(&word).and_then(|stem| self.ids.find(stem)) else { continue };
            let is_function = match tokens.find(&word) {
                Some(kind) => kind.is(kind::FUNCTION),
                None => holds(language.function_words, &word),
            };
            if !is_function {
                ids.push(id);
            }
        }
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

/// What of a folded word counts; nothing of one that is too short.
fn stem(word: &str) -> Option<&str> {
    let end = word.char_indices().nth(STEM_CHARS).map_or(word.len(), |(at, _)| at);
    word.get(..end).filter(|_| word.len() > 1)
}

/// Calls back with each pair of characters.
fn pairs(word: &str, mut found: impl FnMut(&str)) {
    let mut previous = None;
    for (at, c) in word.char_indices() {
        if let Some(before) = previous.replace(at) {
            found(word.get(before..at + c.len_utf8()).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::by_tag;

    #[test]
    fn words_fold_and_stem() {
        let english = by_tag("en").unwrap();
        let sentences = ["The Harbours were closed.", "A harbour closes at night."];
        let mut tokens = Tokens::new(sentences.into_iter());
        tokens.mark(english.function_words, kind::FUNCTION);
        let terms = Terms::new(sentences.into_iter(), &tokens);
        assert_eq!(shared(terms.of(0), terms.of(1)), 1, "harbour");
    }
}
