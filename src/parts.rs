//! The flat form of a page, as it crosses the wasm boundary, and how it is taken apart.
//!
//! `www/types.js` describes it; both sides name the same constants.

use std::fmt;

use crate::page::{Block, Descriptor, Element, Metadata, Page};
use crate::text::{self, decimal, joined};

/// Parts the items of every string list that the reader hands over. The reader replaces a NUL in
/// page text by U+FFFD, so offsets are kept.
pub const SEPARATOR: u8 = 0;

/// Parts the fields of one element descriptor.
pub const FIELD_SEPARATOR: u8 = 1;

/// Numbers per element in the flat array: parent (index + 1, 0 for none), descriptor, flags.
pub const ELEMENT_STRIDE: usize = 3;

/// Numbers per block in the flat array: element, link units, links, bold units, italic units,
/// media before, flags.
pub const BLOCK_STRIDE: usize = 7;

/// The flat form of a page: strings joined by [`SEPARATOR`], arrays with fixed strides.
#[derive(Debug, Clone, Copy, Default)]
pub struct Parts<'a> {
    /// The blocks' texts.
    pub text: &'a str,
    /// The descriptors, five fields each, parted by [`FIELD_SEPARATOR`].
    pub descriptors: &'a str,
    /// Keys and values of the metadata, in turn.
    pub metadata: &'a str,
    /// [`ELEMENT_STRIDE`] numbers per element.
    pub elements: &'a [u32],
    /// [`BLOCK_STRIDE`] numbers per block.
    pub blocks: &'a [u32],
    /// As [`Page::plain`].
    pub plain: bool,
}

impl<'a> Page<'a> {
    /// Takes the flat form apart.
    ///
    /// # Errors
    /// When an array's length does not fit its stride, a count does not fit the text, a parent does
    /// not come before its child, or an index is out of range. Nothing is guessed.
    pub fn from_parts(parts: Parts<'a>) -> Result<Self, PageError> {
        let mut descriptors = Vec::new();
        for fields in list(parts.descriptors) {
            descriptors.push(Descriptor::parse(fields));
        }
        let elements = read_elements(parts.elements, descriptors.len())?;
        let texts = list(parts.text);
        if parts.blocks.len() != texts.len() * BLOCK_STRIDE {
            return Err(PageError::new("blocks", parts.blocks.len(), texts.len() * BLOCK_STRIDE));
        }
        let mut blocks = Vec::with_capacity(texts.len());
        for (text, numbers) in texts.into_iter().zip(parts.blocks.chunks_exact(BLOCK_STRIDE)) {
            let &[element, link_units, links, bold_units, italic_units, media_before, flags] =
                numbers
            else {
                return Err(PageError::new("blocks", numbers.len(), BLOCK_STRIDE));
            };
            let element = element as usize;
            if element >= elements.len() {
                return Err(PageError::new("a block's element", element, elements.len()));
            }
            blocks.push(Block {
                text,
                element,
                link_units,
                links,
                bold_units,
                italic_units,
                media_before,
                flags,
            });
        }
        let mut metadata = Metadata::default();
        for pair in list(parts.metadata).chunks_exact(2) {
            if let &[key, value] = pair {
                metadata.push(key, value);
            }
        }
        Ok(Page { blocks, elements, descriptors, metadata, plain: parts.plain })
    }
}

impl<'a> Descriptor<'a> {
    fn parse(fields: &'a str) -> Self {
        let mut fields = text::fields(fields, FIELD_SEPARATOR);
        let mut field = || fields.next().unwrap_or_default();
        Descriptor { tag: field(), names: field(), role: field(), item: field(), data: field() }
    }
}

/// The items of a list; an empty text has none.
fn list(joined: &str) -> Vec<&str> {
    if joined.is_empty() { Vec::new() } else { text::fields(joined, SEPARATOR).collect() }
}

fn read_elements(numbers: &[u32], descriptors: usize) -> Result<Vec<Element>, PageError> {
    if !numbers.len().is_multiple_of(ELEMENT_STRIDE) {
        return Err(PageError::new("elements", numbers.len(), ELEMENT_STRIDE));
    }
    let mut elements = Vec::with_capacity(numbers.len() / ELEMENT_STRIDE);
    for triple in numbers.chunks_exact(ELEMENT_STRIDE) {
        let &[parent, descriptor, flags] = triple else {
            return Err(PageError::new("elements", triple.len(), ELEMENT_STRIDE));
        };
        let (parent, descriptor) = (parent as usize, descriptor as usize);
        if parent > elements.len() {
            return Err(PageError::new("an element's parent", parent, elements.len()));
        }
        if descriptor >= descriptors {
            return Err(PageError::new("an element's descriptor", descriptor, descriptors));
        }
        elements.push(Element { parent: parent.checked_sub(1), descriptor, flags });
    }
    Ok(elements)
}

/// A page whose arrays contradict one another: a fault of the caller, never of the page read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageError {
    what: &'static str,
    value: usize,
    limit: usize,
}

impl PageError {
    fn new(what: &'static str, value: usize, limit: usize) -> Self {
        Self { what, value, limit }
    }

    /// What does not fit, for people.
    pub fn message(&self) -> String {
        let (value, limit) = (decimal(self.value), decimal(self.limit));
        let parts =
            ["page arrays do not fit: ", self.what, " is ", &value, ", the limit is ", &limit];
        joined(parts, "")
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for PageError {}
