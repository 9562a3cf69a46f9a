//! What holds for every page, however odd: checked on generated texts, pages and flat arrays.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod support;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use standfirst::options::MAX_SENTENCES;
use standfirst::parts::{BLOCK_STRIDE, ELEMENT_STRIDE, Parts};
use standfirst::{Budget, Options, Page, Summary, summarize};
use support::{assert_sound, bytes, sentences, words};

/// Bits of sentences, and what tends to break rules made for them.
const PIECES: &[&str] = &[
    "The council voted on Monday to close the bridge. ",
    "“Nobody asked us,” said Mr. J. R. Hale, who lives at No. 4. ",
    "She added: ",
    "“It was late.",
    "”",
    "Die Kosten liegen bei 3,5 Mio. Euro, sagte Dr. Weiß am 3. Mai. ",
    "« Jamais », a répondu la maire. ",
    "¿Quién lo sabe? ",
    "市长说：“桥挪一挪没关系。”居民都笑了。",
    "知事は「まだ決めていない」と述べた。",
    "وقالت الوزيرة: «لم نعد نشتري الماء بالوقود». ",
    "हम इंतज़ार कर रहे हैं। ",
    "U.S. ",
    "e.g. ",
    "... ",
    "… ",
    "?! ",
    "1. ",
    "a",
    " ",
    "\u{a0}",
    "\n",
    "\n\n",
    "\r\n",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2066}",
    "\u{feff}",
    "\u{301}\u{301}\u{301}",
    "😀",
    "👨‍👩‍👧",
    "𝕬",
    "\u{fffd}",
    "\u{1}",
    "(",
    "]",
    "\"",
    "'",
    "—",
    "ß",
    "İ",
    "ﬁ",
    "เขาไม่ได้มา",
    "Հայերեն։ ",
];

const TAGS: &[&str] = &[
    "p",
    "div",
    "article",
    "h1",
    "h2",
    "li",
    "blockquote",
    "figcaption",
    "aside",
    "nav",
    "td",
    "",
    "custom-tag",
    "main",
    "footer",
    "body",
];

const NAMES: &[&str] = &[
    "",
    "entry-content",
    "article__body",
    "related-links",
    "comment-list",
    "sc-1a2b3c",
    "cookie",
    "caption",
    "byline author",
    "\u{202e}x",
    "a a a a a a a a",
];

const KEYS: &[&str] = &[
    "title",
    "lang",
    "url",
    "canonical",
    "meta:description",
    "meta:og:title",
    "meta:author",
    "meta:article:published_time",
    "ld:@type",
    "ld:headline",
    "ld:author",
    "ld:datePublished",
    "ld:isAccessibleForFree",
    "ld:articleBody",
    "",
    "no such key",
];

const VALUES: &[&str] = &[
    "",
    "en",
    "de-CH",
    "zz",
    "ar",
    "NewsArticle",
    "Product",
    "false",
    "2026-03-12T18:42:11+00:00",
    "0000-99-99T",
    "yesterday",
    "The council voted to close the bridge",
    "A | B - C – D : E",
    "https://news.example/a/b?c=d#e",
    "http://[",
    "\u{202e}abc",
    "by By BY von",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|p| p.concat()),
        1 => any::<String>(),
        1 => prop::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter),
    ]
}

fn budget() -> impl Strategy<Value = Budget> {
    prop_oneof![
        (0..20_usize).prop_map(Budget::Sentences),
        (0..300_usize).prop_map(Budget::Words),
        Just(Budget::Sentences(usize::MAX)),
        Just(Budget::Words(usize::MAX)),
    ]
}

/// A flat page whose arrays agree with one another.
#[derive(Debug, Clone)]
struct Flat {
    text: String,
    descriptors: String,
    metadata: String,
    elements: Vec<u32>,
    blocks: Vec<u32>,
}

impl Flat {
    fn parts(&self) -> Parts<'_> {
        Parts {
            text: &self.text,
            descriptors: &self.descriptors,
            metadata: &self.metadata,
            elements: &self.elements,
            blocks: &self.blocks,
            plain: false,
        }
    }
}

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![6 => 0..200_u32, 1 => Just(u32::MAX), 1 => any::<u32>()]
}

prop_compose! {
    fn flat()(
        descriptors in prop::collection::vec(
            (prop::sample::select(TAGS), prop::sample::select(NAMES), "[ -~]{0,8}"), 1..8),
        elements in prop::collection::vec((any::<prop::sample::Index>(), any::<u32>(), 0..8_u32), 1..30),
        blocks in prop::collection::vec(
            (text(), any::<prop::sample::Index>(), prop::array::uniform6(number())), 1..40),
        metadata in prop::collection::vec(
            (prop::sample::select(KEYS), prop_oneof![prop::sample::select(VALUES).prop_map(str::to_owned), text()]), 0..12),
    ) -> Flat {
        let clean = |text: &str| text.replace('\0', "\u{fffd}");
        let texts: Vec<_> = blocks.iter().map(|(text, ..)| clean(text)).collect();
        let described: Vec<_> = descriptors
            .iter()
            .map(|(tag, names, rest)| [tag, *names, rest, rest, ""].join("\u{1}"))
            .collect();
        let pairs: Vec<_> = metadata.iter().flat_map(|(k, v)| [(*k).to_owned(), clean(v)]).collect();
        let mut flat_elements = Vec::new();
        for (at, (parent, descriptor, flags)) in elements.iter().enumerate() {
            flat_elements.extend([
                parent.index(at + 1) as u32,
                descriptor % descriptors.len() as u32,
                *flags,
            ]);
        }
        let mut flat_blocks = Vec::new();
        for (_, element, numbers) in &blocks {
            flat_blocks.push(element.index(elements.len()) as u32);
            flat_blocks.extend(numbers);
        }
        // One empty text joins to "", which stands for no text at all.
        let text = texts.join("\0");
        if text.is_empty() {
            flat_blocks.clear();
        }
        Flat {
            text,
            descriptors: described.join("\0"),
            metadata: pairs.join("\0"),
            elements: flat_elements,
            blocks: flat_blocks,
        }
    }
}

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
