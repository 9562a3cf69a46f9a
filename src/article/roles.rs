//! What each block is to the story, once the model has said which blocks are of it.

mod alone;
mod judge;
mod opening;

use super::Role;
use super::repeats::mark_repeats;
use super::survey::Survey;
use super::tree::inside;
use crate::forest::Forest;
use crate::page::{Page, block_flags};

use self::judge::{Judge, is_bold_line};

/// Words under which a list item without an end mark is a label or an amount, not a sentence.
const BARE_ITEM_WORDS: u32 = 12;

/// Words under which a heading between paragraphs is one of the story.
const SUBHEADING_WORDS: u32 = 20;

/// Blocks back from it to the last text of the story: a picture's caption may lie between.
const SUBHEADING_REACH: usize = 3;

/// Places where a heading is none of the story.
const HIDING: u16 = inside::HIDDEN | inside::DIALOG | inside::FORM | inside::ASIDE | inside::FRAME;

/// Score under which a block is of the story, but not surely enough to be quoted: log odds of 1.25,
/// which takes a third of the impure sentences from the summaries of pages that are no news.
const QUOTABLE_SCORE: i32 = 40;

/// What was found of the blocks.
#[derive(Debug, Default)]
pub struct Roles {
    /// One a block.
    pub roles: Vec<Role>,
    /// Whether a summary may quote the block.
    pub quotable: Vec<bool>,
}

/// Gives every block its role. `scores` are the second stage's: over 0 is of the story.
pub fn roles(page: &Page<'_>, survey: &Survey, scores: &[i32], lead: &Forest) -> Roles {
    let judge = Judge { page, survey, scores };
    let mut roles: Vec<_> = (0..page.blocks.len()).map(|at| judge.role(at)).collect();
    let (mut doubtful, mut first) = (Vec::new(), 0);
    if !page.plain {
        judge.mark_signs(&mut roles);
        doubtful = judge.mark_standfirst(&mut roles, lead);
        first = judge.clear_way(&mut roles, &doubtful);
    }
    judge.mark_subheadings(&mut roles);
    mark_repeats(survey, &mut roles);
    let sure = |at: usize| at >= first && judge.is_sure(at, &roles) && !doubtful.contains(&at);
    let mut quotable: Vec<_> = (0..roles.len()).map(sure).collect();
    if !quotable.contains(&true) {
        quotable = roles.iter().map(|role| role.is_quotable()).collect();
    }
    Roles { roles, quotable }
}

impl Judge<'_, '_> {
    /// Marks headings that the model lost: right between two texts of the story, without links.
    fn mark_subheadings(&self, roles: &mut [Role]) {
        let mut before: Option<usize> = None;
        for at in 0..roles.len().saturating_sub(1) {
            let (block, shape) = self.block(at);
            let next = roles.get(at + 1).is_some_and(|role| role.is_quotable());
            let Some(role) = roles.get_mut(at) else { continue };
            if role.is_quotable() {
                before = Some(at);
            }
            let held = self.node(block.element).inside & (inside::HEADING | HIDING);
            let is_heading = held == inside::HEADING
                || held == 0 && is_bold_line(block, shape) && self.is_between(before, at);
            if *role == Role::Other
                && next
                && before.is_some_and(|before| at - before <= SUBHEADING_REACH)
                && shape.words < SUBHEADING_WORDS
                && block.link_units == 0
                && is_heading
            {
                *role = Role::Subheading;
            }
        }
    }

    /// Whether the element around a block holds the text before it and the one that follows, too.
    fn is_between(&self, before: Option<usize>, at: usize) -> bool {
        let around = |at: usize| self.page.parent(self.node(self.block(at).0.element).host);
        before.is_some_and(|before| around(before) == around(at)) && around(at) == around(at + 1)
    }

    /// Whether the block is of the story, surely, and holds a sentence.
    fn is_sure(&self, at: usize, roles: &[Role]) -> bool {
        let (block, shape) = self.block(at);
        let Some(role) = roles.get(at).filter(|role| role.is_quotable()) else { return false };
        if self.page.plain || block.flags & block_flags::PIN != 0 {
            return true;
        }
        let bare = *role == Role::ListItem && shape.words < BARE_ITEM_WORDS && !shape.ends;
        !bare
            && shape.letters > shape.digits
            && self.scores.get(at).is_some_and(|&score| score >= QUOTABLE_SCORE)
    }
}

#[cfg(test)]
mod tests;
