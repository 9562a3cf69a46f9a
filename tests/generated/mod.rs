//! Texts and flat pages of any kind, generated: bits of real ones, and what tends to break rules made for them.

use proptest::prelude::*;
use standfirst::Budget;
use standfirst::parts::Parts;

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

pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|p| p.concat()),
        1 => any::<String>(),
        1 => prop::collection::vec(any::<char>(), 0..200).prop_map(String::from_iter),
    ]
}

pub fn budget() -> impl Strategy<Value = Budget> {
    prop_oneof![
        (0..20_usize).prop_map(Budget::Sentences),
        (0..300_usize).prop_map(Budget::Words),
        Just(Budget::Sentences(usize::MAX)),
        Just(Budget::Words(usize::MAX)),
    ]
}

/// A flat page whose arrays agree with one another.
#[derive(Debug, Clone)]
pub struct Flat {
    pub text: String,
    pub descriptors: String,
    pub metadata: String,
    pub elements: Vec<u32>,
    pub blocks: Vec<u32>,
}

impl Flat {
    pub fn parts(&self) -> Parts<'_> {
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

pub fn number() -> impl Strategy<Value = u32> {
    prop_oneof![6 => 0..200_u32, 1 => Just(u32::MAX), 1 => any::<u32>()]
}

prop_compose! {
    pub fn flat()(
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
