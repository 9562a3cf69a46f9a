//! `eval salience`: the choice of sentences against the lead, on human-written summaries.

mod rows;
mod table;
mod times;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

use clap::Parser;
use flate2::read::GzDecoder;
use serde::Deserialize;
use standfirst::article::{self, Article};
use standfirst::draft::Draft;
use standfirst::language::{self, Language};
use standfirst::{Budget, Options, Page, salience};

use crate::rouge::{Counted, Rouge};
use rows::write_rows;
use table::Table;

/// Parts that the documents fall into, by a hash of their id.
const FOLDS: u32 = 5;

/// Sentences of a summary.
const SIZE: usize = 3;

#[derive(Parser)]
pub struct Args {
    /// The data folder, which holds `summaries/*.jsonl.gz`.
    data: PathBuf,
    /// A model instead of the one built in, as `eval/train/salience.py` writes them.
    #[arg(long)]
    model: Option<PathBuf>,
    /// A folder of models by fold (`fold-0.bin` ...), each document on the one that never saw it.
    #[arg(long)]
    models: Option<PathBuf>,
    /// Gain over the lead that a set must have to be taken, in the forest's unit.
    #[arg(long, default_value_t = salience::MARGIN)]
    margin: i32,
    /// Only documents of this fold of five, by a hash of their id.
    #[arg(long)]
    fold: Option<u32>,
    /// At most so many documents a set.
    #[arg(long, default_value_t = usize::MAX)]
    most: usize,
    /// Only sets whose name holds this.
    #[arg(long, default_value = "")]
    only: String,
    /// Print each summary.
    #[arg(long)]
    show: bool,
    /// A budget of words instead of three sentences, for the choice and for the lead.
    #[arg(long)]
    words: Option<usize>,
    /// Also find the greedy oracle (slow).
    #[arg(long)]
    oracle: bool,
    /// Write each summary to this file: set, id, lang, the article's sentences, the chosen ones.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Print the time of one summary by the length of the text instead.
    #[arg(long)]
    times: bool,
    /// Write rows for training to this folder instead: `sentences` or `sets`.
    #[arg(long, num_args = 2, value_names = ["KIND", "FOLDER"])]
    rows: Option<Vec<PathBuf>>,
}

impl Args {
    fn budget(&self) -> Budget {
        self.words.map_or(Budget::Sentences(SIZE), Budget::Words)
    }
}

#[derive(Deserialize)]
struct Document {
    id: String,
    lang: String,
    #[serde(default)]
    title: Option<String>,
    text: String,
    references: Vec<String>,
}

