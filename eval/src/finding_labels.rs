//! `eval finding-features`: features and labels of every block, for `eval/train/finding.py`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use standfirst::article;
use standfirst::article::context::Context;
use standfirst::article::features::{self, text_keys};
use standfirst::article::model::Model;
use standfirst::article::survey::{self, Survey};
use standfirst::article::vocabulary::{Vocabulary, WeightList, name_words, shorten};
use standfirst::page::Page;

use crate::finding::{corpora, read_models};
use crate::page_data::{PageCase, read_corpus};
use crate::shingles::{Sources, tokens};

/// What `eval finding-features` takes.
#[derive(clap::Args)]
pub struct Args {
    /// Folder that holds the corpora.
    data: PathBuf,
    /// Folder to write to.
    out: PathBuf,
    /// Folder of page dumps, made on first use.
    #[arg(long)]
    pages: Option<PathBuf>,
    /// Vocabularies, `fold-N.json` each trained without that fold's sites.
    #[arg(long)]
    vocabularies: Option<PathBuf>,
    /// First-stage scores, 4 bytes a block, each made without its site: adds the second stage.
    #[arg(long)]
    scores: Option<PathBuf>,
    /// Folder of `fold-N.bin`: adds what the page forest sees.
    #[arg(long)]
    models: Option<PathBuf>,
}

/// Parts that the sites are split into.
pub const FOLDS: u32 = 5;

/// Label of a block.
#[derive(Clone, Copy, PartialEq)]
enum Label {
    Unknown = -1,
    Outside = 0,
    Body = 1,
    Standfirst = 2,
}

/// Writes `rows.i16`, `context.i16`, `blocks.tsv`, `names.txt` and `pages.tsv`.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(&args.out)?;
    let create = |name: &str| File::create(args.out.join(name)).map(BufWriter::new);
    let mut rows = create("rows.i16")?;
    let mut contexts = create("context.i16")?;
    let mut blocks = create("blocks.tsv")?;
    let mut names = create("names.txt")?;
    let mut pages = create("pages.tsv")?;
    let vocabularies = read_vocabularies(args.vocabularies.as_deref())?;
    let scores = read_scores(args.scores.as_deref())?;
    let mut scores = scores.as_deref();
    let models = read_models(args.models.as_deref())?;
    let models: Vec<_> = models.iter().map(|bytes| Model::parse(bytes)).collect();
    let mut page_rows = create("pages.i16")?;
    let mut lead_rows = create("lead.i16")?;
    let mut lead_blocks = create("lead.tsv")?;
    let mut offset = 0;
    let mut number = 0;
    for folder in corpora(&args.data)? {
        let corpus = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for case in read_corpus(&folder, args.pages.as_deref())? {
            let page = case.page()?;
            let fold = fold(case.site());
            if let Some(model) = models.get(fold as usize) {
                write_i16(&mut page_rows, &article::page_features(&page, model))?;
                for candidate in article::lead_candidates(&page, model) {
                    writeln!(lead_blocks, "{}", offset + candidate.block)?;
                    write_i16(&mut lead_rows, &candidate.row)?;
                }
            }
            let vocabulary = &vocabularies[fold as usize];
            let survey = survey::survey(&page, vocabulary);
            let first_stage = features::rows(&page, &survey, vocabulary);
            let labels = labels(&case, &page);
            let kind = case.page_type.as_deref().unwrap_or("article");
            writeln!(pages, "{number}\t{corpus}\t{}\t{}\t{fold}\t{kind}", case.id, case.site())?;
            for (at, label) in labels.iter().enumerate() {
                let words = survey.shapes[at].words;
                writeln!(blocks, "{number}\t{}\t{words}", *label as i32)?;
                write_i16(&mut rows, &first_stage[at])?;
                writeln!(names, "{}", keys(&page, &survey, at))?;
            }
            if let Some(all) = scores {
                let (own, rest) = all.split_at(page.blocks.len());
                scores = Some(rest);
                let context = Context::new(&page, &survey, own);
                for (at, row) in first_stage.iter().enumerate() {
                    write_i16(&mut contexts, &context.row(at, row))?;
                }
            }
            number += 1;
            offset += page.blocks.len();
        }
    }
    Ok(())
}

/// The part that a site belongs to.
pub fn fold(site: &str) -> u32 {
    let site = site.trim_start_matches("www.");
    standfirst::article::words::hash(site) / 7 % FOLDS
}

fn write_i16(out: &mut impl Write, row: &[i16]) -> std::io::Result<()> {
    row.iter().try_for_each(|cell| out.write_all(&cell.to_le_bytes()))
}

