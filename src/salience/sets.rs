//! Chooses the three sentences that anchor a summary: sets of three, each against the lead's three.
//!
//! Sentence by sentence no ranker beats an article's first three on human summaries; a set of
//! three, judged by what it has over the lead's, does (eval/README.md, "Salience").

use super::features::{Analysis, COUNT, clamp};
use crate::coherence::{Stance, stands};
use crate::forest::Forest;
use crate::terms::shared;

/// Sentences of a set.
pub const SIZE: usize = 3;

/// The lead's three.
const LEAD: [usize; SIZE] = [0, 1, 2];

/// Numbers per set.
pub const SET_COUNT: usize = COUNT + 20;

/// Sentences from the top by score that may enter a set.
const POOL_BEST: usize = 8;

/// Sentences from the start that may enter a set.
const POOL_FIRST: usize = 4;

/// The sets to judge: the lead's three first. None if there are fewer than [`SIZE`] sentences.
///
/// A sentence that leans enters only with what it leans on; one that is unfit never does, and no two
/// say the same. The number of sets is bounded, however long the article.
pub fn candidates(analysis: &Analysis, scores: &[i32]) -> Vec<[usize; SIZE]> {
    let count = analysis.rows.len();
    if count < SIZE {
        return Vec::new();
    }
    let pool = pool(analysis, scores);
    let mut sets = vec![LEAD];
    for (i, &a) in pool.iter().enumerate() {
        for (j, &b) in pool.iter().enumerate().skip(i + 1) {
            for &c in pool.iter().skip(j + 1) {
                let set = [a, b, c];
                if set != LEAD && stands(&analysis.stances, &set) && analysis.differ(&set) {
                    sets.push(set);
                }
            }
        }
    }
    sets
}

fn pool(analysis: &Analysis, scores: &[i32]) -> Vec<usize> {
    let fit = |at: &usize| analysis.stances.get(*at) != Some(&Stance::Unfit);
    let mut best: Vec<usize> = (0..analysis.rows.len()).filter(fit).collect();
    best.sort_by_key(|at| (std::cmp::Reverse(scores.get(*at).copied().unwrap_or_default()), *at));
    best.truncate(POOL_BEST);
    best.extend((0..POOL_FIRST.min(analysis.rows.len())).filter(fit));
    best.sort_unstable();
    best.dedup();
    best
}

/// A set's numbers: its sums less the lead's, coverage, redundancy, place and length, and what kind
/// of article it is.
pub fn row(analysis: &Analysis, scores: &[i32], set: &[usize; SIZE]) -> [i16; SET_COUNT] {
    let mut row = [0_i16; SET_COUNT];
    let (own, other) = (sums(analysis, set), sums(analysis, &LEAD));
    for (cell, (a, b)) in row.iter_mut().zip(own.iter().zip(other)) {
        *cell = narrow(a - b);
    }
    let ours = Cover::of(analysis, set);
    let theirs = Cover::of(analysis, &LEAD);
    let score = |set: &[usize; SIZE]| -> i32 {
        set.iter().map(|at| scores.get(*at).copied().unwrap_or_default()).sum()
    };
    let words = |set: &[usize; SIZE]| -> usize {
        set.iter().map(|at| analysis.words.get(*at).copied().unwrap_or_default()).sum()
    };
    let feature = |index: usize| {
        analysis.rows.first().and_then(|row| row.get(index)).copied().unwrap_or_default()
    };
    let [a, b, c] = *set;
    let more = [
        clamp(set.iter().filter(|at| **at < SIZE).count()),
        i16::from(a == 0),
        i16::from(set.contains(&1)),
        narrow(score(set) - score(&LEAD)),
        clamp(words(set)),
        clamp(words(&LEAD)),
        clamp(words(set) * 100 / words(&LEAD).max(1)),
        narrow(ours.topic - theirs.topic),
        narrow(ours.title - theirs.title),
        narrow(ours.terms - theirs.terms),
        narrow(ours.weight - theirs.weight),
        narrow(ours.repeated - theirs.repeated),
        clamp(ours.repeated as usize),
        clamp(a.min(100)),
        clamp(c.min(100)),
        clamp((c - a).min(100)),
        clamp(b.min(100)),
        feature(2),
        feature(25),
        feature(28),
    ];
    for (cell, value) in row.iter_mut().skip(COUNT).zip(more) {
        *cell = value;
    }
    row
}

/// What a set holds of the article's terms.
struct Cover {
    topic: i32,
    title: i32,
    terms: i32,
    weight: i32,
    repeated: i32,
}

impl Cover {
    fn of(analysis: &Analysis, set: &[usize; SIZE]) -> Self {
        let mut all: Vec<u32> =
            set.iter().flat_map(|at| analysis.terms.of(*at).iter().copied()).collect();
        let total = all.len();
        all.sort_unstable();
        all.dedup();
        let weight: u32 = all.iter().map(|id| (analysis.terms.frequency(*id) - 1).min(10)).sum();
        Cover {
            topic: shared(&all, &analysis.topic) as i32,
            title: shared(&all, &analysis.title) as i32,
            terms: all.len() as i32,
            weight: weight as i32,
            repeated: (total - all.len()) as i32,
        }
    }
}

fn sums(analysis: &Analysis, set: &[usize; SIZE]) -> [i32; COUNT] {
    let mut sums = [0; COUNT];
    for row in set.iter().filter_map(|at| analysis.rows.get(*at)) {
        for (sum, value) in sums.iter_mut().zip(row) {
            *sum += i32::from(*value);
        }
    }
    sums
}

fn narrow(value: i32) -> i16 {
    value.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16
}

/// The set that gains most over the lead by the forest, if it gains more than `margin`; else the
/// lead. `None` if there are fewer than [`SIZE`] sentences.
pub fn choose(
    analysis: &Analysis,
    scores: &[i32],
    forest: &Forest,
    margin: i32,
) -> Option<[usize; SIZE]> {
    let sets = candidates(analysis, scores);
    let lead = *sets.first()?;
    let best = sets
        .iter()
        .skip(1)
        .map(|set| (forest.score(&row(analysis, scores, set)), *set))
        .max_by_key(|(gain, set)| (*gain, std::cmp::Reverse(*set)));
    let keeps_lead = stands(&analysis.stances, &lead) && analysis.differ(&lead);
    match best {
        Some((gain, set)) if gain > margin || !keeps_lead => Some(set),
        _ => Some(lead),
    }
}
