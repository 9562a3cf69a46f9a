//! The whole way from a page to its summary.

use std::ops::Range;

use crate::article::{self, Article};
use crate::draft::Draft;
use crate::language::{self, Language};
use crate::options::{Budget, Options};
use crate::page::Page;
use crate::summary::{Counts, Sentence, Status, Story, Summary};
use crate::terms::count_words;
use crate::{keywords, salience, select, speech, utf16};

/// Summarises a page.
///
/// Any page returns: one without a story gives a summary without sentences, whose status and
/// reason say why. Cost is near-linear in the page's text.
pub fn summarize(page: &Page<'_>, options: &Options<'_>) -> Summary {
    let mut article = article::find(page);
    if article.status == Status::Ok && page.metadata.get("cut").is_some() {
        (article.status, article.reason) = (Status::Partial, "cut");
    }
    let language = story_language(page, &article, options);
    let draft = Draft::new(page, &article, language, options);
    let speech = speech::mark(&draft);
    let salience = salience::score(&draft, &speech);
    let scores = salience.shares();
    let order = select::order(&draft, &salience);
    let spans = spans(page, &draft);
    let mut summary = Summary {
        status: article.status,
        reason: article.reason,
        language: language.code.to_owned(),
        direction: language.direction(),
        title: article.title.clone(),
        byline: article.byline.clone(),
        published: article.published.clone(),
        site_name: article.site_name.clone(),
        standfirst: article.standfirst.clone(),
        genre: article.genre,
        story: story(&article, &draft, &spans, &scores),
        ..Summary::default()
    };
    if article.status == Status::NotAnArticle {
        return summary;
    }
    summary.counts = Counts {
        words: draft.sentences.iter().map(|s| count_words(s.text)).sum(),
        sentences: draft.sentences.len() as u32,
        summary_words: 0,
    };
    let mut chosen = within(&draft, &order, options.clamped_budget());
    chosen.sort_unstable();
    for index in chosen {
        let (Some(sentence), Some(span)) = (draft.sentences.get(index), spans.get(index)) else {
            continue;
        };
        summary.counts.summary_words += count_words(sentence.text);
        summary.sentences.push(Sentence {
            text: sentence.text.to_owned(),
            index: index as u32,
            block: sentence.block as u32,
            start: span.start,
            end: span.end,
            score: scores.get(index).copied().unwrap_or_default(),
            reasons: salience.reasons(index),
            speaker: speech.get(index).and_then(|s| s.speaker).unwrap_or_default().to_owned(),
        });
    }
    summary.keywords = keywords::keywords(&draft);
    summary.order = order.into_iter().map(|index| index as u32).collect();
    summary
}

fn story_language(page: &Page<'_>, article: &Article, options: &Options<'_>) -> Language {
    if let Some(language) = options.language.and_then(language::by_tag) {
        return language;
    }
    let sample = article
        .blocks
        .iter()
        .filter_map(|block| page.blocks.get(block.source))
        .map(|block| block.text)
        .max_by_key(|text| text.len())
        .unwrap_or_default();
    language::detect(page.metadata.get("lang"), sample)
}

fn story(article: &Article, draft: &Draft<'_>, spans: &[Range<u32>], scores: &[f32]) -> Story {
    Story {
        sources: article.blocks.iter().map(|b| b.source as u32).collect(),
        roles: article.blocks.iter().map(|b| b.role.code()).collect(),
        block: draft.sentences.iter().map(|s| s.block as u32).collect(),
        start: spans.iter().map(|s| s.start).collect(),
        end: spans.iter().map(|s| s.end).collect(),
        salience: scores.to_vec(),
    }
}

/// UTF-16 spans of all sentences, each block's text walked once.
fn spans(page: &Page<'_>, draft: &Draft<'_>) -> Vec<Range<u32>> {
    let mut spans = Vec::with_capacity(draft.sentences.len());
    for group in draft.sentences.chunk_by(|a, b| a.block == b.block) {
        let bytes: Vec<_> = group.iter().map(|s| s.bytes.clone()).collect();
        let text = group
            .first()
            .and_then(|s| draft.article.blocks.get(s.block))
            .and_then(|b| page.blocks.get(b.source))
            .map_or("", |b| b.text);
        spans.extend(utf16::ranges(text, &bytes));
    }
    spans
}

/// The longest prefix of the order that the budget allows, at least one sentence.
fn within(draft: &Draft<'_>, order: &[usize], budget: Budget) -> Vec<usize> {
    let count = match budget {
        Budget::Sentences(n) => n,
        Budget::Words(limit) => {
            let mut total = 0;
            order
                .iter()
                .take_while(|&&index| {
                    total += draft.sentences.get(index).map_or(0, |s| count_words(s.text)) as usize;
                    total <= limit
                })
                .count()
                .max(1)
        }
    };
    order.iter().take(count).copied().collect()
}
