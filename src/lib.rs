//! Finds the article in a web page and picks the few of its sentences that say most.
//!
//! A [`Page`] goes in, a [`Summary`] comes out; nothing is kept between calls, nothing is read
//! from outside, and the same page gives the same bytes on every machine.
//!
//! ```
//! use standfirst::{Options, Page, summarize};
//!
//! let page = Page::from_text("The dam broke at noon on Friday. Nobody in the valley was hurt. Engineers had warned of it.");
//! let summary = summarize(&page, &Options::default());
//! assert_eq!(summary.sentences.len(), 3);
//! ```

pub mod article;
mod case;
pub mod coherence;
pub mod draft;
mod forest;
mod keywords;
pub mod language;
mod letters;
mod lexicon;
mod most;
pub mod options;
mod others;
pub mod page;
pub mod parts;
mod plain;
pub mod salience;
pub mod select;
pub mod sentence;
pub mod speech;
pub mod summary;
mod terms;
mod text;
mod tokens;
pub mod utf16;
#[cfg(feature = "web")]
mod web;

mod compose;

pub use compose::{attempt, summarize};
pub use options::{Budget, Options};
pub use page::Page;
pub use summary::Summary;
