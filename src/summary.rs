//! What a caller gets: plain data, ready to cross the wasm boundary.
//!
//! Every `block` is an index into [`Story::blocks`], every offset is in UTF-16 units of that
//! block's text, so that `block.text.slice(start, end)` in JavaScript is the sentence.

use serde::{Serialize, Serializer};

use crate::plain::Plain;

/// The answer to one page.
#[derive(Debug, Clone, Default)]
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
#[derive(Debug, Clone, Default)]
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
    pub speaker: String,
}

/// The story: its blocks, and every sentence in columns of equal length.
#[derive(Debug, Clone, Default)]
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
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Words in the story.
    pub words: u32,
    /// Sentences in the story.
    pub sentences: u32,
    /// Words in the summary.
    pub summary_words: u32,
}

impl Serialize for Summary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.plain().serialize(serializer)
    }
}

impl Status {
    /// The status as a code.
    fn code(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::Partial => "partial",
            Status::TooShort => "too-short",
            Status::NotAnArticle => "not-an-article",
        }
    }
}

impl Summary {
    fn plain(&self) -> Plain<'_> {
        Plain::Object(vec![
            ("status", Plain::Text(self.status.code())),
            ("reason", Plain::Text(self.reason)),
            ("language", Plain::Text(&self.language)),
            ("direction", Plain::Text(self.direction)),
            ("title", Plain::Text(&self.title)),
            ("byline", Plain::Text(&self.byline)),
            ("published", Plain::Text(&self.published)),
            ("siteName", Plain::Text(&self.site_name)),
            ("standfirst", Plain::Text(&self.standfirst)),
            ("genre", Plain::Text(self.genre)),
            ("sentences", Plain::List(self.sentences.iter().map(Sentence::plain).collect())),
            ("order", Plain::wholes(&self.order)),
            ("story", self.story.plain()),
            ("keywords", Plain::List(self.keywords.iter().map(|word| Plain::Text(word)).collect())),
            ("counts", self.counts.plain()),
        ])
    }
}

impl Sentence {
    fn plain(&self) -> Plain<'_> {
        let mut fields = vec![
            ("text", Plain::Text(&self.text)),
            ("index", Plain::whole(self.index)),
            ("block", Plain::whole(self.block)),
            ("start", Plain::whole(self.start)),
            ("end", Plain::whole(self.end)),
            ("score", Plain::Number(self.score.into())),
            ("reasons", Plain::codes(&self.reasons)),
        ];
        if !self.speaker.is_empty() {
            fields.push(("speaker", Plain::Text(&self.speaker)));
        }
        Plain::Object(fields)
    }
}

impl Story {
    fn plain(&self) -> Plain<'_> {
        Plain::Object(vec![
            ("sources", Plain::wholes(&self.sources)),
            ("roles", Plain::codes(&self.roles)),
            ("block", Plain::wholes(&self.block)),
            ("start", Plain::wholes(&self.start)),
            ("end", Plain::wholes(&self.end)),
            ("salience", Plain::shares(&self.salience)),
        ])
    }
}

impl Counts {
    fn plain(&self) -> Plain<'_> {
        Plain::Object(vec![
            ("words", Plain::whole(self.words)),
            ("sentences", Plain::whole(self.sentences)),
            ("summaryWords", Plain::whole(self.summary_words)),
        ])
    }
}
