//! Checks that the integration tests share: what is sound about any summary of any page.

use standfirst::summary::Status;
use standfirst::{Budget, Options, Page, Summary, summarize};

/// Options for a summary of so many sentences.
pub fn sentences(n: usize) -> Options<'static> {
    Options { budget: Budget::Sentences(n), ..Options::default() }
}

/// Options for a summary of so many words.
#[allow(dead_code)] // each integration test is a crate of its own and uses what it needs
pub fn words(n: usize) -> Options<'static> {
    Options { budget: Budget::Words(n), ..Options::default() }
}

/// The summary as it would be sent.
pub fn bytes(page: &Page<'_>, options: &Options<'_>) -> String {
    serde_json::to_string(&summarize(page, options)).expect("a summary is plain data")
}

/// Spans in bounds, ordered, disjoint, on character boundaries, and true to the text; columns of
/// one length; indices that exist; numbers in their range.
pub fn assert_sound(page: &Page<'_>, summary: &Summary) {
    let story = &summary.story;
    assert_eq!(story.sources.len(), story.roles.len(), "columns of blocks");
    assert!(story.sources.is_sorted_by(|a, b| a < b), "story blocks in page order");
    let texts: Vec<Vec<u16>> = story
        .sources
        .iter()
        .map(|&source| page.blocks[source as usize].text.encode_utf16().collect())
        .collect();
    let count = story.block.len();
    for column in [story.start.len(), story.end.len(), story.salience.len()] {
        assert_eq!(column, count, "columns of sentences");
    }
    let mut last = (0, 0);
    for at in 0..count {
        let (block, start, end) = (story.block[at], story.start[at], story.end[at]);
        assert!(start < end, "sentence {at} is empty: {start}..{end}");
        let units = &texts[block as usize];
        let span = units.get(start as usize..end as usize).expect("the span is in bounds");
        assert!(String::from_utf16(span).is_ok(), "sentence {at} cuts a character in two");
        assert!((block, start) >= last, "sentence {at} overlaps the one before");
        last = (block, end);
        let salience = story.salience[at];
        assert!((0.0..=1.0).contains(&salience), "salience {salience}");
    }
    for pair in summary.sentences.windows(2) {
        assert!(pair[0].index < pair[1].index, "chosen sentences in reading order");
    }
    for sentence in &summary.sentences {
        let at = sentence.index as usize;
        assert_eq!(sentence.block, story.block[at]);
        assert_eq!((sentence.start, sentence.end), (story.start[at], story.end[at]));
        let span = &texts[sentence.block as usize][sentence.start as usize..sentence.end as usize];
        assert_eq!(sentence.text, String::from_utf16_lossy(span), "verbatim");
        assert!((0.0..=1.0).contains(&sentence.score), "score {}", sentence.score);
        assert!(sentence.reasons.len() <= 3);
    }
    let mut order = summary.order.clone();
    order.sort_unstable();
    order.dedup();
    assert_eq!(order.len(), summary.order.len(), "nothing twice in the order");
    assert!(summary.order.iter().all(|&index| (index as usize) < count), "order in bounds");
    assert!(summary.keywords.len() <= 8, "keywords");
    assert!(matches!(summary.direction, "ltr" | "rtl"));
    if summary.status == Status::NotAnArticle {
        assert!(summary.sentences.is_empty(), "a refused page has no summary");
    }
}
