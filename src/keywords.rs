//! The key terms of a story: words and names that come back.

use crate::case::folded;
use crate::coherence::TIMES;
use crate::draft::Draft;
use crate::letters::is_word;
use crate::lexicon::Lexicon;
use crate::most::most;
use crate::text::{has, runs};
use crate::tokens::{NONE, Tokens, kind};

/// Most key terms given.
const MOST: usize = 8;

/// Most words of a name.
const LONGEST_NAME: usize = 4;

/// Fewest letters of a word in small letters: shorter ones are mostly function words.
const SHORTEST_WORD: u32 = 5;

/// What is no key term by itself.
const COMMON_KINDS: u16 = kind::FUNCTION | kind::STARTER | kind::TIME | kind::COMMON;

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
pub fn keywords(draft: &Draft<'_>, tokens: &mut Tokens) -> Vec<String> {
    if draft.language.script.is_unspaced() {
        return Vec::new();
    }
    tokens.mark(draft.language.starters, kind::STARTER);
    tokens.mark(TIMES, kind::TIME);
    if draft.language.code == "en" {
        tokens.mark(COMMON, kind::COMMON);
    }
    let mut candidates = Candidates::default();
    for at in 0..draft.sentences.len() {
        candidates.take(draft, tokens, at);
    }
    let mut candidates = candidates.all;
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
        let known = chosen.iter().any(|other| runs(other, is_word).contains(&candidate.text));
        if !known && chosen.len() < MOST {
            chosen.push(candidate.text.to_owned());
        }
    }
    chosen
}

/// Runs of capitalised words, and single words that are no function words.
#[derive(Default)]
struct Candidates<'a> {
    all: Vec<Candidate<'a>>,
    /// Place of each word, and of each name of several, by its number.
    places: Vec<u32>,
}

impl<'a> Candidates<'a> {
    fn take(&mut self, draft: &Draft<'a>, tokens: &mut Tokens, at: usize) {
        let Some(sentence) = draft.sentences.get(at).map(|sentence| sentence.text) else { return };
        let language = &draft.language;
        let cased = language.script.is_cased() && language.code != "de";
        let shortest = if language.script.is_cased() { SHORTEST_WORD } else { SHORTEST_WORD - 1 };
        let own = tokens.of(at).to_vec();
        let mut rest = own.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            rest = behind;
            let capital = cased && first.is_capital;
            let kind = tokens.kind(first.id);
            if kind.is(COMMON_KINDS) {
                continue;
            }
            let is_number = sentence.as_bytes().get(first.start).is_some_and(u8::is_ascii_digit);
            let mut end = first.end;
            let mut length = 1;
            while let Some((next, behind)) = rest.split_first()
                && capital
                && next.is_capital
                && length < LONGEST_NAME
                && sentence.get(end..next.start) == Some(" ")
            {
                (rest, end, length) = (behind, next.end, length + 1);
            }
            // The capital of a sentence's first word says nothing.
            if length > 1 || capital && first.start > 0 || !is_number && kind.letters >= shortest {
                let text = sentence.get(first.start..end).unwrap_or_default();
                let id = if length == 1 { first.id } else { tokens.number(&folded(text)) };
                self.add(text, id);
            }
        }
    }

    /// Counts a word or a name of several, by the number of its small letters.
    fn add(&mut self, text: &'a str, id: u32) {
        let at = id as usize;
        if id != NONE && at >= self.places.len() {
            self.places.resize(at + 1, NONE);
        }
        let Some(place) = self.places.get_mut(at) else { return };
        if *place == NONE {
            *place = self.all.len() as u32;
            self.all.push(Candidate { text, count: 0 });
        }
        if let Some(candidate) = self.all.get_mut(*place as usize) {
            candidate.count += 1;
        }
    }
}

/// A name's part counts for the whole name: "Norrie" for "Elspeth Norrie".
fn give_to_whole_names(candidates: &mut [Candidate<'_>]) {
    let mut parts = Lexicon::default();
    let mut owners = Vec::new();
    for (at, candidate) in candidates.iter().enumerate().filter(|(_, c)| has(c.text, b' ')) {
        for word in runs(candidate.text, is_word) {
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
