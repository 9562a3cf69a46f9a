//! What each block is to the story, once the model has said which blocks are of it.

use crate::page::{Block, Page, block_flags};

use super::Role;
use super::called;
use super::features::{Survey, percent};
use super::lead::candidates;
use super::tree::{Node, inside};
use super::words::{TextShape, hash};
use crate::forest::Forest;

/// Words that begin a line naming the author.
const BY_WORDS: [&str; 14] = [
    "by", "von", "par", "por", "di", "da", "de", "door", "av", "af", "przez", "texte", "text",
    "written",
];

/// Words that begin a note on a correction.
const CORRECTION_WORDS: [&str; 9] = [
    "correction",
    "corrections",
    "clarification",
    "korrektur",
    "berichtigung",
    "rectificatif",
    "corrección",
    "errata",
    "rettifica",
];

/// Blocks that a standfirst takes up at most.
const MAX_STANDFIRSTS: usize = 4;

/// Words under which a block in a caption's place is one.
const CAPTION_WORDS: u32 = 80;

/// Score of a standfirst: log odds of -1. On the folds of `eval/train/finding.py` that finds four of
/// five and takes no first paragraph of the corpus that sets them apart.
const STANDFIRST_SCORE: i32 = -32;

/// Gives every block its role. `scores` are the second stage's: over 0 is of the story.
pub fn roles(page: &Page<'_>, survey: &Survey, scores: &[i32], lead: &Forest) -> Vec<Role> {
    let judge = Judge { page, survey, scores };
    let mut roles: Vec<_> = (0..page.blocks.len()).map(|at| judge.role(at)).collect();
    if !page.plain {
        judge.mark_lead(&mut roles);
        judge.mark_standfirst(&mut roles, lead);
    }
    judge.mark_repeats(&mut roles);
    roles
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
            return self.outside(&block, &shape, &node);
        }
        let near = node.called[0] | host.called[0];
        let captioned = node.inside & inside::CAPTION != 0 || near & called::CAPTION != 0;
        if captioned && shape.words < CAPTION_WORDS {
            return Role::Caption;
        }
        if self.starts_with(&shape, &CORRECTION_WORDS) && shape.words < 80 {
            return Role::Correction;
        }
        let all_bold = percent(block.bold_units, shape.units) > 90;
        if node.inside & inside::HEADING != 0 || all_bold && shape.words < 14 && !shape.ends {
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

    /// Marks what stands between the headline and the first paragraph.
    fn mark_lead(&self, roles: &mut [Role]) {
        let from = self.survey.headline.map_or(0, |at| at + 1);
        let Some(first) = (from..roles.len()).find(|&at| self.is_paragraph(at, roles)) else {
            return;
        };
        for at in from..(first + 2).min(roles.len()) {
            let (block, shape) = self.block(at);
            let Some(role) = roles.get_mut(at) else { continue };
            if at < first && self.is_headline_again(&shape) {
                *role = Role::Headline;
            } else if at < first && *role == Role::Subheading && self.survey.headline.is_some() {
                // no story begins with a subheading: a long one is a standfirst, a short one a kicker
                let near = (from..at).all(|b| self.scores.get(b).is_none_or(|&s| s <= 0));
                *role = match shape.words {
                    _ if !near => *role,
                    0..=5 => Role::Other,
                    _ => Role::Standfirst,
                };
            } else if at < first && *role == Role::ListItem {
                // key points before the first paragraph are the publisher's own summary
                *role = Role::Box;
            } else if self.is_byline(&block, &shape) {
                *role = Role::Byline;
            } else if is_date(&block, &shape) {
                *role = Role::Date;
            }
        }
    }

    fn mark_standfirst(&self, roles: &mut [Role], forest: &Forest) {
        let candidates = candidates(self.page, self.survey, self.scores);
        for candidate in candidates
            .iter()
            .filter(|c| forest.score(&c.row) > STANDFIRST_SCORE)
            .take(MAX_STANDFIRSTS)
        {
            if let Some(role) = roles.get_mut(candidate.block)
                && !matches!(role, Role::Byline | Role::Date | Role::Headline)
            {
                *role = Role::Standfirst;
            }
        }
    }

    fn is_paragraph(&self, at: usize, roles: &[Role]) -> bool {
        roles.get(at) == Some(&Role::Body) && self.block(at).1.words >= 15
    }

    fn is_headline_again(&self, shape: &TextShape) -> bool {
        shape.words >= 3
            && self.survey.references.title_share(self.survey.words.of(shape)) >= 90
            && self.survey.references.title_words() <= 2 * shape.words as usize
    }

    fn is_byline(&self, block: &Block<'_>, shape: &TextShape) -> bool {
        if shape.words > 30 || shape.stops > 2 {
            return false;
        }
        let node = self.node(block.element);
        let near = node.called[1] | self.node(node.host).called[1];
        let named = block.flags & block_flags::AUTHOR != 0 || near & called::BYLINE != 0;
        let words = self.survey.words.of(shape);
        let known = self.survey.references.author_share(words) >= 60;
        let begins = self.starts_with(shape, &BY_WORDS) && shape.words <= 12 && !shape.ends;
        named || known && shape.words <= 12 || begins && shape.capitals * 2 >= shape.words
    }

    fn starts_with(&self, shape: &TextShape, words: &[&str]) -> bool {
        let first = self.survey.words.of(shape).first();
        first.is_some_and(|first| words.iter().any(|word| hash(word) == *first))
    }

    /// A sentence of the story shown again, large: all its runs of words stand in another block.
    fn mark_repeats(&self, roles: &mut [Role]) {
        let mut runs: Vec<(u32, usize)> = Vec::new();
        for (at, role) in roles.iter().enumerate() {
            if role.is_quotable() {
                let (_, shape) = self.block(at);
                let words = self.survey.words.of(&shape);
                runs.extend(words.windows(4).map(|run| (join(run), at)));
            }
        }
        runs.sort_unstable();
        // from the end, so that of two equal blocks the first stays
        for at in (0..roles.len()).rev() {
            let (_, shape) = self.block(at);
            let words = self.survey.words.of(&shape);
            let quotable = roles.get(at).is_some_and(|role| role.is_quotable());
            if !quotable || words.len() < 6 || words.len() > 80 {
                continue;
            }
            let own: Vec<_> = words.windows(4).map(join).collect();
            let elsewhere = |run: &u32| {
                let from = runs.partition_point(|(r, _)| r < run);
                runs.iter().skip(from).take(8).take_while(|(r, _)| r == run).any(|(_, other)| {
                    *other != at && roles.get(*other).is_some_and(|role| role.is_quotable())
                })
            };
            let held = own.iter().filter(|run| elsewhere(run)).count();
            if held * 10 >= own.len() * 9
                && let Some(role) = roles.get_mut(at)
            {
                *role = Role::PullQuote;
            }
        }
    }

    fn block(&self, at: usize) -> (Block<'_>, TextShape) {
        let block = self.page.blocks.get(at).copied().unwrap_or_default();
        (block, self.survey.shapes.get(at).copied().unwrap_or_default())
    }

    fn node(&self, element: usize) -> Node {
        self.survey.nodes.get(element).copied().unwrap_or_default()
    }
}

