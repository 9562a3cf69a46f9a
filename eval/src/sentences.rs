//! `eval sentences`: segmentation against golden rules and treebanks, beside raw UAX #29.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Parser;
use serde::Deserialize;
use standfirst::{language, sentence};
use unicode_segmentation::UnicodeSegmentation;

#[derive(Parser)]
pub struct Args {
    /// The data folder, which holds `sentences/golden` and `sentences/dev`.
    data: PathBuf,
    /// Only this language, with its errors.
    #[arg(long)]
    errors: Option<String>,
    /// Only one half of the documents, by a hash of their id: `tune` or `watch`.
    #[arg(long)]
    half: Option<String>,
    /// Print the classes of errors: what stands on both sides of a boundary.
    #[arg(long)]
    classes: bool,
    /// Only news and encyclopedia, in the tables of treebanks.
    #[arg(long)]
    news: bool,
    /// Cut every text by this row, `und` for the default, whatever its language.
    #[arg(long)]
    row: Option<String>,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    lang: String,
    text: String,
    sentences: Vec<String>,
    #[serde(default)]
    tier: String,
    #[serde(default)]
    treebank: String,
    #[serde(default)]
    genre: String,
}

#[derive(Default, Clone, Copy)]
struct Tally {
    hit: usize,
    found: usize,
    gold: usize,
}

impl Tally {
    fn add(&mut self, found: &BTreeSet<usize>, gold: &BTreeSet<usize>) {
        self.hit += found.intersection(gold).count();
        self.found += found.len();
        self.gold += gold.len();
    }

    fn f1(self) -> f64 {
        if self.found + self.gold == 0 {
            return 100.0;
        }
        200.0 * self.hit as f64 / (self.found + self.gold) as f64
    }
}

/// Tallies of ours and of raw UAX #29.
#[derive(Default, Clone, Copy)]
struct Pair {
    ours: Tally,
    uax: Tally,
}

/// Prints the tables.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    golden(args)?;
    treebanks(args)?;
    detection(args)?;
    throughput(args)
}

/// How often the language is told without a claim, and kept under its own; texts of 200 letters on.
fn detection(args: &Args) -> Result<(), Box<dyn Error>> {
    let mut languages: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let all = documents(&args.data.join("sentences/dev"), args)?;
    for document in all.iter().filter(|d| d.text.chars().count() >= 200) {
        let code = language::by_tag(&document.lang).map_or("und", |row| row.code);
        let tally = languages.entry(code).or_default();
        tally[0] += 1;
        for (place, claimed) in [(1, None), (2, Some(code))] {
            let told = language::detect(claimed, &document.text).unwrap_or(language::UNKNOWN);
            tally[place] += usize::from(told.code == code);
        }
    }
    println!("\n{:<10}{:>8}{:>8}", "language", "told", "kept");
    let mut sums = [0.0; 2];
    for (code, [texts, told, kept]) in &languages {
        let shares = [told, kept].map(|n| 100.0 * *n as f64 / *texts as f64);
        if shares.iter().any(|share| *share < 98.0) {
            println!("{code:<10}{:>8.1}{:>8.1}", shares[0], shares[1]);
        }
        sums = [sums[0] + shares[0], sums[1] + shares[1]];
    }
    let count = languages.len().max(1) as f64;
    println!("{:<10}{:>8.1}{:>8.1}", "macro", sums[0] / count, sums[1] / count);
    Ok(())
}

fn golden(args: &Args) -> Result<(), Box<dyn Error>> {
    let mut tiers: BTreeMap<(bool, String), [usize; 3]> = BTreeMap::new();
    for document in documents(&args.data.join("sentences/golden"), args)? {
        let gold = document.sentences.iter().map(|s| squeeze(s)).collect::<Vec<_>>();
        let ours = pieces(&document, args);
        let uax: Vec<_> = document.text.unicode_sentences().map(squeeze).collect();
        let right = ours.iter().map(|s| squeeze(s)).collect::<Vec<_>>() == gold;
        let tally = tiers.entry((document.lang != "en", document.tier.clone())).or_default();
        tally[0] += 1;
        tally[1] += usize::from(right);
        tally[2] += usize::from(uax == gold);
        if !right && args.errors.as_deref() == Some(&document.lang) {
            println!(
                "{} {}\n  ours {ours:?}\n  gold {:?}",
                document.id, document.tier, document.sentences
            );
        }
    }
    println!("{:<24}{:>6}{:>8}{:>8}", "golden, exact", "cases", "ours", "uax29");
    for ((other, tier), [cases, ours, uax]) in tiers {
        let name = format!("{} {tier}", if other { "other" } else { "en" });
        println!("{name:<24}{cases:>6}{ours:>8}{uax:>8}");
    }
    Ok(())
}

