//! Finds the story: which blocks are it, in which roles, and what the page says of itself.
//!
//! The way, each step in a file of its own:
//!
//! 1. `words` hashes the words of every block and counts its shape (stops, capitals, digits);
//!    `tree` tells of every element what it lies in and, by the learned `vocabulary` of class
//!    names, how likely it holds body text; `references` holds what the page states of itself
//!    (title, description, picture texts, JSON-LD body) to compare with. `survey` holds all of it.
//! 2. `features` makes of this, and of what blocks have in common (`groups`), a row of small whole numbers a block; a
//!    `forest` of boosted trees scores each row. `context` adds what the scores around a block say (neighbours, blocks of
//!    the same make, the share of the story that its ancestors hold), and a second forest decides:
//!    this is the smoothing over the sequence and the choice of the container in one.
//! 3. `settle` rules out whole parts: dialogs, unseen blocks, other articles of an endless scroll.
//! 4. `roles` names what each block is, `signs` which lines say whose the story is and when, `repeats` which only say again what
//!    another says; a third forest (`lead`) tells the site's own standfirst from the first paragraph, which also the page's
//!    description often repeats.
//! 5. `facts` and `title` state title, byline, date; a fourth forest in `kind` says by a few numbers of the page
//!    (`page_features`) and what it claims to be (`claims`) whether it is an article at all.
//!
//! All is whole numbers, so that every machine decides alike. The forests and the vocabulary are
//! one file of bytes (`model`), trained by `eval/train/finding.py` on what `eval finding-features`
//! exports: features and training come from the code that serves. Cost is near-linear: each block
//! and element is visited a fixed number of times, hashes are sorted once.

mod called;
mod claims;
pub mod context;
mod facts;
pub mod features;
mod groups;
pub mod kind;
mod known;
pub mod lead;
pub mod model;
mod notices;
pub mod page_features;
mod references;
mod repeats;
mod roles;
mod row;
mod settle;
mod signs;
pub mod survey;
mod title;
mod tree;
pub mod vocabulary;
pub mod words;

use std::sync::OnceLock;

use self::context::Context;
use self::features::Row;
use self::model::Model;
use self::roles::Roles;
use self::survey::Survey;
use crate::page::Page;
use crate::summary::Status;

/// What a block of the page is to the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A paragraph of the story.
    Body,
    /// A heading inside the story.
    Subheading,
    /// A quotation set apart.
    Quotation,
    /// A list item of the story.
    ListItem,
    /// An entry of a live blog.
    LiveEntry,
    /// A note of the editors on a correction.
    Correction,
    /// The headline.
    Headline,
    /// Who wrote it.
    Byline,
    /// When it appeared.
    Date,
    /// The site's own summary under the headline.
    Standfirst,
    /// Text of a picture: caption or credit.
    Caption,
    /// A sentence of the story shown a second time, large.
    PullQuote,
    /// A link to another story.
    Related,
    /// A notice: consent, newsletter, paywall, agency credit, plug-in message.
    Notice,
    /// A box beside the story.
    Box,
    /// A reader's comment.
    Comment,
    /// Everything else: navigation, footer, teasers.
    Other,
}

impl Role {
    /// The code that callers see.
    pub fn code(self) -> &'static str {
        match self {
            Role::Body => "body",
            Role::Subheading => "subheading",
            Role::Quotation => "quotation",
            Role::ListItem => "list-item",
            Role::LiveEntry => "live-entry",
            Role::Correction => "correction",
            Role::Headline => "headline",
            Role::Byline => "byline",
            Role::Date => "date",
            Role::Standfirst => "standfirst",
            Role::Caption => "caption",
            Role::PullQuote => "pull-quote",
            Role::Related => "related",
            Role::Notice => "notice",
            Role::Box => "box",
            Role::Comment => "comment",
            Role::Other => "other",
        }
    }

    /// Whether the block belongs to the story's text.
    pub fn is_story(self) -> bool {
        self.is_quotable() || self == Role::Subheading
    }

    /// Whether a summary may draw a sentence from the block.
    pub fn is_quotable(self) -> bool {
        matches!(self, Role::Body | Role::Quotation | Role::ListItem | Role::LiveEntry)
    }
}

