//! Chooses sentences: nested, without repeats, coherent, within a budget.

use crate::draft::Draft;
use crate::options::MAX_SENTENCES;

/// The nested order: the summary of n sentences is its first n. At most [`MAX_SENTENCES`] long.
pub fn order(draft: &Draft<'_>, salience: &[f32]) -> Vec<usize> {
    let mut order: Vec<_> = (0..draft.sentences.len().min(salience.len())).collect();
    let score = |at: usize| salience.get(at).copied().unwrap_or_default();
    order.sort_by(|&a, &b| score(b).total_cmp(&score(a)));
    order.truncate(MAX_SENTENCES);
    order
}
