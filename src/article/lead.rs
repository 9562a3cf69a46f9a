//! The site's own standfirst: which blocks under the headline are it, and which already the story.
//!
//! The page's description is no proof, since many sites make it of their first paragraph. So a
//! small forest decides, from how a block stands apart from the paragraphs that follow.

use crate::page::Page;

use super::called;
use super::features::{Survey, percent, scale};
use super::tree::inside;

/// Numbers a candidate.
pub const LEAD_FEATURES: usize = 35;

/// Blocks after the headline that are looked at.
const REACH: usize = 30;

/// A block that may be a standfirst.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// Index of the block.
    pub block: usize,
    /// What the forest sees.
    pub row: [i16; LEAD_FEATURES],
}

/// The blocks that may be a standfirst: from the headline to the third long paragraph.
pub fn candidates(page: &Page<'_>, survey: &Survey, scores: &[i32]) -> Vec<Candidate> {
    let in_story = |at: usize| scores.get(at).is_some_and(|&score| score > 0);
    let words = |at: usize| survey.shape(at).words;
    let first = (0..scores.len()).find(|&at| in_story(at) && words(at) >= 12).unwrap_or(0);
    let headline = survey.headline.filter(|&at| at < first + REACH);
    let from = headline.map_or(first.saturating_sub(4), |at| at + 1);
    let mut paragraphs = 0;
    let mut found = Vec::new();
    for at in from..(from + REACH).min(scores.len()) {
        let (Some(block), Some(shape)) = (page.blocks.get(at), survey.shapes.get(at)) else {
            break;
        };
        if shape.words >= 5 && percent(block.link_units, shape.units) < 50 {
            let row = row(page, survey, scores, (from, at, paragraphs));
            found.push(Candidate { block: at, row });
        }
        paragraphs += u32::from(in_story(at) && shape.words >= 20);
        if paragraphs >= 3 {
            break;
        }
    }
    found
}

fn row(
    page: &Page<'_>,
    survey: &Survey,
    scores: &[i32],
    (from, at, paragraphs): (usize, usize, u32),
) -> [i16; LEAD_FEATURES] {
    let block = page.block(at);
    let shape = survey.shape(at);
    let node = survey.node(block.element);
    let host = survey.node(node.host);
    let words = survey.words.of(shape);
    let bold = |at: usize| {
        let block = page.block(at);
        let units = survey.shape(at).units;
        percent(block.bold_units, units)
    };
    let next: Vec<usize> = (at + 1..(at + 16).min(scores.len()))
        .filter(|&n| scores.get(n).is_some_and(|&s| s > 0))
        .filter(|&n| survey.shapes.get(n).is_some_and(|s| s.words >= 12))
        .take(5)
        .collect();
    let group = |at: usize| survey.groups.get(at);
    let parent = |at: usize| {
        let element = page.blocks.get(at).map_or(0, |b| b.element);
        let host = survey.nodes.get(element).map_or(element, |n| n.host);
        (host, page.elements.get(host).and_then(|e| e.parent))
    };
    let same_group = next.iter().filter(|&&n| group(n) == group(at)).count();
    let same_look =
        next.iter().filter(|&&n| group(n) == group(at) && bold(n) / 50 == bold(at) / 50);
    let same_host = next.iter().filter(|&&n| parent(n).0 == parent(at).0).count();
    let same_parent = next.iter().filter(|&&n| parent(n).1 == parent(at).1).count();
    let next_words = next.first().and_then(|&n| survey.shapes.get(n)).map_or(0, |s| s.words);
    let to_next = next.first().map_or(30, |&n| n - at);
    let held = |bit: u16| u32::from(node.inside & bit != 0);
    let parent_prose = parent(at).1.and_then(|p| survey.nodes.get(p)).map_or(0, |n| n.prose);
    let total: u32 = next.iter().filter_map(|&n| survey.shapes.get(n)).map(|s| s.words).sum();
    let values = [
        survey.references.description_share(words),
        survey.references.description_cover(words),
        survey.references.title_share(words),
        u32::from(node.called[0] & called::STANDFIRST != 0),
        u32::from((node.called[1] | host.called[1]) & called::STANDFIRST != 0),
        u32::from((node.called[1] | host.called[1]) & called::CAPTION != 0),
        same_group as u32,
        same_look.count() as u32,
        same_host as u32,
        same_parent as u32,
        next.len() as u32,
        to_next as u32,
        next_words.min(200),
        bold(at),
        percent(block.italic_units, shape.units),
        shape.words.min(300),
        u32::from(shape.ends),
        shape.stops.min(20),
        (at - from) as u32,
        paragraphs,
        u32::from(host.tag),
        held(inside::HEADER),
        held(inside::HEADING),
        held(inside::LIST) + 2 * held(inside::FIGURE),
        percent(parent_prose.min(5 * total), total),
        page.blocks.get(at + 1).map_or(0, |b| b.media_before.min(4)),
        scale(survey.references.body_share(words).max(0) as u32),
        u32::from(survey.headline.is_some()),
        block.media_before.min(4),
        percent(shape.capitals, shape.words),
    ];
    let mut row = [0; LEAD_FEATURES];
    for (cell, value) in row.iter_mut().zip(values) {
        *cell = value.min(30_000) as i16;
    }
    let score = scores.get(at).copied().unwrap_or_default();
    let signed = [score, node.own.sum, host.own.sum, node.chain.min, node.chain.max];
    for (cell, value) in row.iter_mut().skip(30).zip(signed) {
        *cell = value.clamp(-30_000, 30_000) as i16;
    }
    row
}
