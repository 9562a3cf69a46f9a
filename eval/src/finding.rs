//! `eval finding`: how well the article is found, corpus by corpus.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use standfirst::article::model::Model;
use standfirst::article::{self, Article};
use standfirst::draft::Draft;
use standfirst::page::Page;
use standfirst::summary::Status;
use standfirst::{Options, language, salience, select, speech};

use crate::finding_labels::{FOLDS, fold};
use crate::page_data::{PageCase, read_corpus};
use crate::shingles::{Sources, precision_recall, tokens};

/// What `eval finding` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Folder that holds the corpora, or one corpus.
    data: PathBuf,
    /// Folder of page dumps, made on first use.
    #[arg(long)]
    pages: Option<PathBuf>,
    /// Folder of `fold-N.bin`: each page by the model that never saw its site.
    #[arg(long)]
    models: Option<PathBuf>,
    /// Prints each page's figures, and its lost and leaked blocks, where F1 is under this.
    #[arg(long)]
    list_under: Option<f64>,
    /// Only pages whose id or host holds this.
    #[arg(long)]
    only: Option<String>,
}

const HEAD: &str =
    "corpus          pages    F1     P     R  F1<.5  lead  purity  strict  refused  lost  ms/page";

/// Prints the table.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let files = read_models(args.models.as_deref())?;
    let folds: Vec<_> = files.iter().map(|bytes| Model::parse(bytes)).collect();
    println!("{HEAD}");
    for folder in corpora(&args.data)? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut row = Row::default();
        for case in read_corpus(&folder, args.pages.as_deref())? {
            let only = args.only.as_deref().unwrap_or_default();
            if case.id.contains(only) || case.site().contains(only) {
                row.add(&case, args, &folds)?;
            }
        }
        row.print(&name);
    }
    Ok(())
}

/// The bytes of the folds' models, none without a folder.
pub fn read_models(folder: Option<&Path>) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let read = |fold: u32| std::fs::read(folder.join(format!("fold-{fold}.bin")));
    Ok((0..FOLDS).map(read).collect::<Result<_, _>>()?)
}

/// The corpora under a folder, by name.
pub fn corpora(data: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    if data.join("truth.jsonl").exists() {
        return Ok(vec![data.to_owned()]);
    }
    let inner = data.join("pages");
    let data = if inner.is_dir() { &inner } else { data };
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(data)? {
        let truth = entry?.path().join("truth.jsonl");
        if std::fs::metadata(&truth).is_ok_and(|file| file.len() > 0) {
            folders.extend(truth.parent().map(PathBuf::from));
        }
    }
    folders.sort();
    Ok(folders)
}

/// A page's true texts, to look others up in.
struct Truths {
    body: Sources,
    standfirst: Sources,
    own: Sources,
}

#[derive(Default)]
struct Row {
    pages: usize,
    f1: Vec<f64>,
    precision: Vec<f64>,
    recall: Vec<f64>,
    lead: Vec<f64>,
    /// F1 of the pages whose text survived the corpus' own decoding.
    readable: Vec<f64>,
    pure: Vec<f64>,
    /// The same, a sentence of the site's own standfirst counting as impure.
    strict: Vec<f64>,
    refused: Vec<f64>,
    lost: Vec<f64>,
    /// Strings found and missed of `with`, found of `without`.
    hits: [f64; 3],
    ms: Vec<f64>,
}

