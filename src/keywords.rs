//! The key terms of a story: words and names that come back.

use crate::case::{folded, is_capitalized};
use crate::coherence::TIMES;
use crate::draft::Draft;
use crate::language::Language;
use crate::lexicon::Lexicon;
use crate::most::most;
use crate::terms::words;
use crate::text::has;

/// Most key terms given.
const MOST: usize = 8;

/// Most words of a name.
const LONGEST_NAME: usize = 4;

/// Fewest letters of a word in small letters: shorter ones are mostly function words.
const SHORTEST_WORD: usize = 5;

/// English words that come back in any story, beside function words and starters; own curation,
/// 2026-11. Other languages have none yet.
const COMMON: &str = "about across again against almost alone along already always anything around asked because become began behind being below better between beyond called doing early either enough every final first found further getting given going great having hours later least little local makes making means months never often other others people place quite rather right second several small still taken themselves thing things think third though thought through times today together tomorrow using weeks whether within without years yesterday";

/// A term and how often it came.
struct Candidate<'a> {
    text: &'a str,
    count: u32,
}

/// Up to eight key terms, the weightiest first; names of several words stay whole. None where
/// words are not parted by spaces.
pub fn keywords(draft: &Draft<'_>) -> Vec<String> {
    if draft.language.script.is_unspaced() {
        return Vec::new();
    }
    let mut common = Lexicon::of(draft.language.function_words);
    common.extend(draft.language.starters);
    common.extend(TIMES);
    if draft.language.code == "en" {
        common.extend(COMMON);
    }
    let mut candidates = candidates(draft, &common);
    give_to_whole_names(&mut candidates);
    // A name of several words says more than a word that comes as often.
    let weight = |at: usize| {
        let candidate = candidates.get(at).filter(|candidate| candidate.count > 1)?;
        Some(candidate.count as i32 * (1 + i32::from(has(candidate.text, b' '))))
    };
    let mut chosen: Vec<String> = Vec::new();
    // As many more as the chosen names may hold words, each of which is passed over once.
    for at in most(candidates.len(), MOST + MOST * LONGEST_NAME, &weight) {
        let Some(candidate) = candidates.get(at) else { continue };
        let known = chosen.iter().any(|other| words(other).any(|word| word == candidate.text));
        if !known && chosen.len() < MOST {
            chosen.push(candidate.text.to_owned());
        }
    }
    chosen
}

fn candidates<'a>(draft: &Draft<'a>, common: &Lexicon) -> Vec<Candidate<'a>> {
    let mut found = Lexicon::default();
    let mut candidates: Vec<Candidate<'a>> = Vec::new();
    for sentence in &draft.sentences {
        for text in phrases(sentence.text, common, &draft.language) {
            let key = folded(text);
            let Some(at) = found.add(&key) else { continue };
            match candidates.get_mut(at as usize) {
                Some(candidate) => candidate.count += 1,
                None => candidates.push(Candidate { text, count: 1 }),
            }
        }
    }
    candidates
}

/// A name's part counts for the whole name: "Norrie" for "Elspeth Norrie".
fn give_to_whole_names(candidates: &mut [Candidate<'_>]) {
    let mut parts = Lexicon::default();
    let mut owners = Vec::new();
    for (at, candidate) in candidates.iter().enumerate().filter(|(_, c)| has(c.text, b' ')) {
        for word in words(candidate.text) {
            if parts.add(word) == Some(owners.len() as u32) {
                owners.push(at);
            }
        }
    }
    for at in 0..candidates.len() {
        let Some(candidate) = candidates.get_mut(at) else { continue };
        let owner = parts.find(candidate.text).and_then(|part| owners.get(part as usize));
        let Some(owner) = owner.copied().filter(|owner| *owner != at) else { continue };
        let count = std::mem::take(&mut candidate.count);
        if let Some(whole) = candidates.get_mut(owner) {
            whole.count += count;
        }
    }
}

/// Runs of capitalised words, and single words that are no function words.
fn phrases<'a>(sentence: &'a str, common: &Lexicon, language: &Language) -> Vec<&'a str> {
    let cased = language.script.is_cased() && language.code != "de";
    let shortest = if language.script.is_cased() { SHORTEST_WORD } else { SHORTEST_WORD - 1 };
    let plain = |word: &str| {
        word.chars().count() >= shortest && !word.starts_with(|c: char| c.is_ascii_digit())
    };
    let mut phrases = Vec::new();
    // Start, end and words of a run of capitals.
    let mut run: Option<(usize, usize, usize)> = None;
    let end_run = |run: Option<(usize, usize, usize)>, phrases: &mut Vec<&'a str>| {
        let Some((from, to, length)) = run else { return };
        let text = sentence.get(from..to).unwrap_or_default();
        // The capital of a sentence's first word says nothing.
        if length > 1 || from > 0 || plain(text) {
            phrases.push(text);
        }
    };
    for word in words(sentence) {
        let start = word.as_ptr() as usize - sentence.as_ptr() as usize;
        let end = start + word.len();
        let capital = cased && is_capitalized(word);
        let joined = run.filter(|(_, last, length)| {
            capital && *length < LONGEST_NAME && sentence.get(*last..start) == Some(" ")
        });
        if let Some((from, _, length)) = joined {
            run = Some((from, end, length + 1));
            continue;
        }
        end_run(run.take(), &mut phrases);
        if common.holds(&folded(word)) {
            continue;
        }
        if capital {
            run = Some((start, end, 1));
        } else if plain(word) {
            phrases.push(word);
        }
    }
    end_run(run, &mut phrases);
    phrases
}

#[cfg(test)]
mod tests {
    use crate::{Options, Page};

    #[test]
    fn terms() {
        let cases = [
            (
                "en",
                "Elspeth Norrie keeps the lighthouse. They said that Norrie was about to leave. \
                 The lighthouse has been there for years. Years ago it was dark.",
                &["Elspeth Norrie", "lighthouse"][..],
            ),
            ("en", "Nothing comes back here today.", &[]),
            ("de", "Die Brücke ist alt. Nun wird die Brücke neu.", &["Brücke"]),
        ];
        for (language, text, wanted) in cases {
            let page = Page::from_text(text);
            let options = Options { language: Some(language), ..Options::default() };
            assert_eq!(crate::summarize(&page, &options).keywords, wanted, "{text}");
        }
    }
}
