//! Tells the language of a text: what the page claims, checked against script and function words.

use super::{Language, Script, rows};
use crate::case::folded;
use crate::letters::is_word;
use crate::lexicon::Lexicon;
use crate::others;
use crate::text::{fields, runs};

/// Letters looked at: a few paragraphs tell as much as a book.
const SAMPLE_CHARS: usize = 4000;

/// Share of function words that another language must have over the claimed one to win. Set by
/// hand: related languages (no, da) differ by less, a wrong `lang` by far more.
const MARGIN: f32 = 0.12;

/// A text with fewer words than this tells nothing over the claim.
const FEWEST_WORDS: usize = 12;

/// Share of function words below which a text is not in the language: English has a third, Finnish
/// and Turkish a tenth, Zulu under a wrong claim of English less than this.
const LEAST_SHARE: f32 = 0.03;

/// Words from which on a claim can be doubted for want of function words.
const ENOUGH_WORDS: usize = 40;

/// The language of a text, [`rows::UNKNOWN`] if nothing tells; `None` where that takes to know all languages, and they
/// are not here (`src/others.rs`).
///
/// A claim that fits the script stands where the text has enough of its function words, and else unless another
/// language's are far more frequent, or a longer text has hardly any of its own. Empty text gives the claim; without
/// one English is asked first.
pub fn detect(claimed: Option<&str>, text: &str) -> Option<Language> {
    let script = script_of(text);
    let sample = sample(text);
    let claim = claimed.map_or(Some(rows::english()), super::by_tag);
    if let Some(row) = claim {
        let is_short = claimed.is_some() && sample.total < FEWEST_WORDS;
        let is_enough = sample.hits(&row) * 100 >= sample.total * row.enough;
        let fits = script.is_none_or(|script| fits(&row, script, block(text, script)));
        if fits && (is_short || is_enough && sample.total > 0) {
            return Some(row);
        }
    }
    let claim = claim.filter(|_| claimed.is_some());
    others::are_all().then(|| among_all(claim, script, text, &sample))
}

/// The language of a text among all that have a row.
fn among_all(
    claimed: Option<Language>,
    script: Option<Script>,
    text: &str,
    sample: &Sample,
) -> Language {
    let Some(script) = script else { return claimed.unwrap_or(rows::UNKNOWN) };
    let block = block(text, script);
    let mut claimed = claimed.filter(|row| fits(row, script, block));
    if let Some(row) = claimed {
        if sample.total < FEWEST_WORDS {
            return row;
        }
        if sample.total >= ENOUGH_WORDS
            && !row.function_words.is_empty()
            && row.script == Script::Latin
            && sample.share(&row) < LEAST_SHARE
        {
            claimed = None;
        }
    }
    let mut best = claimed;
    let mut best_share = claimed.map_or(LEAST_SHARE, |row| sample.share(&row) + MARGIN);
    let mut first = None;
    let mut fitting = 0;
    for row in rows::rows() {
        if !fits(&row, script, block) {
            continue;
        }
        fitting += 1;
        first = first.or(Some(row));
        let share = sample.share(&row);
        if share > best_share {
            (best, best_share) = (Some(row), share);
        }
    }
    // Scripts of one language are told without words.
    if fitting == 1 || script == Script::Han {
        best = best.or(first);
    }
    best.unwrap_or(rows::UNKNOWN)
}

/// Whether a text of the script and the block may be in the row's language.
fn fits(row: &Language, script: Script, block: u32) -> bool {
    let is_shared =
        row.function_words.is_empty() || self::block(row.function_words, script) == block;
    row.script == script && is_shared
}

/// The block of Unicode that tells the scripts of India and of Southeast Asia apart, by a text's first letter.
fn block(text: &str, script: Script) -> u32 {
    if !matches!(script, Script::Indic | Script::Southeast) {
        return 0;
    }
    for c in text.chars().take(SAMPLE_CHARS) {
        if self::script(c) == Some(script) {
            return u32::from(c) / BLOCK;
        }
    }
    0
}

/// Code points of one script of India in Unicode.
const BLOCK: u32 = 0x80;

/// The words of a sample, counted.
#[derive(Default)]
struct Sample {
    words: Lexicon,
    counts: Vec<u32>,
    total: usize,
}

impl Sample {
    fn add(&mut self, word: &str) {
        self.total += 1;
        let Some(at) = self.words.add(word) else { return };
        if self.counts.len() <= at as usize {
            self.counts.push(0);
        }
        if let Some(count) = self.counts.get_mut(at as usize) {
            *count += 1;
        }
    }

    /// Share of the words that are function words of a language.
    fn share(&self, row: &Language) -> f32 {
        self.hits(row) as f32 / self.total.max(1) as f32
    }

    /// How many of the words are.
    fn hits(&self, row: &Language) -> usize {
        let mut hits = 0;
        for word in fields(row.function_words, b' ') {
            if let Some(at) = self.words.find(word) {
                hits += self.counts.get(at as usize).copied().unwrap_or_default();
            }
        }
        hits as usize
    }
}

fn sample(text: &str) -> Sample {
    let mut rest = text.chars();
    rest.by_ref().take(SAMPLE_CHARS).for_each(drop);
    let sample = text.get(..text.len() - rest.as_str().len()).unwrap_or_default();
    let mut words = Sample::default();
    for word in runs(sample, is_word) {
        words.add(&folded(word));
    }
    words
}