fn treebanks(args: &Args) -> Result<(), Box<dyn Error>> {
    let mut languages: BTreeMap<String, Pair> = BTreeMap::new();
    let mut news: BTreeMap<String, Pair> = BTreeMap::new();
    let mut classes: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for document in documents(&args.data.join("sentences/dev"), args)? {
        let gold = boundaries(document.sentences.iter().map(String::as_str));
        let pieces = pieces(&document, args);
        let ours = boundaries(pieces.iter().copied());
        let uax = boundaries(document.text.unicode_sentences());
        // Western Armenian is marked by its treebank.
        let name = if document.treebank.contains("Western") { "hyw" } else { &document.lang };
        let is_news = document.genre.split(' ').all(|g| matches!(g, "news" | "wiki"));
        if args.news && !is_news {
            continue;
        }
        for table in std::iter::once(&mut languages).chain(is_news.then_some(&mut news)) {
            let pair = table.entry(name.to_owned()).or_default();
            pair.ours.add(&ours, &gold);
            pair.uax.add(&uax, &gold);
        }
        let slips = Slip::all(&document, [&ours, &uax, &gold]);
        if args.errors.as_deref() == Some(name) {
            slips.iter().for_each(Slip::show);
        }
        if args.classes {
            for slip in slips {
                let classes = classes.entry(slip.class()).or_default();
                *classes.entry(name.to_owned()).or_default() += 1;
            }
        }
    }
    show_classes(&classes);
    println!("\n{:<8}{:>8}{:>8}{:>8}{:>9}", "dev", "ours", "uax29", "gain", "bounds");
    for (name, pair) in &languages {
        let (ours, uax) = (pair.ours.f1(), pair.uax.f1());
        println!("{name:<8}{ours:>8.2}{uax:>8.2}{:>+8.2}{:>9}", ours - uax, pair.ours.gold);
    }
    for (name, pair) in &news {
        println!(
            "news of {name:<8}{:>8.2}{:>8.2}{:>9}",
            pair.ours.f1(),
            pair.uax.f1(),
            pair.ours.gold
        );
    }
    for (title, table) in [("macro", &languages), ("news", &news)] {
        let count = table.len().max(1) as f64;
        let ours = table.values().map(|p| p.ours.f1()).sum::<f64>() / count;
        let uax = table.values().map(|p| p.uax.f1()).sum::<f64>() / count;
        println!("{title:<8}{ours:>8.2}{uax:>8.2}{:>+8.2}{:>9}", ours - uax, table.len());
    }
    Ok(())
}

/// The classes of errors, the most frequent first, with the languages that have most.
fn show_classes(classes: &BTreeMap<String, BTreeMap<String, usize>>) {
    let mut rows: Vec<_> =
        classes.iter().map(|(class, of)| (of.values().sum::<usize>(), class, of)).collect();
    rows.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    for (count, class, languages) in rows.iter().filter(|row| row.0 >= FEWEST_SHOWN) {
        let mut most: Vec<_> = languages.iter().collect();
        most.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let most: Vec<_> = most.iter().take(8).map(|(name, n)| format!("{name} {n}")).collect();
        println!("{count:>5}  {class:<28}{}", most.join(", "));
    }
}

/// Classes with fewer errors are left out.
const FEWEST_SHOWN: usize = 5;

/// An error with its surroundings and what kind of error it is.
struct Slip<'a> {
    document: &'a Document,
    /// Byte where the text up to the boundary ends.
    end: usize,
    is_false: bool,
    /// Whether raw UAX #29 gets it right.
    uax_right: bool,
}

