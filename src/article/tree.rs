//! What the elements around a block tell, computed once an element: where it lies, what the names
//! of its ancestors weigh, how much prose it holds.

use crate::page::{Page, element_flags};
use crate::text::holds_part;

use super::called::called;
use super::vocabulary::{NameWeight, Vocabulary};

/// Bits of [`Node::inside`]: the element or an ancestor is such.
pub mod inside {
    /// `<article>` or `itemprop=articleBody`.
    pub const ARTICLE: u16 = 1;
    /// `<main>` or `role=main`.
    pub const MAIN: u16 = 2;
    /// `<header>`.
    pub const HEADER: u16 = 4;
    /// `<nav>` or `role=navigation`, `<footer>`, `<menu>`.
    pub const FRAME: u16 = 8;
    /// `<aside>` or `role=complementary`.
    pub const ASIDE: u16 = 16;
    /// `<figure>` or `<figcaption>`, `<caption>`.
    pub const FIGURE: u16 = 32;
    /// A list.
    pub const LIST: u16 = 64;
    /// A table.
    pub const TABLE: u16 = 128;
    /// `<blockquote>` or `<q>`.
    pub const QUOTE: u16 = 256;
    /// `<form>`.
    pub const FORM: u16 = 512;
    /// Hidden by attribute or inline style.
    pub const HIDDEN: u16 = 1024;
    /// `aria-hidden`.
    pub const ARIA_HIDDEN: u16 = 2048;
    /// A heading.
    pub const HEADING: u16 = 4096;
    /// `<figcaption>` or `<caption>` itself.
    pub const CAPTION: u16 = 8192;
    /// `<pre>` or `<code>`.
    pub const CODE: u16 = 16384;
    /// A dialog.
    pub const DIALOG: u16 = 32768;
}

/// What is known of one element.
#[derive(Debug, Clone, Copy, Default)]
pub struct Node {
    /// Elements above it.
    pub depth: u16,
    /// Bits of [`inside`].
    pub inside: u16,
    /// Code of its tag, see [`tag_code`].
    pub tag: u8,
    /// The nearest block-level element: itself or an ancestor.
    pub host: usize,
    /// Bits of [`super::called`]: its own, those of it and its parent, those of all above.
    pub called: [u8; 3],
    /// What its own names weigh.
    pub own: NameWeight,
    /// What the names of it and all its ancestors weigh.
    pub chain: NameWeight,
    /// Words of prose inside (see [`super::features`]).
    pub prose: u32,
    /// Blocks inside.
    pub blocks: u32,
}

/// What a descriptor says of every element that has it.
#[derive(Clone, Copy)]
struct Told {
    weight: NameWeight,
    called: u8,
    tag: u8,
    inside: u16,
}

/// Of an element without a descriptor.
const UNTOLD: Told =
    Told { weight: NameWeight { sum: 0, min: 0, max: 0 }, called: 0, tag: OTHER, inside: 0 };

/// One node an element of the page, in its order.
pub fn nodes(page: &Page<'_>, vocabulary: &Vocabulary) -> Vec<Node> {
    // Elements that share a descriptor share what it says: told once.
    let told: Vec<_> = page
        .descriptors
        .iter()
        .map(|d| Told {
            weight: vocabulary.weigh(d),
            called: called(d),
            tag: tag_code(d.tag),
            inside: tag_bits(d.tag) | role_bits(d.role, d.item),
        })
        .collect();
    let mut nodes: Vec<Node> = Vec::with_capacity(page.elements.len());
    for (at, element) in page.elements.iter().enumerate() {
        let up = element.parent.and_then(|p| nodes.get(p)).copied();
        let told = told.get(element.descriptor).copied();
        let Told { weight: own, called, tag, inside } = told.unwrap_or(UNTOLD);
        let above = up.unwrap_or_default();
        let chain = NameWeight {
            sum: above.chain.sum + own.sum,
            min: above.chain.min.min(own.min),
            max: above.chain.max.max(own.max),
        };
        let host = if tag == INLINE && up.is_some() { above.host } else { at };
        nodes.push(Node {
            depth: up.map_or(0, |n| n.depth.saturating_add(1)),
            inside: above.inside | inside | flag_bits(element.flags),
            tag,
            host,
            called: [called, above.called[0] | called, above.called[2] | called],
            own,
            chain,
            ..Node::default()
        });
    }
    nodes
}

/// Adds each element's prose and blocks to its ancestors.
pub fn sum_up(page: &Page<'_>, nodes: &mut [Node]) {
    for at in (0..nodes.len()).rev() {
        let Some(parent) = page.elements.get(at).and_then(|e| e.parent) else { continue };
        let Some(node) = nodes.get(at).copied() else { continue };
        if let Some(above) = nodes.get_mut(parent) {
            above.prose += node.prose;
            above.blocks += node.blocks;
        }
    }
}

const INLINE: u8 = 9;
const OTHER: u8 = 13;

/// Tags by what they usually hold, from prose to furniture.
pub fn tag_code(tag: &str) -> u8 {
    match tag {
        "p" => 0,
        "blockquote" | "q" => 1,
        "pre" | "code" => 2,
        "div" | "section" | "article" | "main" | "center" => 3,
        "td" | "th" => 4,
        "li" => 5,
        "dd" | "dt" => 6,
        "h1" => 7,
        "h2" | "h3" | "h4" | "h5" | "h6" => 8,
        "a" | "span" | "b" | "strong" | "i" | "em" | "font" | "small" | "u" | "time" | "abbr"
        | "cite" | "mark" | "sub" | "sup" | "s" | "del" | "ins" | "label" | "bdi" | "bdo"
        | "slot" => INLINE,
        "figcaption" | "caption" | "figure" => 10,
        "header" | "hgroup" | "summary" | "legend" => 11,
        "aside" | "footer" | "nav" | "form" | "address" | "dialog" => 12,
        _ => OTHER,
    }
}

fn tag_bits(tag: &str) -> u16 {
    match tag {
        "article" => inside::ARTICLE,
        "main" => inside::MAIN,
        "header" => inside::HEADER,
        "nav" | "footer" | "menu" => inside::FRAME,
        "aside" => inside::ASIDE,
        "figure" => inside::FIGURE,
        "figcaption" | "caption" => inside::FIGURE | inside::CAPTION,
        "ul" | "ol" | "dl" => inside::LIST,
        "table" => inside::TABLE,
        "blockquote" | "q" => inside::QUOTE,
        "form" => inside::FORM,
        "dialog" => inside::DIALOG,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => inside::HEADING,
        "pre" | "code" => inside::CODE,
        _ => 0,
    }
}

fn role_bits(role: &str, item: &str) -> u16 {
    let role = match role {
        "main" => inside::MAIN,
        "article" => inside::ARTICLE,
        "navigation" | "contentinfo" | "menu" | "banner" => inside::FRAME,
        "complementary" => inside::ASIDE,
        "dialog" | "alertdialog" => inside::DIALOG,
        "heading" => inside::HEADING,
        _ => 0,
    };
    if holds_part(item, "articleBody") { role | inside::ARTICLE } else { role }
}

fn flag_bits(flags: u32) -> u16 {
    let mut bits = 0;
    if flags & element_flags::ARIA_HIDDEN != 0 {
        bits |= inside::ARIA_HIDDEN;
    }
    if flags & element_flags::HIDDEN != 0 {
        bits |= inside::HIDDEN;
    }
    if flags & element_flags::DIALOG != 0 {
        bits |= inside::DIALOG;
    }
    bits
}
