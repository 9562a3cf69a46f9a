//! Strings taken apart and put together: the few ways that the core needs. The standard library's
//! general ones bring a substring search and number formatting of 3 KB on the wire.

/// What stands before and after the first `joint`.
pub fn split_at_first<'a>(text: &'a str, joint: &str) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(joint.len().max(1)).position(|w| w == joint.as_bytes())?;
    Some((text.get(..at)?, text.get(at + joint.len()..)?))
}

/// What stands before and after the last `joint`.
pub fn split_at_last<'a>(text: &'a str, joint: &str) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(joint.len().max(1)).rposition(|w| w == joint.as_bytes())?;
    Some((text.get(..at)?, text.get(at + joint.len()..)?))
}

/// The fields of a text that a mark of ASCII parts, empty ones too; an empty text has one.
pub fn fields(text: &str, mark: u8) -> Fields<'_> {
    Fields { rest: Some(text), mark }
}

/// What is left of a text to be parted; `None` behind the last field.
pub struct Fields<'a> {
    rest: Option<&'a str>,
    mark: u8,
}

impl<'a> Iterator for Fields<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let end = rest.bytes().position(|byte| byte == self.mark);
        self.rest = end.and_then(|end| rest.get(end + 1..));
        rest.get(..end.unwrap_or(rest.len()))
    }
}

/// What stands behind a code and a bar in the line of a text that begins so.
pub fn row_of<'a>(rows: &'a str, code: &str) -> Option<&'a str> {
    fields(rows, b'\n').find_map(|row| row.strip_prefix(code)?.strip_prefix('|'))
}

/// Whether a mark of ASCII stands in a text.
pub fn has(text: &str, mark: u8) -> bool {
    text.bytes().any(|byte| byte == mark)
}

/// Whether a character is one of those in a text.
pub fn is_of(c: char, text: &str) -> bool {
    placed(text).any(|(_, other)| other == c)
}

/// Whether a text holds a character of a list.
pub fn has_any(text: &str, list: &str) -> bool {
    text.chars().any(|c| is_of(c, list))
}

/// Whether a text starts with a character of a list.
pub fn starts_with_any(text: &str, list: &str) -> bool {
    trim_start(text, list).len() < text.len()
}

/// Whether a text ends with a character of a list.
pub fn ends_with_any(text: &str, list: &str) -> bool {
    trim_end(text, list).len() < text.len()
}

/// A text without white space at its ends.
pub fn bare(text: &str) -> &str {
    let mut rest = text.chars();
    let mut left = rest.as_str();
    while rest.next().is_some_and(char::is_whitespace) {
        left = rest.as_str();
    }
    rest = left.chars();
    while rest.next_back().is_some_and(char::is_whitespace) {
        left = rest.as_str();
    }
    left
}

/// The words of a text that white space parts.
pub fn spaced(text: &str) -> Vec<&str> {
    runs(text, |c| !c.is_whitespace())
}

/// A text without the characters of a list at its start.
pub fn trim_start<'a>(text: &'a str, list: &str) -> &'a str {
    let mut rest = text.chars();
    loop {
        let left = rest.as_str();
        if !rest.next().is_some_and(|c| is_of(c, list)) {
            return left;
        }
    }
}

/// A text without the characters of a list at its end.
pub fn trim_end<'a>(text: &'a str, list: &str) -> &'a str {
    let mut rest = text.chars();
    loop {
        let left = rest.as_str();
        if !rest.next_back().is_some_and(|c| is_of(c, list)) {
            return left;
        }
    }
}

/// A text without a mark of ASCII at its ends.
pub fn trimmed(text: &str, mark: u8) -> &str {
    let is_inside = |byte| byte != mark;
    let start = text.bytes().position(is_inside).unwrap_or(text.len());
    let end = text.bytes().rposition(is_inside).map_or(start, |last| last + 1);
    text.get(start..end).unwrap_or_default()
}

/// The characters of a text and where each stands, as [`str::char_indices`] gives them, but that what is of
/// ASCII, most of most texts, costs no call.
pub fn placed(text: &str) -> Placed<'_> {
    Placed { text, at: 0 }
}

/// What is left of a text's characters.
pub struct Placed<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Placed<'_> {
    type Item = (usize, char);

    #[inline(always)]
    fn next(&mut self) -> Option<(usize, char)> {
        let at = self.at;
        let byte = *self.text.as_bytes().get(at)?;
        let c = if byte.is_ascii() { char::from(byte) } else { char_at(self.text, at)? };
        self.at += c.len_utf8();
        Some((at, c))
    }
}

#[inline(never)]
fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The runs of characters of a kind.
pub fn runs(text: &str, is_inside: fn(char) -> bool) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut start = None;
    for (at, c) in placed(text) {
        match (is_inside(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                runs.push(text.get(from..at).unwrap_or_default());
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        runs.push(text.get(from..).unwrap_or_default());
    }
    runs
}

/// Whether a text holds another, not empty one.
pub fn holds_part(text: &str, part: &str) -> bool {
    split_at_first(text, part).is_some()
}

/// Texts with a joint between them.
pub fn joined<'a>(texts: impl IntoIterator<Item = &'a str>, joint: &str) -> String {
    let mut all = String::new();
    for (at, text) in texts.into_iter().enumerate() {
        if at > 0 {
            all.push_str(joint);
        }
        all.push_str(text);
    }
    all
}

/// A number in decimal digits.
pub fn decimal(number: usize) -> String {
    let mut digits = String::new();
    let mut rest = number;
    loop {
        digits.insert(0, char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            return digits;
        }
    }
}

/// White space to single spaces.
pub fn one_line(text: &str) -> String {
    joined(spaced(text), " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        assert_eq!(split_at_first("a – b – c", " – "), Some(("a", "b – c")));
        assert_eq!(split_at_last("a – b – c", " – "), Some(("a – b", "c")));
        for (text, part) in [("abc", "d"), ("", "a"), ("a", "aa"), ("a", "")] {
            assert!(!holds_part(text, part), "{part:?} in {text:?}");
        }
    }

    #[test]
    fn marks() {
        assert!(has("a.é", b'.') && !has("", b'.'));
        assert!(is_of('é', "a.é") && !is_of('é', "e") && !is_of('é', ""));
        for (text, inside) in [(" \u{A0}a b\n", "a b"), (" ", ""), ("é", "é")] {
            assert_eq!(bare(text), inside);
        }
        for (text, inside) in [("//a/é/", "a/é"), ("a", "a"), ("//", ""), ("", "")] {
            assert_eq!(trimmed(text, b'/'), inside);
        }
    }

    #[test]
    fn many_parts() {
        assert_eq!(fields("a||bé|", b'|').collect::<Vec<_>>(), ["a", "", "bé", ""]);
        assert_eq!(fields("", b'|').collect::<Vec<_>>(), [""]);
        assert_eq!(runs("  ab, é ", char::is_alphabetic), ["ab", "é"]);
        assert_eq!(runs("ab", char::is_alphabetic), ["ab"]);
        assert!(runs("", char::is_alphabetic).is_empty());
        for text in ["", "ab", "aé…b\u{1F600}"] {
            assert!(placed(text).eq(text.char_indices()), "{text}");
        }
    }

    #[test]
    fn whole() {
        assert_eq!(joined(["a", "", "b"], ", "), "a, , b");
        assert_eq!(joined([], ", "), "");
        for number in [0, 7, 10, 2026, usize::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
