//! One set's table: the choice, the lead, the lead cut to length, the oracle.

use standfirst::draft::Draft;
use standfirst::{Budget, salience, select, speech};

use super::{Args, Document, SIZE, fold_of, with_draft};
use crate::dangling::dangles;
use crate::rouge::{Counted, Rouge, scores};

/// Resamples of the paired bootstrap.
const RESAMPLES: usize = 1000;

/// Sentences among which the oracle chooses.
const ORACLE_REACH: usize = 60;

#[derive(Default)]
pub struct Row {
    pub ours: [f64; 3],
    pub lead: [f64; 3],
    pub cut: [f64; 3],
    pub same: bool,
    pub dangling: usize,
    pub chosen: usize,
    pub repeats: usize,
    pub pairs: usize,
    /// The greedy oracle, if it was asked for.
    pub oracle: f64,
    /// What `--out` writes.
    pub line: String,
}

pub struct Table {
    pub rows: Vec<Row>,
}

impl Table {
    pub fn of(documents: &[Document], args: &Args, models: &[Vec<u8>]) -> Self {
        let rows = documents.iter().map(|document| {
            with_draft(document, |draft, rouge, references| {
                let own = fold_of(&document.id) as usize % models.len();
                measure(draft, rouge, references, args, &models[own])
            })
        });
        Table { rows: rows.collect() }
    }

    pub fn mean(&self, of: impl Fn(&Row) -> f64) -> f64 {
        self.rows.iter().map(of).sum::<f64>() / self.rows.len().max(1) as f64
    }

    pub fn share(&self, part: impl Fn(&Row) -> usize, whole: impl Fn(&Row) -> usize) -> f64 {
        let sum = |of: &dyn Fn(&Row) -> usize| self.rows.iter().map(of).sum::<usize>();
        sum(&part) as f64 / sum(&whole).max(1) as f64
    }

    pub fn mean_gain(&self) -> [f64; 3] {
        [0, 1, 2].map(|at| self.mean(|row| row.ours[at] - row.lead[at]))
    }

    /// Paired bootstrap of the gain in ROUGE-1, by a fixed seed.
    pub fn interval(&self) -> [f64; 2] {
        let gains: Vec<f64> = self.rows.iter().map(|row| row.ours[0] - row.lead[0]).collect();
        let mut state = 1_u64;
        let mut means: Vec<f64> = (0..RESAMPLES)
            .map(|_| {
                let draws = (0..gains.len()).map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    gains[(state >> 33) as usize % gains.len()]
                });
                draws.sum::<f64>() / gains.len() as f64
            })
            .collect();
        means.sort_by(f64::total_cmp);
        [means[RESAMPLES / 40], means[RESAMPLES - RESAMPLES / 40 - 1]]
    }
}

fn measure(
    draft: &Draft<'_>,
    rouge: &Rouge,
    references: &[Counted],
    args: &Args,
    model: &[u8],
) -> Row {
    let salience = salience::score_with(draft, &speech::mark(draft), model, args.margin);
    let order = select::order(draft, &salience);
    let texts: Vec<&str> = draft.sentences.iter().map(|s| s.text).collect();
    let of = |set: &[usize]| scores(&rouge.count(set.iter().map(|at| texts[*at])), references);
    let words = |set: &[usize]| set.iter().map(|at| texts[*at].split(' ').count()).sum::<usize>();
    let within = |order: &[usize]| match args.budget() {
        Budget::Sentences(n) => order.iter().copied().take(n).collect::<Vec<_>>(),
        // The longest start of the order that fits, one sentence at least, as composing does.
        Budget::Words(limit) => {
            let fits = (1..=order.len()).take_while(|n| words(&order[..*n]) <= limit).count();
            order[..fits.max(1).min(order.len())].to_vec()
        }
    };
    let mut chosen = within(&order);
    chosen.sort_unstable();
    let lead = within(&(0..texts.len()).collect::<Vec<_>>());
    let cut = cut_lead(&texts, words(&chosen));
    let dangling = chosen.iter().filter(|at| dangles(&texts, &chosen, **at)).count();
    let five: Vec<usize> = order.iter().copied().take(5).collect();
    let repeats = pairs(&five).filter(|(a, b)| near(texts[*a], texts[*b])).count();
    if args.show {
        println!("--");
        for at in &chosen {
            println!("  {at:>3} {}", texts[*at]);
        }
    }
    Row {
        ours: of(&chosen),
        lead: of(&lead),
        cut: scores(&rouge.count(std::iter::once(cut.as_str())), references),
        same: chosen == lead,
        dangling,
        chosen: chosen.len(),
        repeats,
        pairs: pairs(&five).count(),
        oracle: if args.oracle { oracle(&of, texts.len()) } else { 0.0 },
        line: serde_json::json!({ "article": texts, "chosen": chosen, "five": five }).to_string(),
    }
}

/// ROUGE-1 of up to three sentences, each taken since it adds most: what choosing could reach.
fn oracle(of: &impl Fn(&[usize]) -> [f64; 3], count: usize) -> f64 {
    let mut chosen: Vec<usize> = Vec::new();
    let mut reached = 0.0;
    for _ in 0..SIZE {
        let best = (0..count.min(ORACLE_REACH))
            .filter(|at| !chosen.contains(at))
            .map(|at| (of(&[chosen.as_slice(), &[at]].concat())[0], at))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((score, at)) if score > reached => {
                reached = score;
                chosen.push(at);
            }
            _ => break,
        }
    }
    reached
}

/// The article from its start, cut to so many words.
fn cut_lead(texts: &[&str], words: usize) -> String {
    texts.iter().flat_map(|text| text.split(' ')).take(words).collect::<Vec<_>>().join(" ")
}

fn pairs(set: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    set.iter().enumerate().flat_map(|(i, a)| set[i + 1..].iter().map(|b| (*a, *b)))
}

/// Near-duplicates: over seven tenths of the words of the shorter one in the other.
fn near(a: &str, b: &str) -> bool {
    let words = |text: &str| {
        text.to_lowercase().split(' ').map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
    };
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() * 10 > a.len().min(b.len()) * 7
}
