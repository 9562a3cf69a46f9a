//! What one sentence says of itself: whether it points to somebody or something before it.

use crate::language::{Language, holds};
use crate::text::{ends_with_any, fields, has_any, joined, starts_with_any, trim_end};
use crate::tokens::{Kind, NONE, Token, Tokens, kind};

use super::openers::{CLASSES, Openers, TIMES};
use super::torn::{is_bare_quotation, is_label};

/// What a sentence says of itself, before its neighbours are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// It points to nothing before it.
    Alone,
    /// A pronoun for somebody whom it does not name.
    Person,
    /// A demonstrative, a link, a quotation without its speaker.
    Before,
    /// A fragment.
    Unfit,
}

/// Fewest words of a sentence worth showing.
const FEWEST_WORDS: usize = 4;

/// Fewest words of a sentence that says enough without the one before it.
const FEWEST_WORDS_ALONE: usize = 6;

/// Words behind the comma among which the subject of an opening clause is named.
const SUBJECT_REACH: usize = 4;

/// Marks around a quotation.
const MARKS: &str = "\"“”„«»";

/// What reading a sentence needs to know.
pub struct Reader<'a> {
    language: Language,
    openers: Option<Openers>,
    tokens: &'a Tokens,
}

impl<'a> Reader<'a> {
    /// Says of the words of a story what this file's lists say of them.
    pub fn new(language: Language, tokens: &'a mut Tokens) -> Self {
        let openers = Openers::of(language.code);
        tokens.mark(TIMES, kind::TIME);
        if let Some(openers) = &openers {
            for (list, bit) in [(openers.persons, kind::PERSON), (openers.others, kind::OTHER)] {
                tokens.mark(list, bit);
                for word in fields(list, b' ') {
                    for joint in [b'+', b'-'] {
                        tokens.mark(fields(word, joint).next().unwrap_or_default(), kind::PAIR);
                    }
                }
            }
            tokens.mark(openers.inverted, kind::INVERTED);
            tokens.mark(openers.demonstratives, kind::OTHER | kind::DEMONSTRATIVE);
            tokens.mark(language.starters, kind::STARTER);
        }
        if language.code == "en" {
            for (bit, list) in CLASSES {
                tokens.mark(list, *bit);
            }
        }
        Reader { language, openers, tokens }
    }

    /// A word as it stands: a capital in it makes it none of a list.
    fn as_written(&self, token: &Token) -> Kind {
        if token.is_low { self.tokens.kind(token.id) } else { Kind::default() }
    }

    /// A capital, but for "I" and for days.
    fn is_name(&self, token: &Token) -> bool {
        let is_i = token.end - token.start == 1 && self.tokens.text(token.id) == "i";
        token.is_capital && !is_i && !self.tokens.kind(token.id).is(kind::TIME)
    }

    /// What a sentence says of itself.
    pub fn read(&self, sentence: &str, at: usize) -> Reading {
        let count = self.tokens.count(at);
        let is_credit = sentence.starts_with('©');
        let is_aside = sentence.starts_with('(') && sentence.ends_with(')');
        if count < FEWEST_WORDS || is_credit || is_aside || is_label(sentence, &self.language) {
            return Reading::Unfit;
        }
        if is_bare_quotation(sentence) || count < FEWEST_WORDS_ALONE {
            Reading::Before
        } else {
            self.points_back(sentence, self.tokens.of(at))
        }
    }

    /// Whether somebody is named behind the first word.
    pub fn names(&self, at: usize) -> bool {
        self.tokens.of(at).iter().skip(1).any(|token| self.is_name(token))
    }

    /// Whether the sentence opens with a word that points to the sentence before, or holds a
    /// pronoun for somebody whom it does not name.
    fn points_back(&self, sentence: &str, tokens: &[Token]) -> Reading {
        let (Some(openers), Some(first)) = (&self.openers, tokens.first()) else {
            return Reading::Alone;
        };
        let next = tokens.get(1);
        let (own, other) = (self.tokens.kind(first.id), next.map_or(NONE, |next| next.id));
        let (first, second) = (self.tokens.text(first.id), self.tokens.text(other));
        let opens = |list: &str, bit: u16| {
            if self.language.script.is_unspaced() {
                return fields(list, b' ').any(|opener| first.starts_with(opener));
            }
            let pair =
                |joint: &str| own.is(kind::PAIR) && holds(list, &joined([first, second], joint));
            own.is(bit) && !self.tokens.kind(other).is(kind::TIME) && !pair("-") || pair("+")
        };
        // "Ông Minh", "Both Harbury and Thornsea": the name is there. German nouns have capitals anyway,
        // and "das" before one is an article.
        let capital = next.is_some_and(|next| next.is_capital) && second != "i";
        let named = capital && self.language.code != "de";
        let shown = capital && matches!(first, "both" | "das");
        if opens(openers.persons, kind::PERSON) {
            return if named { Reading::Alone } else { Reading::Person };
        }
        let is_time = tokens.get(2).is_some_and(|third| self.tokens.kind(third.id).is(kind::TIME));
        let points = own.is(kind::FUNCTION | kind::STARTER | kind::CLAUSE)
            && self.tokens.kind(other).is(kind::DEMONSTRATIVE)
            && !is_time;
        if points || opens(openers.others, kind::OTHER) && !shown {
            return Reading::Before;
        }
        let riddle = self.is_told_by_pronoun(sentence, tokens)
            || match self.language.code {
                "en" => self.leaves_unnamed(sentence, tokens),
                _ => self.has_inverted_pronoun(sentence, tokens),
            };
        if riddle { Reading::Person } else { Reading::Alone }
    }

