//! ROUGE-1, ROUGE-2 and ROUGE-Lsum F1 (Lin 2004), as PyPI `rouge-score` counts them: words of ASCII
//! letters and digits with Porter stemming for English, lower-cased words elsewhere.

use std::cell::RefCell;
use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

/// A tokenizer and stemmer for one document, whose words it numbers.
pub struct Rouge {
    stemmer: Option<Stemmer>,
    /// Of each word as written and of each stem its number: a document's sets say the same words over and over.
    numbers: RefCell<HashMap<String, u32>>,
}

/// A text ready to be compared.
pub struct Counted {
    sentences: Vec<Vec<u32>>,
    one: HashMap<u32, u32>,
    two: HashMap<(u32, u32), u32>,
}

impl Rouge {
    pub fn new(language: &str) -> Self {
        let stemmer = (language == "en").then(|| Stemmer::create(Algorithm::English));
        Rouge { stemmer, numbers: RefCell::default() }
    }

    /// Counts a text given as sentences.
    pub fn count<'a>(&self, sentences: impl Iterator<Item = &'a str>) -> Counted {
        let sentences: Vec<Vec<u32>> = sentences.map(|s| self.tokens(s)).collect();
        let mut one = HashMap::new();
        let mut two = HashMap::new();
        let all: Vec<u32> = sentences.iter().flatten().copied().collect();
        for token in &all {
            *one.entry(*token).or_default() += 1;
        }
        for pair in all.windows(2) {
            *two.entry((pair[0], pair[1])).or_default() += 1;
        }
        Counted { sentences, one, two }
    }

    fn tokens(&self, text: &str) -> Vec<u32> {
        let lower = text.to_lowercase();
        let splits = |c: char| match self.stemmer {
            Some(_) => !c.is_ascii_alphanumeric(),
            None => !c.is_alphanumeric(),
        };
        lower
            .split(splits)
            .filter(|token| !token.is_empty())
            .map(|token| self.number(token))
            .collect()
    }

    fn number(&self, token: &str) -> u32 {
        let mut numbers = self.numbers.borrow_mut();
        if let Some(number) = numbers.get(token) {
            return *number;
        }
        // A stem is not always its own stem: it stands apart from words as written.
        let stem = match &self.stemmer {
            Some(stemmer) if token.len() > 3 => format!("{}-", stemmer.stem(token)),
            _ => format!("{token}-"),
        };
        let fresh = numbers.len() as u32;
        let number = *numbers.entry(stem).or_insert(fresh);
        numbers.insert(token.to_owned(), number);
        number
    }
}

/// F1 of ROUGE-1 and ROUGE-2, per cent, against the best of several references, and which that is.
pub fn short_scores(found: &Counted, references: &[Counted]) -> ([f64; 2], usize) {
    let mut best = ([0.0_f64; 2], 0);
    for (at, reference) in references.iter().enumerate() {
        let own = [
            f1(overlap(&found.one, &reference.one), total(&found.one), total(&reference.one)),
            f1(overlap(&found.two, &reference.two), total(&found.two), total(&reference.two)),
        ];
        if own[0] > best.0[0] {
            best = (own, at);
        }
    }
    best
}

/// F1 of ROUGE-1, ROUGE-2 and ROUGE-Lsum, per cent, against the best of several references.
pub fn scores(found: &Counted, references: &[Counted]) -> [f64; 3] {
    let ([one, two], best) = short_scores(found, references);
    [one, two, references.get(best).map_or(0.0, |reference| longest(found, reference))]
}

fn total<K>(counts: &HashMap<K, u32>) -> u32 {
    counts.values().sum()
}

fn overlap<K: std::hash::Hash + Eq>(a: &HashMap<K, u32>, b: &HashMap<K, u32>) -> u32 {
    a.iter().map(|(key, count)| (*count).min(b.get(key).copied().unwrap_or_default())).sum()
}

fn f1(hit: u32, found: u32, gold: u32) -> f64 {
    if hit == 0 { 0.0 } else { 200.0 * f64::from(hit) / f64::from(found + gold) }
}

/// Union of the longest common subsequences, sentence by sentence of the reference.
fn longest(found: &Counted, reference: &Counted) -> f64 {
    let mut left_found = found.one.clone();
    let mut left_reference = reference.one.clone();
    let mut hits = 0;
    for gold in &reference.sentences {
        let mut union = vec![false; gold.len()];
        for sentence in &found.sentences {
            for at in common(gold, sentence) {
                union[at] = true;
            }
        }
        for (token, _) in gold.iter().zip(union).filter(|(_, hit)| *hit) {
            let (Some(a), Some(b)) = (left_found.get_mut(token), left_reference.get_mut(token))
            else {
                continue;
            };
            if *a > 0 && *b > 0 {
                *a -= 1;
                *b -= 1;
                hits += 1;
            }
        }
    }
    f1(hits, total(&found.one), total(&reference.one))
}

/// Places in `a` of a longest common subsequence with `b`.
fn common(a: &[u32], b: &[u32]) -> Vec<usize> {
    let width = b.len() + 1;
    let mut table = vec![0_u16; (a.len() + 1) * width];
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            table[(i + 1) * width + j + 1] = if x == y {
                table[i * width + j] + 1
            } else {
                table[i * width + j + 1].max(table[(i + 1) * width + j])
            };
        }
    }
    let (mut i, mut j) = (a.len(), b.len());
    let mut places = Vec::new();
    while i > 0 && j > 0 {
        if a[i - 1] == b[j - 1] {
            places.push(i - 1);
            (i, j) = (i - 1, j - 1);
        } else if table[(i - 1) * width + j] >= table[i * width + j - 1] {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    places
}
