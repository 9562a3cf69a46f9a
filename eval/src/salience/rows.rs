//! Rows of features with their target, for training.

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use standfirst::draft::Draft;
use standfirst::salience::sets;
use standfirst::{salience, speech};

use super::{Args, Document, fold_of, sets_of, with_draft};
use crate::rouge::{Counted, Rouge, short_scores};

/// Rows of features with their target, as 16-bit numbers, and a line of text a row: set, document,
/// whether it is bared, fold, gains.
pub fn write_rows(
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
                for (row, [r1, r2]) in with_draft(&shown, |draft, rouge, references| {
                    rows_of(draft, rouge, references, of_sets, model)
                }) {
                    for value in row {
                        rows.write_all(&value.to_le_bytes())?;
                    }
                    writeln!(
                        keys,
                        "{name}\t{}\t{}\t{fold}\t{r1}\t{r2}",
                        document.id,
                        u8::from(hide)
                    )?;
                }
            }
        }
    }
    Ok(())
}

/// A row and its worth: ROUGE-1 and ROUGE-2.
type Row = (Vec<i16>, [f64; 2]);

fn rows_of(
    draft: &Draft<'_>,
    rouge: &Rouge,
    references: &[Counted],
    of_sets: bool,
    model: Option<&[u8]>,
) -> Vec<Row> {
    let marks = speech::mark(draft);
    let salience = salience::score_with(draft, &marks, model.unwrap_or(&[]), salience::MARGIN);
    let texts: Vec<&str> = draft.sentences.iter().map(|s| s.text).collect();
    let score =
        |set: &[usize]| short_scores(&rouge.count(set.iter().map(|at| texts[*at])), references).0;
    let less = |a: [f64; 2], b: [f64; 2]| [a[0] - b[0], a[1] - b[1]];
    if texts.len() < sets::SIZE {
        return Vec::new();
    }
    let lead = score(&[0, 1, 2]);
    if !of_sets {
        // What a sentence adds to the lead's first two; one of those, to the lead's others.
        let (first, rest, ends) = (score(&[0, 1]), score(&[1, 2]), score(&[0, 2]));
        let worth = |at| match at {
            0 => less(lead, rest),
            1 => less(lead, ends),
            _ => less(score(&[0, 1, at]), first),
        };
        return (0..texts.len().min(60))
            .map(|at| (salience.analysis.rows[at].to_vec(), worth(at)))
            .collect();
    }
    let candidates = sets::candidates(&salience.analysis, &salience.scores);
    let measure = sets::Measure::new(&salience.analysis, &salience.scores);
    candidates
        .iter()
        .skip(1)
        .map(|set| {
            let row = measure.row(set);
            (row.to_vec(), less(score(set), lead))
        })
        .collect()
}
