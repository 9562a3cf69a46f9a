//! Lists of words that ship as their hashes alone, made when the code is compiled.
//!
//! A list is written as text, its words parted by white space and in lower case. Two bytes of a
//! hash are kept: a stranger passes for one of a hundred words once in six hundred.

use super::vocabulary::shorten;
use super::words::{FNV_START, mix_code};

/// Hashes of `N` words, in order.
#[derive(Debug)]
pub struct Known<const N: usize>([u16; N]);

impl<const N: usize> Known<N> {
    /// The words of a list; a list of another number of words than `N` does not compile.
    pub const fn new(list: &str) -> Self {
        let mut hashes = [0_u16; N];
        let mut rest = list.as_bytes();
        let mut count = 0;
        while let Some((word, below)) = next_word(rest) {
            rest = below;
            count += 1;
            insert(&mut hashes, word);
        }
        assert!(count == N, "the number of words");
        Self(hashes)
    }

    /// Whether a word is in the list.
    pub fn holds(&self, word: u32) -> bool {
        holds(&self.0, word)
    }
}

/// One search for lists of all lengths.
#[inline(never)]
fn holds(hashes: &[u16], word: u32) -> bool {
    hashes.binary_search(&shorten(word)).is_ok()
}

/// What is kept of the hash of one word.
pub const fn key(word: &str) -> u16 {
    match next_word(word.as_bytes()) {
        Some((key, _)) => key,
        None => 0,
    }
}

/// Puts a hash into its place, over the lowest of those so far, which are zeros at first.
const fn insert(hashes: &mut [u16], hash: u16) {
    let mut rest = hashes;
    while let [first, second, ..] = rest {
        if *second >= hash {
            *first = hash;
            return;
        }
        *first = *second;
        let Some((_, below)) = rest.split_first_mut() else { return };
        rest = below;
    }
    if let [last] = rest {
        *last = hash;
    }
}

/// The hash of the first word, and what follows it.
const fn next_word(text: &[u8]) -> Option<(u16, &[u8])> {
    let mut rest = text;
    while let [b' ' | b'\n', below @ ..] = rest {
        rest = below;
    }
    if rest.is_empty() {
        return None;
    }
    let mut hash = FNV_START;
    while let [byte, below @ ..] = rest {
        if matches!(byte, b' ' | b'\n') {
            break;
        }
        rest = below;
        // the first byte of a character tells by its high bits how many follow
        let mut code = match byte {
            0..=0x7f => *byte as u32,
            0x80..=0xdf => *byte as u32 & 0x1f,
            _ => *byte as u32 & 0x0f,
        };
        while let [more @ 0x80..=0xbf, below @ ..] = rest {
            code = code << 6 | *more as u32 & 0x3f;
            rest = below;
        }
        hash = mix_code(hash, code);
    }
    Some((shorten(hash), rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::words::hash;

    #[test]
    fn words_of_a_list() {
        static LIST: Known<5> = Known::new("newsletter źródło\nподписка विज्ञापन 구독");
        for word in ["newsletter", "źródło", "подписка", "विज्ञापन", "구독", "Newsletter"]
        {
            assert!(LIST.holds(hash(word)), "{word}");
        }
        for word in ["news", "", "구", "рассылка"] {
            assert!(!LIST.holds(hash(word)), "{word}");
        }
    }
}
