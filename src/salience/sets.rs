//! Chooses the three sentences that anchor a summary: sets of three, each against the lead's three.
//!
//! Sentence by sentence no ranker beats an article's first three on human summaries; a set of
//! three, judged by what it has over the lead's, does (eval/README.md, "Salience").

use super::features::{Analysis, COUNT, ENGLISH, clamp, marks, place};
use crate::coherence::{Stance, stands};
use crate::forest::Forest;
use crate::most::most;

/// Sentences of a set.
pub const SIZE: usize = 3;

/// The lead's three.
const LEAD: [usize; SIZE] = [0, 1, 2];

/// Numbers per set that are known in every language.
const COMMON: usize = COUNT + 20;

/// Numbers per set.
pub const SET_COUNT: usize = COMMON + FURTHER;

/// Numbers per set that are known in languages other than English.
const FURTHER: usize = 19;

/// Sentences from the top by score that may enter a set.
const POOL_BEST: usize = 8;

/// Sentences from the start that may enter a set.
const POOL_FIRST: usize = 4;

/// What a set must gain beyond others to leave out a first sentence that stands alone and that none
/// outscores, in the forest's unit: an editor would keep it.
const OPENING: i32 = 8;

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
    // Of each sentence of the pool, a bit for each that says the same: each pair is looked at once.
    let same: Vec<u32> = pool
        .iter()
        .map(|a| {
            let bits =
                pool.iter().enumerate().map(|(at, b)| u32::from(analysis.repeats(*a, *b)) << at);
            bits.sum()
        })
        .collect();
    let members = || pool.iter().zip(&same).enumerate();
    let mut sets = vec![LEAD];
    for (i, (&a, like_a)) in members() {
        for (j, (&b, like_b)) in members().skip(i + 1) {
            for (k, (&c, _)) in members().skip(j + 1) {
                let set = [a, b, c];
                let differ = (like_a & (1 << j | 1 << k)) | (like_b & 1 << k) == 0;
                if differ && set != LEAD && stands(&analysis.stances, &set) {
                    sets.push(set);
                }
            }
        }
    }
    sets
}

fn pool(analysis: &Analysis, scores: &[i32]) -> Vec<usize> {
    let fit = |at: usize| analysis.stances.get(at) != Some(&Stance::Unfit);
    let score = |at: usize| scores.get(at).copied().filter(|_| fit(at));
    let mut pool = most(analysis.rows.len(), POOL_BEST, &score);
    for at in 0..POOL_FIRST.min(analysis.rows.len()) {
        if fit(at) && !pool.contains(&at) {
            pool.push(at);
        }
    }
    pool.sort_unstable();
    pool
}

/// Measures sets against the lead, which is measured once.
#[derive(Debug)]
pub struct Measure<'a> {
    analysis: &'a Analysis,
    scores: &'a [i32],
    lead: Totals,
    /// The highest score of all sentences.
    best: i32,
    /// Words of all sentences.
    words: usize,
}

/// What a set adds up to.
#[derive(Debug)]
struct Totals {
    sums: [i32; COUNT],
    cover: Cover,
    score: i32,
    low: i32,
    high: i32,
    words: usize,
    longest: usize,
}

impl<'a> Measure<'a> {
    /// Of sentences with their scores.
    pub fn new(analysis: &'a Analysis, scores: &'a [i32]) -> Self {
        Measure {
            analysis,
            scores,
            lead: totals(analysis, scores, &LEAD),
            best: scores.iter().max().copied().unwrap_or_default(),
            words: analysis.words.iter().sum(),
        }
    }

    /// A set's numbers: its sums less the lead's, coverage, redundancy, place and length, and what
    /// kind of article it is.
    pub fn row(&self, set: &[usize; SIZE]) -> [i16; SET_COUNT] {
        let (ours, theirs) = (totals(self.analysis, self.scores, set), &self.lead);
        let mut row = [0_i16; SET_COUNT];
        for (cell, (a, b)) in row.iter_mut().zip(ours.sums.iter().zip(theirs.sums)) {
            *cell = narrow(a - b);
        }
        let feature = |index: usize| self.feature(index);
        let [a, b, c] = *set;
        let more = [
            clamp(set.iter().filter(|at| **at < SIZE).count()),
            i16::from(a == 0),
            i16::from(set.contains(&1)),
            narrow(ours.score - theirs.score),
            clamp(ours.words),
            clamp(theirs.words),
            clamp(ours.words * 100 / theirs.words.max(1)),
            narrow(ours.cover.topic - theirs.cover.topic),
            narrow(ours.cover.title - theirs.cover.title),
            narrow(ours.cover.terms - theirs.cover.terms),
            narrow(ours.cover.weight - theirs.cover.weight),
            narrow(ours.cover.repeated - theirs.cover.repeated),
            clamp(ours.cover.repeated as usize),
            clamp(a.min(100)),
            clamp(c.min(100)),
            clamp((c - a).min(100)),
            clamp(b.min(100)),
            feature(place::SENTENCES),
            feature(place::LANGUAGE),
            feature(place::MEAN_WORDS),
        ];
        for (cell, value) in row.iter_mut().skip(COUNT).zip(more) {
            *cell = value;
        }
        // English gains nothing by these, and its small sets lose (eval/README.md, "Salience").
        if feature(place::LANGUAGE) != ENGLISH {
            for (cell, value) in row.iter_mut().skip(COMMON).zip(self.further(set, &ours)) {
                *cell = narrow(value);
            }
        }
        row
    }

