//! Words of a block as hashes and counts: all that finding wants to know of a text.

use crate::case::{is_lower, is_upper};
use crate::letters::{is_number, is_unspaced, is_word};
use crate::text::bare;

/// Most hashes kept of one block; a longer block is known well enough by its start.
const MAX_WORDS: usize = 20_000;

/// What one pass over a block's text tells.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextShape {
    /// Words; in scripts without spaces two characters of Han or kana count as
    /// one, four of Thai, Lao, Myanmar or Khmer.
    pub words: u32,
    /// UTF-16 units.
    pub units: u32,
    /// Letters and digits.
    pub letters: u32,
    /// Digits.
    pub digits: u32,
    /// Words that begin with a capital.
    pub capitals: u32,
    /// Words in capitals only, of two letters or more.
    pub shouted: u32,
    /// Full stops, question and exclamation marks that end a word.
    pub stops: u32,
    /// Commas of any script.
    pub commas: u32,
    /// The text ends as a sentence does.
    pub ends: bool,
    /// The last character is a colon.
    pub ends_in_colon: bool,
    /// The first letter is lower case.
    pub starts_low: bool,
    /// The first character is a quotation mark or dash.
    pub starts_quoted: bool,
    /// The first character opens a bracket, and the last closes one.
    pub bracketed: bool,
    /// Copyright signs, bars, slashes, arrows, at signs: the small change of credits and notices.
    pub marks: u32,
    /// Currency signs.
    pub money: u32,
    /// Line feeds.
    pub lines: u32,
    /// Range of the block's words in [`Words::hashes`].
    pub start: usize,
    /// End of that range.
    pub end: usize,
}

/// The words of all blocks, as hashes.
#[derive(Debug, Default)]
pub struct Words {
    /// Folded words, hashed, block after block.
    pub hashes: Vec<u32>,
}

impl Words {
    /// Adds a text and tells its shape. By bytes, since it is the one pass over all of a page's text
    /// and most of that is ASCII.
    pub fn add(&mut self, text: &str) -> TextShape {
        let mut shape = TextShape {
            start: self.hashes.len(),
            units: text.len() as u32,
            ..TextShape::default()
        };
        let limit = shape.start + MAX_WORDS;
        let mut word = Word::default();
        let mut unspaced = 0_u32;
        // whether the last character that is no white space was a stop
        let mut stopped = false;
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            if byte.is_ascii_alphanumeric() {
                let (letters, digits) = (word.letters, word.push_ascii(text.as_bytes(), at));
                shape.digits += digits;
                stopped = false;
                at += (word.letters - letters) as usize;
                continue;
            }
            if byte == b' ' {
                self.close(&mut word, &mut shape, limit);
                at += 1;
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            let c = rest.chars().next().unwrap_or(' ');
            at += c.len_utf8();
            shape.units -= (c.len_utf8() - c.len_utf16()) as u32;
            if !byte.is_ascii() && is_word(c) {
                shape.digits += u32::from(is_number(c));
                stopped = false;
                if !is_unspaced(c) {
                    word.push(c);
                    continue;
                }
                self.close(&mut word, &mut shape, limit);
                unspaced += letters_weight(c);
                word.push(c);
                self.close(&mut word, &mut shape, limit);
                shape.words -= 1;
                continue;
            }
            self.close(&mut word, &mut shape, limit);
            if byte == b'\n' {
                shape.lines += 1;
            } else if !c.is_whitespace() {
                let before = std::mem::replace(&mut stopped, is_stop(c));
                shape.stops += u32::from(stopped && !before);
                count_mark(&mut shape, c);
            }
        }
        self.close(&mut word, &mut shape, limit);
        shape.words += unspaced.div_ceil(4);
        shape.end = self.hashes.len();
        let begin = text.chars().next().unwrap_or(' ');
        let last = bare(text).chars().next_back().unwrap_or(' ');
        shape.starts_low = text.chars().find(|c| is_word(*c)).is_some_and(is_lower);
        shape.starts_quoted = is_quote(begin) || matches!(begin, '-' | '–' | '—');
        shape.bracketed =
            matches!(begin, '(' | '[' | '（' | '【') && matches!(last, ')' | ']' | '）' | '】');
        shape.ends_in_colon = matches!(last, ':' | '：');
        let is_closing =
            |c: char| is_quote(c) || c.is_whitespace() || matches!(c, ')' | ']' | '」' | '）');
        shape.ends = text.chars().rev().find(|c| !is_closing(*c)).is_some_and(is_stop);
        shape
    }

