//! What class names, ids, roles and tags say of the blocks inside: a small learned list.
//!
//! Each name is cut into words (`articleBody__text-2` gives article, body, text), each word has a
//! weight: the log odds that a block inside an element so called is body text, times 16, counted
//! over many sites by `eval/train/finding.py`. Text words of short blocks ("photo", "newsletter")
//! have a list of their own, and so has the start of a text.

use crate::page::Descriptor;

use super::words::{FNV_START, mix};

/// A learned list: hashes in order, and a weight for each.
#[derive(Debug, Clone, Default)]
pub struct WeightList {
    entries: Vec<(u16, i8)>,
}

impl WeightList {
    /// A list from hashes and weights, in any order.
    pub fn new(mut entries: Vec<(u16, i8)>) -> Self {
        entries.sort_unstable();
        Self { entries }
    }

    /// Reads a list: of each hash its distance to the one before, as low and high bytes, and the
    /// weight.
    pub fn parse(low: &[u8], high: &[u8], weights: &[u8]) -> Self {
        let mut hash = 0_u16;
        let mut entries = Vec::with_capacity(weights.len());
        for ((&low, &high), &weight) in low.iter().zip(high).zip(weights) {
            hash = hash.wrapping_add(u16::from_le_bytes([low, high]));
            entries.push((hash, weight as i8));
        }
        Self { entries }
    }

    /// The weight of a hash, 0 if it is not in the list.
    pub fn get(&self, hash: u32) -> i32 {
        let key = shorten(hash);
        match self.entries.binary_search_by_key(&key, |&(hash, _)| hash) {
            Ok(at) => self.entries.get(at).map_or(0, |&(_, weight)| i32::from(weight)),
            Err(_) => 0,
        }
    }
}

/// Two bytes of a hash: among some hundred words of the list one in a hundred strangers collides.
pub const fn shorten(hash: u32) -> u16 {
    (hash ^ (hash >> 16)) as u16
}

/// The learned lists.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Words of names, by hash of [`name_words`].
    pub names: WeightList,
    /// Words of short texts.
    pub text: WeightList,
}

/// What the words of one descriptor weigh.
#[derive(Debug, Clone, Copy, Default)]
pub struct NameWeight {
    /// All of them together.
    pub sum: i32,
    /// The lowest, at most 0.
    pub min: i32,
    /// The highest, at least 0.
    pub max: i32,
}

impl Vocabulary {
    /// Weighs the words of a descriptor.
    pub fn weigh(&self, descriptor: &Descriptor<'_>) -> NameWeight {
        let mut weight = NameWeight::default();
        let mut seen = [0_u32; 24];
        let mut count = 0;
        name_words(descriptor, |hash| {
            if seen.iter().take(count).any(|&old| old == hash) {
                return;
            }
            if let Some(free) = seen.get_mut(count) {
                *free = hash;
                count += 1;
            }
            let own = self.names.get(hash);
            weight.sum += own;
            weight.min = weight.min.min(own);
            weight.max = weight.max.max(own);
        });
        weight
    }
}

/// Calls `take` with the hash of each word of a descriptor, and of its tag with a `<` before.
pub fn name_words(descriptor: &Descriptor<'_>, mut take: impl FnMut(u32)) {
    if !matches!(descriptor.tag, "html" | "body" | "") {
        take(descriptor.tag.chars().fold(mix(FNV_START, '<'), mix));
        for name in [descriptor.names, descriptor.role, descriptor.item, descriptor.data] {
            split(name, &mut take);
        }
    }
}

/// Cuts at what is no letter, before a capital that follows a small letter, and drops words of
/// fewer than three or more than twenty letters.
fn split(name: &str, take: &mut impl FnMut(u32)) {
    let mut hash = FNV_START;
    let mut letters = 0;
    let mut was_small = false;
    let mut close = |hash: &mut u32, letters: &mut u32| {
        if (3..=20).contains(letters) {
            take(*hash);
        }
        *hash = FNV_START;
        *letters = 0;
    };
    for c in name.chars() {
        if !c.is_ascii_alphabetic() {
            close(&mut hash, &mut letters);
            was_small = false;
            continue;
        }
        if c.is_ascii_uppercase() && was_small {
            close(&mut hash, &mut letters);
        }
        was_small = c.is_ascii_lowercase();
        hash = mix(hash, c.to_ascii_lowercase());
        letters += 1;
    }
    close(&mut hash, &mut letters);
}