impl Row {
    fn add(&mut self, case: &PageCase, args: &Args, folds: &[Model]) -> Result<(), Box<dyn Error>> {
        let page = case.page()?;
        let start = Instant::now();
        let article = match folds.get(fold(case.site()) as usize) {
            Some(model) => article::find_with(&page, model),
            None => article::find(&page),
        };
        self.ms.push(start.elapsed().as_secs_f64() * 1000.0);
        self.pages += 1;
        let is_refused = article.status == Status::NotAnArticle;
        if !case.is_article() {
            self.refused.push(f64::from(is_refused));
            if args.list_under.is_some() && !is_refused {
                println!("ANSWERED {} {:?}", case.id, case.page_type);
            }
            return Ok(());
        }
        self.lost.push(f64::from(is_refused));
        if args.list_under.is_some() && is_refused {
            println!("REFUSED {} {}", case.id, article.reason);
        }
        let found = found_text(&page, &article);
        self.count_strings(case, &found);
        if args.list_under.is_some() {
            list_strings(case, &page, &article);
        }
        let Some(truth) = case.truth_text.as_deref().filter(|text| !text.is_empty()) else {
            return Ok(());
        };
        let title = case.title.as_deref().unwrap_or_default();
        let standfirst = case.summary.as_deref().unwrap_or_default();
        let truths = Truths {
            body: Sources::new(&[truth]),
            standfirst: Sources::new(&[standfirst]),
            own: Sources::new(&[truth, title, standfirst]),
        };
        let (precision, recall) = score(&page, &article, &truths, &tokens(truth));
        let f1 = harmonic(precision, recall);
        self.f1.push(f1);
        if is_readable(&page) {
            self.readable.push(f1);
        }
        self.precision.push(precision);
        self.recall.push(recall);
        let lead: Vec<_> = tokens(&found).into_iter().take(60).collect();
        let clean = !lead.is_empty() && truths.own.share(&lead) >= 0.85;
        self.lead.push(f64::from(clean));
        let impure = self.count_purity(&page, &article, &truths);
        if args.list_under.is_some_and(|limit| f1 < limit || !clean || !impure.is_empty()) {
            println!(
                "{} {:?} F1 {f1:.3} P {precision:.3} R {recall:.3} clean {clean}",
                case.id, article.status
            );
            for sentence in impure {
                println!("   impure: {}", clip(&sentence));
            }
            list_errors(&page, &article, &truths);
        }
        Ok(())
    }

    fn count_strings(&mut self, case: &PageCase, found: &str) {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = plain(found);
        for string in &case.with {
            self.hits[usize::from(!found.contains(&plain(string)))] += 1.0;
        }
        self.hits[2] += case.without.iter().filter(|s| found.contains(&plain(s))).count() as f64;
    }

    /// Counts the sentences of the summary that are body text; returns the others. A sentence of the
    /// site's own standfirst counts neither way, but for the strict count.
    fn count_purity(&mut self, page: &Page<'_>, article: &Article, truths: &Truths) -> Vec<String> {
        let options = Options::default();
        let sample = found_text(page, article);
        let told = language::detect(page.metadata.get("lang"), &sample);
        let language = told.unwrap_or(language::UNKNOWN);
        let draft = Draft::new(page, article, language, &options);
        let order = select::order(&draft, &salience::score(&draft, &speech::mark(&draft)));
        let mut impure = Vec::new();
        for index in order.into_iter().take(3) {
            let text = draft.sentences[index].text;
            let words = tokens(text);
            let pure = truths.body.share(&words) >= 0.8;
            self.strict.push(f64::from(pure));
            if !pure && truths.standfirst.share(&words) >= 0.8 {
                impure.push(format!("standfirst {text}"));
                continue;
            }
            self.pure.push(f64::from(pure));
            if !pure {
                impure.push(format!("{:?} {text}", draft.sentences[index].role));
            }
        }
        impure
    }

    fn print(&self, name: &str) {
        let half = self.f1.iter().map(|&f1| f64::from(f1 < 0.5)).collect::<Vec<_>>();
        println!(
            "{name:<15} {:>5} {} {} {} {} {} {} {} {} {} {}",
            self.pages,
            cell(&self.f1, 5, 3),
            cell(&self.precision, 5, 3),
            cell(&self.recall, 5, 3),
            cell(&half, 6, 3),
            cell(&self.lead, 5, 3),
            cell(&self.pure, 7, 4),
            cell(&self.strict, 7, 4),
            cell(&self.refused, 8, 3),
            cell(&self.lost, 5, 3),
            cell(&self.ms, 8, 3),
        );
        if self.readable.len() < self.f1.len() {
            println!(
                "{:<15} {:>5} {}  readable",
                "",
                self.readable.len(),
                cell(&self.readable, 5, 3)
            );
        }
        let [hit, missed, leaked] = self.hits;
        if hit + missed > 0.0 {
            let (precision, recall) = (hit / (hit + leaked), hit / (hit + missed));
            println!(
                "{:<15}       {:.3} {precision:.3} {recall:.3}  strings with and without",
                "",
                harmonic(precision, recall)
            );
        }
    }
}

