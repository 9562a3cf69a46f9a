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
    fn whole() {
        assert_eq!(joined(["a", "", "b"], ", "), "a, , b");
        assert_eq!(joined([], ", "), "");
        for number in [0, 7, 10, 2026, usize::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
