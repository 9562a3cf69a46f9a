//! Why a sentence was chosen, as codes that the panel puts into words.

use super::Salience;

/// Most reasons given for one sentence.
const MOST: usize = 3;

impl Salience {
    /// Up to three codes, the weightiest first: `focus`, `lead`, `title`, `standfirst`, `central`,
    /// `figures`, `names`.
    pub fn reasons(&self, at: usize) -> Vec<&'static str> {
        let Some(row) = self.analysis.rows.get(at) else { return Vec::new() };
        let feature = |index: usize| row.get(index).copied().unwrap_or_default();
        let tests = [
            ("focus", self.focused.get(at) == Some(&true)),
            ("lead", at < 3),
            ("title", feature(8) >= 2),
            ("standfirst", feature(9) >= 40),
            ("central", feature(12) >= 4),
            ("figures", feature(17) >= 2),
            ("names", feature(18) >= 4),
        ];
        tests.iter().filter(|(_, holds)| *holds).map(|(code, _)| *code).take(MOST).collect()
    }
}
