//! What there is to judge a block by, and how it looks.

use crate::article::row::percent;
use crate::article::survey::Survey;
use crate::article::tree::Node;
use crate::article::words::TextShape;
use crate::page::{Block, Page};

/// A page and what is known of it before roles are given.
pub struct Judge<'a, 'p> {
    pub page: &'a Page<'p>,
    pub survey: &'a Survey,
    pub scores: &'a [i32],
}

impl Judge<'_, '_> {
    /// A block and the shape of its text.
    pub fn block(&self, at: usize) -> (&Block<'_>, &TextShape) {
        (self.page.block(at), self.survey.shape(at))
    }

    /// What is known of an element.
    pub fn node(&self, element: usize) -> &Node {
        self.survey.node(element)
    }
}

/// A heading by its looks: a short line in bold.
pub fn is_bold_line(block: &Block<'_>, shape: &TextShape) -> bool {
    percent(block.bold_units, shape.units) > 90 && shape.words < 14 && !shape.ends
}