/// Prints the tables, or writes the rows.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let model = args.model.as_ref().map(fs::read).transpose()?;
    if let Some([kind, folder]) = args.rows.as_deref() {
        return write_rows(args, kind.to_string_lossy() == "sets", folder, model.as_deref());
    }
    if args.times {
        return times::run(args);
    }
    let mut out = args.out.as_ref().map(File::create).transpose()?.map(BufWriter::new);
    let models = match &args.models {
        Some(folder) => (0..FOLDS)
            .map(|fold| fs::read(folder.join(format!("fold-{fold}.bin"))))
            .collect::<Result<Vec<_>, _>>()?,
        None => vec![model.unwrap_or_else(|| salience::MODEL.to_vec())],
    };
    println!(
        "{:<28}{:>6}{:>7}{:>7}{:>7}{:>7}{:>7}{:>15}{:>7}{:>7}{:>7}{:>7}{:>7}",
        "set, three sentences",
        "docs",
        "R1",
        "lead",
        "cut",
        "oracle",
        "gain",
        "95 %",
        "R2",
        "RLsum",
        "same",
        "dangle",
        "repeat"
    );
    let mut means: BTreeMap<&str, Vec<[f64; 4]>> = BTreeMap::new();
    for (name, documents) in sets_of(args)? {
        let table = Table::of(&documents, args, &models);
        let [low, high] = table.interval();
        let [r1, r2, rl] = table.mean_gain();
        println!(
            "{name:<28}{:>6}{:>7.2}{:>7.2}{:>7.2}{:>7.2}{r1:>+7.2}  [{low:>+5.2},{high:>+5.2}]{r2:>+7.2}{rl:>+7.2}{:>7.2}{:>7.3}{:>7.4}",
            documents.len(),
            table.mean(|row| row.ours[0]),
            table.mean(|row| row.lead[0]),
            table.mean(|row| row.cut[0]),
            table.mean(|row| row.oracle),
            table.mean(|row| f64::from(u8::from(row.same))),
            table.share(|row| row.dangling, |row| row.chosen),
            table.share(|row| row.repeats, |row| row.pairs),
        );
        if let Some(out) = &mut out {
            for (document, row) in documents.iter().zip(&table.rows) {
                let head = serde_json::json!({ "set": name, "id": document.id, "lang": document.lang, "references": document.references });
                let (head, line) = (head.to_string(), &row.line);
                writeln!(out, "{},{}", &head[..head.len() - 1], &line[1..])?;
            }
        }
        let cut = table.mean(|row| row.cut[0] - row.lead[0]);
        let parts = [r1, r2, cut, ((high - low) / 2.0).powi(2)];
        let english =
            ["cnn_corpus_abs", "cnndm_val", "inshorts", "writers", "summeval", "realsumm"];
        if let Some(at) = english.iter().position(|set| name.contains(set)) {
            means.entry("six English").or_default().push(parts);
            if at >= 2 {
                means.entry("four not CNN's").or_default().push(parts);
            }
        }
    }
    for (name, gains) in means {
        let mean = |at: usize| gains.iter().map(|g| g[at]).sum::<f64>() / gains.len() as f64;
        // The sets are independent: the squares of their intervals' halves add up.
        let half = (mean(3) / gains.len() as f64).sqrt();
        let (low, high) = (mean(0) - half, mean(0) + half);
        println!(
            "{name:<28}{:>6}{:>21}{:>+7.2}{:>7}{:>+7.2}  [{low:>+5.2},{high:>+5.2}]{:>+7.2}",
            gains.len(),
            "cut to length:",
            mean(2),
            "",
            mean(0),
            mean(1)
        );
    }
    Ok(())
}

fn with_draft<T>(document: &Document, then: impl FnOnce(&Draft<'_>, &Rouge, &[Counted]) -> T) -> T {
    let mut page = Page::from_text(&document.text);
    if let Some(title) = &document.title {
        page.metadata.push("title", title);
    }
    page.metadata.push("lang", &document.lang);
    let article: Article = article::find(&page);
    let row: Language = language::by_tag(&document.lang).unwrap_or(language::UNKNOWN);
    let options = Options { budget: Budget::Sentences(SIZE), ..Options::default() };
    let draft = Draft::new(&page, &article, row, &options);
    let rouge = Rouge::new(&document.lang);
    let references: Vec<Counted> =
        document.references.iter().map(|text| rouge.count(text.split('\n'))).collect();
    then(&draft, &rouge, &references)
}

/// A set's name and its documents.
type Set = (String, Vec<Document>);

fn sets_of(args: &Args) -> Result<Vec<Set>, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(args.data.join("summaries"))?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().replace(".jsonl.gz", "");
        if !name.contains(&args.only) {
            continue;
        }
        let mut documents = Vec::new();
        for line in BufReader::new(GzDecoder::new(File::open(&file)?)).lines() {
            let document: Document = serde_json::from_str(&line?)?;
            if args.fold.is_none_or(|fold| fold_of(&document.id) == fold)
                && documents.len() < args.most
            {
                documents.push(document);
            }
        }
        if !documents.is_empty() {
            all.push((name, documents));
        }
    }
    Ok(all)
}

fn fold_of(id: &str) -> u32 {
    id.bytes().fold(7_u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(u32::from(byte))) % FOLDS
}
