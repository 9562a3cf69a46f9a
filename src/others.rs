//! What is known of languages other than English: the words that [`crate::language`] reads.
//!
//! Native it is a part of the program. On wasm it is a file of its own, an eighth of all bytes, which an English
//! page does without: [`crate::attempt`] says when a page needs it.

use std::sync::OnceLock;

static WORDS: OnceLock<String> = OnceLock::new();

/// The words, if they are here.
#[cfg(target_family = "wasm")]
pub fn words() -> Option<&'static str> {
    WORDS.get().map(String::as_str)
}

/// The words, which are always here.
#[cfg(not(target_family = "wasm"))]
pub fn words() -> Option<&'static str> {
    Some(WORDS.get_or_init(|| include_str!("language/others.txt").to_owned()))
}

/// Takes in the words, once: the text of `www/pkg/standfirst_others.js`.
#[cfg(target_family = "wasm")]
pub fn learn(words: String) {
    WORDS.get_or_init(|| words);
}
