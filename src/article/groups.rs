//! Blocks that are alike: of one place in the page's names, as teasers of a grid are, or of one text.

use crate::page::Page;

use super::tree::Node;
use super::words::{TextShape, Words, join};

/// Sums over the blocks of a group.
#[derive(Debug, Clone, Copy, Default)]
pub struct Group {
    pub blocks: u32,
    pub words: u32,
    pub units: u32,
    pub linked: u32,
    pub ends: u32,
}

/// Numbers the pairs of names of a block's host element and its parent.
pub fn number(page: &Page<'_>, nodes: &[Node]) -> Vec<u32> {
    // Of more names than 16 bits hold, which no page has, some groups are one.
    let descriptor = |element: usize| page.elements.get(element).map_or(0, |e| e.descriptor as u32);
    let mut all = Vec::with_capacity(page.blocks.len());
    for block in &page.blocks {
        let host = nodes.get(block.element).map_or(block.element, |n| n.host);
        let parent = page.parent(host).map_or(0, |parent| descriptor(parent) + 1);
        all.push(descriptor(host) << 16 | parent & 0xffff);
    }
    let mut keys = all.clone();
    // what stands in a row is mostly of one group, and the fewer are sorted
    keys.dedup();
    keys.sort_unstable();
    keys.dedup();
    all.iter().map(|key| keys.binary_search(key).unwrap_or_default() as u32).collect()
}

/// The sums of each group.
pub fn sums(page: &Page<'_>, shapes: &[TextShape], groups: &[u32]) -> Vec<Group> {
    let count = groups.iter().max().map_or(0, |&g| g as usize + 1);
    let mut sums = vec![Group::default(); count];
    for ((block, shape), &group) in page.blocks.iter().zip(shapes).zip(groups) {
        if let Some(group) = sums.get_mut(group as usize) {
            group.blocks += 1;
            group.words += shape.words;
            group.units += shape.units;
            group.linked = group.linked.saturating_add(block.link_units);
            group.ends += u32::from(shape.ends);
        }
    }
    sums
}

/// Of each block, how many have the same text.
pub fn repeats(words: &Words, shapes: &[TextShape]) -> Vec<u32> {
    let all: Vec<_> = shapes.iter().map(|shape| join(words.of(shape))).collect();
    let mut sorted = all.clone();
    sorted.sort_unstable();
    let count = |hash: &u32| {
        let end = sorted.partition_point(|h| h <= hash);
        (end - sorted.partition_point(|h| h < hash)) as u32
    };
    all.iter().map(count).collect()
}
