//! The site's own standfirst: which blocks under the headline are it, and which already the story.
//!
//! The page's description is no proof, since many sites make it of their first paragraph. So a
//! small forest decides, from how a block stands apart from the paragraphs that follow.

use crate::page::Page;

use super::called;
use super::row::{Writer, percent, scale};
use super::survey::Survey;
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
        let (block, shape) = (page.block(at), survey.shape(at));
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
    let look = |at: usize| {
        let bold = percent(page.block(at).bold_units, survey.shape(at).units);
        (survey.groups.get(at), bold / 50)
    };
    let place = |at: usize| {
        let host = survey.node(page.block(at).element).host;
        (host, page.parent(host))
    };
    let (own_look, own_place) = (look(at), place(at));
    // how many of the next five long blocks of the story are of its group, its look, its host, its parent
    let mut alike = [0_u32; 4];
    let (mut next, mut count, mut total) = (None, 0, 0);
    for other in at + 1..(at + 16).min(scores.len()) {
        let words = survey.shape(other).words;
        if words < 12 || count == 5 || scores.get(other).is_none_or(|&score| score <= 0) {
            continue;
        }
        next.get_or_insert(other);
        count += 1;
        total += words;
        let (look, place) = (look(other), place(other));
        let same = [
            look.0 == own_look.0,
            look == own_look,
            place.0 == own_place.0,
            place.1 == own_place.1,
        ];
        for (sum, same) in alike.iter_mut().zip(same) {
            *sum += u32::from(same);
        }
    }
    let [same_group, same_look, same_host, same_parent] = alike;
    let next_words = next.map_or(0, |next| survey.shape(next).words);
    let to_next = next.map_or(30, |next| next - at);
    let held = |bit: u16| u32::from(node.inside & bit != 0);
    let parent_prose = own_place.1.map_or(0, |parent| survey.node(parent).prose);
    let near = node.called[1] | host.called[1];
    let described = survey.references.description_share(words);
    let values = [
        described,
        survey.references.description_cover(words, described),
        survey.references.title_share(words),
        u32::from(node.called[0] & called::STANDFIRST != 0),
        u32::from(near & called::STANDFIRST != 0),
        u32::from(near & called::CAPTION != 0),
        same_group,
        same_look,
        same_host,
        same_parent,
        count,
        to_next as u32,
        next_words.min(200),
        percent(block.bold_units, shape.units),
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
        page.block(at + 1).media_before.min(4),
        scale(survey.references.body_share(words).max(0) as u32),
        u32::from(survey.headline.is_some()),
        block.media_before.min(4),
        percent(shape.capitals, shape.words),
    ];
    let mut row = Writer::default();
    row.add(&values);
    row.push_signed(scores.get(at).copied().unwrap_or_default());
    for weight in [node.own.sum, host.own.sum, node.chain.min, node.chain.max] {
        row.push_signed(weight);
    }
    row.row
}
