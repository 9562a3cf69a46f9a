//! Any text under any options: an answer, sound, and the same a second time.
#![no_main]

#[path = "../../tests/support/mod.rs"]
#[allow(dead_code)]
mod support;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use standfirst::{Budget, Options, Page, language, sentence, summarize};

#[derive(Debug, Arbitrary)]
struct Input<'a> {
    count: u32,
    by_words: bool,
    language: Option<&'a str>,
    focus: Vec<&'a str>,
    text: &'a str,
}

fuzz_target!(|input: Input<'_>| {
    let count = input.count as usize;
    let options = Options {
        budget: if input.by_words { Budget::Words(count) } else { Budget::Sentences(count) },
        language: input.language,
        focus: input.focus,
    };
    let page = Page::from_text(input.text);
    let summary = summarize(&page, &options);
    support::assert_sound(&page, &summary);
    assert_eq!(support::bytes(&page, &options), support::bytes(&page, &options));

    // The order is nested: fewer sentences are the first of more.
    let few = summarize(&page, &Options { budget: Budget::Sentences(2), ..options.clone() });
    assert_eq!(few.order, summary.order);

    let row = language::detect(input.language, input.text).unwrap_or(language::UNKNOWN);
    let mut end = 0;
    for span in sentence::segment(input.text, &row) {
        assert!(span.start >= end && span.start < span.end, "{span:?} after {end}");
        assert!(input.text.get(span.clone()).is_some(), "{span:?} cuts a character in two");
        end = span.end;
    }
});
