//! The rows of the registry, from the text that `eval/tables/rows.py` writes.
//!
//! The text says where its words come from; what each list is for stands at the fields of [`Language`].
//! One string without pointers takes 3 KB less on the wire than an array of rows.

use super::{Language, Script};
use crate::text::fields;

/// A line for each language, fields parted by a bar.
const TEXT: &str = include_str!("rows.txt");

/// The default for languages without a row of their own.
pub const UNKNOWN: Language = Language {
    code: "und",
    script: Script::Latin,
    titles: "",
    before_number: "",
    ambiguous: "",
    ending: "",
    starters: "",
    ordinal_digits: 0,
    ordinal_capitals: false,
    terminators: "",
    function_words: "",
};

/// Every row.
pub fn rows() -> impl Iterator<Item = Language> {
    TEXT.lines().map(row)
}

fn row(line: &'static str) -> Language {
    let mut fields = fields(line, b'|').into_iter();
    let mut field = || fields.next().unwrap_or_default();
    let (code, script, ordinals) = (field(), script(field()), field());
    Language {
        code,
        script,
        // A figure for each digit, 1 where capitals may follow.
        ordinal_digits: ordinals.len(),
        ordinal_capitals: ordinals.starts_with('1'),
        terminators: field(),
        titles: field(),
        before_number: field(),
        ambiguous: field(),
        ending: field(),
        starters: field(),
        function_words: field(),
    }
}

/// A script by the letter that `eval/tables/rows.py` writes for it.
fn script(letter: &str) -> Script {
    match letter {
        "L" => Script::Latin,
        "C" => Script::Cyrillic,
        "G" => Script::Greek,
        "Y" => Script::Armenian,
        "K" => Script::Georgian,
        "A" => Script::Arabic,
        "B" => Script::Hebrew,
        "I" => Script::Indic,
        "H" => Script::Han,
        "J" => Script::Kana,
        "U" => Script::Hangul,
        "S" => Script::Southeast,
        _ => Script::Ethiopic,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_whole() {
        let mut codes = Vec::new();
        for row in rows() {
            assert!((2..=3).contains(&row.code.len()), "{}", row.code);
            assert!(row.ordinal_digits <= 4, "{}", row.code);
            let is_ethiopic = row.script == Script::Ethiopic;
            assert_eq!(is_ethiopic, row.code == "am", "{}", row.code);
            for list in [
                row.titles,
                row.before_number,
                row.ambiguous,
                row.ending,
                row.starters,
                row.function_words,
            ] {
                assert_eq!(list, crate::case::folded(list), "{}", row.code);
                assert!(!list.contains("  ") && list == list.trim(), "{}", row.code);
            }
            codes.push((row.code, row.script as u8));
        }
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}
