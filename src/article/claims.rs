//! What a page claims to be: votes for and against an article, from its address, the names of its
//! body and what it states in so many words.
//!
//! Each claim is wrong now and then, and too rare in the training pages for a forest to weigh it
//! alone. Their sum is the best single sign of all.

use crate::language::holds;
use crate::page::Page;
use crate::text::{fields, split_at_first};

use super::known::Known;
use super::words::{FNV_START, hash, mix};

/// Types of a page that sells something.
pub const PRODUCT_TYPES: &str = "Product Offer ProductGroup AggregateOffer";

/// Types of a page on which visitors talk. A `Question` may be one of a story's own list of them.
pub const FORUM_TYPES: &str = "DiscussionForumPosting QAPage";

/// Types of a page that lists others.
pub const LIST_TYPES: &str = "ItemList CollectionPage SearchResultsPage";

// Sections of sites. Own curation: what shop, forum, manual and publishing systems put into their
// addresses.
static OTHER_SECTIONS: Known<81> = Known::new(
    "product products produkt produkte producto productos produit produits product-category shop \
    store boutique tienda cart item items sku c cat category categories collections tag tags search \
    listing listings compare deals offers buy forum forums thread threads showthread topic topics t \
    viewtopic question questions comments community board boards doc docs documentation wiki manual \
    manuals reference api glossary service services leistungen pricing features solutions department \
    departments program programs contact contacto kontakt about tools calculator calculators landing \
    support job jobs career careers profile user users",
);
static STORY_SECTIONS: Known<26> = Known::new(
    "article articles artikel articulo articolo blog blogs news story stories post posts opinion \
    magazine magazin insights politics review reviews nachrichten noticia noticias notizie \
    actualite actualites actualidad",
);

// Words in names of elements and of publishing systems. Own curation.
static OTHER_NAMES: Known<76> = Known::new(
    "product products produkt shop store item itm sku cart basket checkout price buy woocommerce \
    shopify srsltid variant shipping forum forums thread threads showthread viewtopic topic question \
    questions answer community board boards discourse phpbb xenforo signature joined upvote vote \
    docs doc documentation wiki manual reference api readthedocs sphinx docusaurus docsearch toctree \
    mediawiki glossary service services pricing features solutions testimonial testimonials demo faq \
    trial calculator departments contact landing category categories collections collection tag \
    archive search browse filter pagination",
);
static STORY_NAMES: Known<12> = Known::new(
    "article articles blog news story post posts opinion byline author politics artikel",
);

/// The claims of one page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Claims {
    /// Claims to be an article less claims to be something else.
    pub balance: i32,
    /// Sections of stories in the address less other sections.
    pub sections: i32,
    /// Names of elements that tell of stories, each descriptor counting its own.
    pub story_names: u32,
}

impl Claims {
    /// Counts the claims of a page at an address with a path.
    pub fn new(page: &Page<'_>, url: &str, path: &str) -> Self {
        let (mut body, mut names) = ([0; 2], [0; 2]);
        tally(page.metadata.get("meta:generator").unwrap_or_default(), &mut body);
        for descriptor in &page.descriptors {
            let is_whole = matches!(descriptor.tag, "html" | "body");
            tally(descriptor.names, if is_whole { &mut body } else { &mut names });
        }
        let states = |keys: &str| !page.metadata.under(keys).is_empty();
        let og = page.metadata.get("meta:og:type").unwrap_or_default();
        let claims = [
            (og.eq_ignore_ascii_case("article"), 1),
            (states("ld:@type"), 1),
            (states("ld:datePublished meta:article:published_time"), 1),
            (states("ld:author meta:author"), 1),
            (has_type(page, PRODUCT_TYPES), -1),
            (has_type(page, FORUM_TYPES), -1),
            (has_type(page, LIST_TYPES), -1),
            (body[0] > 0, 1),
            (body[1] > 0, -1),
        ];
        let sections = sections(url, path);
        let made = claims.iter().filter(|(is_made, _)| *is_made);
        let balance = made.fold(sections, |sum, (_, vote)| sum + vote);
        Self { balance, sections, story_names: names[0] }
    }
}

/// Whether the page states one of some types.
pub fn has_type(page: &Page<'_>, kinds: &str) -> bool {
    page.metadata.all("ld:type").iter().any(|own| holds(kinds, own))
}

/// Sections of stories in an address less others. A part counts as a whole only: `/product/` holds
/// products, `/new-product-recalled` may be a story; the last part is no section of stories, since it
/// is the page itself.
fn sections(url: &str, path: &str) -> i32 {
    let host = split_at_first(url, "://").map_or("", |(_, rest)| rest);
    let host: Vec<_> = fields(fields(host, b'/').next().unwrap_or_default(), b'.').collect();
    let path: Vec<_> = fields(path, b'/').collect();
    let names = host.iter().take(host.len().saturating_sub(2));
    let (mut sum, mut left) = (0, names.len() + path.len());
    for part in names.chain(&path) {
        let word = hash(fields(part, b'.').next().unwrap_or_default());
        left -= 1;
        sum += i32::from(left > 0 && STORY_SECTIONS.holds(word));
        sum -= i32::from(OTHER_SECTIONS.holds(word));
    }
    sum
}

/// Counts the known words of three letters and more: of stories, and others.
fn tally(text: &str, counts: &mut [u32; 2]) {
    let (mut hash, mut letters) = (FNV_START, 0);
    for byte in text.bytes().chain([b' ']) {
        if byte.is_ascii_alphabetic() {
            hash = mix(hash, char::from(byte.to_ascii_lowercase()));
            letters += 1;
            continue;
        }
        if letters > 2 {
            let told = [STORY_NAMES.holds(hash), OTHER_NAMES.holds(hash)];
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
    fn sections_of_addresses() {
        let cases = [
            ("https://example.org/products/kettle", "products/kettle", -1),
            ("https://forum.example.org/viewtopic.php?t=1", "viewtopic.php", -2),
            ("https://example.org/blog/2026/a-new-product", "blog/2026/a-new-product", 1),
            ("https://example.org/blog", "blog", 0),
            ("https://shop.org/the-dam", "the-dam", 0),
            ("https://blog.example.org/", "", 1),
            ("", "", 0),
        ];
        for (url, path, sum) in cases {
            assert_eq!(sections(url, path), sum, "{url}");
        }
    }

    #[test]
    fn claims_are_summed_up() {
        let mut page = Page::default();
        page.metadata.push("meta:og:type", "Article");
        page.metadata.push("ld:type", "FAQPage");
        page.metadata.push("ld:type", "Question");
        assert_eq!(Claims::new(&page, "", "").balance, 1);
        page.metadata.push("ld:type", "QAPage");
        assert_eq!(Claims::new(&page, "", "").balance, 0);
    }
}
