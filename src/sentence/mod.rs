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

mod abbreviation;
mod around;
mod candidate;
mod characters;
mod headline;
mod list;
mod rules;

use std::ops::Range;

use crate::language::Language;
use candidate::Scanner;
use characters::{LETTER, NUMBER, SPACE, first, run, skip_back};

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
    list::part(text, sentences)
}

fn push(text: &str, range: Range<usize>, language: &Language, sentences: &mut Vec<Range<usize>>) {
    let Range { start: mut from, end: to } = trimmed(text, range);
    while let Some(length) = headline::end(text.get(from..to).unwrap_or_default(), language) {
        keep(text, from..from + length, sentences);
        from += length;
    }
    keep(text, from..to, sentences);
}

/// Adds a piece of a text. What holds neither letter nor digit ("***", a stray quotation mark) joins the sentence before
/// it, at the start of a text the one after it: nobody would show it alone.
fn keep(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let range = trimmed(text, range);
    let is_bare = |range: &Range<usize>| {
        first(text.get(range.clone()).unwrap_or_default(), LETTER | NUMBER).is_none()
    };
    match sentences.last_mut() {
        _ if range.is_empty() => {}
        Some(last) if is_bare(&range) || is_bare(last) => last.end = range.end,
        _ => sentences.push(range),
    }
}

/// A piece of a text without white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = text.get(range.clone()).unwrap_or_default();
    range.start + run(piece, SPACE)..range.start + skip_back(piece, SPACE).len()
}
