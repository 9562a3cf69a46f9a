//! Finds the places where a sentence may end, with what stands around them.

use super::characters::{
    depth_change, is_closer, is_dot, is_ellipsis, is_emoji, is_emoji_part, is_final, is_invisible,
    is_line, is_mark, is_two_way_quote,
};
use crate::language::Language;
use crate::letters::is_word;

/// What kind of terminator was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terminator {
    /// One full stop.
    Dot,
    /// Two or more full stops, or the character.
    Ellipsis,
    /// `?` or `!`, also several, also with a dot.
    Mark,
    /// A mark that ends sentences wherever it stands.
    Final,
    /// A line feed.
    Line,
}

/// A place where a sentence may end.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Byte where the sentence under way starts.
    pub start: usize,
    /// Byte of the terminator.
    pub at: usize,
    /// Byte after terminator and closers: where the sentence would end.
    pub end: usize,
    /// Byte of the next character that is not white space.
    pub next: usize,
    /// What was found.
    pub terminator: Terminator,
    /// Whether something closes after the terminator.
    pub closed: bool,
    /// Chinese and Japanese quotations and brackets that are open.
    pub depth: i32,
}

impl<'a> Candidate<'a> {
    /// The text after the white space.
    pub fn after(&self) -> &'a str {
        self.text.get(self.next..).unwrap_or_default()
    }

    /// The text of the sentence under way, up to the terminator.
    pub fn before(&self) -> &'a str {
        self.text.get(self.start..self.at).unwrap_or_default()
    }

    /// Whether white space parts the two.
    pub fn spaced(&self) -> bool {
        self.next > self.end
    }
}

