//! Headlines that run into their sentence without an end mark: "FIRE IN THE OLD HARBOUR The flames were seen ...",
//! "Fire destroys warehouse The flames were seen ..."

use super::characters::{CAPITAL, LETTER, NUMBER, SMALL, begins, ends, first, is};
use crate::case::folded;
use crate::language::{Language, holds};
use crate::text::fields;

/// Fewer words or letters in capitals may be a name, "NEW YORK CITY". Of 17 headlines of three words in
/// the treebanks 15 ended a sentence.
const FEWEST_CAPITAL_WORDS: usize = 3;
const FEWEST_LETTERS: usize = 12;

/// Words of a headline in small letters. Of places where [`run_in`] cuts, 162 of 181 part sentences in the treebanks;
/// behind one word 18 of 48.
const FEWEST_WORDS: usize = 2;
const MOST_WORDS: usize = 15;

/// Byte where the sentence behind a headline begins.
pub fn end(sentence: &str, language: &Language) -> Option<usize> {
    in_capitals(sentence, language).or_else(|| run_in(sentence, language))
}

/// A headline in capitals ends at a sentence starter. Most sentences are settled by their first word.
fn in_capitals(sentence: &str, language: &Language) -> Option<usize> {
    let (mut at, mut words, mut letters) = (0, 0, 0);
    for word in fields(sentence, b' ') {
        if first(word, SMALL).is_some() {
            let is_long = words >= FEWEST_CAPITAL_WORDS && letters >= FEWEST_LETTERS;
            return (is_long && language.starts(&folded(word))).then_some(at);
        }
        let capitals = word.chars().filter(|c| is(*c, CAPITAL)).count();
        if capitals == 0 && first(word, LETTER).is_some() {
            return None;
        }
        words += usize::from(capitals > 0);
        letters += capitals;
        at += word.len() + 1;
    }
    None
}

/// A headline in small letters ends at a starter with a capital, if a small letter follows that: else it is rather a name
/// ("The Hague"). Headlines leave the article out, sentences that hold a title ("He read The old ...") rarely do: so what begins
/// with a starter is no headline. Behind a starter ("in The ...") the capital is a title's too, and in English anywhere: there
/// names of things have capitals.
fn run_in(sentence: &str, language: &Language) -> Option<usize> {
    let starts = |word| language.starts(&folded(word));
    let mut words = fields(sentence, b' ');
    let mut last = words.next()?;
    let mut at = last.len() + 1;
    let mut word = words.next()?;
    if language.code == "en" || starts(last) {
        return None;
    }
    for (count, next) in (1..MOST_WORDS).zip(words) {
        if count >= FEWEST_WORDS
            && begins(word, CAPITAL)
            && begins(next, SMALL)
            && ends(last, LETTER | NUMBER)
            && !holds(CAPITALS, word)
            && starts(word)
            && !starts(last)
        {
            return Some(at);
        }
        at += word.len() + 1;
        (last, word) = (word, next);
    }
    None
}

/// Words that have a capital anywhere: "I" as a number, German politeness, Dutch names.
const CAPITALS: &str = "I Sie Ihr Ihre Ihren Van";
