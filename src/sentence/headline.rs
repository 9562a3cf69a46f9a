//! Headlines in capitals that run into their sentence: "FIRE IN THE OLD HARBOUR The flames were seen ..."

use super::characters::{CAPITAL, LETTER, SMALL, first, is};
use crate::case::folded;
use crate::language::Language;
use crate::text::fields;

/// Fewer words or letters in capitals may be a name, "NEW YORK CITY". Of 17 headlines of three words in
/// the treebanks 15 ended a sentence.
const FEWEST_WORDS: usize = 3;
const FEWEST_LETTERS: usize = 12;

/// Byte where the sentence behind a headline in capitals begins: at a sentence starter. Most sentences
/// are settled by their first word.
pub fn end(sentence: &str, language: &Language) -> Option<usize> {
    let (mut at, mut words, mut letters) = (0, 0, 0);
    for word in fields(sentence, b' ') {
        if first(word, SMALL).is_some() {
            let is_long = words >= FEWEST_WORDS && letters >= FEWEST_LETTERS;
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
