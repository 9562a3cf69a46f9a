//! `eval salience`: the choice of sentences against the lead, on human-written summaries.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Parser;
use flate2::read::GzDecoder;
use serde::Deserialize;
use standfirst::article::{self, Article};
use standfirst::draft::Draft;
use standfirst::language::{self, Language};
use standfirst::salience::sets;
use standfirst::{Budget, Options, Page, salience, select, speech};

use crate::dangling::dangles;
use crate::rouge::{Counted, Rouge, scores};

/// Resamples of the paired bootstrap.
const RESAMPLES: usize = 1000;

/// Sentences of a summary.
const SIZE: usize = 3;

#[derive(Parser)]
pub struct Args {
    /// The data folder, which holds `summaries/*.jsonl.gz`.
    data: PathBuf,
    /// A model instead of the one built in, as `eval/train/salience.py` writes them.
    #[arg(long)]
    model: Option<PathBuf>,
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
    /// Write rows for training to this folder instead: `sentences` or `sets`.
    #[arg(long, num_args = 2, value_names = ["KIND", "FOLDER"])]
    rows: Option<Vec<PathBuf>>,
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
    println!(
        "{:<28}{:>6}{:>7}{:>7}{:>7}{:>7}{:>15}{:>7}{:>7}{:>7}{:>7}{:>7}",
        "set, three sentences",
        "docs",
        "R1",
        "lead",
        "cut",
        "gain",
        "95 %",
        "R2",
        "RLsum",
        "same",
        "dangle",
        "repeat"
    );
    let mut means: BTreeMap<&str, Vec<[f64; 2]>> = BTreeMap::new();
    for (name, documents) in sets_of(args)? {
        let table = Table::of(&documents, args, model.as_deref());
        let [low, high] = table.interval();
        let [r1, r2, rl] = table.mean_gain();
        println!(
            "{name:<28}{:>6}{:>7.2}{:>7.2}{:>7.2}{r1:>+7.2}  [{low:>+5.2},{high:>+5.2}]{r2:>+7.2}{rl:>+7.2}{:>7.2}{:>7.3}{:>7.4}",
            documents.len(),
            table.mean(|row| row.ours[0]),
            table.mean(|row| row.lead[0]),
            table.mean(|row| row.cut[0]),
            table.mean(|row| f64::from(u8::from(row.same))),
            table.share(|row| row.dangling, |row| row.chosen),
            table.share(|row| row.repeats, |row| row.pairs),
        );
        let english =
            ["cnn_corpus_abs", "cnndm_val", "inshorts", "writers", "summeval", "realsumm"];
        if let Some(at) = english.iter().position(|set| name.contains(set)) {
            means.entry("six English").or_default().push([r1, r2]);
            if at >= 2 {
                means.entry("four not CNN's").or_default().push([r1, r2]);
            }
        }
    }
    for (name, gains) in means {
        let mean = |at: usize| gains.iter().map(|g| g[at]).sum::<f64>() / gains.len() as f64;
        println!("{name:<28}{:>6}{:>28}{:>+7.2}{:>+24.2}", gains.len(), "", mean(0), mean(1));
    }
    Ok(())
}

#[derive(Default)]
struct Row {
    ours: [f64; 3],
    lead: [f64; 3],
    cut: [f64; 3],
    same: bool,
    dangling: usize,
    chosen: usize,
    repeats: usize,
    pairs: usize,
}

struct Table {
    rows: Vec<Row>,
}

impl Table {
    fn of(documents: &[Document], args: &Args, model: Option<&[u8]>) -> Self {
        let rows = documents.iter().map(|document| {
            with_draft(document, |draft, rouge, references| {
                measure(draft, rouge, references, args, model)
            })
        });
        Table { rows: rows.collect() }
    }

    fn mean(&self, of: impl Fn(&Row) -> f64) -> f64 {
        self.rows.iter().map(of).sum::<f64>() / self.rows.len().max(1) as f64
    }

    fn share(&self, part: impl Fn(&Row) -> usize, whole: impl Fn(&Row) -> usize) -> f64 {
        let sum = |of: &dyn Fn(&Row) -> usize| self.rows.iter().map(of).sum::<usize>();
        sum(&part) as f64 / sum(&whole).max(1) as f64
    }

    fn mean_gain(&self) -> [f64; 3] {
        [0, 1, 2].map(|at| self.mean(|row| row.ours[at] - row.lead[at]))
    }

