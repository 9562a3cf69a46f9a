//! How much each sentence says of what the article says.
//!
//! Two small forests, trained by `eval/train/salience.py` on features that this code computes: one
//! scores sentences, one scores sets of three against the lead's three.

pub mod features;
mod reasons;
pub mod sets;

use std::sync::OnceLock;

use crate::draft::Draft;
use crate::forest::Forest;
use crate::speech::Speech;
use features::{Analysis, marks};

/// The built-in forests: sentences, then sets.
pub static MODEL: &[u8] = include_bytes!("model.bin");

/// Score that a set must have to be taken instead of the lead, which has 0, in the forest's unit.
/// From 6 on the smallest English sets, whose documents are like no other's, are not torn from a good lead; sets in
/// other languages get half of it from the forest's last tree. Set by trials over the folds (eval/README.md, "Salience").
pub const MARGIN: i32 = 6;

/// What a reader's focus words add to a sentence's score, in the forest's unit.
const FOCUS_BONUS: i32 = 400;

/// The salience of a draft's sentences.
#[derive(Debug)]
pub struct Salience {
    /// What was measured.
    pub analysis: Analysis,
    /// Score of each sentence, in the forest's unit.
    pub scores: Vec<i32>,
    /// The three sentences that anchor the summary, in reading order.
    pub anchor: Option<[usize; sets::SIZE]>,
    /// Whether a sentence holds a focus word.
    pub focused: Vec<bool>,
}

/// The forests of a model: sentences, then sets.
pub fn forests(mut model: &[u8]) -> (Forest, Forest) {
    let sentences = Forest::take(&mut model);
    let sets = Forest::take(&mut model);
    (sentences, sets)
}

/// Scores a draft with the trained model.
pub fn score(draft: &Draft<'_>, speech: &[Speech<'_>]) -> Salience {
    static SHIPPED: OnceLock<(Forest, Forest)> = OnceLock::new();
    score_by(draft, speech, SHIPPED.get_or_init(|| forests(MODEL)), MARGIN)
}

/// Scores a draft with a model and a margin, as training does.
pub fn score_with(draft: &Draft<'_>, speech: &[Speech<'_>], model: &[u8], margin: i32) -> Salience {
    score_by(draft, speech, &forests(model), margin)
}

fn score_by(
    draft: &Draft<'_>,
    speech: &[Speech<'_>],
    (sentence_forest, set_forest): &(Forest, Forest),
    margin: i32,
) -> Salience {
    let analysis = Analysis::new(draft, speech);
    let mut scores: Vec<i32> = analysis.rows.iter().map(|row| sentence_forest.score(row)).collect();
    let focused: Vec<bool> = (0..scores.len())
        .map(|at| {
            analysis
                .terms
                .of(at)
                .iter()
                .any(|id| analysis.terms.term(*id).marks & marks::FOCUS != 0)
        })
        .collect();
    for (score, focused) in scores.iter_mut().zip(&focused) {
        *score += if *focused { FOCUS_BONUS } else { 0 };
    }
    let anchor = if focused.contains(&true) {
        None
    } else {
        sets::choose(&analysis, &scores, set_forest, margin)
    };
    Salience { analysis, scores, anchor, focused }
}

impl Salience {
    /// Salience of each sentence from 0 to 1 within the article, by score.
    pub fn shares(&self) -> Vec<f32> {
        let low = self.scores.iter().min().copied().unwrap_or_default();
        let high = self.scores.iter().max().copied().unwrap_or_default();
        let range = (high - low).max(1) as f32;
        self.scores.iter().map(|score| (score - low) as f32 / range).collect()
    }
}
