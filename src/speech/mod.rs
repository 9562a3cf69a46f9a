//! Direct speech: which sentences lie inside a quotation, and who speaks them.
//!
//! The state of the quotation is carried through a block; where a block leaves it open and the next
//! one opens anew (the habit of English newspapers), it goes on. Who speaks is read off a verb of
//! speech and the name beside it: in the same sentence, in the sentence that the quotation follows
//! or precedes, or in a block before it that ends with a colon. Nothing is guessed: without verb
//! and name there is no speaker. Cost is linear in the text.

use crate::case::{folded, is_capitalized};
use crate::draft::Draft;
use crate::language::tables::{Table, line};
use crate::letters::is_word;
use crate::lexicon::Lexicon;
use crate::text::{bare, ends_with_any, has_any, is_of, placed, runs, starts_with_any};

/// What a sentence is to the quotations around it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Speech<'a> {
    /// Whether some of it lies inside a quotation of at least [`FEWEST_QUOTED_CHARS`].
    pub is_quoted: bool,
    /// Whether it begins inside a quotation that an earlier sentence opened.
    pub begins_inside: bool,
    /// Whether it ends inside a quotation that a later sentence closes.
    pub ends_inside: bool,
    /// Who speaks, as the text names them.
    pub speaker: Option<&'a str>,
    /// The sentence that says so.
    pub attribution: Option<usize>,
}

/// Quoted text shorter than this is a word or title in quotation marks, not speech.
const FEWEST_QUOTED_CHARS: usize = 20;

/// Most words of a speaker's name.
const MOST_NAME_WORDS: usize = 4;

/// Marks each sentence of a draft.
pub fn mark<'a>(draft: &Draft<'a>) -> Vec<Speech<'a>> {
    let sentences: Vec<_> = draft.sentences.iter().map(|s| (s.block, s.text)).collect();
    mark_sentences(&sentences, draft.language.code)
}

/// Marks sentences, each given with the block that it lies in.
pub fn mark_sentences<'a>(sentences: &[(usize, &'a str)], language: &str) -> Vec<Speech<'a>> {
    let verbs = Lexicon::of(line(Table::Verbs, language).unwrap_or_default());
    let mut marked: Vec<Speech<'a>> = Vec::with_capacity(sentences.len());
    let mut outside = Vec::with_capacity(sentences.len());
    let mut state = State::default();
    let mut block = None;
    for (at, &(own, text)) in sentences.iter().enumerate() {
        if block != Some(own) {
            state.enter(text);
            // A quotation that its block never closes would swallow the rest of the story.
            let rest = sentences.get(at..).unwrap_or_default();
            if state.is_open() && !closes_soon(rest) {
                state = State::default();
            }
            block = Some(own);
        }
        let begins_inside = state.is_open();
        let parts = state.read(text);
        marked.push(Speech {
            is_quoted: parts.quoted_chars >= FEWEST_QUOTED_CHARS || begins_inside,
            begins_inside,
            ends_inside: state.is_open(),
            ..Speech::default()
        });
        outside.push(parts.outside);
    }
    name_speakers(sentences, &outside, &verbs, &mut marked);
    marked
}

/// Whether a quotation carried into the next block closes in it.
fn closes_soon(rest: &[(usize, &str)]) -> bool {
    let block = rest.first().map(|(block, _)| *block);
    rest.iter()
        .take_while(|(other, _)| Some(*other) == block)
        .any(|(_, text)| has_any(text, "”»\"“」"))
}

