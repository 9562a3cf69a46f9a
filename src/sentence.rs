//! Cuts a block's text into sentences.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::language::Language;

/// The sentences of a text as byte ranges: ordered, disjoint, without outer white space, and
/// together holding every other character.
pub fn segment(text: &str, _language: &Language) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    for (start, piece) in text.split_sentence_bound_indices() {
        let trimmed = piece.trim_start();
        let from = start + piece.len() - trimmed.len();
        let to = from + trimmed.trim_end().len();
        if from < to {
            sentences.push(from..to);
        }
    }
    sentences
}
