//! Says whether a sentence ends at a candidate: one rule after the other, the first that knows.

use super::abbreviation::abbreviation;
use super::around::{FEWEST_WORDS, has_words, is_longer, last_word, lead, made_of, opens, starts};
use super::candidate::Candidate;
use super::characters::{
    BLANK, BULLET, CAPITAL, COMMA, DASH, DOT, ELLIPSIS, FINAL, HIRAGANA, HYPHEN, LETTER, LINE,
    MARK, NUMBER, OPENER, SMALL, SPACE, UNSEEN, WORD, all, begins, ends as ends_with, run, skip,
    skip_back,
};
use super::list;
use crate::case::folded;
use crate::language::{Language, Script, holds};
use crate::text::{ends_with_any, fields, has_any, holds_part, starts_with_any, trim_start};

/// Letters of the shortest word that is surely none of a language's abbreviations.
const SHORTEST_PLAIN_WORD: usize = 5;

/// Bytes of an address that are looked at, either way of a dot.
const MAX_ADDRESS: usize = 200;

/// Whether a sentence ends at the candidate.
pub fn ends(candidate: &Candidate<'_>, language: &Language) -> bool {
    let Candidate { before, after, terminator, spaced, .. } = *candidate;
    if after.is_empty() {
        return true;
    }
    if terminator == LINE {
        return line(before, after);
    }
    let ellipsis_opens = spaced && after.starts_with("..");
    if !ellipsis_opens && (begins(after, DOT | MARK | FINAL) || !candidate.has_word)
        || candidate.depth > 0 && terminator != ELLIPSIS
    {
        return false;
    }
    if begins(after, COMMA) && !(terminator == DOT && after.starts_with(",,")) {
        return false;
    }
    if candidate.closed && is_attribution(after, language.script) {
        return false;
    }
    match terminator {
        FINAL => finals(candidate, language),
        MARK => mark(candidate, language),
        ELLIPSIS => ellipsis(candidate, language),
        _ => dot(candidate, language),
    }
}

/// "...?" said the man: where no capital tells, a clause of a few words behind a quotation says who speaks.
fn is_attribution(after: &str, script: Script) -> bool {
    let rest = skip(after, WORD | BLANK);
    let clause = after.get(..after.len() - rest.len()).unwrap_or_default();
    !script.is_cased()
        && !script.is_unspaced()
        && begins(rest, DOT | FINAL)
        && !has_words(clause, FEWEST_WORDS)
}

/// A line feed ends a sentence, unless the line was merely wrapped: a space before it and a
/// small letter after it, or a Japanese particle.
fn line(before: &str, after: &str) -> bool {
    !(before.ends_with(' ') && begins(after, SMALL)
        || ends_with(before, HIRAGANA) && begins(after, LETTER))
}

/// UAX #29 breaks wherever such a mark stands. Inside brackets and quotation marks that are open
/// Chinese and Japanese go on, and after a quotation Japanese goes on with a particle.
fn finals(candidate: &Candidate<'_>, language: &Language) -> bool {
    if candidate.closed && language.script == Script::Kana && begins(candidate.after, HIRAGANA) {
        return false;
    }
    let (marks, after) = (candidate.marks, candidate.after);
    // Urdu newspapers type a hyphen for the full stop: behind a verb, between spaces.
    if marks == "-" {
        let verb = last_word(skip_back(candidate.before, SPACE));
        return candidate.spaced && holds(language.ending, verb);
    }
    // ":" and ";" as terminators, in times, ratios and lists.
    if !starts_with_any(marks, ":;") {
        return true;
    }
    // A mark that stands twice in the row ends a sentence before small letters too.
    let doubled = if marks.starts_with(';') { ";;" } else { "::" };
    let is_strong = !language.is_of_pages && holds_part(language.terminators, doubled);
    let is_allowed = match language.script {
        // In Romance languages a semicolon ends a sentence before a sentence starter, all 53 times in the treebanks; other
        // capitals are names in lists.
        Script::Latin if marks.starts_with(';') => is_strong || starts(candidate, language),
        // In the treebanks of some languages a colon ends a sentence, of some only before a quotation: 240 of 259 times.
        // Where it does before small letters and quotations, as in Basque, it does before numbers.
        Script::Latin | Script::Cyrillic => {
            !language.is_of_pages
                && (begins(after, OPENER) || language.terminators.starts_with(':'))
                && (!begins(after, OPENER | NUMBER) || language.terminators.ends_with(':'))
                && (is_strong || !begins(after, NUMBER))
        }
        _ => true,
    };
    candidate.spaced && is_allowed && (is_strong || opens(candidate, language))
}

