//! How much each sentence says of what the article says.

use crate::draft::Draft;

/// Salience of each sentence, 0 to 1 within the article.
pub fn score(draft: &Draft<'_>) -> Vec<f32> {
    let count = draft.sentences.len() as f32;
    (0..draft.sentences.len()).map(|at| 1.0 - at as f32 / count).collect()
}
