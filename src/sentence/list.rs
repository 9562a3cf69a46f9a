//! Parts lists that run on in one line: "1) Milk 2) Bread" is two items.

use crate::text::{ends_with_any, has, split_at_first, trim_end, trim_start};
use std::ops::Range;

use super::characters::{BLANK, BULLET, CAPITAL, DIGIT, LETTER, SPACE, begins, skip, skip_back};
use super::keep;

/// A marker of a list item: how it looks, and the how-manieth it is.
#[derive(Clone, Copy)]
struct Marker<'a> {
    before: &'a str,
    after: &'a str,
    is_letter: bool,
    number: u32,
}

/// Higher numbers are years.
const HIGHEST: u32 = 999;

/// Cuts a sentence that begins with a list marker before each marker that follows on it in the
/// same style: after "a)" before "b)". Other sentences stay whole. Cost is linear.
pub fn part(text: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut parted = Vec::with_capacity(sentences.len());
    let mut last: Option<Marker<'_>> = None;
    for Range { mut start, end } in sentences {
        let sentence = text.get(start..end).unwrap_or_default();
        let own = marker(sentence);
        last = own.or(last);
        if last.is_some() || sentence.bytes().any(|byte| matches!(byte, b':' | b';')) {
            let mut led = false;
            for (at, byte) in (start..).zip(sentence.bytes()) {
                let is_led = led;
                led = matches!(byte, b':' | b';');
                if byte != b' ' {
                    continue;
                }
                let rest = text.get(at + 1..end).unwrap_or_default();
                if !(is_led && begins_item(rest)) {
                    let Some(next) = marker(rest) else { continue };
                    if at == start || !last.is_some_and(|last| last.leads(&next)) {
                        continue;
                    }
                    last = Some(next);
                }
                keep(text, start..at, &mut parted);
                start = at + 1;
            }
        }
        keep(text, start..end, &mut parted);
    }
    parted
}

impl Marker<'_> {
    /// Whether another marker is the next of the same list.
    fn leads(&self, next: &Marker<'_>) -> bool {
        next.number == self.number + 1
            && next.before == self.before
            && next.after == self.after
            && next.is_letter == self.is_letter
    }
}

/// Whether a text behind a colon or semicolon begins with the marker of an item: "2.1.3. " or "b) ".
/// A bare number or the first letter is rather part of the sentence that the list belongs to.
fn begins_item(text: &str) -> bool {
    let Some((token, rest)) = split_at_first(text, " ") else { return false };
    let value = trim_end(token, ".)");
    let is_letter = token.ends_with(')') && matches!(value.as_bytes(), [b'b'..=b'z']);
    value.len() < token.len()
        && begins(rest, LETTER)
        && (is_letter
            || is_number(value) && has(value, b'.')
            || value == "1" && begins(rest, CAPITAL))
}

/// Whether a word behind `lead` is the number of an item behind a colon or semicolon.
pub fn is_item(lead: &str, word: &str) -> bool {
    lead.ends_with(' ')
        && ends_with_any(skip_back(lead, SPACE), ":;")
        && (word == "1" || has(word, b'.') && is_number(word))
}

/// "4" or "2.1.3".
fn is_number(value: &str) -> bool {
    let mut digits = 0;
    for byte in value.bytes() {
        digits = match byte {
            b'.' if digits > 0 => 0,
            b'0'..=b'9' if digits < 2 => digits + 1,
            _ => return false,
        };
    }
    digits > 0
}

/// Whether `word`, which ends `before`, is the marker of a later item of the list that the sentence
/// `before` begins with.
pub fn goes_on(before: &str, word: &str) -> bool {
    let value = match (word.parse::<u32>(), word.as_bytes()) {
        (Ok(number), _) => number,
        (_, [letter]) => u32::from(*letter),
        _ => return false,
    };
    marker(skip(before, SPACE))
        .is_some_and(|own| own.number < value && value <= own.number + MOST_ITEMS)
}

/// Items of a list in one line: more are rather numbers.
const MOST_ITEMS: u32 = 20;

/// The marker that begins a text: "1.", "1)", "1.)", "(a)", "b.", "• 9.".
fn marker(text: &str) -> Option<Marker<'_>> {
    let mut bare = skip(text, BULLET | BLANK);
    bare = skip(bare.strip_prefix('(').unwrap_or(bare), BULLET | BLANK);
    let before = skip_back(text.get(..text.len() - bare.len())?, SPACE);
    let mut rest = skip(bare, DIGIT);
    let digits = bare.get(..bare.len() - rest.len())?;
    let is_letter = digits.is_empty();
    let number = if is_letter {
        rest = bare.get(1..)?;
        u32::from(*bare.as_bytes().first().filter(|b| b.is_ascii_lowercase())?)
    } else {
        digits.parse().ok().filter(|number| *number <= HIGHEST)?
    };
    let open = trim_start(rest, ".)");
    let after = rest.get(..rest.len() - open.len())?;
    let is_marker = matches!(after.len(), 1 | 2) && open.starts_with(' ');
    is_marker.then_some(Marker { before, after, is_letter, number })
}
