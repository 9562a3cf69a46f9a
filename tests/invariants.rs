//! What holds for every page, however odd: checked on generated texts, pages and flat arrays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod generated;
mod support;

use generated::{budget, flat, number, text};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use standfirst::options::MAX_SENTENCES;
use standfirst::parts::{BLOCK_STRIDE, ELEMENT_STRIDE, Parts};
use standfirst::{Budget, Options, Page, Summary, summarize};
use support::{assert_sound, bytes, sentences, words};

/// So many cases, or as many as `PROPTEST_CASES` says: long runs are for an idle machine.
fn config(cases: u32) -> ProptestConfig {
    let standard = ProptestConfig::default();
    ProptestConfig {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() { standard.cases } else { cases },
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..standard
    }
}

fn indices(summary: &Summary) -> Vec<u32> {
    summary.sentences.iter().map(|sentence| sentence.index).collect()
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn any_text_gives_a_sound_summary(text in text(), budget in budget()) {
        let page = Page::from_text(&text);
        let summary = summarize(&page, &Options { budget, ..Options::default() });
        assert_sound(&page, &summary);
        match budget {
            Budget::Sentences(n) => prop_assert!(summary.sentences.len() <= n.clamp(1, MAX_SENTENCES)),
            Budget::Words(n) => prop_assert!(
                summary.counts.summary_words as usize <= n || summary.sentences.len() <= 1
            ),
        }
    }

    #[test]
    fn any_page_gives_a_sound_summary(flat in flat(), budget in budget()) {
        let page = Page::from_parts(flat.parts()).expect("the generated arrays agree");
        let summary = summarize(&page, &Options { budget, ..Options::default() });
        assert_sound(&page, &summary);
    }

    #[test]
    fn a_summary_is_held_by_every_longer_one(flat in flat(), text in text(), plain in any::<bool>()) {
        let page = if plain {
            Page::from_text(&text)
        } else {
            Page::from_parts(flat.parts()).expect("the generated arrays agree")
        };
        let mut shorter: Vec<u32> = Vec::new();
        for n in 1..=MAX_SENTENCES {
            let longer = indices(&summarize(&page, &sentences(n)));
            prop_assert!(shorter.iter().all(|index| longer.contains(index)), "{n}: {shorter:?} {longer:?}");
            shorter = longer;
        }
        let mut shorter: Vec<u32> = Vec::new();
        for n in [1, 10, 20, 40, 80, 160] {
            let longer = indices(&summarize(&page, &words(n)));
            prop_assert!(shorter.iter().all(|index| longer.contains(index)), "{n}: {shorter:?} {longer:?}");
            shorter = longer;
        }
    }

    #[test]
    fn the_same_page_gives_the_same_bytes(flat in flat()) {
        let page = Page::from_parts(flat.parts()).expect("the generated arrays agree");
        let copy = flat.clone();
        let twin = Page::from_parts(copy.parts()).expect("the generated arrays agree");
        prop_assert_eq!(bytes(&page, &Options::default()), bytes(&twin, &Options::default()));
    }

    #[test]
    fn any_arrays_return(
        text in text(),
        descriptors in text(),
        metadata in text(),
        elements in prop::collection::vec(number(), 0..40),
        blocks in prop::collection::vec(number(), 0..80),
        plain in any::<bool>(),
    ) {
        let parts = Parts {
            text: &text,
            descriptors: &descriptors,
            metadata: &metadata,
            elements: &elements,
            blocks: &blocks,
            plain,
        };
        match Page::from_parts(parts) {
            Ok(page) => assert_sound(&page, &summarize(&page, &Options::default())),
            Err(error) => prop_assert!(error.to_string().contains("limit")),
        }
    }

    #[test]
    fn a_spoilt_array_is_an_error_or_a_sound_page(
        flat in flat(),
        at in any::<prop::sample::Index>(),
        value in number(),
        cut in 0..3_usize,
    ) {
        let mut flat = flat;
        match cut {
            0 => {
                let at = at.index(flat.elements.len());
                flat.elements[at] = value;
            }
            1 if !flat.blocks.is_empty() => {
                let at = at.index(flat.blocks.len());
                flat.blocks[at] = value;
            }
            _ => flat.blocks.truncate(at.index(flat.blocks.len() + 1)),
        }
        if let Ok(page) = Page::from_parts(flat.parts()) {
            assert_sound(&page, &summarize(&page, &Options::default()));
        }
    }

    #[test]
    fn any_options_return(text in text(), language in "[a-zA-Z_-]{0,12}", focus in prop::collection::vec(text(), 0..4)) {
        let page = Page::from_text(&text);
        let options = Options {
            language: Some(&language),
            focus: focus.iter().map(String::as_str).collect(),
            ..Options::default()
        };
        assert_sound(&page, &summarize(&page, &options));
    }
}

#[test]
fn half_a_quotation_is_no_lead() {
    let text = "The council of Harbury voted on Tuesday to close the old swimming hall for good.\n\n\
        The hall has lost money for nine years, the treasurer's report to the council says.\n\n\
        “Let us be honest with the town. The roof of the hall leaks. The boiler of the hall is broken. \
        Nobody in Harbury wants to pay for the swimming hall. The old hall has no future. We have to close \
        the swimming hall for good,” mayor Ada Holm said in a statement.\n\n\
        “Everyone in Harbury knows it. Nobody in the council says it. The town has to save money. The hall \
        costs the town too much,” said treasurer Ulf Brandt.\n\n\
        Swimmers want to hand in signatures at the end of the month.";
    let summary = summarize(&Page::from_text(text), &Options::default());
    let said: String = summary.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
    assert_eq!(said.matches('“').count(), said.matches('”').count(), "{said}");
}

#[test]
fn strides_are_what_the_reader_writes() {
    assert_eq!((ELEMENT_STRIDE, BLOCK_STRIDE), (3, 7));
}
