//! Chooses sentences: nested, without repeats, coherent.

use crate::coherence;
use crate::draft::Draft;
use crate::options::MAX_SENTENCES;
use crate::salience::Salience;
use crate::terms::shared;

/// What each shared term costs a candidate beyond the anchor, per cent of its terms, in the
/// forest's unit.
const REDUNDANCY_COST: i32 = 2;

/// The nested order: the summary of n sentences is its first n. At most [`MAX_SENTENCES`] long.
///
/// A sentence that leans comes after the one it leans on, so every prefix reads well. Unfit
/// sentences never come, but for an article that has nothing else. What the publisher has pinned
/// comes first, as it is.
pub fn order(draft: &Draft<'_>, salience: &Salience) -> Vec<usize> {
    let mut order = pinned(draft);
    if let Some(anchor) = salience.anchor.filter(|_| order.is_empty()) {
        let mut left = anchor.to_vec();
        while let Some(next) = best(salience, &left, &order) {
            left.retain(|at| *at != next);
            order.push(next);
        }
    }
    let all: Vec<usize> = (0..draft.sentences.len()).collect();
    let limit = MAX_SENTENCES.min(all.len());
    while order.len() < limit {
        let open: Vec<usize> = all
            .iter()
            .copied()
            .filter(|at| {
                !order.contains(at)
                    && !order.iter().any(|other| salience.analysis.repeats(*at, *other))
            })
            .collect();
        let Some(next) = best(salience, &open, &order) else { break };
        order.push(next);
    }
    if order.is_empty() {
        order.extend(all.into_iter().take(1));
    }
    order
}

/// The pinned sentences. Where half of the story is pinned, or more than a summary holds, the pins
/// say what the story is, and not what to choose of it.
fn pinned(draft: &Draft<'_>) -> Vec<usize> {
    let mut pinned: Vec<usize> = (0..draft.sentences.len()).collect();
    pinned.retain(|at| draft.sentences.get(*at).is_some_and(|sentence| sentence.pinned));
    if pinned.len() > MAX_SENTENCES || pinned.len() * 2 >= draft.sentences.len() {
        pinned.clear();
    }
    pinned
}

/// The candidate that scores best among those that stand with what is chosen.
fn best(salience: &Salience, candidates: &[usize], chosen: &[usize]) -> Option<usize> {
    candidates.iter().copied().filter(|at| stands(salience, *at, chosen)).max_by_key(|at| {
        let score = salience.scores.get(*at).copied().unwrap_or_default();
        (score - redundancy(salience, *at, chosen), std::cmp::Reverse(*at))
    })
}

/// Whether a candidate reads well among the chosen ones, and they with it.
fn stands(salience: &Salience, at: usize, chosen: &[usize]) -> bool {
    let mut with: Vec<usize> = chosen.iter().copied().chain([at]).collect();
    with.sort_unstable();
    coherence::stands(&salience.analysis.stances, &with)
}

/// How much of a sentence has been said by the chosen ones, as a cost.
fn redundancy(salience: &Salience, at: usize, chosen: &[usize]) -> i32 {
    let own = salience.analysis.terms.of(at);
    let most = chosen.iter().map(|other| shared(own, salience.analysis.terms.of(*other))).max();
    let percent = most.unwrap_or_default() * 100 / own.len().max(1);
    percent as i32 * REDUNDANCY_COST
}
