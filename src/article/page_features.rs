//! What the page forest sees of a page: how much of it the story is, and what it claims to be.
//!
//! Few numbers on purpose: pages that are no articles are few in any training set, and of seventy
//! numbers two thirds taught the forest nothing but its folds.

use crate::page::Page;
use crate::text::{fields, has, runs};

use super::Role;
use super::claims::Claims;
use super::kind::path;
use super::row::{Writer, percent};
use super::settle::is_unseen;
use super::survey::Survey;

/// Numbers a page.
pub const PAGE_FEATURES: usize = 14;

/// Sums over the blocks of a page, or of its story.
#[derive(Default)]
struct Sums {
    blocks: u32,
    units: u32,
    money: u32,
    words: u32,
    capitals: u32,
    /// Scores times words.
    scored: i64,
}

impl Sums {
    fn add(&mut self, survey: &Survey, at: usize, score: i32) {
        let shape = survey.shape(at);
        for (sum, more) in [
            (&mut self.blocks, 1),
            (&mut self.units, shape.units),
            (&mut self.money, shape.money),
            (&mut self.words, shape.words),
            (&mut self.capitals, shape.capitals),
        ] {
            *sum = sum.saturating_add(more);
        }
        self.scored += i64::from(score) * i64::from(shape.words);
    }
}

/// The numbers of a page.
pub fn features(
    page: &Page<'_>,
    survey: &Survey,
    scores: &[i32],
    roles: &[Role],
) -> [i16; PAGE_FEATURES] {
    let (mut all, mut told) = (Sums::default(), Sums::default());
    let mut group_words = vec![0_u32; page.blocks.len()];
    let (mut gaps, mut last) = (0, None);
    for (at, role) in roles.iter().enumerate() {
        // what nobody sees says nothing of the page, however much it is
        if !role.is_story() && is_unseen(page, survey, at) {
            continue;
        }
        all.add(survey, at, 0);
        if !role.is_story() {
            continue;
        }
        told.add(survey, at, scores.get(at).copied().unwrap_or(0));
        let group = survey.groups.get(at).map_or(0, |&group| group as usize);
        if let Some(words) = group_words.get_mut(group) {
            *words += survey.shape(at).words;
        }
        gaps += u32::from(last.is_some_and(|last| all.blocks - last > 2));
        last = Some(all.blocks);
    }
    let largest = group_words.iter().copied().fold(0, u32::max);
    let url = page.metadata.get("url").or_else(|| page.metadata.get("canonical")).unwrap_or("");
    let path = path(url);
    let slug = fields(path, b'/').last().unwrap_or_default();
    let claims = Claims::new(page, url, path);
    let bylines = roles.iter().filter(|role| **role == Role::Byline).count() as u32;
    let mut row = Writer::default();
    row.push_signed(claims.balance);
    row.push_signed(claims.sections);
    row.push_signed((told.scored / i64::from(told.words.max(1))) as i32);
    row.add(&[
        percent(told.units, all.units),
        percent(told.capitals, told.words),
        percent(largest, told.words),
        percent(gaps, told.blocks),
        percent(claims.story_names, page.descriptors.len() as u32),
        all.money.min(100),
        bylines.min(3),
        (survey.references.title_words() as u32).min(40),
        slug.bytes().filter(|byte| matches!(byte, b'-' | b'_')).count() as u32,
        runs(path, |c| c != '/').len() as u32,
        u32::from(has(url, b'?')) + 2 * u32::from(url.is_empty()),
    ]);
    row.row
}
