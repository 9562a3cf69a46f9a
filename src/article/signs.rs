//! Lines beside the story that say whose it is and when: byline, date, credits, the headline once more.

use crate::page::{Block, block_flags};
use crate::text::{bare, has, split_at_first, starts_with_any};

use super::called;
use super::known::Known;
use super::row::percent;
use super::survey::Survey;
use super::words::TextShape;

/// Words that begin a line naming the author.
static BY_WORDS: Known<14> =
    Known::new("by von par por di da de door av af przez texte text written");

/// Words that begin a line of credits, before "by" or a colon.
static CREDIT_WORDS: Known<22> = Known::new(
    "reporting writing editing edited photographs photography photos photo fotos foto bild \
    bilder text source sources quelle quellen fuente fonte bron redaktion redacción",
);

/// Bytes of a place and an agency before a dispatch's dash.
const MAX_PLACE: usize = 60;

/// Words up to which a line of credits goes.
const CREDIT_LIMIT: u32 = 50;

/// Whether a line is nothing but the headline again.
pub fn is_headline_again(survey: &Survey, shape: &TextShape) -> bool {
    shape.words >= 3
        && survey.references.title_share(survey.words.of(shape)) >= 90
        && survey.references.title_words() <= 2 * shape.words as usize
}

/// A line that says who made the text and its pictures, or where numbers come from.
pub fn is_credit(survey: &Survey, block: &Block<'_>, shape: &TextShape) -> bool {
    if shape.words > CREDIT_LIMIT || !CREDIT_WORDS.holds(first_word(survey, shape)) {
        return false;
    }
    let second = survey.words.of(shape).get(1);
    let by = second.is_some_and(|&second| BY_WORDS.holds(second));
    let head = split_at_first(block.text, ":").map_or("", |(head, _)| bare(head));
    by || !head.is_empty() && !has(head, b' ')
}

/// A line that names the author.
pub fn is_byline(survey: &Survey, block: &Block<'_>, shape: &TextShape) -> bool {
    if shape.words > 30 || shape.stops > 2 {
        return false;
    }
    let node = survey.node(block.element);
    let near = node.called[1] | survey.node(node.host).called[1];
    let named = block.flags & block_flags::AUTHOR != 0 || near & called::BYLINE != 0;
    let words = survey.words.of(shape);
    let known = survey.references.author_share(words) >= 60;
    let begins = BY_WORDS.holds(first_word(survey, shape)) && shape.words <= 12 && !shape.ends;
    named || known && shape.words <= 12 || begins && shape.capitals * 2 >= shape.words
}

/// The hash of a text's first word, 0 if it has none.
pub fn first_word(survey: &Survey, shape: &TextShape) -> u32 {
    survey.words.of(shape).first().copied().unwrap_or_default()
}

/// A line that says little but when.
pub fn is_date(block: &Block<'_>, shape: &TextShape) -> bool {
    let timed = block.flags & block_flags::TIME != 0;
    let share = percent(shape.digits, shape.letters);
    shape.words <= 16 && !shape.ends && (timed || share >= 20 && shape.digits >= 3)
}

/// Begins as an agency's dispatch does, "HARBURY (AP) — ": the story itself.
pub fn is_dispatch(text: &str) -> bool {
    split_at_first(text, ") ")
        .is_some_and(|(place, story)| place.len() <= MAX_PLACE && starts_with_any(story, "-–—"))
}
