//! The whole way from a page to its summary.

use crate::article::{self, Article};
use crate::draft::Draft;
use crate::language::{self, Language};
use crate::options::{Budget, Options};
use crate::page::Page;
use crate::salience::Salience;
use crate::speech::Speech;
use crate::summary::{Sentence, Status, Story, Summary};
use crate::utf16::Walk;
use crate::{keywords, others, salience, select, speech};

/// Text of the story from which its language is told.
const SAMPLE_BYTES: usize = 2000;

/// Of which one block gives at most so many characters.
const PART_CHARS: usize = 400;

/// Summarises a page.
///
/// Any page returns: one without a story gives a summary without sentences, whose status and
/// reason say why. Cost is near-linear in the page's text.
///
/// On wasm a page that needs to know other languages than English, while they are not here, has an
/// empty one: [`attempt`] tells.
pub fn summarize(page: &Page<'_>, options: &Options<'_>) -> Summary {
    attempt(page, options).unwrap_or_default()
}

/// The same.
///
/// # Errors
/// The tag of a language that the page needs to be known, empty for all there are (`src/others.rs`). Native none
/// is ever wanting, nor on wasm once all were learned.
pub fn attempt<'a>(page: &Page<'a>, options: &Options<'a>) -> Result<Summary, &'a str> {
    let claimed = options.language.or_else(|| page.metadata.get("lang"));
    if let Some(tag) = claimed.filter(|tag| !language::is_at_hand(tag)) {
        return Err(if others::words().is_none() { tag } else { "" });
    }
    let mut article = article::find(page);
    if article.status == Status::Ok && page.metadata.get("cut").is_some() {
        (article.status, article.reason) = (Status::Partial, "cut");
    }
    let language = story_language(page, &article, options).ok_or("")?;
    let draft = Draft::new(page, &article, language, options);
    let speech = speech::mark(&draft);
    let mut salience = salience::score(&draft, &speech);
    let order = select::order(&draft, &salience);
    let mut summary = Summary {
        language: language.code.to_owned(),
        direction: language.direction(),
        story: story(page, &draft, salience.shares()),
        ..Summary::default()
    };
    if article.status != Status::NotAnArticle {
        let mut chosen = within(&salience, &order, options.clamped_budget());
        chosen.sort_unstable();
        for index in chosen {
            if let Some(chosen) = sentence(&draft, &summary.story, &salience, &speech, index) {
                summary.sentences.push(chosen);
            }
        }
        for words in &salience.analysis.words {
            summary.counts.words += *words as u32;
            summary.counts.sentences += 1;
        }
        for sentence in &summary.sentences {
            summary.counts.summary_words += words_of(&salience, sentence.index as usize) as u32;
        }
        summary.keywords = keywords::keywords(&draft, &mut salience.analysis.tokens);
        for index in order {
            summary.order.push(index as u32);
        }
    }
    summary.status = article.status;
    summary.reason = article.reason;
    summary.title = article.title;
    summary.byline = article.byline;
    summary.published = article.published;
    summary.site_name = article.site_name;
    summary.standfirst = article.standfirst;
    summary.genre = article.genre;
    Ok(summary)
}

fn story_language(page: &Page<'_>, article: &Article, options: &Options<'_>) -> Option<Language> {
    if let Some(language) = options.language.and_then(language::by_tag) {
        return Some(language);
    }
    // The story's first paragraphs: a single block may be a table, a list of names or code.
    let mut sample = String::new();
    for block in article.blocks.iter().filter(|block| block.is_quotable) {
        if sample.len() >= SAMPLE_BYTES {
            break;
        }
        let text = page.blocks.get(block.source).map_or("", |block| block.text);
        sample.extend(text.chars().take(PART_CHARS));
        sample.push(' ');
    }
    language::detect(page.metadata.get("lang"), &sample)
}

/// The story's blocks, and its sentences with their UTF-16 spans, each block's text walked once.
fn story(page: &Page<'_>, draft: &Draft<'_>, salience: Vec<f32>) -> Story {
    let mut story = Story { salience, ..Story::default() };
    for block in &draft.article.blocks {
        story.sources.push(block.source as u32);
        story.roles.push(block.role.code());
    }
    let mut walk = Walk::default();
    let mut walked = None;
    for sentence in &draft.sentences {
        if walked != Some(sentence.block) {
            walked = Some(sentence.block);
            let source = draft.article.blocks.get(sentence.block).map(|block| block.source);
            let block = source.and_then(|source| page.blocks.get(source));
            walk = Walk::over(block.map_or("", |block| block.text));
        }
        story.block.push(sentence.block as u32);
        story.start.push(walk.to(sentence.bytes.start));
        story.end.push(walk.to(sentence.bytes.end));
    }
    story
}

fn sentence(
    draft: &Draft<'_>,
    story: &Story,
    salience: &Salience,
    speech: &[Speech<'_>],
    index: usize,
) -> Option<Sentence> {
    let speaker = speech.get(index).and_then(|said| said.speaker);
    Some(Sentence {
        text: draft.sentences.get(index)?.text.to_owned(),
        index: index as u32,
        block: *story.block.get(index)?,
        start: *story.start.get(index)?,
        end: *story.end.get(index)?,
        score: *story.salience.get(index)?,
        reasons: salience.reasons(index),
        speaker: speaker.unwrap_or_default().to_owned(),
    })
}

fn words_of(salience: &Salience, sentence: usize) -> usize {
    salience.analysis.words.get(sentence).copied().unwrap_or_default()
}

/// The longest prefix of the order that the budget allows, at least one sentence.
fn within(salience: &Salience, order: &[usize], budget: Budget) -> Vec<usize> {
    let count = match budget {
        Budget::Sentences(n) => n,
        Budget::Words(limit) => {
            let mut total = 0;
            let fits = |&index: &usize| {
                total += words_of(salience, index);
                total > limit
            };
            order.iter().position(fits).unwrap_or(order.len()).max(1)
        }
    };
    order.get(..count).unwrap_or(order).to_vec()
}
