//! `cargo xtask size`: the shipped bytes by part, against the budget and against size.json.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Map, Value, json};

use crate::wasm::std_mark;

/// What the embed loads before a first standfirst, gzip bytes, on a page that says its language: the project's
/// promise.
const BUDGET_GZIP: u64 = 100_000;

/// A part may grow by this share before size.json has to be written anew, with a reason in the
/// commit. Toolchains differ by less.
const MARGIN: f64 = 0.02;

struct Part {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the table and how it stands to the budget; with `check` fails where a part grew by more
/// than the margin.
pub fn report(root: &Path, check: bool, write: bool) -> Result<()> {
    let embed = root.join("dist/embed").canonicalize().context("run `npm run build` first")?;
    let mut files = BTreeSet::new();
    follow(&embed.join("define.js"), &mut files)?;
    files.insert(embed.join("standfirst_bg.wasm"));
    let mut parts = files.iter().map(|file| part(&embed, file)).collect::<Result<Vec<_>>>()?;
    println!("{:<34}{:>9}{:>9}{:>9}", "embed, first load", "raw", "gzip", "brotli");
    parts.iter().for_each(line);
    let english = together("an English page", &parts);
    line(&english);
    let languages = Languages::of(&embed)?;
    let (code, words) = languages.largest()?;
    line(&words);
    let most = together(&format!("a page in {code}"), [&english, &words]);
    line(&most);
    let wrong = together("a page in it that claims another", [&most, &languages.all]);
    line(&wrong);
    parts.push(languages.all);
    let record = root.join("size.json");
    if write {
        let sizes: Map<_, _> =
            parts.iter().map(|p| (p.name.clone(), json!({"raw": p.raw, "gzip": p.gzip}))).collect();
        fs::write(&record, serde_json::to_string_pretty(&Value::Object(sizes))? + "\n")?;
    } else if check && !std_mark(root).exists() {
        println!(
            "not held against size.json: the core was built with a ready-made standard library, \
             which is larger"
        );
    } else if check {
        compare(&parts, &record)?;
    }
    match most.gzip.checked_sub(BUDGET_GZIP) {
        Some(over) => println!("over the promise of {BUDGET_GZIP} bytes gzip by {over}"),
        None => println!("within the promise of {BUDGET_GZIP} bytes gzip"),
    }
    Ok(())
}

fn part(embed: &Path, file: &Path) -> Result<Part> {
    let bytes = fs::read(file)
        .with_context(|| format!("{} is missing: run `npm run build`", file.display()))?;
    Ok(Part {
        name: without_hash(&file.strip_prefix(embed)?.to_string_lossy()),
        raw: bytes.len() as u64,
        gzip: gzip(&bytes)?,
        brotli: brotli(&bytes)?,
    })
}

fn together<'a>(name: &str, parts: impl IntoIterator<Item = &'a Part> + Clone) -> Part {
    let total = |of: fn(&Part) -> u64| parts.clone().into_iter().map(of).sum();
    Part {
        name: name.to_owned(),
        raw: total(|p| p.raw),
        gzip: total(|p| p.gzip),
        brotli: total(|p| p.brotli),
    }
}

fn line(part: &Part) {
    println!("{:<34}{:>9}{:>9}{:>9}", part.name, part.raw, part.gzip, part.brotli);
}

/// The files that are one a language.
struct Languages {
    /// By code: the core's words and, where the panel speaks it, the panel's.
    own: BTreeMap<String, Vec<Part>>,
    /// The core's words of all, for a page whose claim does not tell.
    all: Part,
}

impl Languages {
    fn of(embed: &Path) -> Result<Self> {
        let mut own: BTreeMap<String, Vec<Part>> = BTreeMap::new();
        let mut all = None;
        for entry in fs::read_dir(embed)? {
            let part = part(embed, &entry?.path())?;
            let stem = part.name.trim_end_matches(".js").to_owned();
            match stem.strip_prefix("core-") {
                Some("all") => all = Some(part),
                Some(code) => own.entry(code.to_owned()).or_default().push(part),
                None if stem.len() == 2 => own.entry(stem).or_default().push(part),
                None => {}
            }
        }
        Ok(Languages { own, all: all.context("the embed has no words: run `npm run build`")? })
    }

    /// The language whose files are the most to load.
    fn largest(&self) -> Result<(&str, Part)> {
        let sums = self.own.iter().map(|(code, parts)| (code.as_str(), together(code, parts)));
        let (code, sum) = sums.max_by_key(|(_, part)| part.brotli).context("no language")?;
        Ok((code, Part { name: format!("words in {code}, the most"), ..sum }))
    }
}

fn compare(parts: &[Part], record: &Path) -> Result<()> {
    let text = fs::read_to_string(record).context("size.json is missing: run with --write")?;
    let known: Value = serde_json::from_str(&text)?;
    let mut grown = Vec::new();
    for part in parts {
        let before = known[&part.name]["gzip"].as_u64().unwrap_or(0);
        if part.gzip as f64 > before as f64 * (1.0 + MARGIN) + 64.0 {
            grown.push(format!("  {}: {before} -> {} bytes gzip", part.name, part.gzip));
        }
    }
    if !grown.is_empty() {
        bail!(
            "larger than size.json says:\n{}\nIf it is worth it, run `cargo xtask size --write` \
             and say why in the commit.",
            grown.join("\n")
        );
    }
    Ok(())
}

/// The name of a shared part changes with its content; its size is compared all the same.
fn without_hash(name: &str) -> String {
    match name.rsplit_once('-') {
        Some((stem, rest)) => match rest.split_once('.') {
            Some((_, extension)) => format!("{stem}.{extension}"),
            None => name.to_owned(),
        },
        None => name.to_owned(),
    }
}

/// A module and all that it imports statically: `from"./part.js"` or `import"./part.js"`.
fn follow(module: &Path, seen: &mut BTreeSet<PathBuf>) -> Result<()> {
    let module = module.canonicalize().with_context(|| format!("{}", module.display()))?;
    if !seen.insert(module.clone()) {
        return Ok(());
    }
    let source = fs::read_to_string(&module)?;
    for keyword in ["from\"./", "import\"./"] {
        for (at, _) in source.match_indices(keyword) {
            let rest = &source[at + keyword.len()..];
            if let Some((specifier, _)) = rest.split_once('"') {
                follow(&module.with_file_name(specifier), seen)?;
            }
        }
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

fn brotli(bytes: &[u8]) -> Result<u64> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)?;
    Ok(out.len() as u64)
}