/// Name keys of the block's element up to two above its host, then text keys of a short block.
fn keys(page: &Page<'_>, survey: &Survey, at: usize) -> String {
    let mut names: Vec<u16> = Vec::new();
    let mut element = Some(page.blocks[at].element);
    let host = page.blocks[at].element;
    let mut left = 3 + survey.nodes[host].depth - survey.nodes[survey.nodes[host].host].depth;
    while let Some(index) = element.filter(|_| left > 0) {
        left -= 1;
        name_words(&page.descriptor(index), |hash| names.push(shorten(hash)));
        element = page.elements[index].parent;
    }
    names.sort_unstable();
    names.dedup();
    let mut text: Vec<u16> = Vec::new();
    if survey.shapes[at].words < 40 {
        text_keys(survey.words.of(&survey.shapes[at]), |key| text.push(shorten(key)));
    }
    text.sort_unstable();
    text.dedup();
    let join = |keys: &[u16]| keys.iter().map(u16::to_string).collect::<Vec<_>>().join(" ");
    format!("{}\t{}", join(&names), join(&text))
}

fn read_vocabularies(folder: Option<&Path>) -> Result<Vec<Vocabulary>, Box<dyn Error>> {
    let Some(folder) = folder else {
        return Ok(vec![Vocabulary::default(); FOLDS as usize]);
    };
    let read = |fold: u32| -> Result<Vocabulary, Box<dyn Error>> {
        let file = fs::read(folder.join(format!("fold-{fold}.json")))?;
        let [names, text]: [Vec<(u16, i8)>; 2] = serde_json::from_slice(&file)?;
        Ok(Vocabulary { names: WeightList::new(names), text: WeightList::new(text) })
    };
    (0..FOLDS).map(read).collect()
}

fn read_scores(file: Option<&Path>) -> Result<Option<Vec<i32>>, Box<dyn Error>> {
    let Some(file) = file else { return Ok(None) };
    let bytes = fs::read(file)?;
    let scores = bytes.chunks_exact(4).map(|b| i32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    Ok(Some(scores.collect()))
}

fn labels(case: &PageCase, page: &Page<'_>) -> Vec<Label> {
    match case.truth_text.as_deref().filter(|text| !text.is_empty() && case.is_article()) {
        Some(truth) => align(case, page, truth),
        None if case.is_article() => by_strings(case, page),
        None => vec![Label::Unknown; page.blocks.len()],
    }
}

/// Labels from strings that the story holds or does not hold; most blocks stay unknown.
fn by_strings(case: &PageCase, page: &Page<'_>) -> Vec<Label> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let with: Vec<_> = case.with.iter().map(|s| plain(s)).collect();
    let without: Vec<_> = case.without.iter().map(|s| plain(s)).collect();
    let label = |text: String| {
        if with.iter().any(|s| !s.is_empty() && text.contains(s)) {
            return Label::Body;
        }
        // a string found by chance in a long paragraph says nothing of it
        match without.iter().any(|s| text.contains(s) && s.len() * 4 > text.len()) {
            true => Label::Outside,
            false => Label::Unknown,
        }
    };
    page.blocks.iter().map(|block| label(plain(block.text))).collect()
}

/// Labels by aligning blocks and truth: of all places where blocks' texts stand in the truth, the
/// heaviest chain in order of both. A text that stands there a second time is outside.
fn align(case: &PageCase, page: &Page<'_>, truth: &str) -> Vec<Label> {
    let truth_tokens = tokens(truth);
    let body = Sources::new(&[truth]);
    let standfirst = Sources::new(&[case.summary.as_deref().unwrap_or_default()]);
    let lines: Vec<_> = truth.split('\n').map(tokens).filter(|line| !line.is_empty()).collect();
    let mut starts: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for (at, run) in truth_tokens.windows(3).enumerate() {
        starts.entry(run).or_default().push(at);
    }
    let mut labels = vec![Label::Outside; page.blocks.len()];
    let mut places: Vec<(usize, usize, usize)> = Vec::new();
    for (at, block) in page.blocks.iter().enumerate() {
        let words = tokens(block.text);
        if words.is_empty() {
            labels[at] = Label::Unknown;
            continue;
        }
        let held = body.share(&words);
        if words.len() > 3 && standfirst.share(&words) > 0.8 && held < 0.5 {
            labels[at] = Label::Standfirst;
        } else if words.len() < 3 {
            let mut from = 0;
            for line in &lines {
                if *line == words {
                    places.push((at, from, words.len()));
                }
                from += line.len();
            }
        } else if held >= 0.6 {
            let first = words.windows(3).find_map(|run| starts.get(run));
            for &place in first.into_iter().flatten().take(4) {
                places.push((at, place, words.len()));
            }
        } else if held > 0.3 {
            labels[at] = Label::Unknown;
        }
    }
    for at in heaviest_chain(&places) {
        labels[at] = Label::Body;
    }
    labels
}

/// Blocks of the heaviest chain of (block, place, weight) that rises in block and place.
fn heaviest_chain(places: &[(usize, usize, usize)]) -> Vec<usize> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, &(block, place, weight)) in places.iter().enumerate() {
        let before = (0..at)
            .filter(|&b| places[b].0 < block && places[b].1 < place)
            .max_by_key(|&b| best[b].0);
        best.push((weight + before.map_or(0, |b| best[b].0), before));
    }
    let mut chain = Vec::new();
    let mut at = (0..best.len()).max_by_key(|&at| best[at].0);
    while let Some(here) = at {
        chain.push(places[here].0);
        at = best[here].1;
    }
    chain
}