    /// Paired bootstrap of the gain in ROUGE-1, by a fixed seed.
    fn interval(&self) -> [f64; 2] {
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
    model: Option<&[u8]>,
) -> Row {
    let salience = salience::score_with(
        draft,
        &speech::mark(draft),
        model.unwrap_or(salience::MODEL),
        args.margin,
    );
    let order = select::order(draft, &salience);
    let mut chosen: Vec<usize> = order.iter().copied().take(SIZE).collect();
    chosen.sort_unstable();
    let texts: Vec<&str> = draft.sentences.iter().map(|s| s.text).collect();
    let of = |set: &[usize]| scores(&rouge.count(set.iter().map(|at| texts[*at])), references);
    let lead: Vec<usize> = (0..SIZE.min(texts.len())).collect();
    let words = |set: &[usize]| set.iter().map(|at| texts[*at].split(' ').count()).sum::<usize>();
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
    }
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

/// Rows of features with their target, as 16-bit numbers, and a line of text a row: set, document.
fn write_rows(
    args: &Args,
    of_sets: bool,
    folder: &Path,
    model: Option<&[u8]>,
) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let mut rows = BufWriter::new(File::create(folder.join("rows.i16"))?);
    let mut keys = BufWriter::new(File::create(folder.join("keys.tsv"))?);
    for (name, documents) in sets_of(args)? {
        // The same articles as another set, with sentences chosen to be long.
        if name.contains("_ext_") {
            continue;
        }
        for document in &documents {
            let paragraphs = document.text.contains("\n\n");
            let variants = if document.title.is_some() || paragraphs { 2 } else { 1 };
            // Each document also without title and paragraphs: the source must not be told by them.
            for hide in [false, true].into_iter().take(variants) {
                let text =
                    if hide { document.text.replace("\n\n", " ") } else { document.text.clone() };
                let shown = Document {
                    title: document.title.clone().filter(|_| !hide),
                    id: document.id.clone(),
                    lang: document.lang.clone(),
                    text,
                    references: document.references.clone(),
                };
                let fold = fold_of(&document.id);
                for (row, target) in with_draft(&shown, |draft, rouge, references| {
                    rows_of(draft, rouge, references, of_sets, model)
                }) {
                    for value in row {
                        rows.write_all(&value.to_le_bytes())?;
                    }
                    writeln!(keys, "{name}\t{}\t{fold}\t{target}", document.id)?;
                }
            }
        }
    }
    Ok(())
}

fn rows_of(
    draft: &Draft<'_>,
    rouge: &Rouge,
    references: &[Counted],
    of_sets: bool,
    model: Option<&[u8]>,
) -> Vec<(Vec<i16>, f64)> {
    let salience =
        salience::score_with(draft, &speech::mark(draft), model.unwrap_or(&[]), salience::MARGIN);
    let texts: Vec<&str> = draft.sentences.iter().map(|s| s.text).collect();
    let score = |set: &[usize]| {
        let [r1, r2, _] = scores(&rouge.count(set.iter().map(|at| texts[*at])), references);
        r1 + r2
    };
    if !of_sets {
        let all =
            (0..texts.len().min(60)).map(|at| (salience.analysis.rows[at].to_vec(), score(&[at])));
        return all.collect();
    }
    let candidates = sets::candidates(&salience.analysis, &salience.scores);
    let Some(lead) = candidates.first().map(|set| score(set)) else { return Vec::new() };
    // A fixed sample: every set would be hundreds of near-twins a document.
    let step = (candidates.len() / 40).max(1);
    candidates
        .iter()
        .skip(1)
        .step_by(step)
        .map(|set| {
            let row = sets::row(&salience.analysis, &salience.scores, set);
            (row.to_vec(), score(set) - lead)
        })
        .collect()
}

fn with_draft<T>(document: &Document, then: impl FnOnce(&Draft<'_>, &Rouge, &[Counted]) -> T) -> T {
    let mut page = Page::from_text(&document.text);
    if let Some(title) = &document.title {
        page.metadata.push("title", title);
    }
    page.metadata.push("lang", &document.lang);
    let article: Article = article::find(&page);
    let row: &'static Language = language::by_tag(&document.lang).unwrap_or(&language::UNKNOWN);
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
    id.bytes().fold(7_u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(u32::from(byte))) % 5
}
