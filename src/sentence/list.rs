//! Parts lists that run on in one line: "1) Milk 2) Bread" is two items.

use crate::letters;
use std::ops::Range;

/// A marker of a list item: how it looks, and the how-manieth it is.
#[derive(Debug, PartialEq, Eq)]
struct Marker<'a> {
    before: &'a str,
    after: &'a str,
    is_letter: bool,
    number: u32,
}

/// Whether a character is a bullet.
pub fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '◦' | '▪' | '‣' | '·')
}

/// Cuts a sentence that begins with a list marker before each marker that follows on it in the
/// same style: after "a)" before "b)". Other sentences stay whole. Cost is linear.
pub fn part(text: &str, sentences: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut parted = Vec::with_capacity(sentences.len());
    let mut last: Option<Marker<'_>> = None;
    for range in sentences {
        let sentence = text.get(range.clone()).unwrap_or_default();
        let own = marker(sentence);
        let has_lead = sentence.contains([':', ';']);
        if own.is_none() && last.is_none() && !has_lead {
            parted.push(range);
            continue;
        }
        last = own.or(last);
        let mut start = range.start;
        for (offset, _) in sentence.match_indices(' ') {
            let at = range.start + offset + 1;
            let rest = text.get(at..range.end).unwrap_or_default();
            let is_led = sentence.get(..offset).is_some_and(|before| before.ends_with([':', ';']));
            if is_led && begins_item(rest) {
                parted.push(start..at - 1);
                start = at;
                continue;
            }
            let Some(next) = marker(rest) else { continue };
            let follows = last.as_ref().is_some_and(|last| {
                next.number == last.number + 1
                    && (next.before, next.after, next.is_letter)
                        == (last.before, last.after, last.is_letter)
            });
            if follows && at > start + 1 {
                parted.push(start..at - 1);
                start = at;
                last = Some(next);
            }
        }
        parted.push(start..range.end);
    }
    parted.retain_mut(|range| {
        let piece = text.get(range.clone()).unwrap_or_default();
        range.end -= piece.len() - piece.trim_end().len();
        range.start += piece.len() - piece.trim_start().len();
        range.start < range.end
    });
    parted
}

/// Whether a text behind a colon or semicolon begins with the marker of an item: "2.1.3. " or "b) ".
/// A bare number or the first letter is rather part of the sentence that the list belongs to.
fn begins_item(text: &str) -> bool {
    let Some((token, rest)) = text.split_once(' ') else { return false };
    let value = token.trim_end_matches(['.', ')']);
    let is_letter = token.ends_with(')')
        && value.len() == 1
        && value.starts_with(|c: char| matches!(c, 'b'..='z'));
    value.len() < token.len()
        && rest.starts_with(letters::is_letter)
        && (is_letter || is_number(value) && value.contains('.'))
}

/// Whether `word`, which ends `before`, is the number of an item behind a colon or semicolon.
pub fn is_item(before: &str, word: &str) -> bool {
    let lead = before.get(..before.len() - word.len()).unwrap_or_default().trim_end();
    is_number(word) && lead.ends_with([':', ';']) && word.contains('.')
}

/// "4" or "2.1.3".
fn is_number(value: &str) -> bool {
    value
        .split('.')
        .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether `word`, which ends `before`, is the marker of a later item of the list that the sentence
/// `before` begins with.
pub fn goes_on(before: &str, word: &str) -> bool {
    let value = match word.parse::<u32>() {
        Ok(number) => number,
        Err(_) if word.len() == 1 => word.bytes().next().map_or(0, u32::from),
        Err(_) => return false,
    };
    marker(before.trim_start())
        .is_some_and(|own| own.number < value && value <= own.number + MOST_ITEMS)
}

/// Items of a list in one line: more are rather numbers.
const MOST_ITEMS: u32 = 20;

/// The marker that begins a text: "1.", "1)", "1.)", "(a)", "b.", "• 9.".
fn marker(text: &str) -> Option<Marker<'_>> {
    let bare = text.trim_start_matches(|c: char| c == '(' || c == ' ' || is_bullet(c));
    let before = text.get(..text.len() - bare.len())?.trim_end();
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let (value, rest) = bare.split_at_checked(bare.len() - digits.len())?;
    let (is_letter, number, rest) = if value.is_empty() {
        let letter = bare.chars().next().filter(char::is_ascii_lowercase)?;
        (true, u32::from(letter), bare.get(1..)?)
    } else {
        (false, value.get(..3.min(value.len()))?.parse().ok()?, rest)
    };
    let open = rest.trim_start_matches(['.', ')']);
    let after = rest.get(..rest.len() - open.len())?;
    ((1..=2).contains(&after.len()) && open.starts_with(' ')).then_some(Marker {
        before,
        after,
        is_letter,
        number,
    })
}
