//! Chooses sentences: nested, without repeats, coherent.

use crate::coherence;
use crate::draft::Draft;
use crate::options::MAX_SENTENCES;
use crate::salience::Salience;
use crate::salience::features::repeats;

/// What each shared term costs a candidate beyond the anchor, per cent of its terms, in the
/// forest's unit.
const REDUNDANCY_COST: i32 = 2;

/// Beyond the anchor a sentence of fewer words comes only when no other is left: the scores, made for
/// three sentences, like it short.
const FEWEST_WORDS: usize = 7;

/// More than any score.
const SHORT_COST: i32 = 1 << 20;

/// The nested order: the summary of n sentences is its first n. At most [`MAX_SENTENCES`] long.
///
/// A sentence that leans comes after the one it leans on, so every prefix reads well. Unfit
/// sentences never come, but for an article that has nothing else. What the publisher has pinned
/// comes first, as it is. Cost is linear in the article.
pub fn order(draft: &Draft<'_>, salience: &Salience) -> Vec<usize> {
    let count = draft.sentences.len();
    let mut choice = Choice { salience, order: Vec::new(), said: vec![Said::default(); count] };
    for pin in pinned(draft) {
        choice.take(pin);
    }
    if let Some(anchor) = salience.anchor.filter(|_| choice.order.is_empty()) {
        while let Some(next) = choice.best(Some(&anchor)) {
            choice.take(next);
        }
    }
    while choice.order.len() < MAX_SENTENCES.min(count) {
        let Some(next) = choice.best(None) else { break };
        choice.take(next);
    }
    if choice.order.is_empty() && count > 0 {
        choice.order.push(0);
    }
    choice.order
}

/// The pinned sentences. Where half of the story is pinned, or more than a summary holds, the pins
/// say what the story is, and not what to choose of it.
fn pinned(draft: &Draft<'_>) -> Vec<usize> {
    let mut pinned = Vec::new();
    for (at, sentence) in draft.sentences.iter().enumerate() {
        if sentence.pinned {
            pinned.push(at);
        }
    }
    if pinned.len() > MAX_SENTENCES || pinned.len() * 2 >= draft.sentences.len() {
        pinned.clear();
    }
    pinned
}

/// What is chosen so far, and what of each sentence it has said.
struct Choice<'a> {
    salience: &'a Salience,
    order: Vec<usize>,
    said: Vec<Said>,
}

/// What the chosen sentences have said of another one.
#[derive(Clone, Default)]
struct Said {
    cost: i32,
    /// Whether it would say the same as one of them.
    repeats: bool,
}

impl Choice<'_> {
    /// The open sentence that scores best among those that stand with what is chosen: one of the
    /// anchor, or any that repeats none.
    fn best(&self, anchor: Option<&[usize]>) -> Option<usize> {
        // Halves of a quotation that no step could take come last, if the anchor stands as a whole; a lead that
        // had to be the anchor may not stand.
        let whole = anchor.filter(|all| coherence::stands(&self.salience.analysis.stances, all));
        let mut best =
            whole.and_then(|all| all.iter().copied().find(|at| !self.order.contains(at)));
        let mut most = i32::MIN;
        for (at, said) in self.said.iter().enumerate() {
            let words = self.salience.analysis.words.get(at).copied().unwrap_or_default();
            let short = anchor.is_none() && words < FEWEST_WORDS;
            let cost = said.cost + if short { SHORT_COST } else { 0 };
            let score = self.salience.scores.get(at).copied().unwrap_or_default() - cost;
            let fits = anchor.map_or(!said.repeats, |anchor| anchor.contains(&at));
            if fits && score > most && !self.order.contains(&at) && self.stands(at) {
                (best, most) = (Some(at), score);
            }
        }
        best
    }

    /// Whether a candidate reads well among the chosen ones, and they with it.
    fn stands(&self, at: usize) -> bool {
        let mut with = self.order.clone();
        with.push(at);
        with.sort_unstable();
        coherence::stands(&self.salience.analysis.stances, &with)
    }

    fn take(&mut self, next: usize) {
        self.order.push(next);
        let terms = &self.salience.analysis.terms;
        let new = terms.of(next);
        let mut is_new = vec![false; terms.all.len()];
        for id in new {
            if let Some(is_new) = is_new.get_mut(*id as usize) {
                *is_new = true;
            }
        }
        for (at, said) in self.said.iter_mut().enumerate() {
            let own = terms.of(at);
            let both = own.iter().filter(|id| is_new.get(**id as usize) == Some(&true)).count();
            let percent = both * 100 / own.len().max(1);
            said.cost = said.cost.max(percent as i32 * REDUNDANCY_COST);
            said.repeats |= repeats(both, own, new);
        }
    }
}
