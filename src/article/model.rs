//! The trained model of finding: vocabulary and forests, read from one file of bytes.

use super::vocabulary::{Vocabulary, WeightList};
use crate::forest::{Forest, take, take_u16};

/// Trained by `eval/train/finding.py`; see there for data and folds.
const SHIPPED: &[u8] = include_bytes!("model.bin");

/// What was learned.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// Weights of names and text words.
    pub vocabulary: Vocabulary,
    /// First stage: a block by itself and its surroundings.
    pub blocks: Forest,
    /// Second stage: a block by the scores around it.
    pub context: Forest,
    /// Whether a block under the headline is the site's own standfirst.
    pub lead: Forest,
    /// Whether a page is an article.
    pub pages: Forest,
}

impl Model {
    /// The model that ships.
    pub fn shipped() -> Self {
        Model::parse(SHIPPED)
    }
}

impl Model {
    /// Reads a model. Bytes that end early give a model that knows less.
    pub fn parse(mut bytes: &[u8]) -> Self {
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
    let count = usize::from(take_u16(bytes));
    let (low, high, weights) = (take(bytes, count), take(bytes, count), take(bytes, count));
    WeightList::parse(low, high, weights)
}
