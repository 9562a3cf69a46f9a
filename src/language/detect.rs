//! Tells the language of a text: what the page claims, checked against script and function words.

use super::{Language, Script, rows};
use crate::case::folded;
use crate::letters::is_word;
use crate::lexicon::Lexicon;
use crate::text::runs;

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

/// The language of a text, [`rows::UNKNOWN`] if nothing tells.
///
/// A claim that fits the script stands unless another language's function words are far more
/// frequent, or a longer text has hardly any of its own. Empty text gives the claim.
pub fn detect(claimed: Option<&str>, text: &str) -> Language {
    let claimed = claimed.and_then(super::by_tag);
    let Some(script) = script_of(text) else { return claimed.unwrap_or(rows::UNKNOWN) };
    let claimed = claimed.filter(|row| fits(row, script, text));
    let sample = sample(text);
    if sample.total < FEWEST_WORDS && claimed.is_some() {
        return claimed.unwrap_or(rows::UNKNOWN);
    }
    let claimed = claimed.filter(|row| {
        sample.total < ENOUGH_WORDS
            || row.function_words.is_empty()
            || row.script != Script::Latin
            || sample.share(row) >= LEAST_SHARE
    });
    let mut best = claimed.unwrap_or(rows::UNKNOWN);
    let mut best_share = claimed.map_or(LEAST_SHARE, |row| sample.share(&row) + MARGIN);
    for row in rows::rows().filter(|row| fits(row, script, text)) {
        let share = sample.share(&row);
        if share > best_share {
            (best, best_share) = (row, share);
        }
    }
    if best.code == "und" { only_one_of(script, text).unwrap_or(best) } else { best }
}

/// Scripts of one language are told without words.
fn only_one_of(script: Script, text: &str) -> Option<Language> {
    let mut rows = rows::rows().filter(|row| fits(row, script, text));
    let first = rows.next()?;
    (rows.next().is_none() || script == Script::Han).then_some(first)
}

/// Whether a text of the script may be in the row's language. The scripts of India and of Southeast
/// Asia are told apart by their block of Unicode, which that of the function words gives.
fn fits(row: &Language, script: Script, text: &str) -> bool {
    if row.script != script {
        return false;
    }
    let block = |text: &str| {
        let letter = text.chars().take(SAMPLE_CHARS).find(|c| self::script(*c) == Some(script));
        letter.map(|c| c as u32 / BLOCK)
    };
    let is_shared = !matches!(script, Script::Indic | Script::Southeast);
    is_shared || row.function_words.is_empty() || block(row.function_words) == block(text)
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
        let count = |word| self.counts.get(self.words.find(word)? as usize).copied();
        let hits: u32 = row.function_words.split(' ').filter_map(count).sum();
        hits as f32 / self.total.max(1) as f32
    }
}

fn sample(text: &str) -> Sample {
    let sample = text
        .char_indices()
        .nth(SAMPLE_CHARS)
        .map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let mut words = Sample::default();
    for word in runs(sample, is_word) {
        words.add(&folded(word));
    }
    words
}

fn script_of(text: &str) -> Option<Script> {
    const KINDS: [Script; 13] = [
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
    let mut counts = [0_u32; KINDS.len()];
    for c in text.chars().take(SAMPLE_CHARS) {
        if let Some(kind) = script(c)
            && let Some(at) = KINDS.iter().position(|other| *other == kind)
            && let Some(count) = counts.get_mut(at)
        {
            *count += 1;
        }
    }
    let count = |kind: Script| {
        let at = KINDS.iter().position(|other| *other == kind);
        at.and_then(|at| counts.get(at)).copied().unwrap_or_default()
    };
    // Japanese is Chinese characters with kana between them.
    if count(Script::Kana) * 10 > count(Script::Han) && count(Script::Kana) > 0 {
        let all: u32 = counts.iter().sum();
        if (count(Script::Kana) + count(Script::Han)) * 2 > all {
            return Some(Script::Kana);
        }
    }
    let (kind, most) = KINDS.iter().zip(counts).max_by_key(|(_, count)| *count)?;
    (most > 0).then_some(*kind)
}

fn script(c: char) -> Option<Script> {
    Some(match c as u32 {
        0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x24F | 0x1E00..=0x1EFF => Script::Latin,
        0x370..=0x3FF | 0x1F00..=0x1FFF => Script::Greek,
        0x400..=0x52F => Script::Cyrillic,
        0x530..=0x58F => Script::Armenian,
        0x10A0..=0x10FF | 0x1C90..=0x1CBF => Script::Georgian,
        0x590..=0x5FF => Script::Hebrew,
        0x600..=0x77F | 0x8A0..=0x8FF => Script::Arabic,
        0x900..=0xDFF => Script::Indic,
        0xE00..=0xEFF | 0x1000..=0x109F | 0x1780..=0x17FF => Script::Southeast,
        0x1200..=0x139F => Script::Ethiopic,
        0x1100..=0x11FF | 0xAC00..=0xD7AF => Script::Hangul,
        0x3040..=0x30FF => Script::Kana,
        0x3400..=0x9FFF | 0x20000..=0x3FFFF => Script::Han,
        _ => return None,
    })
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
            (None, "市议会决定不在冬天之前修建这座桥。", "zh"),
            (Some("ar"), "قرر المجلس عدم بناء الجسر قبل الشتاء", "ar"),
            (None, "12 34 56", "und"),
            (Some("en"), ZULU, "und"),
        ];
        for (claimed, text, code) in cases {
            assert_eq!(detect(claimed, text).code, code, "{text}");
        }
    }
}