    /// A number of the first sentence: some hold for the whole article.
    fn feature(&self, index: usize) -> i16 {
        let first = self.analysis.rows.first();
        first.and_then(|row| row.get(index)).copied().unwrap_or_default()
    }

    /// How the scores, the title's terms and the density of a set and of the lead stand.
    fn further(&self, set: &[usize; SIZE], ours: &Totals) -> [i32; FURTHER] {
        let theirs = &self.lead;
        let score = |at: usize| self.scores.get(at).copied().unwrap_or_default();
        let title = self.analysis.title as i32;
        let in_title = |of: &Totals| of.cover.title * 100 / title.max(1);
        let density = |of: &Totals| of.cover.weight * 10 / of.words.max(1) as i32;
        let [a, _, c] = *set;
        [
            ours.low - theirs.low,
            ours.high - theirs.high,
            theirs.score,
            score(1) - self.best,
            score(2) - self.best,
            score(a) - score(0),
            score(c) - score(2),
            in_title(ours),
            in_title(theirs),
            ours.longest as i32,
            theirs.longest as i32,
            density(ours) - density(theirs),
            density(theirs),
            theirs.cover.terms,
            title,
            self.words as i32,
            i32::from(self.feature(place::WORDS)),
            i32::from(self.feature(place::TITLE_SHARE)),
            ours.sums.get(place::CAPITALS).copied().unwrap_or_default(),
        ]
    }
}

fn totals(analysis: &Analysis, scores: &[i32], set: &[usize; SIZE]) -> Totals {
    let mut totals = Totals {
        sums: [0; COUNT],
        cover: Cover::of(analysis, set),
        score: 0,
        low: i32::MAX,
        high: i32::MIN,
        words: 0,
        longest: 0,
    };
    for at in set {
        let score = scores.get(*at).copied().unwrap_or_default();
        totals.score += score;
        totals.low = totals.low.min(score);
        totals.high = totals.high.max(score);
        let words = analysis.words.get(*at).copied().unwrap_or_default();
        totals.words += words;
        totals.longest = totals.longest.max(words);
        for (sum, value) in totals.sums.iter_mut().zip(analysis.rows.get(*at).into_iter().flatten())
        {
            *sum += i32::from(*value);
        }
    }
    totals
}

/// What a set holds of the article's terms.
#[derive(Debug, Default)]
struct Cover {
    topic: i32,
    title: i32,
    terms: i32,
    weight: i32,
    repeated: i32,
}

impl Cover {
    fn of(analysis: &Analysis, set: &[usize; SIZE]) -> Self {
        let mut rest = set.map(|at| analysis.terms.of(at));
        let mut cover = Cover::default();
        while let Some(id) = rest.iter().filter_map(|ids| ids.first()).min() {
            for ids in &mut rest {
                if let Some(behind) = ids.strip_prefix(&[*id]) {
                    cover.repeated += 1;
                    *ids = behind;
                }
            }
            let term = analysis.terms.term(*id);
            cover.topic += i32::from(term.marks & marks::TOPIC != 0);
            cover.title += i32::from(term.marks & marks::TITLE != 0);
            cover.weight += term.repeated() as i32;
            cover.terms += 1;
            cover.repeated -= 1;
        }
        cover
    }
}

fn narrow(value: i32) -> i16 {
    value.clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16
}

/// The set that gains most over the lead by the forest, if it gains more than `margin` or the lead does
/// not stand; else, and where no other set stands, the lead. `None` if there are fewer than [`SIZE`] sentences.
pub fn choose(
    analysis: &Analysis,
    scores: &[i32],
    forest: &Forest,
    margin: i32,
) -> Option<[usize; SIZE]> {
    let sets = candidates(analysis, scores);
    let lead = *sets.first()?;
    let measure = Measure::new(analysis, scores);
    let alone = matches!(analysis.stances.first(), Some(Stance::Alone));
    let opening = if alone && scores.first() == Some(&measure.best) { OPENING } else { 0 };
    let best = sets
        .iter()
        .skip(1)
        .map(|set| {
            let [first, ..] = *set;
            let cost = if first == 0 { 0 } else { opening };
            (forest.score(&measure.row(set)) - cost, *set)
        })
        .max_by_key(|(gain, set)| (*gain, std::cmp::Reverse(*set)));
    let keeps_lead = stands(&analysis.stances, &lead) && analysis.differ(&lead);
    match best {
        Some((gain, set)) if gain > margin || !keeps_lead => Some(set),
        _ => Some(lead),
    }
}
