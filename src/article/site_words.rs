//! Words in addresses and names that tell what kind of page it is: shop, forum, manual, story.

use crate::page::Page;

use super::known::Known;
use super::words::{FNV_START, mix};

/// How many kinds there are.
pub const KINDS: usize = 6;

// Words by kind. Own curation: what shop, forum, manual and publishing systems put into their
// paths and class names.
static SHOP: Known<18> = Known::new(
    "product products produkt shop store item itm sku cart basket checkout price buy \
    woocommerce shopify srsltid variant shipping",
);
static FORUM: Known<20> = Known::new(
    "forum forums thread threads showthread viewtopic topic question questions answer \
    community board boards discourse phpbb xenforo signature joined upvote vote",
);
static MANUAL: Known<14> = Known::new(
    "docs doc documentation wiki manual reference api readthedocs sphinx docusaurus docsearch \
    toctree mediawiki glossary",
);
static OFFER: Known<14> = Known::new(
    "service services pricing features solutions testimonial testimonials demo faq trial \
    calculator departments contact landing",
);
static STORY: Known<12> = Known::new(
    "article articles blog news story post posts opinion byline author politics artikel",
);
static LIST: Known<10> = Known::new(
    "category categories collections collection tag archive search browse filter pagination",
);

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
        let mut counts = Self::default();
        let url = page.metadata.get("url").or_else(|| page.metadata.get("canonical"));
        tally(url.unwrap_or_default(), &mut counts.address);
        tally(page.metadata.get("meta:generator").unwrap_or_default(), &mut counts.body);
        for descriptor in &page.descriptors {
            let whole = matches!(descriptor.tag, "html" | "body");
            tally(descriptor.names, if whole { &mut counts.body } else { &mut counts.names });
        }
        counts
    }
}

/// Counts the words of three letters and more that are known.
fn tally(text: &str, counts: &mut [u32; KINDS]) {
    let (mut hash, mut letters) = (FNV_START, 0);
    for byte in text.bytes().chain([b' ']) {
        if byte.is_ascii_alphabetic() {
            hash = mix(hash, char::from(byte.to_ascii_lowercase()));
            letters += 1;
            continue;
        }
        if letters > 2 {
            let told = [
                SHOP.holds(hash),
                FORUM.holds(hash),
                MANUAL.holds(hash),
                OFFER.holds(hash),
                STORY.holds(hash),
                LIST.holds(hash),
            ];
            for (count, told) in counts.iter_mut().zip(told) {
                *count += u32::from(told);
            }
        }
        (hash, letters) = (FNV_START, 0);
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
