//! What stands between the headline and the first text of the story and is none of it: standfirst,
//! byline, date, kicker, key points.

use crate::article::Role;
use crate::article::lead::candidates;
use crate::article::signs::{is_byline, is_date, is_dispatch, is_headline_again};
use crate::forest::Forest;

use super::judge::Judge;

/// Items up to which a list before the first text is one of key points. On the folds of
/// `eval/train/finding.py` longer ones are as often a part of the story; either way no summary quotes them.
const KEY_POINTS: usize = 3;

/// Words up to which a line without an end mark before the story is none of its sentences.
const BARE_LINE_WORDS: u32 = 6;

/// Blocks that a standfirst takes up at most.
const MAX_STANDFIRSTS: usize = 4;

/// Score of a standfirst, which stands apart from the story: log odds of 0.6. On the folds of
/// `eval/train/finding.py` 0 loses .003 of F1 on a corpus that takes standfirsts for the story, and
/// leads are as clean.
const STANDFIRST_SCORE: i32 = 20;

/// Score from which a block may be a standfirst: log odds of -1.9. It stays in the story, where many
/// publishers' own texts have it, but no summary quotes it. Under it more first paragraphs are lost
/// to the summary than standfirsts.
const DOUBTFUL_SCORE: i32 = -60;

impl Judge<'_, '_> {
    /// Marks headline, byline and date where they are repeated around the first paragraph.
    pub fn mark_signs(&self, roles: &mut [Role]) {
        let from = self.survey.headline.map_or(0, |at| at + 1);
        let Some(first) = (from..roles.len()).find(|&at| self.is_paragraph(at, roles)) else {
            return;
        };
        for at in from..(first + 2).min(roles.len()) {
            let (block, shape) = self.block(at);
            let Some(role) = roles.get_mut(at) else { continue };
            if at < first && is_headline_again(self.survey, shape) {
                *role = Role::Headline;
            } else if is_byline(self.survey, block, shape) {
                *role = Role::Byline;
            } else if is_date(block, shape) {
                *role = Role::Date;
            }
        }
    }

    /// Marks the standfirst; gives the blocks that may be one.
    pub fn mark_standfirst(&self, roles: &mut [Role], forest: &Forest) -> Vec<usize> {
        let mut doubtful = Vec::new();
        for candidate in candidates(self.page, self.survey, self.scores) {
            let score = forest.score(&candidate.row);
            let Some(role) = roles.get_mut(candidate.block) else { continue };
            if score <= DOUBTFUL_SCORE
                || doubtful.len() >= MAX_STANDFIRSTS
                || matches!(role, Role::Byline | Role::Date | Role::Headline | Role::Caption)
                || is_dispatch(self.block(candidate.block).0.text)
            {
                continue;
            }
            if score > STANDFIRST_SCORE || !role.is_story() {
                *role = Role::Standfirst;
            }
            doubtful.push(candidate.block);
        }
        doubtful
    }

    /// Marks headings, lists and bare lines between the headline and the first text of the story; gives the block
    /// from which a summary may quote.
    pub fn clear_way(&self, roles: &mut [Role], doubtful: &[usize]) -> usize {
        let headline = self.survey.headline;
        let from = headline.map_or(0, |at| at + 1);
        let is_text = |at: usize| {
            matches!(roles.get(at), Some(Role::Body | Role::Quotation))
                && self.block(at).1.words >= 8
                && !doubtful.contains(&at)
        };
        let Some(first) = (from..roles.len()).find(|&at| is_text(at)) else { return 0 };
        let is_item = |&at: &usize| roles.get(at) == Some(&Role::ListItem);
        let items = (from..first).filter(is_item).count();
        for at in from..first {
            let shape = self.block(at).1;
            let words = shape.words;
            let bare = !shape.ends && !shape.ends_in_colon && !shape.starts_quoted;
            let Some(role) = roles.get_mut(at) else { continue };
            *role = match *role {
                // a name, a place, a kicker
                Role::Body if words <= BARE_LINE_WORDS && bare => Role::Other,
                other if headline.is_none() => other,
                // no story begins with a subheading: a long one is a standfirst, a short one a kicker
                Role::Subheading if words <= 5 => Role::Other,
                Role::Subheading => Role::Standfirst,
                // key points before the first paragraph are the publisher's own summary
                Role::ListItem if items <= KEY_POINTS => Role::Box,
                other => other,
            };
        }
        headline.map_or(0, |_| first)
    }

    fn is_paragraph(&self, at: usize, roles: &[Role]) -> bool {
        roles.get(at) == Some(&Role::Body) && self.block(at).1.words >= 15
    }
}