/// Walks a text from terminator to terminator.
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: i32,
    /// Whether a quotation mark that both opens and closes has been seen an odd number of times.
    quoting: bool,
    /// Whether the last guillemet seen was «.
    guillemet: bool,
    extra: &'static str,
    /// Parentheses that are open.
    parentheses: u32,
    /// Whether the last character was a parenthesis that closes none.
    is_smile: bool,
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str, language: &Language) -> Self {
        Scanner {
            text,
            at: 0,
            depth: 0,
            quoting: false,
            guillemet: false,
            extra: language.terminators,
            parentheses: 0,
            is_smile: false,
        }
    }

    /// The next candidate; `start` is where the sentence under way starts.
    pub fn next(&mut self, start: usize) -> Option<Candidate<'a>> {
        let rest = self.text.get(self.at..)?;
        for (offset, c) in rest.char_indices() {
            if c.is_ascii_alphanumeric() || c == ' ' {
                continue;
            }
            self.pass(c);
            let behind = self.at + offset + c.len_utf8();
            self.is_smile &= self.char_at(behind) == Some(' ');
            let kind = self.kind(c).or_else(|| self.polite_ending(c, self.at + offset));
            if let Some(terminator) = kind {
                let candidate = self.around(start, self.at + offset, c, terminator);
                self.at = candidate.end;
                return Some(candidate);
            }
        }
        None
    }

    /// A Korean verb in a polite final form before a space ends a sentence, with or without a full stop:
    /// of 145 in the treebanks 133 do.
    fn polite_ending(&self, c: char, at: usize) -> Option<Terminator> {
        let stems = match c {
            '요' => "어아해네세에예지군까데게려여와워돼래",
            '다' => "니",
            _ => return None,
        };
        let (before, after) = (self.text.get(..at)?, self.text.get(at + c.len_utf8()..)?);
        let ends = before.ends_with(|stem| stems.contains(stem))
            && after.strip_prefix(' ')?.starts_with(is_word);
        ends.then_some(Terminator::Final)
    }

    fn kind(&self, c: char) -> Option<Terminator> {
        match c {
            c if is_line(c) => Some(Terminator::Line),
            c if is_dot(c) => Some(Terminator::Dot),
            c if is_mark(c) || is_emoji(c) => Some(Terminator::Mark),
            ')' if self.is_smile => Some(Terminator::Mark),
            c if is_ellipsis(c) => Some(Terminator::Ellipsis),
            c if is_final(c) || (!self.extra.is_empty() && self.extra.contains(c)) => {
                Some(Terminator::Final)
            }
            _ => None,
        }
    }

    fn around(&mut self, start: usize, at: usize, first: char, kind: Terminator) -> Candidate<'a> {
        let mut end = at + first.len_utf8();
        let mut terminator = kind;
        if kind == Terminator::Line {
            self.depth = 0;
            self.quoting = false;
            self.guillemet = false;
            self.parentheses = 0;
        } else {
            end = self.after_spaced_dots(at, end);
            if end > at + first.len_utf8() {
                terminator = Terminator::Ellipsis;
            }
            while let Some(c) = self.char_at(end) {
                terminator = match (terminator, self.kind(c)) {
                    (_, None | Some(Terminator::Line)) => break,
                    (
                        Terminator::Dot | Terminator::Ellipsis,
                        Some(Terminator::Dot | Terminator::Ellipsis),
                    ) => Terminator::Ellipsis,
                    (Terminator::Final, _) | (_, Some(Terminator::Final)) => Terminator::Final,
                    _ => Terminator::Mark,
                };
                end += c.len_utf8();
            }
        }
        let terminated = end;
        while let Some(c) = self.char_at(end) {
            if kind == Terminator::Line || !(is_closer(c) || is_invisible(c)) {
                break;
            }
            let behind = end + c.len_utf8();
            if may_open(c) && self.char_at(behind).is_some_and(|n| is_word(n) || n == '《') {
                break;
            }
            self.pass(c);
            end = behind;
        }
        if kind != Terminator::Line {
            end = self.after_emoji(end);
            end = self.after_references(end);
            end = self.after_spaced_closer(end);
        }
        let rest = self.text.get(end..).unwrap_or_default();
        let skipped = rest.trim_start_matches(|c: char| {
            (c.is_whitespace() && !is_line(c)) || (is_invisible(c) && c != '\u{AD}')
        });
        let next = self.text.len() - skipped.len();
        Candidate {
            text: self.text,
            start,
            at,
            end,
            next,
            terminator,
            closed: end > terminated,
            depth: self.depth,
        }
    }

    /// The end of ". . ." and ". . . .", an ellipsis with spaces.
    fn after_spaced_dots(&self, at: usize, end: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let length = rest.len() - rest.trim_start_matches(['.', ' ']).len();
        let run = rest.get(..length).unwrap_or_default().trim_end();
        if run.starts_with(". . .") { at + run.len() } else { end }
    }

    /// The end of reference marks, "[1][2]", which belong to the sentence before them.
    fn after_references(&self, mut end: usize) -> usize {
        loop {
            let rest = self.text.get(end..).unwrap_or_default();
            let Some(inside) = rest.trim_start_matches(' ').strip_prefix('[') else { return end };
            let digits = inside.trim_start_matches(|c: char| c.is_ascii_digit());
            let count = inside.len() - digits.len();
            match digits.strip_prefix(']') {
                Some(behind) if (1..=3).contains(&count) => end = self.text.len() - behind.len(),
                _ => return end,
            }
        }
    }

    /// The end of a run of emoji that follows, with or without a space.
    fn after_emoji(&self, end: usize) -> usize {
        let rest = self.text.get(end..).unwrap_or_default();
        let rest = rest.trim_start_matches(is_emoji_part);
        let bare = rest.trim_start_matches(' ');
        if !bare.starts_with(is_emoji) {
            return self.text.len() - rest.len();
        }
        self.text.len() - bare.trim_start_matches(is_emoji_part).len()
    }

    /// The end of a closing mark that a space parts from the sentence, as French writes "! »" and texts
    /// taken apart into words write everything. A mark that may open too closes where one is open.
    fn after_spaced_closer(&mut self, end: usize) -> usize {
        let rest = self.text.get(end..).unwrap_or_default();
        let bare = rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
        let (closer, behind) = match bare.chars().next() {
            Some('\'') if bare.starts_with("''") => ('\'', bare.get(2..).unwrap_or_default()),
            Some(c) => (c, bare.get(c.len_utf8()..).unwrap_or_default()),
            None => return end,
        };
        let is_free = bare.len() < rest.len() && !behind.starts_with(is_word);
        let is_parted = behind.is_empty() || behind.starts_with(char::is_whitespace);
        let closes = match closer {
            '»' => self.guillemet,
            '”' | ')' | ']' => true,
            '\'' => is_parted && behind.len() + 2 == bare.len(),
            '"' | '“' => {
                is_parted && (self.quoting || behind.trim_start().starts_with(['.', ',']))
            }
            _ => false,
        };
        if !is_free || !closes {
            return end;
        }
        self.pass(closer);
        self.quoting = false;
        self.text.len() - behind.len()
    }

    /// Keeps count of what a character opens or closes.
    fn pass(&mut self, c: char) {
        self.depth = (self.depth + depth_change(c)).max(0);
        self.quoting = c == '„' || (self.quoting ^ is_two_way_quote(c));
        self.is_smile = c == ')' && self.parentheses == 0;
        self.parentheses = match c {
            '(' => self.parentheses.saturating_add(1),
            ')' => self.parentheses.saturating_sub(1),
            _ => self.parentheses,
        };
        self.guillemet = c == '«' || (self.guillemet && c != '»');
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }
}

/// Marks that close in German and open in English or Chinese: with a word right behind they open.
fn may_open(c: char) -> bool {
    matches!(c, '“' | '‘')
}
