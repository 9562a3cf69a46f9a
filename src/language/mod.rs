//! The registry of languages: every rule that depends on the language is data in a row here.

mod detect;
mod rows;
pub mod tables;

pub use detect::detect;
pub use rows::UNKNOWN;

use crate::others;

/// What the engine knows of a language. Lists are words in lower case, parted by one space.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    /// BCP 47 primary tag, `und` for the default.
    pub code: &'static str,
    /// Script that it is mostly written in.
    pub script: Script,
    /// Function words, per cent of a text, from which on a claim of it stands without a look at others.
    pub enough: usize,
    /// Abbreviations that a name, a title or a word must follow: never the end of a sentence.
    pub titles: &'static str,
    /// Abbreviations that end no sentence before a number, and may end one before a word.
    pub before_number: &'static str,
    /// Abbreviations after which only a sentence starter begins a new sentence.
    pub ambiguous: &'static str,
    /// Abbreviations that may well end a sentence: one begins at any capital behind them.
    pub ending: &'static str,
    /// Words that, with a capital, begin sentences far more often than names; the function words do so too.
    pub starters: &'static str,
    /// How long a number may be that a full stop makes an ordinal ("3. Mai"); 0 where there are no such.
    pub ordinal_digits: usize,
    /// Whether what follows an ordinal may well have a capital, as German nouns.
    pub ordinal_capitals: bool,
    /// Terminators of this language alone: ":" in Armenian, ";" in Greek; ";" in Romance languages, before a starter;
    /// ":" as the treebanks of a language count it: first here, it ends before words; last, before quotations. What
    /// stands twice ends before small letters too.
    pub terminators: &'static str,
    /// Function words, to tell the language of a text by.
    pub function_words: &'static str,
    /// Whether pages are read in it, see [`Language::of_pages`].
    pub is_of_pages: bool,
}

/// A writing system, as far as rules depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Latin, with case.
    Latin,
    /// Cyrillic, with case.
    Cyrillic,
    /// Greek, with case.
    Greek,
    /// Armenian, with case.
    Armenian,
    /// Georgian: its letters count as lower case and tell nothing.
    Georgian,
    /// Arabic, from right to left.
    Arabic,
    /// Hebrew, from right to left.
    Hebrew,
    /// Devanagari and its sisters of India.
    Indic,
    /// Chinese characters.
    Han,
    /// Kana with Chinese characters.
    Kana,
    /// Korean.
    Hangul,
    /// Thai, Lao, Khmer and Burmese, written without spaces between words.
    Southeast,
    /// Ethiopic.
    Ethiopic,
}

impl Script {
    /// Whether a small letter tells that no sentence begins.
    pub fn is_cased(self) -> bool {
        matches!(self, Script::Latin | Script::Cyrillic | Script::Greek | Script::Armenian)
    }

    /// Whether words are written without spaces between them.
    pub fn is_unspaced(self) -> bool {
        matches!(self, Script::Han | Script::Kana | Script::Southeast)
    }
}

impl Language {
    /// Whether its abbreviations are known, or that it has none: the default row has to be careful.
    pub fn has_rules(&self) -> bool {
        self.code != rows::UNKNOWN.code
    }

    /// The language as pages are read in it: a colon stays with what it announces, since "She said:" alone tells a
    /// reader nothing.
    #[must_use]
    pub fn of_pages(mut self) -> Language {
        self.is_of_pages = true;
        self
    }

    /// Whether a word in small letters, that has a capital in the text, rather begins a sentence than names.
    pub fn starts(&self, word: &str) -> bool {
        holds(self.starters, word) || holds(self.function_words, word)
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        matches!(self.script, Script::Arabic | Script::Hebrew)
    }

    /// Text direction as HTML names it.
    pub fn direction(&self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }
}

/// Whether a list of words parted by spaces holds a word.
pub fn holds(list: &str, word: &str) -> bool {
    let (mut rest, word) = (list.as_bytes(), word.as_bytes());
    while !word.is_empty()
        && let Some(behind) = rest.get(word.len()..)
    {
        if rest.first() == word.first()
            && rest.starts_with(word)
            && behind.first().is_none_or(|byte| *byte == b' ')
        {
            return true;
        }
        let Some(end) = rest.iter().position(|byte| *byte == b' ') else { break };
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    false
}

/// The row of a BCP 47 tag, matched by its primary part.
pub fn by_tag(tag: &str) -> Option<Language> {
    let mut primary = primary(tag);
    for (other, code) in ALIASES {
        if primary.eq_ignore_ascii_case(other) {
            primary = code;
        }
    }
    rows::rows().find(|row| row.code.eq_ignore_ascii_case(primary))
}

/// Whether what there is to know of a tag's language is here (`src/others.rs`).
pub fn is_at_hand(tag: &str) -> bool {
    others::are_all() || by_tag(tag).is_some()
}

fn primary(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| matches!(byte, b'-' | b'_'));
    end.and_then(|end| tag.get(..end)).unwrap_or(tag)
}

/// Norwegian is tagged by either written form, older pages use withdrawn tags.
const ALIASES: [(&str, &str); 7] = [
    ("nb", "no"),
    ("nn", "no"),
    ("iw", "he"),
    ("in", "id"),
    ("hyw", "hy"),
    ("bs", "hr"),
    ("yue", "zh"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_find_their_row() {
        let cases =
            [("en-GB", "en"), ("pt_BR", "pt"), ("nb", "no"), ("ZH-hant", "zh"), ("iw", "he")];
        for (tag, code) in cases {
            assert_eq!(by_tag(tag).map(|row| row.code), Some(code), "{tag}");
        }
        assert!(by_tag("xx").is_none());
        assert!(by_tag("").is_none());
    }
}
