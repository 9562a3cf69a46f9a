//! What the block model sees of each block: small whole numbers, so that every machine agrees.

use crate::page::{Block, Page, block_flags};

use super::groups::{self, Group};
use super::notices;
use super::row::{Writer, percent, scale};
use super::survey::{Survey, prose};
use super::tree::inside;
use super::vocabulary::Vocabulary;
use super::words::{TextShape, mix};

/// Numbers a block in the first stage.
pub const FEATURES: usize = 80;

/// The numbers of one block.
pub type Row = [i16; FEATURES];

/// Words under which a block's words are looked up in the learned list of texts.
const SHORT_WORDS: u32 = 40;

/// The features of all blocks. Near-linear in the page.
pub fn rows(page: &Page<'_>, survey: &Survey, vocabulary: &Vocabulary) -> Vec<Row> {
    Rows::new(page, survey, vocabulary).all()
}

struct Rows<'a, 'p> {
    page: &'a Page<'p>,
    survey: &'a Survey,
    vocabulary: &'a Vocabulary,
    groups: Vec<Group>,
    /// Of each block: blocks with the same text.
    repeats: Vec<u32>,
    prose: u32,
}

impl<'a, 'p> Rows<'a, 'p> {
    fn new(page: &'a Page<'p>, survey: &'a Survey, vocabulary: &'a Vocabulary) -> Self {
        let groups = groups::sums(page, &survey.shapes, &survey.groups);
        let repeats = groups::repeats(&survey.words, &survey.shapes);
        let prose = page.blocks.iter().zip(&survey.shapes).map(|(b, s)| prose(b, s)).sum();
        Self { page, survey, vocabulary, groups, repeats, prose }
    }

    fn all(&self) -> Vec<Row> {
        let mut before = 0;
        let mut heading = 0;
        let mut rows = Vec::with_capacity(self.page.blocks.len());
        for (at, block) in self.page.blocks.iter().enumerate() {
            let Some(shape) = self.survey.shapes.get(at) else { continue };
            let node = self.survey.node(block.element);
            if node.inside & inside::HEADING != 0 {
                heading = at;
            }
            let mut row = Writer::default();
            self.own(&mut row, block, shape);
            self.place(&mut row, at, block, before, heading);
            self.around(&mut row, at);
            self.named(&mut row, at, block, shape);
            rows.push(row.row);
            before += prose(block, shape);
        }
        rows
    }

    fn own(&self, row: &mut Writer<FEATURES>, block: &Block<'_>, shape: &TextShape) {
        row.push(shape.words.min(300));
        row.push(percent(shape.letters, shape.words) / 10);
        row.push(percent(block.link_units, shape.units));
        row.push(block.links.min(50));
        row.push(percent(block.bold_units, shape.units));
        row.push(percent(block.italic_units, shape.units));
        row.push(shape.stops.min(30));
        row.push(u32::from(shape.ends) + 2 * u32::from(shape.ends_in_colon));
        row.push(percent(shape.commas, shape.words));
        row.push(percent(shape.digits, shape.letters));
        row.push(percent(shape.capitals, shape.words));
        row.push(percent(shape.shouted, shape.words));
        row.push(u32::from(shape.starts_low));
        row.push(u32::from(shape.starts_quoted));
        row.push(u32::from(shape.bracketed));
        row.push(shape.marks.min(10));
        row.push(shape.money.min(5));
        row.push(shape.lines.min(10));
        row.push(block.media_before.min(5));
        row.push(block.flags & (block_flags::TIME | block_flags::AUTHOR));
    }

