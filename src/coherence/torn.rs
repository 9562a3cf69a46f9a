//! What marks tell of a sentence: half a quotation, an open bracket, a label without an end.

use crate::case::is_upper;
use crate::language::{Language, Script};
use crate::letters::is_word;
use crate::text::{bare, ends_with_any, trim_end};

/// A quotation from end to end, without words that say whose it is; or speech behind a dash that
/// no second dash ends.
pub fn is_bare_quotation(sentence: &str) -> bool {
    if let Some(speech) = sentence.strip_prefix(is_dash) {
        return !speech.chars().any(is_dash);
    }
    let closed = trim_end(sentence, ".,!?…");
    sentence.starts_with(is_mark)
        && closed.ends_with(is_mark)
        && sentence.chars().filter(|c| is_mark(*c)).count() == 2
}

fn is_dash(c: char) -> bool {
    matches!(c, '–' | '—')
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』')
}

/// A caption or a label: no mark ends it, in scripts that end sentences with one.
pub fn is_label(sentence: &str, language: &Language) -> bool {
    language.script != Script::Southeast && bare(sentence).chars().next_back().is_some_and(is_word)
}

/// What a sentence lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// The other half of a quotation.
    Quotation,
    /// The other half of a bracket, or of single marks, which nothing tells from apostrophes.
    Bracket,
    /// What its colon or comma announces, or the answer to it.
    Rest,
}

/// Half a quotation, an open bracket, a colon, comma or question with nothing behind it.
pub fn cut(sentence: &str) -> Option<Cut> {
    let mut curly = 0_i32;
    let mut straight = 0_u32;
    let mut round = 0_i32;
    let mut angle = 0_i32;
    let mut corner = 0_i32;
    let mut low = false;
    let mut rest = sentence;
    // From mark to mark, since most of most sentences is letters of ASCII.
    while let Some(at) = rest.bytes().position(|b| !b.is_ascii() || matches!(b, b'"' | b'(' | b')'))
    {
        let mut behind = rest.get(at..).unwrap_or_default().chars();
        match behind.next().unwrap_or_default() {
            '„' => {
                low = true;
                curly += 1;
            }
            // After a low mark the high one closes, whichever way it curls.
            '“' if low => curly -= 1,
            '“' => curly += 1,
            '”' => curly -= 1,
            '"' => straight += 1,
            '(' => round += 1,
            ')' => round -= 1,
            '«' => angle += 1,
            '»' => angle -= 1,
            '「' => corner += 1,
            '」' => corner -= 1,
            _ => {}
        }
        rest = behind.as_str();
    }
    if round != 0 || has_torn_single_quote(sentence) {
        return Some(Cut::Bracket);
    }
    let quotation = curly != 0 || !straight.is_multiple_of(2) || angle != 0 || corner != 0;
    if quotation {
        return Some(Cut::Quotation);
    }
    ends_with_any(bare(sentence), ":：?？؟,，،;").then_some(Cut::Rest)
}

/// Half a quotation in single marks. Apostrophes look the same: only a mark before a sentence's
/// first word, or behind its last mark, counts.
fn has_torn_single_quote(sentence: &str) -> bool {
    // Neither an apostrophe nor what any curly mark begins with.
    if !sentence.bytes().any(|byte| matches!(byte, b'\'' | 0xE2)) {
        return false;
    }
    let opens = |c: char| matches!(c, '‘' | '\'');
    let closes = |c: char| matches!(c, '’' | '\'');
    let mut before = ' ';
    let (mut opened, mut closed) = (0, 0);
    for (at, c) in sentence.char_indices() {
        let behind = || sentence.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        // "'90s" and "’em" open nothing.
        if opens(c) && !is_word(before) && behind().is_some_and(is_upper) {
            opened += 1;
        } else if closes(c) && matches!(before, '.' | ',' | '!' | '?' | '…') {
            closed += 1;
        }
        before = c;
    }
    let half = |rest: &str| opened > 0 && !has_close(rest);
    sentence.strip_prefix(opens).is_some_and(half) || closed > opened
}

/// A single mark that may close: no letter stands behind it.
fn has_close(text: &str) -> bool {
    let mut behind = text.chars();
    while let Some(c) = behind.next() {
        if matches!(c, '’' | '\'') && !behind.clone().next().is_some_and(is_word) {
            return true;
        }
    }
    false
}
