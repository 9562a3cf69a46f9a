//! The key terms of a story: words and names that come back.

use crate::case::{folded, is_upper};
use crate::draft::Draft;
use crate::lexicon::Lexicon;
use crate::terms::words;

/// Most key terms given.
const MOST: usize = 8;

/// Most words of a name.
const LONGEST_NAME: usize = 4;

/// A term and how often it came.
struct Candidate<'a> {
    text: &'a str,
    count: u32,
    first: usize,
}

/// Up to eight key terms, the weightiest first; names of several words stay whole. None where
/// words are not parted by spaces.
pub fn keywords(draft: &Draft<'_>) -> Vec<String> {
    if draft.language.script.is_unspaced() {
        return Vec::new();
    }
    let mut common = Lexicon::of(draft.language.function_words);
    common.extend(draft.language.starters);
    let mut found = Lexicon::default();
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    for sentence in &draft.sentences {
        for text in phrases(sentence.text, &common, draft) {
            let key = folded(text);
            let next = candidates.len();
            let Some(at) = found.add(&key) else { continue };
            match candidates.get_mut(at as usize) {
                Some(candidate) => candidate.count += 1,
                None => candidates.push(Candidate { text, count: 1, first: next }),
            }
        }
    }
    candidates.retain(|candidate| candidate.count > 1);
    // A name of several words says more than a word that comes as often.
    let weight = |c: &Candidate<'_>| c.count * (1 + u32::from(c.text.contains(' ')));
    candidates.sort_by_key(|c| (std::cmp::Reverse(weight(c)), c.first));
    let mut chosen: Vec<String> = Vec::new();
    for candidate in candidates {
        let known = chosen.iter().any(|other| words(other).any(|word| word == candidate.text));
        if !known && chosen.len() < MOST {
            chosen.push(candidate.text.to_owned());
        }
    }
    chosen
}

/// Runs of capitalised words, and single words that are no function words.
fn phrases<'a>(sentence: &'a str, common: &Lexicon, draft: &Draft<'_>) -> Vec<&'a str> {
    let cased = draft.language.script.is_cased() && draft.language.code != "de";
    let mut phrases = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    for word in words(sentence) {
        let start = word.as_ptr() as usize - sentence.as_ptr() as usize;
        let end = start + word.len();
        let capital = cased && word.starts_with(is_upper);
        let joined = run.filter(|(_, last, length)| {
            capital && *length < LONGEST_NAME && sentence.get(*last..start) == Some(" ")
        });
        if let Some((from, _, length)) = joined {
            run = Some((from, end, length + 1));
            continue;
        }
        phrases.extend(run.take().and_then(|(from, to, _)| sentence.get(from..to)));
        let folded = folded(word);
        let plain = word.chars().count() > 3 && !word.starts_with(char::is_numeric);
        if common.holds(&folded) {
            continue;
        }
        if capital && start > 0 {
            run = Some((start, end, 1));
        } else if plain {
            phrases.push(word);
        }
    }
    phrases.extend(run.and_then(|(from, to, _)| sentence.get(from..to)));
    phrases
}
