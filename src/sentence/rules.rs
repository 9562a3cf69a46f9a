//! Says whether a sentence ends at a candidate: one rule after the other, the first that knows.

use super::candidate::{Candidate, Terminator};
use super::characters::{is_dash, is_dot, is_invisible, is_line, is_mark, is_opener};
use crate::case::{folded, is_lower, is_upper};
use crate::language::{Language, Script, holds};
use crate::letters::{is_letter, is_number, is_word};

/// Longest abbreviation looked up, bytes: the longest in the rows is "и.др" and the like.
const MAX_ABBREVIATION: usize = 16;

/// Letters of the shortest word that is surely none of a language's abbreviations.
const SHORTEST_PLAIN_WORD: usize = 5;

/// A sentence of fewer words does not end at an abbreviation.
const FEWEST_WORDS: usize = 4;

/// Whether a sentence ends at the candidate.
pub fn ends(candidate: &Candidate<'_>, language: &Language) -> bool {
    let after = candidate.after();
    let Some(next) = after.chars().next() else { return true };
    let ellipsis_opens = candidate.spaced() && after.starts_with("..");
    if candidate.terminator != Terminator::Line
        && !ellipsis_opens
        && (is_dot(next) || is_mark(next) || !candidate.before().contains(is_word))
    {
        return false;
    }
    match candidate.terminator {
        Terminator::Line => line(candidate, next),
        Terminator::Final => finals(candidate, next, language),
        Terminator::Mark => mark(candidate, next, language),
        Terminator::Ellipsis => ellipsis(candidate, language),
        Terminator::Dot => dot(candidate, next, language),
    }
}

/// A line feed ends a sentence, unless the line was merely wrapped: a space before it and a
/// small letter after it, or a Japanese particle.
fn line(candidate: &Candidate<'_>, next: char) -> bool {
    let before = candidate.before();
    !((before.ends_with(' ') && is_small(next))
        || (before.ends_with(is_hiragana) && is_letter(next)))
}

/// UAX #29 breaks wherever such a mark stands. Inside brackets and quotation marks that are open
/// Chinese and Japanese go on, and after a quotation Japanese goes on with a particle.
fn finals(candidate: &Candidate<'_>, next: char, language: &Language) -> bool {
    if candidate.depth > 0 {
        return false;
    }
    if is_continuation(next) {
        return false;
    }
    if candidate.closed && language.script == Script::Kana && is_hiragana(next) {
        return false;
    }
    // ":" and ";" as terminators, in times, ratios and lists.
    let is_ascii = candidate.text.as_bytes().get(candidate.at).is_some_and(u8::is_ascii);
    if is_ascii { candidate.spaced() && opens(candidate, language) } else { true }
}

/// "?" and "!" do not end a sentence before a small letter ("Why?" he asked), where UAX #29 does
/// not look at case.
fn mark(candidate: &Candidate<'_>, next: char, language: &Language) -> bool {
    if candidate.depth > 0 || is_continuation(next) {
        return false;
    }
    if candidate.text.as_bytes().get(candidate.at) == Some(&b')') {
        return candidate.spaced() && is_smile(candidate.before()) && opens(candidate, language);
    }
    if !candidate.spaced() && !candidate.closed {
        return !(is_number(next) || is_cased(next)) || language.script.is_unspaced();
    }
    opens(candidate, language)
}

/// A parenthesis that closes none is a smile, ":-)" or ")": it ends a sentence before a capital.
/// Behind a number or a letter or two it marks an item of a list.
fn is_smile(before: &str) -> bool {
    let word = last_word(before);
    before.ends_with([':', ';', '=', ')', '-'])
        || (word.chars().all(is_small)
            && word.chars().nth(2).is_some()
            && word.contains(is_no_figure))
}

/// A letter that no small Roman number has.
fn is_no_figure(c: char) -> bool {
    !matches!(c, 'i' | 'v' | 'x')
}

