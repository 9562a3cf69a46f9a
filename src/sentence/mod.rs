//! Cuts a block's text into sentences.
//!
//! Every place after a terminator is a candidate ([`candidate`]); a chain of rules ([`rules`])
//! says whether a sentence ends there. The default is that of UAX #29 (sentence boundaries, rules
//! SB5 to SB11); where we differ from it the rule says why. Line feeds, which the reader puts where
//! the page has a `<br>`, part sentences unless the text was merely wrapped.
//!
//! A language without a row gets the same scan without word lists. `tests/sentences.rs` holds it against
//! UAX #29 as the crate unicode-segmentation has it; the crate's own tables are 18 KB of the wasm, gzip,
//! ours under 1. Languages without a terminator (Thai, Lao) are cut at line feeds and at the stops that they
//! borrow: there is nothing else to cut by without a dictionary.

mod candidate;
mod characters;
mod headline;
mod list;
mod rules;

use crate::letters::is_word;
use std::ops::Range;

use crate::language::Language;
use candidate::Scanner;

/// The sentences of a text as byte ranges: ordered, disjoint, on character boundaries, without
/// outer white space, and together holding every other character.
///
/// Empty or blank text has none. Cost is linear in the text.
pub fn segment(text: &str, language: &Language) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut scanner = Scanner::new(text, language);
    while let Some(candidate) = scanner.next(start) {
        if rules::ends(&candidate, language) {
            push(text, start..candidate.end, language, &mut sentences);
            start = candidate.end;
        }
    }
    push(text, start..text.len(), language, &mut sentences);
    without_marks_alone(text, list::part(text, sentences))
}

/// Joins what holds neither letter nor digit ("***", a stray quotation mark) to the sentence before
/// it, at the start of a text to the one after it: nobody would show it alone.
fn without_marks_alone(text: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(sentences.len());
    let mut is_head_bare = false;
    for range in sentences {
        let bare = !text.get(range.clone()).is_some_and(|s| s.contains(is_word));
        match joined.last_mut() {
            Some(last) if bare || is_head_bare => {
                last.end = range.end;
                is_head_bare &= bare;
            }
            Some(_) => joined.push(range),
            None => {
                is_head_bare = bare;
                joined.push(range);
            }
        }
    }
    joined
}

fn push(text: &str, range: Range<usize>, language: &Language, sentences: &mut Vec<Range<usize>>) {
    let piece = text.get(range.clone()).unwrap_or_default();
    let trimmed = piece.trim_start();
    let mut from = range.start + piece.len() - trimmed.len();
    let trimmed = trimmed.trim_end();
    let to = from + trimmed.len();
    if let Some(length) = headline::end(trimmed, language) {
        sentences.push(from..from + trimmed.get(..length).unwrap_or_default().trim_end().len());
        from += length;
    }
    if from < to {
        sentences.push(from..to);
    }
}
