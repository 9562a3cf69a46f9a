//! What is known of a page before the model decides: its words, its elements, how its own statements fit its blocks.

use super::groups;
use super::references::References;
use super::tree::{self, Node, inside};
use super::vocabulary::Vocabulary;
use super::words::{TextShape, Words};
use crate::page::{Block, Page};

/// Everything known of a page before the model decides.
#[derive(Debug, Default)]
pub struct Survey {
    /// One a block.
    pub shapes: Vec<TextShape>,
    /// The words of all blocks.
    pub words: Words,
    /// One an element.
    pub nodes: Vec<Node>,
    /// The block that shows the headline, if one does.
    pub headline: Option<usize>,
    /// Whether that block is a heading with the words of the page's title.
    pub headline_is_sure: bool,
    /// Group of each block: same host element's names under the same names.
    pub groups: Vec<u32>,
    /// How the page's own statements compare to the blocks.
    pub references: References,
    /// What is told of blocks and elements that are not there.
    pub nothing: (TextShape, Node),
}

impl Survey {
    /// The shape of a block's text; nothing of a block that is not there.
    #[inline(never)]
    pub fn shape(&self, at: usize) -> &TextShape {
        self.shapes.get(at).unwrap_or(&self.nothing.0)
    }

    /// What is known of an element.
    #[inline(never)]
    pub fn node(&self, element: usize) -> &Node {
        self.nodes.get(element).unwrap_or(&self.nothing.1)
    }
}

/// Looks at every block and element. Near-linear in the page.
pub fn survey(page: &Page<'_>, vocabulary: &Vocabulary) -> Survey {
    let mut words = Words::default();
    let shapes: Vec<_> = page.blocks.iter().map(|block| words.add(block.text)).collect();
    let mut nodes = nodes(page, vocabulary, &shapes, None);
    if let Some(form) = whole_form(&nodes) {
        nodes = self::nodes(page, vocabulary, &shapes, Some(form));
    }
    let references = References::new(page);
    let found = references.headline(page, &nodes, &words, &shapes);
    let (headline, headline_is_sure) = found.map_or((None, false), |(at, sure)| (Some(at), sure));
    let groups = groups::number(page, &nodes);
    Survey {
        shapes,
        words,
        nodes,
        headline,
        headline_is_sure,
        groups,
        references,
        nothing: <_>::default(),
    }
}

/// The elements, with what is in them.
fn nodes(
    page: &Page<'_>,
    vocabulary: &Vocabulary,
    shapes: &[TextShape],
    mute: Option<usize>,
) -> Vec<Node> {
    let mut nodes = tree::nodes(page, vocabulary, mute);
    for (block, shape) in page.blocks.iter().zip(shapes) {
        if let Some(node) = nodes.get_mut(block.element) {
            node.blocks += 1;
            node.prose += prose(block, shape);
        }
    }
    tree::sum_up(page, &mut nodes);
    nodes
}

/// A form that holds most of the page's prose: servers of a kind wrap whole pages so, and it says nothing
/// of what is inside.
fn whole_form(nodes: &[Node]) -> Option<usize> {
    let all = nodes.first()?.prose;
    nodes.iter().position(|node| node.inside & inside::FORM != 0 && node.prose * 2 > all)
}

/// Words of a block that reads like prose: long enough, few links, ends as a sentence does.
#[inline(never)]
pub fn prose(block: &Block<'_>, shape: &TextShape) -> u32 {
    let linked = u64::from(block.link_units) * 3 > u64::from(shape.units);
    let long = shape.words >= 12 && shape.ends || shape.words >= 25;
    if long && !linked { shape.words } else { 0 }
}