/// An ellipsis ends a sentence before what can begin one; with spaces inside only if a full stop
/// goes before it ("so . . . ." has four dots); "[...]" never.
fn ellipsis(candidate: &Candidate<'_>, language: &Language) -> bool {
    let marks = candidate.text.get(candidate.at..candidate.end).unwrap_or_default();
    let is_carried_on = candidate.after().starts_with(is_continuation);
    if is_carried_on || candidate.before().ends_with(['[', '(']) && marks.contains([']', ')']) {
        return false;
    }
    if marks.starts_with(". .") && marks.matches('.').count() == 3 {
        return false;
    }
    (candidate.spaced() || candidate.closed) && opens(candidate, language)
}

fn dot(candidate: &Candidate<'_>, next: char, language: &Language) -> bool {
    if candidate.depth > 0 || (is_continuation(next) && !candidate.after().starts_with(",,")) {
        return false;
    }
    if !candidate.spaced() {
        return unspaced_dot(candidate, next, language);
    }
    let before = candidate.before();
    if is_list_marker(before) {
        return false;
    }
    let word = last_word(before.trim_end_matches(|c: char| c.is_whitespace() || is_invisible(c)));
    if super::list::goes_on(before, word) {
        return false;
    }
    if candidate.closed {
        return opens(candidate, language);
    }
    if is_bracketed(before, word) || super::list::is_item(before, word) {
        return false;
    }
    abbreviation(word, candidate, language)
        .unwrap_or_else(|| opens(candidate, language) || is_plain_word(word, language))
}

/// "(fig. 5)": a short word that a parenthesis opens with is an abbreviation, in any language. Of 52
/// such words in the treebanks one ended a sentence.
fn is_bracketed(before: &str, word: &str) -> bool {
    before_word(before, word).ends_with('(')
        && word.chars().nth(MAX_BRACKETED).is_none()
        && word.chars().all(is_small)
}

/// The text before a word that ends it.
fn before_word<'a>(before: &'a str, word: &str) -> &'a str {
    let before = before.trim_end();
    before.get(..before.len().saturating_sub(word.len())).unwrap_or_default()
}

/// Small vowels are words in one language or another: an abbreviation of one has to be listed.
const VOWELS: &str = "aeiouyýаеиоуыэюяіїєй";

/// Letters of an abbreviation behind an opening parenthesis.
const MAX_BRACKETED: usize = 6;

/// A word in small letters too long for an abbreviation: a dot behind it ends a sentence even where
/// the next one has no capital, as people write in comments. UAX #29 would go on (SB8). Only where
/// the row knows the language's abbreviations. Shorter words lost more than they gained in
/// `eval sentences`.
fn is_plain_word(word: &str, language: &Language) -> bool {
    !language.starters.is_empty()
        && word.chars().count() >= SHORTEST_PLAIN_WORD
        && word.chars().all(is_lower)
}

/// A dot with no space behind it ends a sentence only where a word in small letters is glued to
/// one with a capital; elsewhere it is part of a number, a name, an address.
fn unspaced_dot(candidate: &Candidate<'_>, next: char, language: &Language) -> bool {
    if candidate.closed {
        return is_upper(next) || is_opener(next);
    }
    if language.script.is_unspaced() || !language.script.is_cased() {
        let word = last_word(candidate.before());
        if let Some(ends) = abbreviation(word, candidate, language) {
            return ends;
        }
        return !next.is_ascii_alphanumeric()
            && candidate.before().chars().next_back().is_some_and(|c| !c.is_ascii_alphanumeric());
    }
    let word = last_word(candidate.before());
    let glued = word.chars().count() >= 3
        && (word.chars().skip(1).all(is_lower) || word.chars().all(is_number));
    let mut following = candidate.after().chars().skip(1);
    glued
        && is_upper(next)
        && !is_address(candidate)
        && !holds(language.titles, &folded(word))
        && following.next().is_some_and(|c| is_lower(c) || c == ' ' || word.chars().count() > 4)
}

/// Whether the dot stands inside an address: a word with "@", "/" or "_".
fn is_address(candidate: &Candidate<'_>) -> bool {
    let before = candidate.before().split_whitespace().next_back().unwrap_or_default();
    let after = candidate.after().split_whitespace().next().unwrap_or_default();
    [before, after].iter().any(|part| part.contains(['@', '/', '_', '=']))
}

