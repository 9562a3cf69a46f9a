//! Boosted trees over whole numbers: the sum of one leaf a tree, the same on every machine.
//!
//! The bytes of a forest hold like beside like, which packs a quarter smaller: the number of nodes
//! (two bytes, low first), the shift of its leaf values (one), then of all nodes, tree by tree in
//! preorder, the feature or 255 for a leaf; of the branches the thresholds' low bytes, then their
//! high bytes; of the leaves the values. A value at most the threshold goes to the node that
//! follows, else to the right side. With 128 added to the shift, a threshold is one byte that
//! [`spread`] spreads: a forest trained on such thresholds is as good, and a tenth smaller.
//! `eval/train/forest.py` writes this form.

/// Leaf values, shifted, are log odds times this.
const LEAF_UNIT: i32 = 256;

/// Scores are log odds times this.
pub const SCORE_UNIT: i32 = 32;

/// What stands in place of a feature in a leaf.
const LEAF: u8 = u8::MAX;

/// The right side of a branch that bytes cut short do not hold: behind all nodes.
const NOWHERE: u16 = u16::MAX;
/// Bit beside the shift: thresholds are of one byte.
const COARSE: u8 = 128;

/// Four steps a doubling, and every number under eight.
fn spread(code: i8) -> i16 {
    let step = i16::from(code.unsigned_abs());
    let size = if step < 8 { step } else { (4 + step % 4).wrapping_shl(step as u32 / 4 - 1) };
    if code < 0 { -size } else { size }
}

/// A trained forest.
#[derive(Debug, Clone, Default)]
pub struct Forest {
    nodes: Vec<Node>,
    /// Where each tree begins.
    roots: Vec<usize>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    feature: u8,
    /// Threshold of a branch, value of a leaf.
    number: i16,
    /// Where the right side begins; the left side follows the branch.
    right: u16,
}

impl Forest {
    /// Takes a forest off the front of `bytes`. Bytes that end early give a forest that knows less.
    pub fn take(bytes: &mut &[u8]) -> Self {
        let count = usize::from(take_u16(bytes));
        let [form] = *take(bytes, 1) else { return Self::default() };
        let (shift, is_coarse) = (form & !COARSE, form & COARSE != 0);
        let features = take(bytes, count);
        let leaves = features.iter().filter(|feature| **feature == LEAF).count();
        let branches = features.len() - leaves;
        let mut low = take(bytes, branches).iter();
        let mut high = take(bytes, if is_coarse { 0 } else { branches }).iter();
        let mut values = take(bytes, leaves).iter();
        let mut forest = Self { nodes: Vec::with_capacity(count), roots: Vec::new() };
        // Branches whose right side is still to come.
        let mut open: Vec<usize> = Vec::new();
        let mut fresh = true;
        for (at, &feature) in features.iter().enumerate() {
            if fresh {
                forest.roots.push(at);
            }
            fresh = false;
            let byte = |of: &mut std::slice::Iter<'_, u8>| of.next().copied().unwrap_or(0);
            let number = if feature == LEAF {
                i16::from(byte(&mut values) as i8).wrapping_shl(u32::from(shift))
            } else if is_coarse {
                spread(byte(&mut low) as i8)
            } else {
                i16::from_le_bytes([byte(&mut low), byte(&mut high)])
            };
            forest.nodes.push(Node { feature, number, right: NOWHERE });
            if feature != LEAF {
                open.push(at);
            } else if let Some(branch) = open.pop().and_then(|at| forest.nodes.get_mut(at)) {
                branch.right = at as u16 + 1;
            } else {
                fresh = true;
            }
        }
        forest
    }

    /// The score of a row, in [`SCORE_UNIT`].
    pub fn score(&self, row: &[i16]) -> i32 {
        let sum: i32 = self.roots.iter().map(|&root| self.leaf(root, row)).sum();
        sum * SCORE_UNIT / LEAF_UNIT
    }

    fn leaf(&self, root: usize, row: &[i16]) -> i32 {
        let mut at = root;
        while let Some(node) = self.nodes.get(at) {
            if node.feature == LEAF {
                return i32::from(node.number);
            }
            let value = row.get(usize::from(node.feature)).copied().unwrap_or_default();
            at = if value <= node.number { at + 1 } else { usize::from(node.right) };
        }
        0
    }
}

/// Takes a number of two bytes, low byte first, off the front; 0 if there is none.
pub fn take_u16(bytes: &mut &[u8]) -> u16 {
    match *take(bytes, 2) {
        [low, high] => u16::from_le_bytes([low, high]),
        _ => 0,
    }
}

/// Takes bytes off the front; none if there are not so many.
pub fn take<'a>(bytes: &mut &'a [u8], count: usize) -> &'a [u8] {
    let Some((taken, rest)) = bytes.split_at_checked(count) else { return &[] };
    *bytes = rest;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores() {
        // one tree: feature 1 at most 3 gives -64, else feature 0 at most 300 gives +32, else +64
        let bytes = [5, 0, 5, 1, 255, 0, 255, 255, 3, 44, 0, 1, 254, 1, 2];
        let cases: [(&str, &[i16], i32); 5] = [
            ("left", &[9, 3], -8),
            ("right, left", &[9, 4], 4),
            ("right, right", &[301, 4], 8),
            ("negative", &[9, -5], -8),
            ("missing counts as 0", &[], -8),
        ];
        let forest = Forest::take(&mut &bytes[..]);
        for (name, row, score) in cases {
            assert_eq!(forest.score(row), score, "{name}");
        }
    }

    #[test]
    fn two_trees_add_up() {
        let bytes = [4, 0, 5, 0, 255, 255, 255, 0, 0, 1, 2, 4];
        let forest = Forest::take(&mut &bytes[..]);
        assert_eq!(forest.score(&[0]), 4 + 16);
        assert_eq!(forest.score(&[1]), 8 + 16);
    }

    #[test]
    fn coarse_thresholds() {
        let cases = [(0, 0), (7, 7), (8, 8), (9, 10), (12, 16), (55, 28_672), (-9, -10)];
        for (code, threshold) in cases {
            let bytes = [3, 0, COARSE | 3, 0, 255, 255, code as u8, 1, 2];
            let forest = Forest::take(&mut &bytes[..]);
            let scores = (forest.score(&[threshold]), forest.score(&[threshold + 1]));
            assert_eq!(scores, (1, 2), "{code}");
        }
    }

    #[test]
    fn cut_short() {
        for bytes in [&[][..], &[2], &[2, 0], &[2, 0, 0, 3], &[2, 0, 0, 3, 3], &[1, 0, 0, 3, 9, 0]]
        {
            assert_eq!(Forest::take(&mut &bytes[..]).score(&[1]), 0);
        }
    }
}
