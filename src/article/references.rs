//! What the page says of itself, against which blocks are compared: title, description, texts of
//! pictures, and the article's body where JSON-LD has it.

use crate::page::Page;

use super::tree::{Node, inside};
use super::words::{TextShape, Words};

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
pub const TITLE_KEYS: [&str; 5] =
    ["ld:headline", "meta:og:title", "meta:twitter:title", "title", "ld:name"];

/// Keys of the authors' names, the surest first.
pub const AUTHOR_KEYS: [&str; 7] = [
    "ld:author",
    "meta:author",
    "meta:article:author",
    "meta:byl",
    "meta:dc.creator",
    "meta:parsely-author",
    "meta:sailthru.author",
];

/// Keys of the page's description, the surest first.
pub const DESCRIPTION_KEYS: [&str; 4] =
    ["meta:description", "meta:og:description", "ld:description", "ld:alternativeHeadline"];

/// Rank of a headline that is an `<h1>` with the title's words.
const SURE_RANK: u32 = 4;

impl References {
    /// Gathers the statements.
    pub fn new(page: &Page<'_>) -> Self {
        let mut title = Vec::new();
        if let Some(text) = TITLE_KEYS.iter().find_map(|key| page.metadata.get(key)) {
            title = sorted(hashes(text));
        }
        let runs_of = |keys: &[&str]| {
            let mut all = Vec::new();
            for text in page.metadata.under(keys) {
                all.append(&mut runs(&hashes(text)));
            }
            sorted(all)
        };
        Self {
            title,
            description: runs_of(&DESCRIPTION_KEYS),
            alts: runs_of(&["alt"]),
            body: runs_of(&["ld:articleBody"]),
            authors: words_of(page, &AUTHOR_KEYS),
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
            let node = nodes.get(block.element).copied().unwrap_or_default();
            let host = nodes.get(node.host).copied().unwrap_or_default();
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
        let words = words.get(..60).unwrap_or(words);
        let held = words.iter().filter(|word| self.title.binary_search(word).is_ok()).count();
        (held * 100 / words.len().max(1)) as u32
    }

    /// Distinct words of the title.
    pub fn title_words(&self) -> usize {
        self.title.len()
    }

    /// Per cent of the words that stand in the authors' names.
    pub fn author_share(&self, words: &[u32]) -> u32 {
        let words = words.get(..60).unwrap_or(words);
        let held = words.iter().filter(|word| self.authors.binary_search(word).is_ok()).count();
        (held * 100 / words.len().max(1)) as u32
    }

    /// Per cent of the runs of three that stand in a description.
    pub fn description_share(&self, words: &[u32]) -> u32 {
        share(words, &self.description)
    }

    /// Per cent of the descriptions' runs that the words cover, at most 100.
    pub fn description_cover(&self, words: &[u32]) -> u32 {
        let own = words.get(..200).unwrap_or(words).len().saturating_sub(2);
        let held = own * self.description_share(words) as usize / 100;
        (held * 100 / self.description.len().max(1)).min(100) as u32
    }

    /// Per cent of the runs of three that stand in a picture's text.
    pub fn alt_share(&self, words: &[u32]) -> u32 {
        share(words, &self.alts)
    }

    /// Per cent of the runs of three that stand in the stated body, -1 where none is stated.
    pub fn body_share(&self, words: &[u32]) -> i32 {
        if self.body.len() < 60 { -1 } else { share(words, &self.body) as i32 }
    }
}

fn share(words: &[u32], known: &[u32]) -> u32 {
    if words.is_empty() || known.is_empty() {
        return 0;
    }
    let words = words.get(..200).unwrap_or(words);
    let own = runs(words);
    let held = own.iter().filter(|run| known.binary_search(run).is_ok()).count();
    (held * 100 / own.len().max(1)) as u32
}

fn runs(words: &[u32]) -> Vec<u32> {
    let join = |run: &[u32]| run.iter().fold(0_u32, |h, &w| (h ^ w).wrapping_mul(0x0100_0193));
    if words.len() < 3 { vec![join(words)] } else { words.windows(3).map(join).collect() }
}

fn words_of(page: &Page<'_>, keys: &[&str]) -> Vec<u32> {
    let mut words = Words::default();
    for text in page.metadata.under(keys) {
        words.add(text);
    }
    sorted(words.hashes)
}

/// Hashes in order, each once.
fn sorted(mut hashes: Vec<u32>) -> Vec<u32> {
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

fn hashes(text: &str) -> Vec<u32> {
    let mut words = Words::default();
    words.add(text);
    words.hashes
}