/// What an abbreviation, initial or ordinal before the dot says; `None` if it is none of them.
fn abbreviation(word: &str, candidate: &Candidate<'_>, language: &Language) -> Option<bool> {
    let first = word.chars().next()?;
    let next_is_number = candidate.after().starts_with(|c: char| is_number(c) || c == '№');
    let is_single = is_single(word);
    if word.len() <= MAX_ABBREVIATION {
        let folded = folded(word);
        if holds(language.titles, &folded) {
            return Some(false);
        }
        if (holds(language.before_number, &folded) || matches!(folded.as_str(), "n°" | "nº"))
            && (next_is_number || !opens(candidate, language))
        {
            return Some(false);
        }
        if holds(language.ambiguous, &folded) {
            return Some(starts(candidate, language));
        }
        if holds(language.ending, &folded) {
            // "At 5 a.m. Mr. Smith": so early in a sentence it has not ended yet.
            let words = candidate.before().split_whitespace().count();
            return Some(words >= FEWEST_WORDS && opens(candidate, language));
        }
    }
    if !language.script.is_cased() {
        return uncased(word, candidate, language);
    }
    if word.chars().all(is_number) || (!is_single && word.chars().all(is_roman)) {
        return ordinal(word, candidate, language);
    }
    if is_single && is_letter(first) {
        // An initial ("J. Smith") or the shortest abbreviation ("s. Smith"). A word of one letter ("I") ends
        // a sentence only before a sentence starter. Small vowels are words, what follows a number is a unit.
        let lead = before_word(candidate.before(), word).trim_end();
        let is_unit = lead.ends_with(is_number) && !next_is_number;
        let is_abbreviation =
            is_upper(first) || language.has_rules() && !is_unit && !VOWELS.contains(first);
        return is_abbreviation.then(|| starts(candidate, language));
    }
    if word.contains('.') && word.split('.').all(is_short_letters) {
        return Some(starts(candidate, language));
    }
    None
}

/// A month, by the letters that most languages of Europe begin it with.
fn is_month(word: &str) -> bool {
    let word = folded(word);
    let stem = word.char_indices().nth(3).and_then(|(end, _)| word.get(..end));
    holds(
        "jan feb mar apr maj máj jun jún jul júl aug sep okt oct nov dec dez des",
        stem.unwrap_or(&word),
    )
}

fn is_roman(c: char) -> bool {
    matches!(c, 'I' | 'V' | 'X' | 'L')
}

/// Scripts without case: a letter or two before a dot are initials. Where the danda ends
/// sentences a dot between numbers is a decimal point.
fn uncased(word: &str, candidate: &Candidate<'_>, language: &Language) -> Option<bool> {
    let has_danda = language.terminators.contains('।');
    let last = word.rsplit('.').next().unwrap_or_default();
    let letters = last.chars().filter(|c| is_letter(*c) && !is_vowel_sign(*c)).count();
    let most = match language.script {
        Script::Indic if has_danda || last.ends_with(is_virama) => 2,
        Script::Indic | Script::Georgian | Script::Arabic | Script::Ethiopic => 1,
        _ => 0,
    };
    if letters > 0 {
        return (letters <= most).then_some(false);
    }
    (has_danda && candidate.after().starts_with(is_number)).then_some(false)
}

fn is_virama(c: char) -> bool {
    matches!(c as u32, 0x900..=0xDFF if c as u32 & 0x7F == 0x4D)
}

fn is_vowel_sign(c: char) -> bool {
    matches!(c as u32, 0x900..=0xDFF if matches!(c as u32 & 0x7F, 0x00..=0x03 | 0x3A..=0x4F | 0x51..=0x57))
}

/// A number with a dot is an ordinal in many languages: it ends a sentence only before a capital,
/// where nouns or months have one too only before a sentence starter.
fn ordinal(word: &str, candidate: &Candidate<'_>, language: &Language) -> Option<bool> {
    if language.ordinal_digits == 0
        || (word.len() > language.ordinal_digits && word.starts_with(is_number))
    {
        return None;
    }
    let after = candidate.after();
    let is_roman_or_date = word.starts_with(is_roman) || is_month(first_word(after));
    if !language.ordinal_capitals && !is_roman_or_date && after.starts_with(is_upper) {
        return None;
    }
    (!starts(candidate, language)).then_some(false)
}

