//! What is known of languages other than English: the words that [`crate::language`] reads.
//!
//! Native it is a part of the program. On wasm an English page does without, a page in another language mostly with
//! a file of that one's words, and only a page whose claim does not tell takes those of all, an eighth of all bytes:
//! [`crate::attempt`] says what a page needs.

use std::sync::OnceLock;

/// What was learned of one language, and of all.
static OWN: OnceLock<String> = OnceLock::new();
static ALL: OnceLock<String> = OnceLock::new();

/// The words that are here.
pub fn words() -> Option<&'static str> {
    all().or_else(|| OWN.get()).map(String::as_str)
}

/// Whether all languages are known.
pub fn are_all() -> bool {
    all().is_some()
}

#[cfg(target_family = "wasm")]
fn all() -> Option<&'static String> {
    ALL.get()
}

#[cfg(not(target_family = "wasm"))]
fn all() -> Option<&'static String> {
    Some(ALL.get_or_init(|| include_str!("language/others.txt").to_owned()))
}

/// Takes in the words of one language, or of all: a text of `www/pkg`, each once.
#[cfg(target_family = "wasm")]
pub fn learn(words: String, are_all: bool) {
    let place = if are_all { &ALL } else { &OWN };
    place.get_or_init(|| words);
}