/// Gives each quoted sentence its speaker, from itself, then from its neighbours.
fn name_speakers<'a>(
    sentences: &[(usize, &'a str)],
    outside: &[Vec<&'a str>],
    verbs: &Lexicon,
    marked: &mut [Speech<'a>],
) {
    // Speakers are asked for of speech and of the sentences beside it.
    let is_near = |at: usize| {
        let near = marked.get(at.saturating_sub(1)..).unwrap_or_default();
        near.iter().take(at.min(1) + 2).any(|speech| speech.is_quoted)
    };
    let mut own: Vec<Option<&'a str>> = Vec::with_capacity(outside.len());
    for (at, parts) in outside.iter().enumerate() {
        let mut speaker = None;
        if is_near(at) {
            speaker = parts.iter().find_map(|part| speaker_in(part, verbs));
        }
        own.push(speaker);
    }
    let named = |at: usize| own.get(at).copied().flatten().map(|speaker| (speaker, at));
    let block = |at: usize| sentences.get(at).map(|(block, _)| *block);
    let mut carried: Option<(&'a str, usize)> = None;
    for at in 0..marked.len() {
        let Some(speech) = marked.get_mut(at).filter(|speech| speech.is_quoted) else {
            carried = None;
            continue;
        };
        let before = at.checked_sub(1).filter(|before| {
            let leads = sentences.get(*before).is_some_and(|(_, text)| ends_with_any(text, ":："));
            leads || block(*before) == block(at) && speech.begins_inside
        });
        // “First half,” said X. “Second half.”: nothing but speech, right behind X's in one block.
        let is_bare = outside
            .get(at)
            .is_some_and(|parts| !parts.iter().any(|part| part.chars().any(is_word)));
        let goes_on = is_bare && at.checked_sub(1).and_then(block) == block(at);
        let found = named(at)
            .or_else(|| carried.filter(|_| speech.begins_inside || goes_on))
            .or_else(|| before.and_then(named));
        carried = found;
        if let Some((speaker, attribution)) = found {
            speech.speaker = Some(speaker);
            speech.attribution = Some(attribution);
        }
    }
    name_backwards(&named, marked);
}

/// "We went. We saw", she said: the speaker of a quotation's end speaks its beginning too.
fn name_backwards<'a>(
    named: &impl Fn(usize) -> Option<(&'a str, usize)>,
    marked: &mut [Speech<'a>],
) {
    let mut following: Option<Speech<'a>> = None;
    for (at, speech) in marked.iter_mut().enumerate().rev() {
        if speech.is_quoted && speech.speaker.is_none() && speech.ends_inside {
            let from = following.filter(|next| next.begins_inside);
            speech.speaker = from.and_then(|next| next.speaker);
            speech.attribution = from.and_then(|next| next.attribution);
        } else if speech.is_quoted
            && speech.speaker.is_none()
            && let Some((speaker, at)) =
                named(at + 1).filter(|_| following.is_some_and(|next| !next.is_quoted))
            && speech.begins_inside
        {
            speech.speaker = Some(speaker);
            speech.attribution = Some(at);
        }
        following = Some(*speech);
    }
}

/// The name beside a verb of speech in a part of a sentence outside quotations.
///
/// Names are words with capitals; where a language has no case, the words between the verb and
/// the next mark. A pronoun is no name.
fn speaker_in<'a>(part: &'a str, verbs: &Lexicon) -> Option<&'a str> {
    let words = runs(part, is_inside);
    let at = words.iter().position(|word| verbs.holds(&folded(word)))?;
    let behind = words.get(at + 1..).unwrap_or_default();
    let before = words.get(..at).unwrap_or_default();
    name(part, behind, false).or_else(|| name(part, before, true))
}

/// The run of names at the start of `words`, or at their end.
fn name<'a>(part: &'a str, words: &[&'a str], from_end: bool) -> Option<&'a str> {
    let place = |word: &str| word.as_ptr() as usize - part.as_ptr() as usize;
    let is_other = |word: &&str| {
        let capital = is_capitalized(word);
        // The first word of a sentence has a capital anyway: a name needs a second one.
        !capital || (words.len() == 1 && place(word) == 0) || is_small_word(word)
    };
    let run = if from_end {
        let other = words.iter().rposition(is_other);
        words.get(other.map_or(0, |at| at + 1)..)?
    } else {
        words.get(..words.iter().position(is_other).unwrap_or(words.len()))?
    };
    let last = run.get(run.len().min(MOST_NAME_WORDS).checked_sub(1)?)?;
    let name = part.get(place(run.first()?)..place(last) + last.len())?;
    (!has_any(name, ".,;:()")).then_some(name)
}

/// Pronouns and articles that begin sentences with a capital.
fn is_small_word(word: &str) -> bool {
    const SMALL: &str = "he she it they we i you the a an this that er sie es wir ich der die das il elle ils elles on le la les el ella ellos o ele ela lui lei han hun hon hij zij on ona он она они";
    crate::language::holds(SMALL, &folded(word))
}

fn is_inside(c: char) -> bool {
    is_word(c) || matches!(c, '\'' | '’' | '-')
}

/// The quotation that is open, by the marks that close it; none where there are none.
#[derive(Debug, Default, Clone, Copy)]
struct State {
    closers: &'static str,
}

/// A sentence taken apart by its quotation marks.
struct Parts<'a> {
    quoted_chars: usize,
    outside: Vec<&'a str>,
}

impl State {
    fn is_open(self) -> bool {
        !self.closers.is_empty()
    }

    /// A new block begins: a quotation goes on only if the block opens anew with the same mark.
    fn enter(&mut self, text: &str) {
        if !starts_with_any(text, "“\"«„»") {
            self.closers = "";
        }
    }

    fn read<'a>(&mut self, text: &'a str) -> Parts<'a> {
        let mut parts = Parts { quoted_chars: 0, outside: Vec::new() };
        // Most sentences have no mark of any quotation.
        let is_plain = |byte: &u8| byte.is_ascii() && *byte != b'"';
        if !self.is_open() && text.as_bytes().iter().all(is_plain) {
            parts.keep(Some(text));
            return parts;
        }
        let mut from = 0;
        let mut before = ' ';
        for (at, c) in placed(text) {
            let opened = closers(c, before);
            before = c;
            if self.is_open() {
                let starts_anew = at == 0 && !opened.is_empty();
                if is_of(c, self.closers) && !starts_anew {
                    self.closers = "";
                    from = at + c.len_utf8();
                } else {
                    parts.quoted_chars += 1;
                }
            } else if !opened.is_empty() {
                parts.keep(text.get(from..at));
                self.closers = opened;
            }
        }
        if !self.is_open() {
            parts.keep(text.get(from..));
        }
        parts
    }
}

impl<'a> Parts<'a> {
    fn keep(&mut self, part: Option<&'a str>) {
        let part = part.unwrap_or_default();
        if !bare(part).is_empty() {
            self.outside.push(part);
        }
    }
}

/// What closes the quotation that a mark opens; nothing if it opens none.
fn closers(c: char, before: char) -> &'static str {
    match c {
        '“' => "”",
        '„' => "“”",
        '«' => "»",
        '「' => "」",
        '『' => "』",
        '”' | '»' | '"' if is_word(before) => "",
        '”' => "”",
        '»' => "«»",
        '"' => "\"",
        _ => "",
    }
}

#[cfg(test)]
mod tests;
