//! What stands around a candidate: the word before it, what may follow.

use super::candidate::Candidate;
use super::characters::{
    BLANK, CAPITAL, DOT, LETTER, LINE, MARK, OPENER, SMALL, SPACE, WORD, begins, first, is, run,
    skip, skip_back,
};
use crate::case::folded;
use crate::language::Language;
use crate::text::{starts_with_any, trim_start};

/// Longest abbreviation looked up, bytes: the longest in the rows is "и.др" and the like.
pub const MAX_ABBREVIATION: usize = 16;

/// A sentence of fewer words does not end at an abbreviation.
pub const FEWEST_WORDS: usize = 4;

/// Whether what follows can begin a sentence: not a small letter, where the script has case.
/// A dash or an opening mark before it does not count.
pub fn opens(candidate: &Candidate<'_>, language: &Language) -> bool {
    let behind = candidate.behind_dash();
    if let Some(rest) = behind
        && (rest.is_empty() || starts_with_any(rest, ".,"))
    {
        return rest.is_empty();
    }
    let bare = skip(behind.unwrap_or(candidate.after), OPENER | BLANK);
    if bare.starts_with("..") {
        return true;
    }
    let first = if language.has_rules() {
        bare.chars().next()
    } else {
        // SB8 of UAX #29 looks through digits and marks for the letter: "art. 13 of".
        first(bare, LETTER | DOT | MARK | LINE)
    };
    !first.is_some_and(|c| is(c, SMALL))
}

/// Whether a sentence starter follows. Languages without a list take any capital.
pub fn starts(candidate: &Candidate<'_>, language: &Language) -> bool {
    let bare = skip(candidate.behind_dash().unwrap_or(candidate.after), OPENER);
    let word = first_word(bare);
    if word.is_empty() {
        // An amount's currency stands behind it: "20 Mio. € more"; a change too: "(42 %; +4)".
        return !bare.starts_with(['€', '$', '£', '¥', '+']);
    }
    // Another initial?
    let is_initial =
        !is_longer(word, 1) && bare.get(word.len()..).is_some_and(|rest| rest.starts_with('.'));
    !is_initial
        && (begins(word, CAPITAL) || !language.script.is_cased())
        && language.starts(&folded(word))
}

/// The word that ends a text, with dots and hyphens inside it; of one that is longer than any
/// abbreviation only the end.
pub fn last_word(before: &str) -> &str {
    let mut start = before.len();
    for (at, c) in before.char_indices().rev().take(MAX_ABBREVIATION * 2) {
        if !is(c, WORD) && !matches!(c, '.' | '-') {
            break;
        }
        start = at;
    }
    trim_start(before.get(start..).unwrap_or_default(), ".-")
}

pub fn first_word(after: &str) -> &str {
    after.get(..run(after, WORD)).unwrap_or_default()
}

/// The text before a word that ends it.
pub fn lead<'a>(before: &'a str, word: &str) -> &'a str {
    let before = skip_back(before, SPACE);
    before.get(..before.len().saturating_sub(word.len())).unwrap_or_default()
}

/// Whether a text has at least some words.
pub fn has_words(text: &str, fewest: usize) -> bool {
    let mut was_space = true;
    let begins_word = |c: char| std::mem::replace(&mut was_space, c.is_whitespace()) && !was_space;
    text.chars().map(begins_word).filter(|begins| *begins).nth(fewest - 1).is_some()
}

/// Whether a text has nothing but certain characters.
pub fn made_of(text: &str, characters: &str) -> bool {
    text.chars().all(|c| characters.chars().any(|own| own == c))
}

/// Whether a text has more than some characters.
pub fn is_longer(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_some()
}
