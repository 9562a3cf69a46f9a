//! Counts sentences that dangle in an English summary, by rules of its own, not the engine's.
//!
//! After Zhang, Wan and Bansal (2022): coreference and discourse that lost what they refer to. A
//! sentence whose neighbour before stands beside it is never counted.

const PERSONS: [&str; 12] = [
    "he", "she", "him", "her", "his", "hers", "they", "them", "their", "theirs", "himself",
    "herself",
];

const POINTERS: [&str; 8] = ["this", "that", "these", "those", "it", "its", "such", "there"];

const LINKS: [&str; 18] = [
    "but",
    "and",
    "so",
    "or",
    "however",
    "also",
    "then",
    "therefore",
    "thus",
    "meanwhile",
    "instead",
    "still",
    "yet",
    "nor",
    "moreover",
    "furthermore",
    "nevertheless",
    "besides",
];

/// Whether a chosen sentence has lost what it refers to.
pub fn dangles(texts: &[&str], chosen: &[usize], at: usize) -> bool {
    if at == 0 || chosen.contains(&(at - 1)) {
        return false;
    }
    let text = texts[at];
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).collect();
    let Some(first) = words.first().map(|word| word.to_lowercase()) else { return true };
    if PERSONS.contains(&first.as_str()) || LINKS.contains(&first.as_str()) {
        return true;
    }
    // "This year" and "There are" say what they mean.
    let second = words.get(1).copied().unwrap_or_default();
    let whole = matches!(
        second,
        "week" | "month" | "year" | "is" | "are" | "was" | "were" | "morning" | "summer"
    );
    if POINTERS.contains(&first.as_str()) && !whole {
        return true;
    }
    let opens = text.starts_with(['"', '“']);
    if opens && text.ends_with(['"', '”']) && text.matches(['"', '“', '”']).count() == 2 {
        return true;
    }
    // A person's pronoun before any name of this sentence, with no name in the summary before it.
    let named = |words: &[&str]| words.iter().skip(1).any(|w| w.starts_with(char::is_uppercase));
    let before = chosen
        .iter()
        .any(|&other| other < at && named(&texts[other].split_whitespace().collect::<Vec<_>>()));
    let pronoun = words.iter().position(|word| PERSONS.contains(word));
    let starts_named = words.first().is_some_and(|w| w.len() > 1)
        && words.get(1).is_some_and(|w| w.starts_with(char::is_uppercase));
    pronoun.is_some_and(|end| !before && !starts_named && !named(&words[..end]) && end < 20)
}
