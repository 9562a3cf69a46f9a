//! Word shingles: how two texts are compared without minding layout.

use std::collections::{BTreeMap, BTreeSet};

/// Lower-case words; scripts without spaces give one token a character.
pub fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if c == '\u{ad}' {
            continue; // a soft hyphen is no part of the word
        }
        if c.is_alphanumeric() && !is_unspaced(c) {
            word.extend(c.to_lowercase());
            continue;
        }
        if !word.is_empty() {
            tokens.push(std::mem::take(&mut word));
        }
        if is_unspaced(c) {
            tokens.push(c.to_string());
        }
    }
    if !word.is_empty() {
        tokens.push(word);
    }
    tokens
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// Counted runs of `n` tokens; a shorter text is one shingle.
pub fn shingles(tokens: &[String], n: usize) -> BTreeMap<&[String], u32> {
    let mut counts = BTreeMap::new();
    if !tokens.is_empty() && tokens.len() < n {
        counts.insert(tokens, 1);
    }
    for run in tokens.windows(n) {
        *counts.entry(run).or_insert(0) += 1;
    }
    counts
}

/// Precision and recall of `found` against `truth`, in shingles of four.
pub fn precision_recall(found: &[String], truth: &[String]) -> (f64, f64) {
    let (found, truth) = (shingles(found, 4), shingles(truth, 4));
    let common: u32 =
        found.iter().map(|(run, &count)| count.min(*truth.get(run).unwrap_or(&0))).sum();
    let share = |total: u32| if total == 0 { 0.0 } else { f64::from(common) / f64::from(total) };
    (share(found.values().sum()), share(truth.values().sum()))
}

/// Texts that others are looked up in, by runs of up to three tokens.
pub struct Sources(BTreeSet<Vec<String>>);

impl Sources {
    /// Takes the texts in.
    pub fn new(texts: &[&str]) -> Self {
        let mut runs = BTreeSet::new();
        for text in texts {
            let tokens = tokens(text);
            for n in 1..=3 {
                runs.extend(tokens.windows(n).map(<[String]>::to_vec));
            }
        }
        Self(runs)
    }

    /// The share of a text's trigrams that stand in a source; a shorter text is one run.
    pub fn share(&self, text: &[String]) -> f64 {
        let n = text.len().clamp(1, 3);
        let held = text.windows(n).filter(|run| self.0.contains(*run)).count();
        held as f64 / text.windows(n).count().max(1) as f64
    }
}
