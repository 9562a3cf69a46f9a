//! What the reader hands over: the blocks of a page with their structural facts, and its metadata.
//!
//! A [`Page`] borrows its text: nothing is copied between the reader's one string and the summary.
//! The flat form that crosses the wasm boundary is taken apart in `parts.rs`.

use crate::text::{self, bare, split_at_first};

/// A page as the reader saw it.
#[derive(Debug, Clone, Default)]
pub struct Page<'a> {
    /// The runs of text that a person sees as one piece, in document order.
    pub blocks: Vec<Block<'a>>,
    /// The elements that hold blocks, parents before children.
    pub elements: Vec<Element>,
    /// What elements are called: one entry for each distinct combination of tag and names.
    pub descriptors: Vec<Descriptor<'a>>,
    /// Title, description and further facts that the page states about itself.
    pub metadata: Metadata<'a>,
    /// Whether the blocks are known to be the story, as with pasted text: finding is skipped.
    pub plain: bool,
}

/// One run of text that a person sees as one piece.
#[derive(Debug, Clone, Copy, Default)]
pub struct Block<'a> {
    /// The text as rendered: runs of white space are one space, a `<br>` is a line feed.
    pub text: &'a str,
    /// Index into [`Page::elements`] of the nearest block-level element.
    pub element: usize,
    /// UTF-16 units of the text that lie inside links.
    pub link_units: u32,
    /// Links that begin in the block.
    pub links: u32,
    /// UTF-16 units inside `<b>` or `<strong>`.
    pub bold_units: u32,
    /// UTF-16 units inside `<i>` or `<em>`.
    pub italic_units: u32,
    /// Pictures, videos and embedded frames between the block before and this one.
    pub media_before: u32,
    /// Bits of `block_flags`.
    pub flags: u32,
}

static NO_BLOCK: Block<'static> = Block {
    text: "",
    element: 0,
    link_units: 0,
    links: 0,
    bold_units: 0,
    italic_units: 0,
    media_before: 0,
    flags: 0,
};

/// Bits of [`Block::flags`].
pub mod block_flags {
    /// Holds a `<time>` element.
    pub const TIME: u32 = 1;
    /// Holds a link or element with `rel=author` or `itemprop=author`.
    pub const AUTHOR: u32 = 2;
    /// Measured in a live page: the block takes no room or is covered.
    pub const UNSEEN: u32 = 4;
    /// Marked by the publisher with `data-standfirst="skip"`.
    pub const SKIP: u32 = 8;
    /// Marked by the publisher with `data-standfirst="pin"`.
    pub const PIN: u32 = 16;
    /// Lies inside an open shadow root.
    pub const SHADOW: u32 = 32;
}

/// An element that holds blocks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Element {
    /// Index of the parent in [`Page::elements`].
    pub parent: Option<usize>,
    /// Index into [`Page::descriptors`].
    pub descriptor: usize,
    /// Bits of `element_flags`.
    pub flags: u32,
}

/// Bits of [`Element::flags`].
pub mod element_flags {
    /// `aria-hidden="true"`.
    pub const ARIA_HIDDEN: u32 = 1;
    /// Hidden by attribute or inline style, yet handed over because scripts may show it.
    pub const HIDDEN: u32 = 2;
    /// `role=dialog`, `<dialog>` or `aria-modal`.
    pub const DIALOG: u32 = 4;
}

/// What an element is called.
#[derive(Debug, Clone, Copy, Default)]
pub struct Descriptor<'a> {
    /// Local name, lower case.
    pub tag: &'a str,
    /// Class and id, as written.
    pub names: &'a str,
    /// The `role` attribute.
    pub role: &'a str,
    /// The `itemprop` and `itemtype` attributes.
    pub item: &'a str,
    /// Values of `data-component`, `data-testid`, `data-type` and `aria-label`.
    pub data: &'a str,
}

/// Facts that the page states about itself, as key and value pairs in document order.
///
/// Keys: `cut` (`nodes` or `text`) where the page was too large to be read to its end; `title` (the document's), `lang`, `url`, `canonical`; `meta:NAME` for `<meta>` by name,
/// property or itemprop in lower case; `ld:PATH` for JSON-LD of the main entity, such as
/// `ld:@type`, `ld:headline`, `ld:author`, `ld:datePublished`, `ld:articleBody`.
#[derive(Debug, Clone, Default)]
pub struct Metadata<'a> {
    pairs: Vec<(&'a str, &'a str)>,
}

impl<'a> Metadata<'a> {
    /// Facts from pairs, in their order.
    pub fn new(pairs: Vec<(&'a str, &'a str)>) -> Self {
        Self { pairs }
    }

    /// The first value that is not blank under `key`.
    #[inline(never)]
    pub fn get(&self, key: &str) -> Option<&'a str> {
        self.values(key).next()
    }

    /// Every value that is not blank under `key`, in document order.
    pub fn all(&self, key: &str) -> Vec<&'a str> {
        self.under(key)
    }

    fn values(&self, key: &str) -> impl Iterator<Item = &'a str> {
        let own = self.pairs.iter().filter(move |(name, _)| *name == key);
        own.map(|(_, value)| bare(value)).filter(|value| !value.is_empty())
    }

    /// The values under several keys, parted by spaces, key by key.
    pub fn under(&self, keys: &str) -> Vec<&'a str> {
        let mut values = Vec::new();
        for key in text::fields(keys, b' ') {
            values.extend(self.values(key));
        }
        values
    }

    /// Adds a fact after the others.
    pub fn push(&mut self, key: &'a str, value: &'a str) {
        self.pairs.push((key, value));
    }
}

impl<'a> Page<'a> {
    /// A page of pasted text: each paragraph (parted by a blank line) is a block of the story.
    ///
    /// Empty text gives a page without blocks.
    pub fn from_text(text: &'a str) -> Self {
        let mut blocks = Vec::new();
        let mut rest = Some(text);
        while let Some(text) = rest {
            let (paragraph, below) = match split_at_first(text, "\n\n") {
                Some((paragraph, below)) => (paragraph, Some(below)),
                None => (text, None),
            };
            rest = below;
            let text = bare(paragraph);
            if !text.is_empty() {
                blocks.push(Block { text, ..Block::default() });
            }
        }
        Page {
            blocks,
            elements: vec![Element::default()],
            descriptors: vec![Descriptor { tag: "p", ..Descriptor::default() }],
            metadata: Metadata::default(),
            plain: true,
        }
    }

    /// A block, or an empty one.
    #[inline(never)]
    pub fn block(&self, at: usize) -> &Block<'a> {
        self.blocks.get(at).unwrap_or(&NO_BLOCK)
    }

    /// The element above an element.
    #[inline(never)]
    pub fn parent(&self, element: usize) -> Option<usize> {
        self.elements.get(element).and_then(|element| element.parent)
    }

    /// The descriptor of an element, or an empty one.
    pub fn descriptor(&self, element: usize) -> Descriptor<'a> {
        self.elements
            .get(element)
            .and_then(|e| self.descriptors.get(e.descriptor))
            .copied()
            .unwrap_or_default()
    }
}
