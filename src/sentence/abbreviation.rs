//! Abbreviations, initials and ordinals before a dot.

use super::around::{
    FEWEST_WORDS, MAX_ABBREVIATION, has_words, is_longer, lead, made_of, opens, starts,
};
use super::candidate::Candidate;
use super::characters::{
    CAPITAL, DASH, DOT, LETTER, NUMBER, OPENER, SMALL, SPACE, all, begins, ends as ends_with, skip,
    skip_back,
};
use crate::case::folded;
use crate::language::{Language, Script, holds};
use crate::letters::is_letter;
use crate::text::{ends_with_any, fields, has};

/// Figures of small Roman numbers.
const ROMAN: &str = "IVXL";

/// Small vowels are words in one language or another: an abbreviation of one has to be listed. So are the letters of three
/// bytes, which are Vietnamese vowels ("ạ").
const VOWELS: &str = "aeiouyýаеиоуыэюяіїєй";

/// A capital and one or two of these are an abbreviation in any language ("St", "Drs", "Дз").
const CONSONANTS: &str = "bcdfghjklmnpqrstvwxzбгджзкмрст";

/// What an abbreviation, initial or ordinal before the dot says; `None` if it is none of them.
pub fn abbreviation(word: &str, candidate: &Candidate<'_>, language: &Language) -> Option<bool> {
    if word.is_empty() {
        return None;
    }
    let after = candidate.after;
    let is_single = !is_longer(word, 1);
    let lead = skip_back(lead(candidate.before, word), SPACE);
    let next_is_number = begins(skip(after, OPENER), NUMBER);
    if word.len() <= MAX_ABBREVIATION {
        let folded = folded(word);
        // "then-Gov. Alder" has the title behind a hyphen.
        let last = fields(&folded, b'-').last().unwrap_or_default();
        // "M." is a title, "m." a unit.
        let is_title = |word: &str| holds(language.titles, word);
        if word != "m" && (is_title(last) || last.len() < folded.len() && is_title(&folded)) {
            return Some(false);
        }
        if holds(language.before_number, &folded) && (next_is_number || !opens(candidate, language))
        {
            return Some(false);
        }
        if holds(language.ambiguous, &folded) {
            return Some(starts(candidate, language));
        }
        // A letter alone ends behind a number or a part of its own: "1954 г.", "и т. д."
        if holds(language.ending, &folded)
            && (!is_single || begins(word, SMALL) && ends_with(lead, NUMBER | DOT))
        {
            // "At 5 a.m. Mr. Smith": so early in a sentence it has not ended yet.
            let goes_on = begins(after, DASH) || !has_words(candidate.before, FEWEST_WORDS);
            return Some(!goes_on && opens(candidate, language));
        }
    }
    if !language.script.is_cased() {
        return uncased(word, after, language);
    }
    if all(word, NUMBER) || (!is_single && made_of(word, ROMAN)) {
        return ordinal(word, candidate, language);
    }
    if is_single && begins(word, LETTER) {
        // An initial ("J. Smith") or the shortest abbreviation ("s. Smith"). A word of one letter ("I") ends
        // a sentence only before a sentence starter. Small vowels are words, what follows a number is a unit, and what
        // follows a mark an ending ("Crohn's", "km/h").
        let is_unit = ends_with(lead, NUMBER) && !next_is_number || ends_with_any(lead, "'’/");
        let is_abbreviation = begins(word, CAPITAL)
            || language.has_rules() && !is_unit && word.len() < 3 && !made_of(word, VOWELS);
        return is_abbreviation.then(|| starts(candidate, language));
    }
    let is_short = !is_single && !is_longer(word, 3) && begins(word, CAPITAL);
    if is_short && ends_with(word, SMALL) && made_of(&folded(word), CONSONANTS)
        || has(word, b'.') && fields(word, b'.').all(is_short_letters)
    {
        return Some(starts(candidate, language));
    }
    None
}

/// Scripts without case: a letter or two before a dot are initials. Where the danda ends
/// sentences a dot between numbers is a decimal point.
fn uncased(word: &str, after: &str, language: &Language) -> Option<bool> {
    let has_danda = language.terminators.chars().any(|own| own == '।');
    let last = fields(word, b'.').last().unwrap_or_default();
    let letters = last.chars().filter(|c| is_letter(*c) && !is_vowel_sign(*c)).count();
    let most = match language.script {
        Script::Indic if has_danda || last.ends_with(is_virama) => 2,
        Script::Indic | Script::Georgian | Script::Arabic | Script::Ethiopic => 1,
        // Thai and its neighbours end no sentence with a dot.
        Script::Southeast => 3,
        _ => 0,
    };
    if letters > 0 {
        return (letters <= most).then_some(false);
    }
    (has_danda && begins(after, NUMBER)).then_some(false)
}

fn is_virama(c: char) -> bool {
    matches!(c as u32, 0x900..=0xDFF if c as u32 & 0x7F == 0x4D)
}

fn is_vowel_sign(c: char) -> bool {
    matches!(c as u32, 0x900..=0xDFF if matches!(c as u32 & 0x7F, 0x00..=0x03 | 0x3A..=0x4F | 0x51..=0x57))
}

/// A number with a dot is an ordinal in many languages: it ends a sentence only before a capital,
/// where nouns have one too, and in a date ("7. Apríla 2020"), only before a sentence starter.
fn ordinal(word: &str, candidate: &Candidate<'_>, language: &Language) -> Option<bool> {
    if language.ordinal_digits == 0
        || (word.len() > language.ordinal_digits && begins(word, NUMBER))
    {
        return None;
    }
    let after = candidate.after;
    let is_roman_or_date =
        made_of(word, ROMAN) || word.len() <= 2 && begins(skip(skip(after, LETTER), SPACE), NUMBER);
    if !language.ordinal_capitals && !is_roman_or_date && begins(after, CAPITAL) {
        return None;
    }
    (!starts(candidate, language)).then_some(false)
}

/// A part of a dotted abbreviation: "e.g", "Ph.D", and not of a decimal or a date.
fn is_short_letters(part: &str) -> bool {
    !is_longer(part, 2) && all(part, LETTER)
}