fn cell(values: &[f64], width: usize, digits: usize) -> String {
    if values.is_empty() {
        return format!("{:>width$}", "-");
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    format!("{mean:>width$.digits$}")
}

fn harmonic(a: f64, b: f64) -> f64 {
    if a + b == 0.0 { 0.0 } else { 2.0 * a * b / (a + b) }
}

/// The story's text, a block a line.
fn found_text(page: &Page<'_>, article: &Article) -> String {
    let texts: Vec<_> = article.blocks.iter().map(|block| page.blocks[block.source].text).collect();
    texts.join("\n")
}

/// Whether a page's text is not mostly replacement characters, as where a corpus was stored after
/// its bytes had been taken for another encoding.
fn is_readable(page: &Page<'_>) -> bool {
    let text = || page.blocks.iter().flat_map(|block| block.text.chars());
    text().filter(|c| *c == '\u{fffd}').count() * 3 < text().count()
}

/// Precision and recall, a shown standfirst counting neither way.
fn score(page: &Page<'_>, article: &Article, truths: &Truths, truth: &[String]) -> (f64, f64) {
    let mut found = Vec::new();
    for block in &article.blocks {
        let text = tokens(page.blocks[block.source].text);
        let is_standfirst = text.len() > 3
            && truths.standfirst.share(&text) > 0.8
            && truths.body.share(&text) < 0.5;
        if !is_standfirst {
            found.extend(text);
        }
    }
    precision_recall(&found, truth)
}

/// Prints the strings that were missed or leaked, with the role of the block that holds each.
fn list_strings(case: &PageCase, page: &Page<'_>, article: &Article) {
    let roles = || page.blocks.iter().zip(&article.roles);
    for string in &case.with {
        let holding = || roles().filter(|(block, _)| block.text.contains(string.as_str()));
        if let Some((_, role)) = holding().next().filter(|_| !holding().any(|(_, r)| r.is_story()))
        {
            println!("   missed {} {}: {}", case.id, role.code(), clip(string));
        }
    }
    for string in &case.without {
        let holds = |text: &str| text.contains(string.as_str());
        if let Some((_, role)) = roles().find(|(b, role)| role.is_story() && holds(b.text)) {
            println!("   leaked {} {}: {}", case.id, role.code(), clip(string));
        }
    }
}

fn list_errors(page: &Page<'_>, article: &Article, truths: &Truths) {
    let mut story = article.blocks.iter().peekable();
    for (at, block) in page.blocks.iter().enumerate() {
        let role = story.next_if(|s| s.source == at).map(|s| s.role);
        let words = tokens(block.text);
        if words.is_empty() {
            continue;
        }
        let held = truths.body.share(&words);
        let known = truths.own.share(&words);
        let descriptor = page.descriptor(block.element);
        if role.is_some() && known < 0.5 {
            println!(
                "   leak {at} {} {}.{}: {}",
                article.roles[at].code(),
                descriptor.tag,
                descriptor.names,
                clip(block.text)
            );
        } else if role.is_none() && held > 0.9 && words.len() > 4 {
            println!(
                "   loss {at} {} {}.{}: {}",
                article.roles[at].code(),
                descriptor.tag,
                descriptor.names,
                clip(block.text)
            );
        }
    }
}

fn clip(text: &str) -> String {
    text.chars().take(90).map(|c| if c == '\n' { ' ' } else { c }).collect()
}
