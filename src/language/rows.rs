//! The rows of the registry, taken apart; what each list is for stands at the fields of [`Language`].

use std::sync::OnceLock;

use super::tables::{Table, of_english, of_others};
use super::{Language, Script};
use crate::others;
use crate::text::fields;

/// The default for languages without a row of their own.
pub const UNKNOWN: Language = Language {
    code: "und",
    script: Script::Latin,
    enough: 0,
    titles: "",
    before_number: "",
    ambiguous: "",
    ending: "",
    starters: "",
    ordinal_digits: 0,
    ordinal_capitals: false,
    terminators: "",
    function_words: "",
    is_of_pages: false,
};

/// The row of English.
pub fn english() -> Language {
    row(of_english(Table::Rows))
}

/// Every row that is here, English's first; a text is taken apart once.
pub fn rows() -> impl Iterator<Item = Language> {
    static OWN: OnceLock<Vec<Language>> = OnceLock::new();
    static ALL: OnceLock<Vec<Language>> = OnceLock::new();
    let place = if others::are_all() { &ALL } else { &OWN };
    let others = of_others(Table::Rows)
        .map(|text| place.get_or_init(|| fields(text, b'\n').map(row).collect()));
    [english()].into_iter().chain(others.into_iter().flatten().copied())
}

fn row(line: &'static str) -> Language {
    let mut all = [""; 11];
    for (place, field) in all.iter_mut().zip(fields(line, b'|')) {
        *place = field;
    }
    let [
        code,
        script,
        enough,
        ordinals,
        terminators,
        titles,
        before_number,
        ambiguous,
        ending,
        starters,
        words,
    ] = all;
    Language {
        code,
        script: script_by(script.as_bytes()),
        enough: enough.bytes().fold(0, |number, figure| number * 10 + usize::from(figure & 15)),
        // A figure for each digit, 1 where capitals may follow.
        ordinal_digits: ordinals.len(),
        ordinal_capitals: ordinals.starts_with('1'),
        terminators,
        titles,
        before_number,
        ambiguous,
        ending,
        starters,
        function_words: words,
        is_of_pages: false,
    }
}

fn script_by(letter: &[u8]) -> Script {
    let at = LETTERS.iter().position(|known| letter.first() == Some(known));
    at.and_then(|at| SCRIPTS.get(at)).copied().unwrap_or(UNKNOWN.script)
}

/// The scripts, and the letters that `eval/tables/rows.py` writes for them.
pub(super) const SCRIPTS: [Script; 13] = [
    Script::Latin,
    Script::Cyrillic,
    Script::Greek,
    Script::Armenian,
    Script::Georgian,
    Script::Arabic,
    Script::Hebrew,
    Script::Indic,
    Script::Han,
    Script::Kana,
    Script::Hangul,
    Script::Southeast,
    Script::Ethiopic,
];
const LETTERS: &[u8; 13] = b"LCGYKABIHJUSE";

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