/// "?" and "!" do not end a sentence before a small letter ("Why?" he asked), where UAX #29 does
/// not look at case.
fn mark(candidate: &Candidate<'_>, language: &Language) -> bool {
    if candidate.marks.starts_with(')') {
        return candidate.spaced && is_smile(candidate.before) && opens(candidate, language);
    }
    if !candidate.spaced && !candidate.closed {
        // "Yahoo!-Aktie".
        return !begins(candidate.after, NUMBER | CAPITAL | SMALL | DASH)
            || language.script.is_unspaced();
    }
    opens(candidate, language)
}

/// A parenthesis that closes none is a smile, ":-)" or ")": it ends a sentence before a capital.
/// Behind a number or a letter or two it marks an item of a list.
fn is_smile(before: &str) -> bool {
    let word = last_word(before);
    ends_with_any(before, ":;=)-")
        || (all(word, SMALL) && is_longer(word, 2) && !made_of(word, "ivx"))
}

/// An ellipsis ends a sentence before what can begin one; with spaces inside only if a full stop
/// goes before it ("so . . . ." has four dots); in brackets only before a sentence starter: "(...) Le maire" begins one
/// in all of 36 places in 1,000 French articles.
fn ellipsis(candidate: &Candidate<'_>, language: &Language) -> bool {
    let marks = candidate.marks;
    if ends_with_any(candidate.before, "[(") && has_any(marks, "])") {
        return candidate.spaced && starts(candidate, language);
    }
    if marks.starts_with(". .") && marks.bytes().filter(|b| *b == b'.').count() == 3 {
        return false;
    }
    (candidate.spaced || candidate.closed) && opens(candidate, language)
}

fn dot(candidate: &Candidate<'_>, language: &Language) -> bool {
    let before = candidate.before;
    if !candidate.spaced {
        return unspaced_dot(candidate, language);
    }
    if is_list_marker(before) || is_dateline(candidate.after) || is_entry(candidate) {
        return false;
    }
    let word = last_word(skip_back(before, SPACE | UNSEEN | HYPHEN));
    let lead = lead(before, word);
    if list::goes_on(before, word) {
        return false;
    }
    if candidate.closed {
        return opens(candidate, language);
    }
    if is_bracketed(lead, word, language.script) || list::is_item(lead, word) {
        return false;
    }
    // In text taken apart into words the dot of an abbreviation stays with it.
    if before.ends_with(' ') && begins(candidate.after, OPENER) {
        return true;
    }
    abbreviation(word, candidate, language)
        .unwrap_or_else(|| opens(candidate, language) || is_plain_word(word, language))
}

/// "HARBURY, Wis. (AP) —": a name in parentheses before a dash closes the place and date of a report.
fn is_dateline(after: &str) -> bool {
    let Some(inside) = after.strip_prefix('(') else { return false };
    let name = run(inside, WORD);
    let behind = inside.get(name..).and_then(|rest| rest.strip_prefix(')')).unwrap_or_default();
    begins(inside, CAPITAL) && begins(skip(behind, SPACE), DASH)
}

