//! What each block is to the story, once the model has said which blocks are of it.

use crate::page::{Block, Page, block_flags};

use super::Role;
use super::called;
use super::features::Survey;
use super::known::Known;
use super::lead::candidates;
use super::repeats::mark_repeats;
use super::row::percent;
use super::signs::{first_word, is_byline, is_credit, is_date, is_dispatch, is_headline_again};
use super::tree::{Node, inside};
use super::words::TextShape;
use crate::forest::Forest;

/// Words that begin a note on a correction.
static CORRECTION_WORDS: Known<9> = Known::new(
    "correction corrections clarification korrektur berichtigung rectificatif corrección \
    errata rettifica",
);

/// Word that begins a caption in the text's own line.
static PICTURED: Known<1> = Known::new("pictured");

/// Words up to which a box or notice goes that its names tell of: a longer one holds the story.
const BOX_WORDS: u32 = 80;

/// Items up to which a list before the first text is one of key points. On the folds of
/// `eval/train/finding.py` longer ones are as often a part of the story; either way no summary quotes them.
const KEY_POINTS: usize = 3;

/// Words up to which a line without an end mark before the story is none of its sentences.
const BARE_LINE_WORDS: u32 = 6;

/// Words under which a list item without an end mark is a label or an amount, not a sentence.
const BARE_ITEM_WORDS: u32 = 12;

/// Words under which a heading between paragraphs is one of the story.
const SUBHEADING_WORDS: u32 = 20;

/// Blocks back from it to the last text of the story: a picture's caption may lie between.
const SUBHEADING_REACH: usize = 3;

/// Places where a heading is none of the story.
const HIDING: u16 = inside::HIDDEN | inside::DIALOG | inside::FORM | inside::ASIDE | inside::FRAME;

/// Blocks that a standfirst takes up at most.
const MAX_STANDFIRSTS: usize = 4;

/// Words under which a block in a caption's place is one.
const CAPTION_WORDS: u32 = 80;

/// Score of a standfirst, which stands apart from the story: log odds of 0.6. On the folds of
/// `eval/train/finding.py` 0 loses .003 of F1 on a corpus that takes standfirsts for the story, and
/// leads are as clean.
const STANDFIRST_SCORE: i32 = 20;

/// Score from which a block may be a standfirst: log odds of -1.9. It stays in the story, where many
/// publishers' own texts have it, but no summary quotes it. Under it more first paragraphs are lost
/// to the summary than standfirsts.
const DOUBTFUL_SCORE: i32 = -60;

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

struct Judge<'a, 'p> {
    page: &'a Page<'p>,
    survey: &'a Survey,
    scores: &'a [i32],
}

impl Judge<'_, '_> {
    fn role(&self, at: usize) -> Role {
        let (block, shape) = self.block(at);
        if block.flags & block_flags::PIN != 0 || self.page.plain {
            return Role::Body;
        }
        if block.flags & block_flags::SKIP != 0 {
            return Role::Other;
        }
        if self.survey.headline == Some(at) {
            return Role::Headline;
        }
        let node = self.node(block.element);
        let host = self.node(node.host);
        let in_story = self.scores.get(at).is_some_and(|&score| score > 0);
        if !in_story {
            return self.outside(block, shape, node);
        }
        let near = node.called[0] | host.called[0];
        let first = first_word(self.survey, shape);
        let captioned = node.inside & inside::CAPTION != 0 || near & called::CAPTION != 0;
        if (captioned || PICTURED.holds(first)) && shape.words < CAPTION_WORDS {
            return Role::Caption;
        }
        if CORRECTION_WORDS.holds(first) && shape.words < 80 {
            return Role::Correction;
        }
        let around = self.called_around(node.host);
        if around & called::BOX != 0 && shape.words < BOX_WORDS {
            return Role::Box;
        }
        if (around & called::NOTICE != 0 || is_credit(self.survey, block, shape))
            && shape.words < BOX_WORDS
        {
            return Role::Notice;
        }
        if node.inside & inside::HEADING != 0 || is_bold_line(block, shape) {
            return Role::Subheading;
        }
        if node.inside & inside::QUOTE != 0 {
            return Role::Quotation;
        }
        match host.tag {
            5 | 6 => Role::ListItem,
            _ => Role::Body,
        }
    }

    /// Role of a block that is not of the story.
    fn outside(&self, block: &Block<'_>, shape: &TextShape, node: &Node) -> Role {
        let linked = percent(block.link_units, shape.units) > 60;
        let near = node.called[1] | self.node(node.host).called[1];
        if node.inside & inside::FIGURE != 0 || near & called::CAPTION != 0 {
            Role::Caption
        } else if node.called[2] & called::COMMENT != 0 {
            Role::Comment
        } else if linked && shape.words > 3 || near & called::RELATED != 0 {
            Role::Related
        } else if node.inside & inside::FORM != 0 {
            Role::Notice
        } else if node.inside & inside::ASIDE != 0 && shape.words > 10 {
            Role::Box
        } else {
            Role::Other
        }
    }

    /// Marks headline, byline and date where they are repeated around the first paragraph.
    fn mark_signs(&self, roles: &mut [Role]) {
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
    fn mark_standfirst(&self, roles: &mut [Role], forest: &Forest) -> Vec<usize> {
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
    fn clear_way(&self, roles: &mut [Role], doubtful: &[usize]) -> usize {
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

    fn is_paragraph(&self, at: usize, roles: &[Role]) -> bool {
        roles.get(at) == Some(&Role::Body) && self.block(at).1.words >= 15
    }

    /// What the names of an element and the two above tell.
    fn called_around(&self, element: usize) -> u8 {
        let mut bits = 0;
        let mut at = Some(element);
        for _ in 0..3 {
            let Some(element) = at else { break };
            bits |= self.node(element).called[0];
            at = self.page.elements.get(element).and_then(|e| e.parent);
        }
        bits
    }

    fn block(&self, at: usize) -> (&Block<'_>, &TextShape) {
        (self.page.block(at), self.survey.shape(at))
    }

    fn node(&self, element: usize) -> &Node {
        self.survey.node(element)
    }
}

/// A heading by its looks: a short line in bold.
fn is_bold_line(block: &Block<'_>, shape: &TextShape) -> bool {
    percent(block.bold_units, shape.units) > 90 && shape.words < 14 && !shape.ends
}

#[cfg(test)]
mod tests;
