//! What the page says of itself, against which blocks are compared: title, description, texts of
//! pictures, and the article's body where JSON-LD has it.

use crate::page::Page;
use crate::text::fields;

use super::row::percent;
use super::tree::{Node, inside};
use super::words::{TextShape, Words, join};

/// Statements of the page as sorted hashes of words and of runs of three.
#[derive(Debug, Default)]
pub struct References {
    title: Vec<u32>,
    description: Vec<u32>,
    alts: Vec<u32>,
    body: Vec<u32>,
    authors: Vec<u32>,
}

/// Keys of the titles, the surest first.
pub const TITLE_KEYS: &str = "ld:headline meta:og:title meta:twitter:title title ld:name";

/// Keys of the authors' names, the surest first.
pub const AUTHOR_KEYS: &str = "ld:author meta:author meta:article:author meta:byl meta:dc.creator meta:parsely-author meta:sailthru.author";

/// Keys of the page's description, the surest first.
pub const DESCRIPTION_KEYS: &str =
    "meta:description meta:og:description ld:description ld:alternativeHeadline";

/// Rank of a headline that is an `<h1>` with the title's words.
const SURE_RANK: u32 = 4;

impl References {
    /// Gathers the statements.
    pub fn new(page: &Page<'_>) -> Self {
        let title = fields(TITLE_KEYS, b' ').find(|key| page.metadata.get(key).is_some());
        Self {
            title: title.map_or_else(Vec::new, |key| gathered(page, key, 1)),
            description: gathered(page, DESCRIPTION_KEYS, RUN),
            alts: gathered(page, "alt", RUN),
            body: gathered(page, "ld:articleBody", RUN),
            authors: gathered(page, AUTHOR_KEYS, 1),
        }
    }

    /// The block that shows the headline, and whether it is surely it: of those that hold most of the title's words and few
    /// others, the first of the highest rank (`h1`, other heading, any).
    pub fn headline(
        &self,
        page: &Page<'_>,
        nodes: &[Node],
        words: &Words,
        shapes: &[TextShape],
    ) -> Option<(usize, bool)> {
        let mut best = None;
        let mut best_rank = 0;
        for (at, (block, shape)) in page.blocks.iter().zip(shapes).enumerate() {
            let Some(node) = nodes.get(block.element) else { continue };
            let Some(host) = nodes.get(node.host) else { continue };
            let is_heading = node.inside & inside::HEADING != 0;
            let own = words.of(shape);
            let share = self.title_share(own);
            let covers = own.len() * 2 >= self.title.len();
            let rank = match (host.tag, share >= 80 && covers && !self.title.is_empty()) {
                (7, true) => 4,
                (_, true) if is_heading => 3,
                (7, false) if node.inside & inside::FRAME == 0 => 2,
                (_, true) if block.link_units == 0 => 1,
                _ => 0,
            };
            if rank > best_rank {
                best = Some(at);
                best_rank = rank;
            }
        }
        best.map(|at| (at, best_rank >= SURE_RANK))
    }

    /// Per cent of the words that stand in the title.
    pub fn title_share(&self, words: &[u32]) -> u32 {
        share(words.get(..60).unwrap_or(words), &self.title, 1)
    }

    /// Distinct words of the title.
    pub fn title_words(&self) -> usize {
        self.title.len()
    }

    /// Per cent of the words that stand in the authors' names.
    pub fn author_share(&self, words: &[u32]) -> u32 {
        share(words.get(..60).unwrap_or(words), &self.authors, 1)
    }

    /// Per cent of the runs of three that stand in a description.
    pub fn description_share(&self, words: &[u32]) -> u32 {
        share(words, &self.description, RUN)
    }

    /// Per cent of the descriptions' runs that the words cover, at most 100, by their share.
    pub fn description_cover(&self, words: &[u32], share: u32) -> u32 {
        let own = words.len().min(MAX_COMPARED).saturating_sub(2) as u32;
        percent(own * share / 100, self.description.len() as u32).min(100)
    }

    /// Per cent of the runs of three that stand in a picture's text.
    pub fn alt_share(&self, words: &[u32]) -> u32 {
        share(words, &self.alts, RUN)
    }

    /// Per cent of the runs of three that stand in the stated body, -1 where none is stated.
    pub fn body_share(&self, words: &[u32]) -> i32 {
        if self.body.len() < 60 { -1 } else { share(words, &self.body, RUN) as i32 }
    }
}

/// Words of a run that is compared; a shorter text is one run.
const RUN: usize = 3;

/// Words of a block that are compared.
const MAX_COMPARED: usize = 200;

/// Per cent of the words, or of their runs, that are known.
#[inline(never)]
fn share(words: &[u32], known: &[u32], run: usize) -> u32 {
    if known.is_empty() {
        return 0;
    }
    let words = words.get(..MAX_COMPARED).unwrap_or(words);
    let (mut held, mut all) = (0, 0);
    for window in words.windows(run.min(words.len()).max(1)) {
        all += 1;
        held += u32::from(known.binary_search(&key(window)).is_ok());
    }
    percent(held, all)
}

/// A word itself, or the hash of a run.
fn key(run: &[u32]) -> u32 {
    if let [word] = run { *word } else { join(run) }
}

/// Words, or runs of them, of all that the page states under some keys, in order.
#[inline(never)]
fn gathered(page: &Page<'_>, keys: &str, run: usize) -> Vec<u32> {
    let mut all = Vec::new();
    for text in page.metadata.under(keys) {
        let mut words = Words::default();
        words.add(text);
        for window in words.hashes.windows(run.min(words.hashes.len()).max(1)) {
            all.push(key(window));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}