/// Letters of an alphabet that say as much as one Chinese character or kana.
const LETTERS_A_CHARACTER: u32 = 3;

/// The script that most of the text is in. Japanese is Chinese characters with kana between them.
fn script_of(text: &str) -> Option<Script> {
    let mut counts = [0_u32; 13];
    let mut all = 0;
    for script in text.chars().take(SAMPLE_CHARS).filter_map(script) {
        let weight =
            if matches!(script, Script::Kana | Script::Han) { LETTERS_A_CHARACTER } else { 1 };
        all += weight;
        if let Some(count) = counts.get_mut(script as usize) {
            *count += weight;
        }
    }
    let count = |script: Script| counts.get(script as usize).copied().unwrap_or_default();
    let (kana, han) = (count(Script::Kana), count(Script::Han));
    if kana * 10 > han && (kana + han) * 2 > all {
        return Some(Script::Kana);
    }
    let mut best = None;
    let mut most = 1;
    for script in rows::SCRIPTS {
        if count(script) >= most {
            (best, most) = (Some(script), count(script));
        }
    }
    best
}

/// First and last character of runs of a script behind ASCII, in order.
const RUNS: [(u16, u16, Script); 20] = [
    (0xC0, 0x24F, Script::Latin),
    (0x370, 0x3FF, Script::Greek),
    (0x400, 0x52F, Script::Cyrillic),
    (0x530, 0x58F, Script::Armenian),
    (0x590, 0x5FF, Script::Hebrew),
    (0x600, 0x77F, Script::Arabic),
    (0x8A0, 0x8FF, Script::Arabic),
    (0x900, 0xDFF, Script::Indic),
    (0xE00, 0xEFF, Script::Southeast),
    (0x1000, 0x109F, Script::Southeast),
    (0x10A0, 0x10FF, Script::Georgian),
    (0x1100, 0x11FF, Script::Hangul),
    (0x1200, 0x139F, Script::Ethiopic),
    (0x1780, 0x17FF, Script::Southeast),
    (0x1C90, 0x1CBF, Script::Georgian),
    (0x1E00, 0x1EFF, Script::Latin),
    (0x1F00, 0x1FFF, Script::Greek),
    (0x3040, 0x30FF, Script::Kana),
    (0x3400, 0x9FFF, Script::Han),
    (0xAC00, 0xD7AF, Script::Hangul),
];

fn script(c: char) -> Option<Script> {
    if c.is_ascii() {
        return c.is_ascii_alphabetic().then_some(Script::Latin);
    }
    let Ok(code) = u16::try_from(u32::from(c)) else {
        return matches!(c, '\u{20000}'..='\u{3FFFF}').then_some(Script::Han);
    };
    let (first, last, script) = *RUNS.get(RUNS.partition_point(|(_, last, _)| *last < code))?;
    (first..=last).contains(&code).then_some(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZULU: &str = "Umkhandlu uthe ibhuloho elisha lizokwakhiwa ngonyaka ozayo, \
        kodwa abahlali bathi sekuyisikhathi eside belindile. Imeya ithembise ukuthi imali isikhona. \
        Izingane ziwela umfula zihamba ngezinyawo uma ziya esikoleni, futhi abazali bayakhala. \
        Amaphoyisa athe abantu ababili bashonile ngesikhathi kunezikhukhula. Umphakathi ubize \
        umhlangano ngoMgqibelo ehholo lendawo lapho kuzoxoxwa khona ngendlela entsha. Onjiniyela \
        bathi umsebenzi uzothatha izinyanga eziyisishiyagalombili. Abanye abahlali abakholwa.";

    #[test]
    fn function_words_and_script_tell() {
        let cases = [
            (
                None,
                "The council has said that it will not be moved by the letters of the residents who are against it.",
                "en",
            ),
            (
                Some("en"),
                "Der Rat hat am Montag beschlossen, dass die Brücke nicht vor dem Winter gebaut werden soll, und das ist gut.",
                "de",
            ),
            (
                Some("en-US"),
                "Совет решил, что мост не будет построен до зимы, и это хорошо для всех жителей города.",
                "ru",
            ),
            (
                Some("da"),
                "Byrådet har besluttet at broen ikke skal bygges før vinteren, og det er godt for alle i byen.",
                "da",
            ),
            (
                Some("sr"),
                "Савет је одлучио да мост неће бити изграђен до зиме, али то није добро за све који живе у граду.",
                "sr",
            ),
            (None, "市議会は橋を冬までに建設しないと決めた。", "ja"),
            (
                Some("ja"),
                "「UP Core」は、「ubilinux（Debian）」や「Ubuntu」など、さまざまなOSが動作する。",
                "ja",
            ),
            (None, "市议会决定不在冬天之前修建这座桥。", "zh"),
            (Some("ar"), "قرر المجلس عدم بناء الجسر قبل الشتاء", "ar"),
            (None, "12 34 56", "und"),
            (Some("en"), ZULU, "und"),
        ];
        for (claimed, text, code) in cases {
            assert_eq!(detect(claimed, text).unwrap().code, code, "{text}");
        }
    }
}