    fn place(
        &self,
        row: &mut Writer<FEATURES>,
        at: usize,
        block: &Block<'_>,
        before: u32,
        heading: usize,
    ) {
        let node = self.survey.node(block.element);
        let host = self.survey.node(node.host);
        row.push(u32::from(host.tag));
        row.push(u32::from(node.tag));
        row.push(u32::from(node.depth.min(60)));
        for bit in [
            inside::ARTICLE,
            inside::MAIN,
            inside::HEADER,
            inside::FRAME,
            inside::ASIDE,
            inside::FIGURE,
            inside::LIST,
            inside::TABLE,
            inside::QUOTE,
            inside::FORM | inside::DIALOG,
            inside::HIDDEN,
        ] {
            row.push(u32::from(node.inside & bit != 0));
        }
        row.push((at * 100 / self.page.blocks.len().max(1)) as u32);
        row.push(scale(before));
        row.push(percent(before, self.prose));
        row.push_signed(match self.survey.headline {
            Some(headline) => (at as i32 - headline as i32).clamp(-60, 120),
            None => 121,
        });
        row.push((at - heading).min(30) as u32);
        // how much of the page's prose the elements around it hold, going up
        let mut element = Some(node.host);
        for _ in 0..4 {
            element = element.and_then(|e| self.page.parent(e));
            let above = self.survey.node(element.unwrap_or(usize::MAX));
            row.push(percent(above.prose, self.prose));
            row.push(scale(above.blocks));
        }
        let group = self.survey.groups.get(at).and_then(|&g| self.groups.get(g as usize));
        let group = group.copied().unwrap_or_default();
        row.push(scale(group.blocks));
        row.push(group.words / group.blocks.max(1));
        row.push(percent(group.linked, group.units));
        row.push(percent(group.ends, group.blocks));
    }

    /// Neighbours: two before, two after, and the prose of a window.
    fn around(&self, row: &mut Writer<FEATURES>, at: usize) {
        for distance in [-2_isize, -1, 1, 2] {
            let other = at.wrapping_add_signed(distance);
            if other >= self.page.blocks.len() {
                row.push_signed(-1);
                row.push_signed(-1);
                continue;
            }
            let shape = self.survey.shape(other);
            row.push(shape.words.min(200));
            row.push(percent(self.page.block(other).link_units, shape.units));
        }
        row.push(self.page.block(at + 1).media_before.min(5));
        let mut window = 0;
        for other in at.saturating_sub(4)..at + 5 {
            window += prose(self.page.block(other), self.survey.shape(other));
        }
        row.push(scale(window));
    }

    fn named(&self, row: &mut Writer<FEATURES>, at: usize, block: &Block<'_>, shape: &TextShape) {
        let node = self.survey.node(block.element);
        let host = self.survey.node(node.host);
        row.push_signed(node.own.sum);
        row.push_signed(host.own.sum);
        let parent = self.page.parent(node.host).unwrap_or(usize::MAX);
        let above = self.survey.node(parent);
        let grand = self.survey.node(self.page.parent(parent).unwrap_or(usize::MAX));
        row.push_signed(above.own.sum);
        row.push_signed(grand.own.sum);
        let near = [node.own, host.own, above.own, grand.own];
        row.push_signed(near.iter().fold(0, |min, weight| min.min(weight.min)));
        row.push_signed(near.iter().fold(0, |max, weight| max.max(weight.max)));
        row.push_signed(node.chain.sum);
        row.push_signed(node.chain.min);
        row.push_signed(node.chain.max);
        let (sum, min, max) = self.text_weight(shape);
        row.push_signed(sum);
        row.push_signed(min);
        row.push_signed(max);
        let words = self.survey.words.of(shape);
        let notices = notices::count(words);
        row.push(notices);
        row.push(percent(notices, words.len().min(60) as u32));
        let references = &self.survey.references;
        row.push(references.title_share(words));
        row.push(references.description_share(words));
        row.push(references.alt_share(words));
        row.push_signed(references.body_share(words));
        row.push(self.repeats.get(at).copied().unwrap_or_default().min(9));
    }

    fn text_weight(&self, shape: &TextShape) -> (i32, i32, i32) {
        let (mut sum, mut min, mut max) = (0, 0, 0);
        if shape.words < SHORT_WORDS {
            text_keys(self.survey.words.of(shape), |key| {
                let weight = self.vocabulary.text.get(key);
                sum += weight;
                min = min.min(weight);
                max = max.max(weight);
            });
        }
        (sum, min, max)
    }
}

/// Keys of a short text in the learned list: each word, and the first as such.
pub fn text_keys(words: &[u32], mut take: impl FnMut(u32)) {
    if let Some(&first) = words.first() {
        take(mix(first, '^'));
    }
    for &word in words.iter().take(SHORT_WORDS as usize) {
        take(word);
    }
}
