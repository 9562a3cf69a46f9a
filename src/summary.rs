//! What a caller gets: plain data, ready to cross the wasm boundary.
//!
//! Every `block` is an index into [`Story::blocks`], every offset is in UTF-16 units of that
//! block's text, so that `block.text.slice(start, end)` in JavaScript is the sentence.

use serde::Serialize;

/// The answer to one page.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Whether there is a summary, and why not.
    pub status: Status,
    /// A code that says more about the status, empty if there is nothing to say.
    pub reason: &'static str,
    /// BCP 47 language of the story, `und` if unknown.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Headline without the site's name.
    pub title: String,
    /// Who wrote it, empty if unknown.
    pub byline: String,
    /// Publication date, ISO 8601, empty if unknown.
    pub published: String,
    /// Name of the site, empty if unknown.
    pub site_name: String,
    /// The site's own standfirst or description, empty if none.
    pub standfirst: String,
    /// Kind of article as a code: `news`, `feature`, `interview`, `opinion`, `list`, `live`.
    pub genre: &'static str,
    /// The chosen sentences, in reading order.
    pub sentences: Vec<Sentence>,
    /// The nested order: the summary of n sentences is the first n, put into reading order.
    /// Indices into the columns of [`Story`].
    pub order: Vec<u32>,
    /// The story that the summary was made from.
    pub story: Story,
    /// Up to eight key terms, the weightiest first.
    pub keywords: Vec<String>,
    /// Lengths, for reading times.
    pub counts: Counts,
}

/// Whether there is a summary.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// The whole story was summarised.
    #[default]
    Ok,
    /// Only a part of the story is in the page (a paywall's teaser); that part was summarised.
    Partial,
    /// There is a story, but it is no longer than a summary would be.
    TooShort,
    /// The page is not an article; `reason` says what it looks like.
    NotAnArticle,
}

/// One chosen sentence.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Sentence {
    /// The sentence, verbatim.
    pub text: String,
    /// Index into the columns of [`Story`].
    pub index: u32,
    /// Index into [`Story::blocks`].
    pub block: u32,
    /// Start in the block's text, UTF-16 units.
    pub start: u32,
    /// End in the block's text, UTF-16 units.
    pub end: u32,
    /// Salience, 0 to 1 within the article.
    pub score: f32,
    /// Why it was chosen: up to three codes, the weightiest first.
    pub reasons: Vec<&'static str>,
    /// Who speaks, if the sentence lies in a quotation and the text says so.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub speaker: String,
}

/// The story: its blocks, and every sentence in columns of equal length.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Story {
    /// Page block of each story block, in order.
    pub sources: Vec<u32>,
    /// Role of each story block as a code (see `article::Role`).
    pub roles: Vec<&'static str>,
    /// Story block of each sentence.
    pub block: Vec<u32>,
    /// Start of each sentence in its block, UTF-16 units.
    pub start: Vec<u32>,
    /// End of each sentence.
    pub end: Vec<u32>,
    /// Salience of each sentence, 0 to 1 within the article.
    pub salience: Vec<f32>,
}

/// Lengths of the story and of the summary.
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Words in the story.
    pub words: u32,
    /// Sentences in the story.
    pub sentences: u32,
    /// Words in the summary.
    pub summary_words: u32,
}
