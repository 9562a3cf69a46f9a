//! The second stage: what the first stage's scores around a block say of it.

use crate::page::Page;

use super::features::{FEATURES, Row};
use super::row::{Writer, percent, scale};
use super::survey::Survey;
use crate::forest::SCORE_UNIT;

/// Numbers a block in the second stage: the first stage's, and what follows from its scores.
pub const CONTEXT_FEATURES: usize = FEATURES + 25;

/// The numbers of one block in the second stage.
pub type ContextRow = [i16; CONTEXT_FEATURES];

/// Score from which a block is taken to be of the story: log odds of 1, times [`SCORE_UNIT`].
const SURE: i32 = SCORE_UNIT;

/// Scores are cut here: log odds of 6 either way.
const MAX_SCORE: i32 = 6 * SCORE_UNIT;

/// Sums of scores, by words.
#[derive(Debug, Clone, Copy, Default)]
struct Mass {
    /// Words, each block counting one more than it has.
    words: i64,
    /// Score times words.
    scored: i64,
    /// Words of blocks that are surely of the story.
    sure: i64,
}

impl Mass {
    fn add(&mut self, other: Mass) {
        self.words += other.words;
        self.scored += other.scored;
        self.sure += other.sure;
    }

    #[inline(never)]
    fn mean(self) -> i32 {
        (self.scored / self.words.max(1)) as i32
    }
}

/// A page under the first stage's scores.
#[derive(Debug)]
pub struct Context<'a, 'p> {
    page: &'a Page<'p>,
    survey: &'a Survey,
    scores: Vec<i32>,
    masses: Vec<Mass>,
    elements: Vec<Mass>,
    groups: Vec<Mass>,
    /// Sure words before each block, and in all.
    before: Vec<i64>,
    total: i64,
    first: Option<usize>,
    last: Option<usize>,
    /// Deepest element that holds most of what is sure, and whether each element lies in it.
    within: Vec<bool>,
}

impl<'a, 'p> Context<'a, 'p> {
    /// Sums up the scores by element and by group.
    pub fn new(page: &'a Page<'p>, survey: &'a Survey, scores: &[i32]) -> Self {
        let scores: Vec<_> = scores.iter().map(|s| (*s).clamp(-MAX_SCORE, MAX_SCORE)).collect();
        let mass = |(shape, &score): (&super::words::TextShape, &i32)| {
            let words = i64::from(shape.words.min(150)) + 1;
            let sure = if score >= SURE { words } else { 0 };
            Mass { words, scored: words * i64::from(score), sure }
        };
        let masses: Vec<_> = survey.shapes.iter().zip(&scores).map(mass).collect();
        let mut elements = vec![Mass::default(); page.elements.len()];
        let count = survey.groups.iter().max().map_or(0, |&g| g as usize + 1);
        let mut groups = vec![Mass::default(); count];
        let mut before = Vec::with_capacity(masses.len());
        let mut total = 0;
        for ((block, mass), &group) in page.blocks.iter().zip(&masses).zip(&survey.groups) {
            before.push(total);
            total += mass.sure;
            if let Some(element) = elements.get_mut(block.element) {
                element.add(*mass);
            }
            if let Some(group) = groups.get_mut(group as usize) {
                group.add(*mass);
            }
        }
        for at in (0..elements.len()).rev() {
            let Some(parent) = page.parent(at) else { continue };
            let own = elements.get(at).copied().unwrap_or_default();
            if let Some(above) = elements.get_mut(parent) {
                above.add(own);
            }
        }
        let within = container(page, survey, &elements, total);
        let is_sure = |m: &Mass| m.sure > 10;
        Self {
            page,
            survey,
            scores,
            first: masses.iter().position(is_sure),
            last: masses.iter().rposition(is_sure),
            masses,
            elements,
            groups,
            before,
            total,
            within,
        }
    }

    /// The second stage's numbers of a block.
    pub fn row(&self, at: usize, first_stage: &Row) -> ContextRow {
        let mut row = Writer::default();
        row.copy(first_stage);
        for value in self.added(at) {
            row.push_signed(value);
        }
        row.row
    }

    fn added(&self, at: usize) -> [i32; CONTEXT_FEATURES - FEATURES] {
        let element = self.page.block(at).element;
        let node = self.survey.node(element);
        let mut above = Some(node.host);
        // mean score, and share of what is sure, of parent, grandparent and the one above
        let mut holders = [(0, 0); 3];
        for holder in &mut holders {
            above = above.and_then(|element| self.page.parent(element));
            let mass = above.and_then(|element| self.elements.get(element));
            let mass = mass.copied().unwrap_or_default();
            *holder = (mass.mean(), percent(mass.sure as u32, self.total as u32) as i32);
        }
        let [parent, grand, great] = holders;
        let group = self.survey.groups.get(at).and_then(|&g| self.groups.get(g as usize));
        let group = group.copied().unwrap_or_default();
        let own = self.masses.get(at).copied().unwrap_or_default();
        let others = Mass {
            words: group.words - own.words,
            scored: group.scored - own.scored,
            sure: group.sure - own.sure,
        };
        let before = self.before.get(at).copied().unwrap_or_default();
        let distance =
            |to: Option<usize>| to.map_or(200, |to| at as i32 - to as i32).clamp(-200, 200);
        [
            self.score(at, 0),
            self.score(at, -1),
            self.score(at, -2),
            self.score(at, -3),
            self.score(at, 1),
            self.score(at, 2),
            self.score(at, 3),
            self.window(at, 3).mean(),
            self.window(at, 8).mean(),
            self.window(at, 8).sure as i32,
            others.mean(),
            scale(others.sure as u32) as i32,
            scale(others.words as u32) as i32,
            parent.0,
            parent.1,
            grand.0,
            grand.1,
            great.0,
            great.1,
            i32::from(self.within.get(element).copied().unwrap_or_default()),
            distance(self.first),
            distance(self.last),
            percent(before as u32, self.total as u32) as i32,
            scale(self.total as u32) as i32,
            self.since_sure(at),
        ]
    }

    #[inline(never)]
    fn score(&self, at: usize, distance: i32) -> i32 {
        let other = at.wrapping_add_signed(distance as isize);
        self.scores.get(other).copied().unwrap_or(-MAX_SCORE - 1)
    }

    #[inline(never)]
    fn window(&self, at: usize, reach: usize) -> Mass {
        let mut sum = Mass::default();
        let range = at.saturating_sub(reach)..(at + reach + 1).min(self.masses.len());
        for mass in self.masses.get(range).unwrap_or_default() {
            sum.add(*mass);
        }
        sum
    }

    /// Blocks back to the nearest sure one, at most 30.
    fn since_sure(&self, at: usize) -> i32 {
        (1..30).find(|back| self.score(at, -back) >= SURE).unwrap_or(30)
    }
}

/// Marks the elements in the deepest one that holds 85 % of the sure words.
fn container(page: &Page<'_>, survey: &Survey, elements: &[Mass], total: i64) -> Vec<bool> {
    let mut best = None;
    let mut depth = 0;
    for (at, (mass, node)) in elements.iter().zip(&survey.nodes).enumerate() {
        if mass.sure * 100 >= total * 85 && total > 0 && (best.is_none() || node.depth > depth) {
            best = Some(at);
            depth = node.depth;
        }
    }
    let mut within: Vec<bool> = Vec::with_capacity(elements.len());
    for (at, element) in page.elements.iter().enumerate() {
        let above = element.parent.and_then(|p| within.get(p)).copied().unwrap_or_default();
        within.push(above || best == Some(at));
    }
    within
}