    /// "“The Old Hall is ours,” he said", "„Das ist unser Saal“, sagte er": who is named in a quotation
    /// that the sentence begins with is not the one who speaks.
    fn is_told_by_pronoun(&self, sentence: &str, tokens: &[Token]) -> bool {
        let is_pronoun =
            |token: &Token| self.as_written(token).is(kind::ONE | kind::SEVERAL | kind::INVERTED);
        let is_behind = |token: &Token| {
            let before = sentence.get(..token.start).unwrap_or_default();
            ends_with_any(trim_end(before, ", "), MARKS)
        };
        let told =
            |pair: &[Token]| pair.first().is_some_and(is_behind) && pair.iter().any(is_pronoun);
        starts_with_any(sentence, MARKS) && tokens.windows(2).skip(1).any(told)
    }

    /// "Später spielt er den Ball": a pronoun behind the verb, with no name before it. Behind a comma
    /// it may mean the first word.
    fn has_inverted_pronoun(&self, sentence: &str, tokens: &[Token]) -> bool {
        let comma = comma_behind(sentence, tokens.first()).unwrap_or(sentence.len());
        for token in tokens.iter().skip(1).take_while(|token| token.end <= comma) {
            if self.is_name(token) {
                return false;
            }
            if self.as_written(token).is(kind::INVERTED) {
                return true;
            }
        }
        false
    }

    /// A pronoun with nobody before it in its sentence: "The council has not needed her".
    fn leaves_unnamed(&self, sentence: &str, tokens: &[Token]) -> bool {
        if self.is_led_in(sentence, tokens) {
            return true;
        }
        let (mut person, mut several) = (false, false);
        let mut opening = Kind::default();
        for (at, token) in tokens.iter().enumerate() {
            let written = self.as_written(token);
            if at > 0 && written.is(kind::ONE | kind::SEVERAL) {
                let one = written.is(kind::ONE);
                if (one && person) || (!one && several) {
                    return false;
                }
                return !(opening.is(kind::CLAUSE)
                    && self.names_behind_comma(sentence, tokens, token));
            }
            let named = if at == 0 {
                opening = self.tokens.kind(token.id);
                !opening.is(kind::STARTER | kind::FUNCTION | kind::TIME | kind::CLAUSE)
                    && !self.tokens.text(token.id).ends_with("ly")
            } else {
                person |= written.is(kind::PEOPLE);
                self.is_name(token)
            };
            // Whatever pronoun follows may mean the one who is named.
            if named {
                return false;
            }
            let word = sentence.get(token.start..token.end).unwrap_or_default();
            several |= word.len() > 3 && word.ends_with('s') || written.is(kind::GROUP);
        }
        false
    }

    /// "After leaving Harbury, she", "Inside the Old Hall, he": what is named before the comma is no
    /// subject, so the pronoun right behind it means somebody else. A possessive may be meant.
    fn is_led_in(&self, sentence: &str, tokens: &[Token]) -> bool {
        let [first, second, ..] = tokens else { return false };
        let opening = self.tokens.kind(first.id);
        let is_participle = |token: &Token| self.tokens.text(token.id).ends_with("ing");
        let leads = opening.is(kind::PLACE)
            || is_participle(first)
            || opening.is(kind::CLAUSE) && is_participle(second);
        let Some(comma) = comma_behind(sentence, Some(first)).filter(|_| leads) else {
            return false;
        };
        let subject = tokens.iter().find(|token| token.start > comma);
        let is_pronoun = |token| self.as_written(token).is(kind::ONE | kind::SEVERAL);
        let lead = sentence.get(..comma).unwrap_or_default();
        subject.is_some_and(is_pronoun) && !has_any(lead, "'’")
    }

    /// "In his speech, Hale said": the pronoun means the subject that follows.
    fn names_behind_comma(&self, sentence: &str, tokens: &[Token], pronoun: &Token) -> bool {
        let Some(comma) = comma_behind(sentence, Some(pronoun)) else { return false };
        let main = tokens.iter().filter(|token| token.start > comma).take(SUBJECT_REACH);
        main.into_iter().any(|token| self.is_name(token) || self.as_written(token).is(kind::PEOPLE))
    }
}

/// Where the first comma behind a word's beginning is.
fn comma_behind(sentence: &str, token: Option<&Token>) -> Option<usize> {
    let start = token?.start;
    Some(start + sentence.bytes().skip(start).position(|byte| byte == b',')?)
}

#[cfg(test)]
mod tests;
