//! Headlines that run into their sentence without an end mark: "FIRE IN THE OLD HARBOUR The flames were seen ...",
//! "Incêndio destrói armazém As chamas eram vistas ..."; and addresses and hashtags that do.

use super::around::{first_word, is_longer};
use super::characters::{CAPITAL, LETTER, NUMBER, SMALL, all, begins, ends, first, is};
use crate::case::folded;
use crate::language::{Language, holds};
use crate::text::{fields, holds_part};

/// Less in capitals may be a name, "NEW YORK CITY". Of 17 headlines of three words in the treebanks 15 ended a sentence.
const FEWEST_CAPITAL_WORDS: usize = 3;
const FEWEST_BYTES: usize = 15;

/// Words of a headline in small letters. Of places where these are cut, 162 of 181 part sentences in the treebanks;
/// behind one word 18 of 48.
const FEWEST_WORDS: usize = 2;
const MOST_WORDS: usize = 25;

/// Bytes of a starter that ends a headline of one word: "Praia Depois de ..."; shorter ones stand in names ("Porto Da Cruz").
const LONG_STARTER: usize = 5;

/// The same where the first is an article or another starter: fewer may lead up to a title ("The film The old ...").
const FEWEST_LED_WORDS: usize = 4;

/// Words that have a capital anywhere: "I" as a number, German politeness, Dutch names.
const CAPITALS: &str = "I Sie Ihr Ihre Van";

/// Byte where the sentence behind a headline begins: at a starter with a capital.
///
/// Behind small letters a small letter has to follow it: else it is rather a name ("The Hague"), unless the headline has that name
/// too ("Porto perde em casa O Porto ...": 12 of 13 times). Most such headlines leave the article out, sentences that hold a
/// title ("He read The old ...") rarely do. So of what begins with a starter little is a headline: in plain text what has some
/// words and no name at its end ("RER A", "Marine Le Pen"); none in pages, where a headline is a block of its own, and none in
/// Russian, for its verse. Behind a starter ("in The ...") the capital is a title's too, in English anywhere, since names of
/// things have capitals there, and in Vietnamese, where names of persons hold such words ("Tuấn Anh").
pub fn end(sentence: &str, language: &Language) -> Option<usize> {
    let starts = |word| language.starts(&folded(word));
    let mut words = fields(sentence, b' ');
    let mut last = words.next()?;
    let mut word = words.next()?;
    let mut at = last.len() + 1;
    let mut is_in_capitals = true;
    let is_never = holds("en vi", language.code);
    let is_led = !is_never && starts(last);
    let fewest = if is_never || is_led && (language.is_of_pages || language.code == "ru") {
        MOST_WORDS
    } else if is_led {
        FEWEST_LED_WORDS
    } else {
        FEWEST_WORDS
    };
    // Most sentences, most languages' in pages: neither in capitals nor with an address.
    let is_marked = || sentence.bytes().any(|byte| matches!(byte, b'#' | b'>' | b'/'));
    if fewest == MOST_WORDS && first(last, SMALL).is_some() && !is_marked() {
        return None;
    }
    for (count, next) in (1..).zip(words) {
        is_in_capitals = is_in_capitals && first(last, SMALL).is_none();
        let mut tail = word.chars();
        if tail.next().is_some_and(|c| is(c, CAPITAL)) && all(tail.as_str(), SMALL) {
            let ends = if is_address(last, next) {
                true
            } else if !ends(last, LETTER | NUMBER) || holds(CAPITALS, word) {
                false
            } else if is_in_capitals && first(word, SMALL).is_some() {
                count >= FEWEST_CAPITAL_WORDS && at > FEWEST_BYTES && starts(word)
            } else {
                let is_named = holds_part(sentence.get(..at).unwrap_or_default(), first_word(next));
                // "A PONTE fecha", as some newspapers print the first words. In pages it is rather a name ("Le JDD").
                let is_loud = !language.is_of_pages
                    && is_longer(next, 1)
                    && all(next, CAPITAL)
                    && !all(last, CAPITAL);
                let is_long = fewest == FEWEST_WORDS && word.len() >= LONG_STARTER;
                (is_long || count >= fewest)
                    && count < MOST_WORDS
                    && (begins(next, SMALL) || is_named || is_loud)
                    && !(is_led && begins(last, CAPITAL))
                    && starts(word)
                    && !starts(last)
            };
            if ends {
                return Some(at);
            }
        }
        at += word.len() + 1;
        (last, word) = (word, next);
    }
    None
}

/// Whether a word is an address, a tag of HTML or a hashtag: a capital behind it begins a sentence, 59 of 62 times in the
/// treebanks. A hashtag may be part of a name ("#MeToo Movement"), so a small letter has to follow.
fn is_address(word: &str, next: &str) -> bool {
    word.starts_with('#') && ends(word, LETTER) && begins(next, SMALL)
        || word.ends_with('>') && holds_part(word, "<")
        || holds_part(word, "://")
}
