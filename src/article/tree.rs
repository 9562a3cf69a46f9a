//! What the elements around a block tell, computed once an element: where it lies, what the names
//! of its ancestors weigh, how much prose it holds.

use crate::page::{Descriptor, Page, element_flags};
use crate::text::holds_part;

use super::called::called;
use super::known::key;
use super::vocabulary::{NameWeight, Vocabulary, shorten};
use super::words::hash;

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
    /// Code of its tag, see [`TAGS`].
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

/// What a descriptor tells of the elements that have it.
#[derive(Debug, Clone, Copy, Default)]
struct Made {
    tag: u8,
    inside: u16,
    called: u8,
    own: NameWeight,
}

fn made(descriptor: &Descriptor<'_>, vocabulary: &Vocabulary) -> Made {
    let (tag, inside) = told(&TAGS, descriptor.tag).unwrap_or((OTHER, 0));
    let (_, role) = told(&ROLES, descriptor.role).unwrap_or_default();
    let body = if holds_part(descriptor.item, "articleBody") { inside::ARTICLE } else { 0 };
    Made {
        tag,
        inside: inside | role | body,
        called: called(descriptor),
        own: vocabulary.weigh(descriptor),
    }
}

/// One node an element of the page, in its order. One element may be named that tells nothing.
pub fn nodes(page: &Page<'_>, vocabulary: &Vocabulary, mute: Option<usize>) -> Vec<Node> {
    let mut of_descriptors = Vec::with_capacity(page.descriptors.len());
    for descriptor in &page.descriptors {
        of_descriptors.push(made(descriptor, vocabulary));
    }
    let mut nodes: Vec<Node> = Vec::with_capacity(page.elements.len());
    for (at, element) in page.elements.iter().enumerate() {
        let made = of_descriptors.get(element.descriptor).filter(|_| mute != Some(at)).copied();
        let made = made.unwrap_or(Made { tag: OTHER, ..Made::default() });
        let mut node = Node { host: at, ..Node::default() };
        if let Some(above) = element.parent.and_then(|parent| nodes.get(parent)) {
            node = *above;
            node.depth = node.depth.saturating_add(1);
            if made.tag != INLINE {
                node.host = at;
            }
        }
        node.inside |= made.inside | flag_bits(element.flags);
        node.tag = made.tag;
        let [above, _, all] = node.called;
        node.called = [made.called, above | made.called, all | made.called];
        node.own = made.own;
        node.chain.sum += made.own.sum;
        node.chain.min = node.chain.min.min(made.own.min);
        node.chain.max = node.chain.max.max(made.own.max);
        nodes.push(node);
    }
    nodes
}

/// Adds each element's prose and blocks to its ancestors.
pub fn sum_up(page: &Page<'_>, nodes: &mut [Node]) {
    for at in (0..nodes.len()).rev() {
        let Some(parent) = page.parent(at) else { continue };
        let Some((prose, blocks)) = nodes.get(at).map(|node| (node.prose, node.blocks)) else {
            continue;
        };
        if let Some(above) = nodes.get_mut(parent) {
            above.prose += prose;
            above.blocks += blocks;
        }
    }
}

/// Code of what stands in a line.
const INLINE: u8 = 9;

/// Code of a tag that is in no list.
const OTHER: u8 = 13;

/// Hash, code and bits of a name.
type Told = (u16, u8, u16);

const fn tell(name: &str, code: u8, bits: u16) -> Told {
    (key(name), code, bits)
}

/// Tags: a code by what they usually hold, from prose to furniture, and bits of [`inside`].
static TAGS: [Told; 61] = [
    tell("p", 0, 0),
    tell("blockquote", 1, inside::QUOTE),
    tell("q", 1, inside::QUOTE),
    tell("pre", 2, inside::CODE),
    tell("code", 2, inside::CODE),
    tell("div", 3, 0),
    tell("section", 3, 0),
    tell("article", 3, inside::ARTICLE),
    tell("main", 3, inside::MAIN),
    tell("center", 3, 0),
    tell("td", 4, 0),
    tell("th", 4, 0),
    tell("li", 5, 0),
    tell("dd", 6, 0),
    tell("dt", 6, 0),
    tell("h1", 7, inside::HEADING),
    tell("h2", 8, inside::HEADING),
    tell("h3", 8, inside::HEADING),
    tell("h4", 8, inside::HEADING),
    tell("h5", 8, inside::HEADING),
    tell("h6", 8, inside::HEADING),
    tell("a", INLINE, 0),
    tell("span", INLINE, 0),
    tell("b", INLINE, 0),
    tell("strong", INLINE, 0),
    tell("i", INLINE, 0),
    tell("em", INLINE, 0),
    tell("font", INLINE, 0),
    tell("small", INLINE, 0),
    tell("u", INLINE, 0),
    tell("time", INLINE, 0),
    tell("abbr", INLINE, 0),
    tell("cite", INLINE, 0),
    tell("mark", INLINE, 0),
    tell("sub", INLINE, 0),
    tell("sup", INLINE, 0),
    tell("s", INLINE, 0),
    tell("del", INLINE, 0),
    tell("ins", INLINE, 0),
    tell("label", INLINE, 0),
    tell("bdi", INLINE, 0),
    tell("bdo", INLINE, 0),
    tell("slot", INLINE, 0),
    tell("figcaption", 10, inside::FIGURE | inside::CAPTION),
    tell("caption", 10, inside::FIGURE | inside::CAPTION),
    tell("figure", 10, inside::FIGURE),
    tell("header", 11, inside::HEADER),
    tell("hgroup", 11, 0),
    tell("summary", 11, 0),
    tell("legend", 11, 0),
    tell("aside", 12, inside::ASIDE),
    tell("footer", 12, inside::FRAME),
    tell("nav", 12, inside::FRAME),
    tell("form", 12, inside::FORM),
    tell("address", 12, 0),
    tell("dialog", 12, inside::DIALOG),
    tell("menu", OTHER, inside::FRAME),
    tell("ul", OTHER, inside::LIST),
    tell("ol", OTHER, inside::LIST),
    tell("dl", OTHER, inside::LIST),
    tell("table", OTHER, inside::TABLE),
];

/// Values of `role`, and bits of [`inside`].
static ROLES: [Told; 10] = [
    tell("main", 0, inside::MAIN),
    tell("article", 0, inside::ARTICLE),
    tell("navigation", 0, inside::FRAME),
    tell("contentinfo", 0, inside::FRAME),
    tell("menu", 0, inside::FRAME),
    tell("banner", 0, inside::FRAME),
    tell("complementary", 0, inside::ASIDE),
    tell("dialog", 0, inside::DIALOG),
    tell("alertdialog", 0, inside::DIALOG),
    tell("heading", 0, inside::HEADING),
];

#[inline(never)]
fn told(known: &[Told], name: &str) -> Option<(u8, u16)> {
    let wanted = shorten(hash(name));
    let found = known.iter().find(|(hash, _, _)| *hash == wanted)?;
    Some((found.1, found.2))
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
