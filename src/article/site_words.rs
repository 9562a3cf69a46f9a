//! Words in addresses and names that tell what kind of page it is: shop, forum, manual, story.

use crate::page::Page;
use crate::text::runs;

use super::words::hash;

/// Kinds that a word may tell, as places in the counts of [`SiteWords`].
const SHOP: usize = 0;
const FORUM: usize = 1;
const MANUAL: usize = 2;
const OFFER: usize = 3;
const STORY: usize = 4;
const LIST: usize = 5;

/// How many kinds there are.
pub const KINDS: usize = 6;

/// Words by kind. Own curation: what shop, forum, manual and publishing systems put into their
/// paths and class names.
const WORDS: [(&str, usize); 88] = [
    ("product", SHOP),
    ("products", SHOP),
    ("produkt", SHOP),
    ("shop", SHOP),
    ("store", SHOP),
    ("item", SHOP),
    ("itm", SHOP),
    ("sku", SHOP),
    ("cart", SHOP),
    ("basket", SHOP),
    ("checkout", SHOP),
    ("price", SHOP),
    ("buy", SHOP),
    ("woocommerce", SHOP),
    ("shopify", SHOP),
    ("srsltid", SHOP),
    ("variant", SHOP),
    ("shipping", SHOP),
    ("forum", FORUM),
    ("forums", FORUM),
    ("thread", FORUM),
    ("threads", FORUM),
    ("showthread", FORUM),
    ("viewtopic", FORUM),
    ("topic", FORUM),
    ("question", FORUM),
    ("questions", FORUM),
    ("answer", FORUM),
    ("community", FORUM),
    ("board", FORUM),
    ("boards", FORUM),
    ("discourse", FORUM),
    ("phpbb", FORUM),
    ("xenforo", FORUM),
    ("signature", FORUM),
    ("joined", FORUM),
    ("upvote", FORUM),
    ("vote", FORUM),
    ("docs", MANUAL),
    ("doc", MANUAL),
    ("documentation", MANUAL),
    ("wiki", MANUAL),
    ("manual", MANUAL),
    ("reference", MANUAL),
    ("api", MANUAL),
    ("readthedocs", MANUAL),
    ("sphinx", MANUAL),
    ("docusaurus", MANUAL),
    ("docsearch", MANUAL),
    ("toctree", MANUAL),
    ("mediawiki", MANUAL),
    ("glossary", MANUAL),
    ("service", OFFER),
    ("services", OFFER),
    ("pricing", OFFER),
    ("features", OFFER),
    ("solutions", OFFER),
    ("testimonial", OFFER),
    ("testimonials", OFFER),
    ("demo", OFFER),
    ("faq", OFFER),
    ("trial", OFFER),
    ("calculator", OFFER),
    ("departments", OFFER),
    ("contact", OFFER),
    ("landing", OFFER),
    ("article", STORY),
    ("articles", STORY),
    ("blog", STORY),
    ("news", STORY),
    ("story", STORY),
    ("post", STORY),
    ("posts", STORY),
    ("opinion", STORY),
    ("byline", STORY),
    ("author", STORY),
    ("politics", STORY),
    ("artikel", STORY),
    ("category", LIST),
    ("categories", LIST),
    ("collections", LIST),
    ("collection", LIST),
    ("tag", LIST),
    ("archive", LIST),
    ("search", LIST),
    ("browse", LIST),
    ("filter", LIST),
    ("pagination", LIST),
];

/// Counts of telling words by kind.
#[derive(Debug, Clone, Copy, Default)]
pub struct SiteWords {
    /// In the page's address.
    pub address: [u32; KINDS],
    /// In the names of `<html>` and `<body>`, and in the name of the system that made the page.
    pub body: [u32; KINDS],
    /// Distinct element names that hold one, over the whole page.
    pub names: [u32; KINDS],
}

impl SiteWords {
    /// Counts the words of a page.
    pub fn count(page: &Page<'_>) -> Self {
        let mut known: Vec<_> = WORDS.iter().map(|(word, kind)| (hash(word), *kind)).collect();
        known.sort_unstable();
        let mut counts = Self::default();
        let url = page.metadata.get("url").or_else(|| page.metadata.get("canonical"));
        tally(url.unwrap_or_default(), &known, &mut counts.address);
        tally(page.metadata.get("meta:generator").unwrap_or_default(), &known, &mut counts.body);
        for descriptor in &page.descriptors {
            let whole = matches!(descriptor.tag, "html" | "body");
            let into = if whole { &mut counts.body } else { &mut counts.names };
            tally(descriptor.names, &known, into);
        }
        counts
    }
}

fn tally(text: &str, known: &[(u32, usize)], counts: &mut [u32; KINDS]) {
    let words = runs(text, |c| c.is_ascii_alphabetic());
    for word in words.into_iter().filter(|word| word.len() > 2) {
        let hash = hash(word);
        if let Ok(at) = known.binary_search_by_key(&hash, |(hash, _)| *hash)
            && let Some(count) = known.get(at).and_then(|(_, kind)| counts.get_mut(*kind))
        {
            *count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_addresses() {
        let cases = [
            ("https://example.org/shop/product-12", [2, 0, 0, 0, 0, 0]),
            ("https://forum.example.org/viewtopic.php?t=1", [0, 2, 0, 0, 0, 0]),
            ("https://example.org/2026/11/24/the-dam", [0; KINDS]),
            ("", [0; KINDS]),
        ];
        for (address, counts) in cases {
            let mut page = Page::default();
            page.metadata.push("url", address);
            assert_eq!(SiteWords::count(&page).address, counts, "{address}");
        }
    }
}
