//! Pages of a data folder with their truth, read through the project's own reader.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Deserialize;
use standfirst::Page;
use standfirst::parts::Parts;

/// A page and what is known to be true of it.
#[derive(Debug, Deserialize)]
pub struct PageCase {
    /// Unique in its corpus.
    pub id: String,
    /// Where the page stood, if known.
    #[serde(default)]
    pub url: Option<String>,
    /// The true title.
    #[serde(default)]
    pub title: Option<String>,
    /// The true paragraphs, parted by blank lines.
    #[serde(default)]
    pub truth_text: Option<String>,
    /// The true standfirst.
    #[serde(default)]
    pub summary: Option<String>,
    /// Strings that the article holds.
    #[serde(default)]
    pub with: Vec<String>,
    /// Strings that it does not hold.
    #[serde(default)]
    pub without: Vec<String>,
    /// Kind of page, where the corpus knows kinds.
    #[serde(default)]
    pub page_type: Option<String>,
    /// The page in its flat form.
    pub page: FlatPage,
}

/// The flat form, owned.
#[derive(Debug, Deserialize)]
pub struct FlatPage {
    text: String,
    descriptors: String,
    metadata: String,
    elements: Vec<u32>,
    blocks: Vec<u32>,
}

impl PageCase {
    /// The page as the core takes it.
    pub fn page(&self) -> Result<Page<'_>, Box<dyn Error>> {
        let FlatPage { text, descriptors, metadata, elements, blocks } = &self.page;
        let parts = Parts { text, descriptors, metadata, elements, blocks, plain: false };
        Ok(Page::from_parts(parts)?)
    }

    /// Whether the page has a story.
    pub fn is_article(&self) -> bool {
        self.page_type.as_deref().is_none_or(|kind| kind == "article")
    }

    /// The host of the page, or its id: what splits train from test.
    pub fn site(&self) -> &str {
        let Some(url) = self.url.as_deref() else { return &self.id };
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.split('/').next().unwrap_or(rest)
    }
}

/// Reads every page of a corpus, by the dump that an earlier run left in the system's temporary
/// folder or by spawning `eval/pages/dump.js`.
pub fn read_corpus(folder: &Path, dumps: Option<&Path>) -> Result<Vec<PageCase>, Box<dyn Error>> {
    let name = folder.file_name().unwrap_or_default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dumps = dumps.map_or_else(|| std::env::temp_dir().join("standfirst-pages"), PathBuf::from);
    let dump = dumps.join(name).with_extension("ndjson");
    if !dump.exists() {
        std::fs::create_dir_all(&dumps)?;
        let part = dump.with_extension("part");
        let status = Command::new("node")
            .arg(root.join("pages/dump.js"))
            .arg(folder)
            .stdout(Stdio::from(File::create(&part)?))
            .status()?;
        if !status.success() {
            return Err(format!("dump.js failed on {}", folder.display()).into());
        }
        std::fs::rename(&part, &dump)?;
    }
    let lines = BufReader::new(File::open(&dump)?).lines();
    lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}
