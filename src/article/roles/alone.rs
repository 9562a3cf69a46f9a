//! What a block is by what it says itself and by the elements it lies in, whatever stands beside it.

use crate::article::Role;
use crate::article::called;
use crate::article::known::Known;
use crate::article::row::percent;
use crate::article::signs::{first_word, is_credit};
use crate::article::tree::{Node, inside};
use crate::article::words::TextShape;
use crate::page::{Block, block_flags};

use super::judge::{Judge, is_bold_line};

/// Words that begin a note on a correction.
static CORRECTION_WORDS: Known<9> = Known::new(
    "correction corrections clarification korrektur berichtigung rectificatif corrección \
    errata rettifica",
);

/// Word that begins a caption in the text's own line.
static PICTURED: Known<1> = Known::new("pictured");

/// Words up to which a box or notice goes that its names tell of: a longer one holds the story.
const BOX_WORDS: u32 = 80;

/// Words under which a block in a caption's place is one.
const CAPTION_WORDS: u32 = 80;

impl Judge<'_, '_> {
    /// The block's role; neither its neighbours' nor its place in the story counts.
    pub fn role(&self, at: usize) -> Role {
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
}
