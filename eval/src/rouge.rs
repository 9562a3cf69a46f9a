//! ROUGE-1, ROUGE-2 and ROUGE-Lsum F1 (Lin 2004), as PyPI `rouge-score` counts them: words of ASCII
//! letters and digits with Porter stemming for English, lower-cased words elsewhere.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

/// A tokenizer and stemmer for one language.
pub struct Rouge {
    stemmer: Option<Stemmer>,
}

/// A text ready to be compared.
pub struct Counted {
    sentences: Vec<Vec<String>>,
    one: HashMap<String, u32>,
    two: HashMap<(String, String), u32>,
}

impl Rouge {
    pub fn new(language: &str) -> Self {
        Rouge { stemmer: (language == "en").then(|| Stemmer::create(Algorithm::English)) }
    }

    /// Counts a text given as sentences.
    pub fn count<'a>(&self, sentences: impl Iterator<Item = &'a str>) -> Counted {
        let sentences: Vec<Vec<String>> = sentences.map(|s| self.tokens(s)).collect();
        let mut one = HashMap::new();
        let mut two = HashMap::new();
        let all: Vec<&String> = sentences.iter().flatten().collect();
        for token in &all {
            *one.entry((*token).clone()).or_default() += 1;
        }
        for pair in all.windows(2) {
            *two.entry((pair[0].clone(), pair[1].clone())).or_default() += 1;
        }
        Counted { sentences, one, two }
    }

    fn tokens(&self, text: &str) -> Vec<String> {
        let lower = text.to_lowercase();
        let splits = |c: char| match self.stemmer {
            Some(_) => !c.is_ascii_alphanumeric(),
            None => !c.is_alphanumeric(),
        };
        lower
            .split(splits)
            .filter(|token| !token.is_empty())
            .map(|token| match &self.stemmer {
                Some(stemmer) if token.len() > 3 => stemmer.stem(token).into_owned(),
                _ => token.to_owned(),
            })
            .collect()
    }
}

/// F1 of ROUGE-1, ROUGE-2 and ROUGE-Lsum, per cent, against the best of several references.
pub fn scores(found: &Counted, references: &[Counted]) -> [f64; 3] {
    let mut best = [0.0_f64; 3];
    for reference in references {
        let own = [
            f1(overlap(&found.one, &reference.one), total(&found.one), total(&reference.one)),
            f1(overlap(&found.two, &reference.two), total(&found.two), total(&reference.two)),
            longest(found, reference),
        ];
        if own[0] > best[0] {
            best = own;
        }
    }
    best
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
fn common(a: &[String], b: &[String]) -> Vec<usize> {
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
