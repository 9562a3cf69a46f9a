//! Finds the places where a sentence may end, with what stands around them.

use super::characters::{
    BLANK, CLOSER, COMMA, DASH, DIGIT, DOT, ELLIPSIS, EMOJI, EMOJIS, FINAL, HYPHEN, LETTER, LINE,
    MARK, NEST, NUMBER, QUOTE, SPACE, Set, UNNEST, UNSEEN, begins, is, kind, run, skip, skip_back,
};
use crate::language::Language;
use crate::text::{is_of, starts_with_any};

/// A place where a sentence may end.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// The text of the sentence under way, up to the terminator.
    pub before: &'a str,
    /// The terminator and what closes after it.
    pub marks: &'a str,
    /// The text after them and the white space.
    pub after: &'a str,
    /// Byte after terminator and closers: where the sentence would end.
    pub end: usize,
    /// What was found: [`DOT`] for one full stop, [`ELLIPSIS`] for several or the character, [`MARK`] for `?`
    /// and `!`, also several or with a dot, [`FINAL`] or [`LINE`].
    pub terminator: Set,
    /// Whether something closes after the terminator.
    pub closed: bool,
    /// Whether white space stands before what follows.
    pub spaced: bool,
    /// Chinese and Japanese quotations and brackets that are open.
    pub depth: i32,
    /// Whether `before` holds a letter or a number.
    pub has_word: bool,
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
    /// Byte up to which the sentence under way has been found to hold no word.
    wordless: usize,
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
            wordless: 0,
        }
    }

    /// The next candidate; `start` is where the sentence under way starts.
    pub fn next(&mut self, start: usize) -> Option<Candidate<'a>> {
        loop {
            self.at += self.text.as_bytes().get(self.at..)?.iter().position(|b| may_tell(*b))?;
            let c = self.from(self.at).chars().next()?;
            let (at, kind) = (self.at, kind(c));
            self.pass(c, kind);
            self.at += c.len_utf8();
            self.is_smile &= self.from(self.at).starts_with(' ');
            let terminator = self.terminator(c, kind) | self.polite_ending(c, at);
            if terminator != 0 {
                return Some(self.around(start, at, c, terminator));
            }
        }
    }

    /// A Korean verb in a polite final form or a request before a space ends a sentence, with or without a full stop:
    /// of 184 in the treebanks 170 do.
    fn polite_ending(&self, c: char, at: usize) -> Set {
        let stems = match c {
            '요' | '줘' => "어아해네세에예지군까데게려여와워돼래구나줘",
            '다' => "니",
            '오' => "시",
            _ => return 0,
        };
        let before = self.text.get(..at).and_then(|before| before.chars().next_back());
        let mut after = self.from(at + c.len_utf8()).chars();
        let ends = before.is_some_and(|stem| is_of(stem, stems))
            && after.next() == Some(' ')
            && begins(after.as_str(), LETTER | NUMBER);
        if ends { FINAL } else { 0 }
    }

    /// What a character is as a terminator, 0 if none.
    fn terminator(&self, c: char, kind: Set) -> Set {
        match kind {
            EMOJI => MARK,
            found @ (LINE | DOT | MARK | ELLIPSIS | FINAL) => found,
            _ if c == ')' && self.is_smile => MARK,
            _ if is_of(c, self.extra) => FINAL,
            _ => 0,
        }
    }

    fn around(&mut self, start: usize, at: usize, first: char, found: Set) -> Candidate<'a> {
        let mut end = at + first.len_utf8();
        let mut terminator = found;
        let mut closed = false;
        if found == LINE {
            self.depth = 0;
            self.quoting = false;
            self.guillemet = false;
            self.parentheses = 0;
        } else {
            let dots = self.spaced_dots(at);
            if dots > end {
                (end, terminator) = (dots, ELLIPSIS);
            }
            for c in self.from(end).chars() {
                let kind = kind(c);
                let both = match self.terminator(c, kind) {
                    0 | LINE => break,
                    // ":" and ";" where they are terminators: "tel.: 0123".
                    _ if kind == COMMA => break,
                    other => terminator | other,
                };
                terminator = if both & !(DOT | ELLIPSIS) == 0 {
                    ELLIPSIS
                } else if both & FINAL != 0 {
                    FINAL
                } else {
                    MARK
                };
                end += c.len_utf8();
            }
            for c in self.from(end).chars() {
                let behind = end + c.len_utf8();
                // Marks that close in German and open in English or Chinese: with a word right behind they open. So does a
                // straight one where none is open: text glued without its spaces.
                let may_open = matches!(c, '“' | '‘') || c == '"' && !self.quoting;
                let opens = may_open && {
                    let behind = self.from(behind);
                    begins(behind, LETTER | NUMBER) || behind.starts_with('《')
                };
                if opens || !is(c, CLOSER | UNSEEN | HYPHEN) {
                    break;
                }
                self.pass(c, kind(c));
                closed |= is(c, CLOSER);
                end = behind;
            }
            end = self.after_emoji(end);
            let terminated = end;
            end = self.after_references(end);
            end = self.after_spaced_closer(end, terminator);
            closed |= end > terminated;
        }
        self.at = end;
        self.wordless = self.wordless.max(start);
        let mut rest = self.text.get(self.wordless..at).unwrap_or_default().chars();
        while rest.as_str().chars().next().is_some_and(|c| !is(c, LETTER | NUMBER)) {
            rest.next();
        }
        let has_word = !rest.as_str().is_empty();
        self.wordless = at - rest.as_str().len();
        let rest = self.from(end);
        let after = skip(rest, BLANK | UNSEEN);
        Candidate {
            before: self.text.get(start..at).unwrap_or_default(),
            marks: self.text.get(at..end).unwrap_or_default(),
            after,
            end,
            terminator,
            closed,
            spaced: after.len() < rest.len(),
            depth: self.depth,
            has_word,
        }
    }

    /// The end of ". . ." and ". . . .", an ellipsis with spaces; 0 if there is none.
    fn spaced_dots(&self, at: usize) -> usize {
        let rest = self.from(at);
        if !rest.starts_with(". . .") {
            return 0;
        }
        let length = rest.bytes().take_while(|b| matches!(b, b'.' | b' ')).count();
        at + skip_back(rest.get(..length).unwrap_or_default(), BLANK).len()
    }

    /// The end of reference marks, "[1][2]", which belong to the sentence before them.
    fn after_references(&self, mut end: usize) -> usize {
        while let Some(inside) = skip(self.from(end), BLANK).strip_prefix('[') {
            let digits = skip(inside, DIGIT);
            let count = inside.len() - digits.len();
            match digits.strip_prefix(']') {
                Some(behind) if (1..=3).contains(&count) => end = self.text.len() - behind.len(),
                _ => break,
            }
        }
        end
    }

    /// The end of a run of emoji that follows, with or without a space. Behind a space it may be the next sentence's,
    /// if a letter touches it.
    fn after_emoji(&self, end: usize) -> usize {
        let end = end + run(self.from(end), EMOJIS);
        let bare = skip(self.from(end), BLANK);
        let rest = skip(bare, EMOJIS);
        if begins(bare, EMOJI) && !begins(rest, LETTER) {
            self.text.len() - rest.len()
        } else {
            end
        }
    }

    /// The end of a closing mark that a space parts from the sentence, as French writes "! »" and texts
    /// taken apart into words write everything. A mark that may open too closes where one is open, or where a comma
    /// goes on behind more than a full stop.
    fn after_spaced_closer(&mut self, end: usize, terminator: Set) -> usize {
        let rest = self.from(end);
        let bare = skip(rest, BLANK);
        let mut behind = bare.chars();
        let Some(closer) = behind.next() else { return end };
        let is_double = is_of(closer, "'`") && behind.as_str().starts_with(closer);
        if is_double {
            behind.next();
        }
        let behind = behind.as_str();
        let is_parted = behind.is_empty() || begins(behind, SPACE);
        // '"Never ... ", he said.'
        let is_joined = terminator != DOT && behind.starts_with(',');
        let closes = match closer {
            '»' => self.guillemet || is_joined,
            '”' | ')' | ']' => true,
            // Where texts are taken apart, "``" opens and closes.
            '\'' | '`' => is_double && (is_parted || starts_with_any(behind, ".,(")),
            '"' | '“' => {
                is_joined
                    || is_parted && (self.quoting || starts_with_any(skip(behind, SPACE), ".,-"))
            }
            _ => false,
        };
        if !closes || bare.len() == rest.len() || begins(behind, LETTER | NUMBER) {
            return end;
        }
        self.pass(closer, kind(closer));
        self.quoting = false;
        self.text.len() - behind.len()
    }

    /// Keeps count of what a character opens or closes.
    fn pass(&mut self, c: char, kind: Set) {
        match kind {
            NEST => self.depth += 1,
            UNNEST => self.depth = (self.depth - 1).max(0),
            _ => {}
        }
        self.quoting = c == '„' || (self.quoting ^ (kind == QUOTE));
        self.is_smile = c == ')' && self.parentheses == 0;
        match c {
            '(' => self.parentheses += 1,
            ')' => self.parentheses = self.parentheses.saturating_sub(1),
            '«' => self.guillemet = true,
            '»' => self.guillemet = false,
            _ => {}
        }
    }

    fn from(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }
}

/// Whether a byte may begin a character that the scan has to look at: those of most letters may not.
fn may_tell(byte: u8) -> bool {
    match byte {
        0..=0x7F => !byte.is_ascii_alphanumeric() && byte != b' ',
        // What follows a first byte, and U+00C0 to U+057F, U+4000 to U+9FFF.
        0x80..=0xC1 | 0xC3..=0xD5 | 0xE4..=0xE9 => false,
        _ => true,
    }
}

impl<'a> Candidate<'a> {
    /// The text after a dash that direct speech begins with: "– Hello." UAX #29 never breaks before a dash (SB8a).
    pub fn behind_dash(&self) -> Option<&'a str> {
        begins(self.after, DASH).then(|| skip(self.after, DASH | SPACE))
    }
}