    /// The hashes of a block's words.
    pub fn of(&self, shape: &TextShape) -> &[u32] {
        self.hashes.get(shape.start..shape.end).unwrap_or_default()
    }

    fn close(&mut self, word: &mut Word, shape: &mut TextShape, limit: usize) {
        if word.letters == 0 {
            return;
        }
        if self.hashes.len() < limit {
            self.hashes.push(word.hash);
        }
        shape.words += 1;
        shape.letters += word.letters;
        shape.capitals += u32::from(word.capital);
        shape.shouted += u32::from(word.letters > 1 && word.upper == word.letters);
        *word = Word::default();
    }
}

#[derive(Debug)]
struct Word {
    hash: u32,
    letters: u32,
    upper: u32,
    capital: bool,
}

impl Default for Word {
    fn default() -> Self {
        Self { hash: FNV_START, letters: 0, upper: 0, capital: false }
    }
}

impl Word {
    fn push(&mut self, c: char) {
        let upper = is_upper(c);
        self.capital |= upper && self.letters == 0;
        self.letters += 1;
        self.upper += u32::from(upper);
        self.hash = mix(self.hash, fold(c));
    }

    /// Adds the letters and digits of ASCII from a byte on, and counts the digits. Most of a page's text is such.
    fn push_ascii(&mut self, bytes: &[u8], from: usize) -> u32 {
        let (mut hash, mut letters, mut upper, mut digits) = (self.hash, 0, 0, 0);
        let run = bytes.iter().skip(from).take_while(|byte| byte.is_ascii_alphanumeric());
        for byte in run {
            letters += 1;
            upper += u32::from(byte.is_ascii_uppercase());
            digits += u32::from(byte.is_ascii_digit());
            hash = mix_code(hash, byte.to_ascii_lowercase().into());
        }
        let first = bytes.get(from).is_some_and(u8::is_ascii_uppercase);
        self.capital |= self.letters == 0 && first;
        self.hash = hash;
        self.letters += letters;
        self.upper += upper;
        digits
    }
}

/// FNV-1a, 32 bits (Fowler, Noll, Vo), over characters.
pub const FNV_START: u32 = 0x811c_9dc5;

/// One step of the hash.
pub fn mix(hash: u32, c: char) -> u32 {
    mix_code(hash, c as u32)
}

/// One step of the hash over any number: a character's code, or the hash of a word in a run.
pub const fn mix_code(hash: u32, code: u32) -> u32 {
    (hash ^ code).wrapping_mul(0x0100_0193)
}

/// Hash of a run of words.
#[inline(never)]
pub fn join(run: &[u32]) -> u32 {
    let mut hash = 0;
    for &word in run {
        hash = mix_code(hash, word);
    }
    hash
}

/// Hash of a string, case folded.
pub fn hash(text: &str) -> u32 {
    text.chars().fold(FNV_START, |hash, c| mix(hash, fold(c)))
}

/// Lower case of the alphabets that have it in blocks of equal distance; enough to compare a page
/// with itself, and without the tables of full case mapping.
fn fold(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => return c,
    };
    char::from_u32(c as u32 + distance).unwrap_or(c)
}

/// Fourths of a word that a letter of an unspaced script stands for: two of kana and Han, one of the others.
fn letters_weight(c: char) -> u32 {
    1 + u32::from(c >= '\u{3040}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '«' | '»' | '‘'..='‟' | '‹' | '›' | '「' | '『' | '」' | '』')
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔' | '։' | '።')
}

fn count_mark(shape: &mut TextShape, c: char) {
    match c {
        ',' | '،' | '、' | '，' | '；' => shape.commas += 1,
        '©' | '|' | '/' | '→' | '»' | '›' | '@' | '•' | '·' | '▶' | '►' | '#' => {
            shape.marks += 1
        }
        '$' | '€' | '£' | '¥' | '₹' => shape.money += 1,
        _ => {}
    }
}