/// Whether what follows can begin a sentence: not a small letter, where the script has case.
/// A dash or an opening mark before it does not count.
fn opens(candidate: &Candidate<'_>, language: &Language) -> bool {
    let mut after = candidate.after();
    if let Some(rest) = strip_dash(after) {
        if rest.is_empty() {
            return true;
        }
        if rest.starts_with(['.', ',']) {
            return false;
        }
        after = rest;
    }
    let bare = after.trim_start_matches(|c: char| is_opener(c) || c == ' ');
    if bare.starts_with("..") {
        return true;
    }
    let first = if language.has_rules() {
        bare.chars().next()
    } else {
        // SB8 of UAX #29 looks through digits and marks for the letter: "art. 13 of".
        bare.chars().find(|c| is_letter(*c) || is_dot(*c) || is_mark(*c) || is_line(*c))
    };
    !first.is_some_and(is_small)
}

/// A small letter, which begins no sentence. Georgian letters count as small to Unicode and tell nothing.
fn is_small(c: char) -> bool {
    is_lower(c) && !matches!(c, '\u{10D0}'..='\u{10FF}')
}

/// A letter of a script that has capitals.
fn is_cased(c: char) -> bool {
    is_upper(c) || is_small(c)
}

/// Whether a sentence starter follows. Languages without a list take any capital.
fn starts(candidate: &Candidate<'_>, language: &Language) -> bool {
    let after = candidate.after();
    let bare = strip_dash(after).unwrap_or(after).trim_start_matches(is_opener);
    let word = first_word(bare);
    if !word.is_empty() {
        let behind = bare.get(word.len()..).unwrap_or_default();
        if word.chars().nth(1).is_none() && behind.starts_with('.') {
            // Another initial.
            return false;
        }
        let capital =
            word.chars().next().is_some_and(|c| is_upper(c) || !language.script.is_cased());
        return capital && language.starts(&folded(word));
    }
    !bare.starts_with('№')
}

/// "– Hello." after a terminator: the text behind the dash. UAX #29 never breaks before a dash (SB8a).
fn strip_dash(after: &str) -> Option<&str> {
    let rest = after.strip_prefix(is_dash)?;
    Some(rest.trim_start_matches(|c: char| is_dash(c) || c.is_whitespace()))
}

/// Marks that carry a sentence on (UAX #29: SContinue, dashes apart).
fn is_continuation(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '、' | '，' | '；' | '：' | '،' | '؛')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

/// "1." or "2.1." or "a." that stands alone at the start of the sentence under way.
fn is_list_marker(before: &str) -> bool {
    let bare =
        before.trim_start_matches(|c: char| c == '(' || super::list::is_bullet(c) || c == ' ');
    let mut parts = bare.split('.');
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.chars().all(is_number);
    is_single(bare) && bare.starts_with(is_letter) || parts.all(is_number)
}

fn is_single(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some() && chars.next().is_none()
}

/// The word that ends a text, with dots and apostrophes inside it.
fn last_word(before: &str) -> &str {
    let start = before
        .char_indices()
        .rev()
        .take(MAX_ABBREVIATION * 2)
        .take_while(|(_, c)| is_inside(*c) || matches!(c, '.' | '-' | '’'))
        .last()
        .map_or(before.len(), |(at, _)| at);
    before.get(start..).unwrap_or_default().trim_start_matches(['.', '-', '’'])
}

/// A character inside a word; degrees are ("20 °C").
fn is_inside(c: char) -> bool {
    is_word(c) || c == '°'
}

fn first_word(after: &str) -> &str {
    let end = after.find(|c: char| !is_inside(c)).unwrap_or(after.len());
    after.get(..end).unwrap_or_default()
}

/// A part of a dotted abbreviation: "e.g", "Ph.D", and not of a decimal or a date.
fn is_short_letters(part: &str) -> bool {
    part.chars().count() <= 2 && part.chars().all(is_letter)
}