/// "6 de julio. - Barak": a date before what happened then.
fn is_entry(candidate: &Candidate<'_>) -> bool {
    begins(candidate.after, DASH)
        && begins(skip(candidate.before, SPACE), NUMBER)
        && !has_words(candidate.before, FEWEST_WORDS + 1)
}

/// "(fig. 5)": a short word that a parenthesis opens with is an abbreviation, in any script with small letters and in
/// Georgian. Of 52 such words in the treebanks one ended a sentence.
fn is_bracketed(lead: &str, word: &str, script: Script) -> bool {
    let letters = if script == Script::Georgian { LETTER } else { SMALL };
    lead.ends_with('(') && !is_longer(word, MAX_BRACKETED) && all(word, letters)
}

/// Letters of an abbreviation behind an opening parenthesis.
const MAX_BRACKETED: usize = 6;

/// A word in small letters that is no abbreviation: a dot behind it ends a sentence even where
/// the next one has no capital, as people write in comments. UAX #29 would go on (SB8). Only where
/// the row knows the language's abbreviations. Of shorter words only the function words: others lost more
/// than they gained in `eval sentences`.
fn is_plain_word(word: &str, language: &Language) -> bool {
    let tail = skip(word, CAPITAL);
    !language.starters.is_empty()
        && all(tail, SMALL)
        && (is_longer(tail, SHORTEST_PLAIN_WORD - 1) || holds(language.function_words, word))
}

/// A dot with no space behind it ends a sentence only where a word in small letters is glued to
/// one with a capital; elsewhere it is part of a number, a name, an address.
fn unspaced_dot(candidate: &Candidate<'_>, language: &Language) -> bool {
    let before = candidate.before;
    if candidate.closed {
        return begins(candidate.after, CAPITAL | OPENER);
    }
    let after = skip(candidate.after, OPENER);
    let word = last_word(before);
    if ends_with_any(before, "\"»”)") && begins(after, CAPITAL) {
        return true;
    }
    if language.script.is_unspaced() || !language.script.is_cased() {
        let is_ascii = |c: Option<char>| c.is_none_or(|c| c.is_ascii_alphanumeric());
        return abbreviation(word, candidate, language).unwrap_or_else(|| {
            !is_ascii(after.chars().next()) && !is_ascii(before.chars().next_back())
        });
    }
    // "explique-t-il.De": of each part of a word all but the first letter is small.
    let is_plain = |part: &str| {
        let mut tail = part.chars();
        tail.next();
        all(tail.as_str(), SMALL) || all(part, NUMBER)
    };
    let mut following = after.chars();
    following.next();
    let following = following.as_str();
    is_longer(word, 2)
        && fields(word, b'-').all(is_plain)
        && begins(after, CAPITAL)
        && !is_address(candidate)
        && !holds(language.titles, &folded(word))
        && !following.is_empty()
        && (begins(following, SMALL) || starts_with_any(following, " '’") || is_longer(word, 4))
}

/// Whether the dot stands inside an address: a word with "@", "/" or "_".
fn is_address(candidate: &Candidate<'_>) -> bool {
    let is_inside = |b: &&u8| !b.is_ascii_whitespace();
    let is_sign = |b: &u8| matches!(b, b'@' | b'/' | b'_' | b'=');
    let (before, after) = (candidate.before.as_bytes(), candidate.after.as_bytes());
    before.iter().rev().take(MAX_ADDRESS).take_while(is_inside).any(is_sign)
        || after.iter().take(MAX_ADDRESS).take_while(is_inside).any(is_sign)
}

/// "1." or "2.1." or "a." that stands alone at the start of the sentence under way.
fn is_list_marker(before: &str) -> bool {
    let bare = trim_start(before, "(");
    let bare = skip(bare, BULLET | BLANK);
    let is_number = |part: &str| (1..=4).contains(&part.len()) && all(part, NUMBER);
    !is_longer(bare, 1) && begins(bare, LETTER) || fields(bare, b'.').all(is_number)
}