/// A block of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoryBlock {
    /// Index into [`Page::blocks`].
    pub source: usize,
    /// What it is to the story.
    pub role: Role,
    /// Whether a summary may quote it: it is text of the story, and surely so.
    pub is_quotable: bool,
}

/// The story found in a page.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// Whether there is a story, and how much of it.
    pub status: Status,
    /// A code that says more about the status.
    pub reason: &'static str,
    /// The story's blocks ([`Role::is_story`]), in order.
    pub blocks: Vec<StoryBlock>,
    /// Headline without the site's name.
    pub title: String,
    /// Who wrote it.
    pub byline: String,
    /// Publication date, ISO 8601.
    pub published: String,
    /// Name of the site.
    pub site_name: String,
    /// The site's own standfirst or description.
    pub standfirst: String,
    /// Whether that standfirst is itself shown in the page.
    pub standfirst_shown: bool,
    /// Role of every block of the page.
    pub roles: Vec<Role>,
    /// Kind of article as a code.
    pub genre: &'static str,
}

/// Finds the story in a page.
pub fn find(page: &Page<'_>) -> Article {
    // Taken apart once: that takes as long as a short page.
    static SHIPPED: OnceLock<Model> = OnceLock::new();
    find_with(page, SHIPPED.get_or_init(Model::shipped))
}

/// Finds the story by a given model; [`find`] uses the one that ships.
pub fn find_with(page: &Page<'_>, model: &Model) -> Article {
    let survey = survey::survey(page, &model.vocabulary);
    let scores = scores(page, &survey, model);
    let Roles { roles, quotable } = roles::roles(page, &survey, &scores, &model.lead);
    let mut article = Article::default();
    facts::state(page, &survey, &roles, &mut article);
    kind::judge(page, &survey, &scores, &roles, &model.pages, &mut article);
    let is_live = article.genre == "live";
    for (source, (&role, &is_quotable)) in roles.iter().zip(&quotable).enumerate() {
        if role.is_story() {
            let role = if role == Role::Body && is_live { Role::LiveEntry } else { role };
            article.blocks.push(StoryBlock { source, role, is_quotable });
        }
    }
    article.roles = roles;
    article
}

/// What the page forest is trained on: the features of a page under the block model.
pub fn page_features(page: &Page<'_>, model: &Model) -> [i16; page_features::PAGE_FEATURES] {
    let survey = survey::survey(page, &model.vocabulary);
    let scores = scores(page, &survey, model);
    let roles = roles::roles(page, &survey, &scores, &model.lead).roles;
    page_features::features(page, &survey, &scores, &roles)
}

/// What the standfirst forest is trained on: the candidates of a page under the block model.
pub fn lead_candidates(page: &Page<'_>, model: &Model) -> Vec<lead::Candidate> {
    let survey = survey::survey(page, &model.vocabulary);
    let scores = scores(page, &survey, model);
    lead::candidates(page, &survey, &scores)
}

/// First-stage score under which the second is not asked: log odds of -5. On the folds of
/// `eval/train/finding.py` more than half of all blocks, with 0.04 % of the body's words.
const HOPELESS: i32 = -5 * crate::forest::SCORE_UNIT;

/// Scores of all blocks by both stages: over 0 is of the story.
fn scores(page: &Page<'_>, survey: &Survey, model: &Model) -> Vec<i32> {
    let rows = features::rows(page, survey, &model.vocabulary);
    let first: Vec<_> = rows.iter().map(|row| model.blocks.score(row)).collect();
    let context = Context::new(page, survey, &first);
    let second = |(at, (&score, row)): (usize, (&i32, &Row))| {
        if score < HOPELESS { score } else { model.context.score(&context.row(at, row)) }
    };
    let mut scores: Vec<_> = first.iter().zip(&rows).enumerate().map(second).collect();
    settle::settle(page, survey, &mut scores);
    scores
}