impl<'a> Slip<'a> {
    /// The errors of a document; boundaries are counts of characters that are not white space.
    fn all(document: &'a Document, [ours, uax, gold]: [&BTreeSet<usize>; 3]) -> Vec<Slip<'a>> {
        let dense: Vec<usize> = document
            .text
            .char_indices()
            .filter(|(_, c)| !c.is_whitespace())
            .map(|(at, c)| at + c.len_utf8())
            .collect();
        ours.symmetric_difference(gold)
            .filter_map(|at| {
                let end = *dense.get(at.checked_sub(1)?)?;
                let is_false = ours.contains(at);
                Some(Slip { document, end, is_false, uax_right: uax.contains(at) != is_false })
            })
            .collect()
    }

    fn sides(&self) -> (&'a str, &'a str) {
        self.document.text.split_at(self.end)
    }

    /// What stands before the boundary and behind it: "missed: . | capital".
    fn class(&self) -> String {
        let (before, after) = self.sides();
        let bare = after.trim_start();
        let gap = match after.get(..after.len() - bare.len()) {
            Some("") => "",
            Some(gap) if gap.contains('\n') => "line, ",
            _ => "space, ",
        };
        let kind = |c: char| match c {
            c if c.is_lowercase() => "small".to_owned(),
            c if c.is_uppercase() => "capital".to_owned(),
            c if c.is_numeric() => "digit".to_owned(),
            c if c.is_alphabetic() => "letter".to_owned(),
            c => c.to_string(),
        };
        let last = before.chars().next_back().map(kind).unwrap_or_default();
        let next = bare.chars().next().map(kind).unwrap_or_default();
        let verdict = if self.is_false { "false" } else { "missed" };
        format!("{verdict}: {last} | {gap}{next}")
    }

    fn show(&self) {
        let (before, after) = self.sides();
        let start = before.char_indices().rev().nth(29).map_or(0, |(at, _)| at);
        let end = after.char_indices().nth(25).map_or(after.len(), |(at, _)| at);
        println!(
            "{:<7}{}{:?} | {:?}",
            if self.is_false { "FALSE" } else { "MISSED" },
            if self.uax_right { "*" } else { " " },
            before.get(start..).unwrap_or_default(),
            after.get(..end).unwrap_or_default()
        );
    }
}

/// Rounds of the measuring of speed.
const ROUNDS: usize = 9;

fn throughput(args: &Args) -> Result<(), Box<dyn Error>> {
    let all = documents(&args.data.join("sentences/dev"), args)?;
    let bytes: usize = all.iter().map(|d| d.text.len()).sum();
    let mut count = 0;
    let mut seconds = f64::INFINITY;
    // The best of some rounds: on a busy machine the others measure its neighbours.
    for _ in 0..ROUNDS {
        let start = Instant::now();
        count = all.iter().map(|d| pieces(d, args).len()).sum();
        seconds = seconds.min(start.elapsed().as_secs_f64());
    }
    println!("\n{count} sentences, {:.1} MB/s native", bytes as f64 / 1e6 / seconds);
    Ok(())
}

fn pieces<'a>(document: &'a Document, args: &Args) -> Vec<&'a str> {
    let tag = args.row.as_deref().unwrap_or(&document.lang);
    let row = language::by_tag(tag).unwrap_or(language::UNKNOWN);
    let spans = sentence::segment(&document.text, &row);
    spans.into_iter().filter_map(|span| document.text.get(span)).collect()
}

/// Inner boundaries as counts of characters that are not white space.
fn boundaries<'a>(sentences: impl Iterator<Item = &'a str>) -> BTreeSet<usize> {
    let mut at = 0;
    let mut set: BTreeSet<usize> = sentences
        .map(|sentence| {
            at += sentence.chars().filter(|c| !c.is_whitespace()).count();
            at
        })
        .collect();
    set.remove(&at);
    set.remove(&0);
    set
}

fn squeeze(sentence: &str) -> String {
    sentence.chars().filter(|c| !c.is_whitespace()).collect()
}

fn documents(folder: &Path, args: &Args) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut files: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.sort();
    let mut all = Vec::new();
    for file in files {
        for line in fs::read_to_string(file)?.lines() {
            let document: Document = serde_json::from_str(line)?;
            let odd = document.id.bytes().map(usize::from).sum::<usize>() % 2 == 1;
            if args.half.as_deref().is_none_or(|half| odd == (half == "watch")) {
                all.push(document);
            }
        }
    }
    Ok(all)
}
