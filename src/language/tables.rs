//! The texts that the registry is read from: English's own, and those of all other languages.
//!
//! A text has three parts with an empty line between them, in each of which a language has a line: its code
//! and then fields, parted by bars. One string without pointers takes 3 KB less on the wire than an array of rows.

use crate::others;
use crate::text::{bare, fields, row_of, split_at_first};

/// Of English.
const ENGLISH: &str = include_str!("english.txt");

/// The parts of a text, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Fields of [`super::Language`], written by `eval/tables/rows.py`.
    Rows,
    /// Words that lean on what came before (`src/coherence/openers.rs`); own curation, 2026-11.
    Openers,
    /// Verbs that name a speaker, in the forms that newspapers print; own curation, 2026-11.
    Verbs,
}

/// The lines of English.
pub fn of_english(table: Table) -> &'static str {
    part(ENGLISH, table)
}

/// The lines of all other languages, if they are here.
pub fn of_others(table: Table) -> Option<&'static str> {
    others::words().map(|words| part(words, table))
}

/// What stands behind a language's code in a table.
pub fn line(table: Table, code: &str) -> Option<&'static str> {
    row_of(of_english(table), code).or_else(|| row_of(of_others(table)?, code))
}

/// The fields behind a language's code in a table.
pub fn fields_of(table: Table, code: &str) -> Option<crate::text::Fields<'static>> {
    line(table, code).map(|line| fields(line, b'|'))
}

fn part(text: &'static str, table: Table) -> &'static str {
    let mut rest = text;
    for _ in 0..table as usize {
        rest = split_at_first(rest, "\n\n").map_or("", |(_, behind)| behind);
    }
    bare(split_at_first(rest, "\n\n").map_or(rest, |(part, _)| part))
}
