//! The story cut into sentences: what salience and selection work on.

use std::ops::Range;

use crate::article::{Article, Role};
use crate::language::Language;
use crate::options::Options;
use crate::page::{Page, block_flags};
use crate::sentence;

/// The story cut into sentences.
#[derive(Debug)]
pub struct Draft<'a> {
    /// Language of the story.
    pub language: Language,
    /// The article that was found.
    pub article: &'a Article,
    /// What the caller asked for.
    pub options: &'a Options<'a>,
    /// Every sentence of the quotable blocks, in reading order.
    pub sentences: Vec<DraftSentence<'a>>,
}

/// One sentence of the story.
#[derive(Debug, Clone)]
pub struct DraftSentence<'a> {
    /// The sentence, verbatim.
    pub text: &'a str,
    /// Index into the article's blocks.
    pub block: usize,
    /// Bytes of the block's text.
    pub bytes: Range<usize>,
    /// The block's role.
    pub role: Role,
    /// Marked by the publisher with `data-standfirst="pin"`.
    pub pinned: bool,
}

impl<'a> Draft<'a> {
    /// Cuts the article's quotable blocks into sentences.
    pub fn new(
        page: &Page<'a>,
        article: &'a Article,
        language: Language,
        options: &'a Options<'a>,
    ) -> Self {
        let language = language.of_pages();
        let mut sentences = Vec::new();
        for (block, story) in article.blocks.iter().enumerate() {
            let Some(source) = page.blocks.get(story.source) else { continue };
            if !story.is_quotable {
                continue;
            }
            for bytes in sentence::segment(source.text, &language) {
                let text = source.text.get(bytes.clone()).unwrap_or_default();
                let pinned = source.flags & block_flags::PIN != 0;
                sentences.push(DraftSentence { text, block, bytes, role: story.role, pinned });
            }
        }
        Draft { language, article, options, sentences }
    }
}