/// A line that says little but when.
fn is_date(block: &Block<'_>, shape: &TextShape) -> bool {
    let timed = block.flags & block_flags::TIME != 0;
    let share = percent(shape.digits, shape.letters);
    shape.words <= 16 && !shape.ends && (timed || share >= 20 && shape.digits >= 3)
}

fn join(run: &[u32]) -> u32 {
    run.iter().fold(0, |hash: u32, &word| (hash ^ word).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::features::survey;
    use crate::article::vocabulary::Vocabulary;
    use crate::page::{Descriptor, Element};

    /// Blocks as (tag, class names, text, whether the model takes it for the story).
    type Given<'a> = (&'a str, &'a str, &'a str, bool);

    const PARAGRAPH: Given<'_> = (
        "p",
        "",
        "The council of the small town voted late on Monday to keep the old bridge open to carts.",
        true,
    );

    /// Three trees of one leaf each, all as low as leaves go.
    const NO_STANDFIRST: [u8; 9] = [3, 0, 0, 255, 255, 255, 129, 129, 129];

    fn roles_of(given: &[Given<'_>]) -> Vec<Role> {
        let mut page = Page {
            descriptors: vec![Descriptor { tag: "article", ..Descriptor::default() }],
            elements: vec![Element::default()],
            ..Page::default()
        };
        page.metadata.push("title", "Bridge stays open to carts");
        page.metadata.push("meta:author", "Ada Moor");
        for (tag, names, text, _) in given {
            page.descriptors.push(Descriptor { tag, names, ..Descriptor::default() });
            let descriptor = page.descriptors.len() - 1;
            page.elements.push(Element { parent: Some(0), descriptor, flags: 0 });
            page.blocks.push(Block { text, element: descriptor, ..Block::default() });
        }
        let survey = survey(&page, &Vocabulary::default());
        let scores: Vec<_> = given.iter().map(|g| if g.3 { 50 } else { -50 }).collect();
        roles(&page, &survey, &scores, &Forest::take(&mut &NO_STANDFIRST[..]))
    }

    #[test]
    fn roles_by_place_and_name() {
        let headline = ("h1", "", "Bridge stays open to carts", false);
        let cases: [(&str, &[Given<'_>], Role); 13] = [
            ("paragraph", &[headline, PARAGRAPH], Role::Body),
            ("headline", &[PARAGRAPH, headline], Role::Headline),
            ("byline by word", &[headline, ("p", "", "By Ada Moor", true)], Role::Body),
            (
                "caption in a story",
                &[PARAGRAPH, ("p", "img-caption", "The bridge.", true)],
                Role::Caption,
            ),
            ("caption tag", &[PARAGRAPH, ("figcaption", "", "The bridge.", true)], Role::Caption),
            ("comment", &[PARAGRAPH, ("p", "comment-text", "I was there.", false)], Role::Comment),
            ("teaser", &[PARAGRAPH, ("p", "teaser", "More bridges", false)], Role::Related),
            ("other", &[PARAGRAPH, ("p", "", "Imprint", false)], Role::Other),
            ("subheading", &[PARAGRAPH, ("h2", "", "What comes next", true)], Role::Subheading),
            ("list", &[PARAGRAPH, ("li", "", "carts of up to two tonnes", true)], Role::ListItem),
            ("quotation", &[PARAGRAPH, ("blockquote", "", "It is ours.", true)], Role::Quotation),
            (
                "correction",
                &[PARAGRAPH, ("p", "", "Correction: it was Monday.", true)],
                Role::Correction,
            ),
            ("twice", &[PARAGRAPH, PARAGRAPH], Role::PullQuote),
        ];
        for (name, given, role) in cases {
            assert_eq!(roles_of(given).last(), Some(&role), "{name}");
        }
    }

    #[test]
    fn before_the_first_paragraph() {
        let headline = ("h1", "", "Bridge stays open to carts", false);
        let cases: [(&str, Given<'_>, Role); 6] = [
            ("byline by word", ("p", "", "By Ada Moor", true), Role::Byline),
            ("byline by name", ("div", "byline", "Our man in Tolm", true), Role::Byline),
            ("date", ("p", "", "24.11.2026, 10:15", true), Role::Date),
            ("kicker", ("h2", "", "Town news", true), Role::Other),
            ("key point", ("li", "", "The bridge was built in 1780", true), Role::Box),
            ("headline again", ("p", "", "Bridge stays open to carts", true), Role::Headline),
        ];
        for (name, given, role) in cases {
            assert_eq!(roles_of(&[headline, given, PARAGRAPH])[1], role, "{name}");
        }
    }
}
