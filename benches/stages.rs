//! Time by stage over the fixture pages, and how time grows with the length of a text.
//!
//! `cargo bench`; `cargo bench -- growth` for the growth alone.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use std::fmt::Write;
use std::hint::black_box;
use std::process::Command;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use serde::Deserialize;
use standfirst::draft::Draft;
use standfirst::parts::Parts;
use standfirst::{Options, Page, article, language, salience, select, speech, summarize};

#[derive(Deserialize)]
struct FlatPage {
    text: String,
    descriptors: String,
    metadata: String,
    elements: Vec<u32>,
    blocks: Vec<u32>,
    plain: bool,
}

impl FlatPage {
    fn page(&self) -> Page<'_> {
        Page::from_parts(Parts {
            text: &self.text,
            descriptors: &self.descriptors,
            metadata: &self.metadata,
            elements: &self.elements,
            blocks: &self.blocks,
            plain: self.plain,
        })
        .unwrap()
    }
}

fn fixtures() -> Vec<FlatPage> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/fixtures.js");
    let output = Command::new("node").arg(script).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Each stage over all fixture pages, one after the other.
fn stages(criterion: &mut Criterion) {
    let flat = fixtures();
    let pages: Vec<_> = flat.iter().map(FlatPage::page).collect();
    let articles: Vec<_> = pages.iter().map(article::find).collect();
    let options = Options::default();
    let row = |page: &Page<'_>| {
        language::detect(page.metadata.get("lang"), "").unwrap_or(language::UNKNOWN)
    };
    let drafts: Vec<_> = pages
        .iter()
        .zip(&articles)
        .map(|(page, article)| Draft::new(page, article, row(page), &options))
        .collect();
    let marks: Vec<_> = drafts.iter().map(speech::mark).collect();
    let scores: Vec<_> = drafts.iter().zip(&marks).map(|(d, m)| salience::score(d, m)).collect();

    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Elements(pages.len() as u64));
    group.bench_function("take apart", |b| {
        b.iter(|| flat.iter().for_each(|flat| drop(black_box(flat.page()))));
    });
    group.bench_function("find", |b| {
        b.iter(|| pages.iter().for_each(|page| drop(black_box(article::find(page)))));
    });
    group.bench_function("cut", |b| {
        b.iter(|| {
            for (page, article) in pages.iter().zip(&articles) {
                black_box(Draft::new(page, article, row(page), &options));
            }
        });
    });
    group.bench_function("mark speech", |b| {
        b.iter(|| drafts.iter().for_each(|draft| drop(black_box(speech::mark(draft)))));
    });
    group.bench_function("score", |b| {
        b.iter(|| {
            for (draft, marks) in drafts.iter().zip(&marks) {
                black_box(salience::score(draft, marks));
            }
        });
    });
    group.bench_function("choose", |b| {
        b.iter(|| {
            for (draft, score) in drafts.iter().zip(&scores) {
                black_box(select::order(draft, score));
            }
        });
    });
    group.bench_function("whole", |b| {
        b.iter(|| pages.iter().for_each(|page| drop(black_box(summarize(page, &options)))));
    });
    group.finish();
}

/// Numbers that look random, the same in every run (Knuth's MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// A text of so many words, whose vocabulary grows with it as that of real texts does.
fn text(words: u64) -> String {
    let mut numbers = Numbers(8);
    let mut text = String::new();
    let mut left = words;
    while left > 0 {
        let length = (8 + numbers.below(20)).min(left);
        left -= length;
        for at in 0..length {
            // Small numbers are common, as common words are.
            let limit = 1 + numbers.below(4 + words / 4);
            let word = numbers.below(limit);
            let capital = if at == 0 || word.is_multiple_of(37) { "T" } else { "t" };
            let _ = write!(text, "{}{capital}{word}erm", if at == 0 { "" } else { " " });
        }
        text.push_str(if numbers.below(5) == 0 { ".\n\n" } else { ". " });
    }
    text
}

fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("growth");
    group.sample_size(10);
    for words in [1_000, 10_000, 100_000] {
        let text = text(words);
        group.throughput(Throughput::Elements(words));
        group.bench_with_input(BenchmarkId::new("words", words), &text, |b, text| {
            b.iter(|| black_box(summarize(&Page::from_text(text), &Options::default())));
        });
    }
    group.finish();
}

criterion_group!(benches, stages, growth);
criterion_main!(benches);
