//! The trained model of finding: vocabulary and forests, read from one file of bytes.

use super::vocabulary::{Vocabulary, WeightList};
use crate::forest::{Forest, take_u16};

/// Trained by `eval/train/finding.py`; see there for data and folds.
const SHIPPED: &[u8] = include_bytes!("model.bin");

/// What was learned.
#[derive(Debug, Clone, Default)]
pub struct Model<'a> {
    /// Weights of names and text words.
    pub vocabulary: Vocabulary,
    /// First stage: a block by itself and its surroundings.
    pub blocks: Forest<'a>,
    /// Second stage: a block by the scores around it.
    pub context: Forest<'a>,
    /// Whether a block under the headline is the site's own standfirst.
    pub lead: Forest<'a>,
    /// Whether a page is an article.
    pub pages: Forest<'a>,
}

impl Model<'static> {
    /// The model that ships.
    pub fn shipped() -> Self {
        Model::parse(SHIPPED)
    }
}

impl<'a> Model<'a> {
    /// Reads a model. Bytes that end early give a model that knows less.
    pub fn parse(mut bytes: &'a [u8]) -> Self {
        let bytes = &mut bytes;
        let vocabulary = Vocabulary { names: take_list(bytes), text: take_list(bytes) };
        Self {
            vocabulary,
            blocks: Forest::take(bytes),
            context: Forest::take(bytes),
            lead: Forest::take(bytes),
            pages: Forest::take(bytes),
        }
    }
}

fn take_list(bytes: &mut &[u8]) -> WeightList {
    let size = usize::from(take_u16(bytes)) * 3;
    let (list, rest) = bytes.split_at_checked(size).unwrap_or_default();
    *bytes = rest;
    WeightList::parse(list)
}
