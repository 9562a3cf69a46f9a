//! Boosted trees over whole numbers: the sum of one leaf a tree, the same on every machine.
//!
//! A tree's nodes stand in preorder. A branch is four bytes: feature, threshold (low byte first),
//! and the size of its left side, which follows it; a value at most the threshold goes left. A leaf
//! is two bytes: 255 and its value. `eval/train/finding.py` writes this form.

/// Leaf values are log odds times this.
const LEAF_UNIT: i32 = 256;

/// Scores are log odds times this.
pub const SCORE_UNIT: i32 = 32;

/// A trained forest, as its bytes.
#[derive(Debug, Clone, Default)]
pub struct Forest<'a> {
    trees: Vec<&'a [u8]>,
}

impl<'a> Forest<'a> {
    /// Takes a forest off the front of `bytes`: a count, and each tree after its size.
    pub fn take(bytes: &mut &'a [u8]) -> Self {
        let count = take_u16(bytes);
        let trees = (0..count).map(|_| {
            let size = usize::from(take_u16(bytes));
            let (tree, rest) = bytes.split_at_checked(size).unwrap_or_default();
            *bytes = rest;
            tree
        });
        Self { trees: trees.collect() }
    }

    /// The score of a row, in [`SCORE_UNIT`].
    pub fn score(&self, row: &[i16]) -> i32 {
        let sum: i32 = self.trees.iter().map(|tree| leaf(tree, row)).sum();
        sum * SCORE_UNIT / LEAF_UNIT
    }
}

/// Takes a number of two bytes, low byte first, off the front; 0 if there is none.
pub fn take_u16(bytes: &mut &[u8]) -> u16 {
    let Some((number, rest)) = bytes.split_first_chunk() else { return 0 };
    *bytes = rest;
    u16::from_le_bytes(*number)
}

fn leaf(tree: &[u8], row: &[i16]) -> i32 {
    let mut rest = tree;
    loop {
        rest = match rest {
            [u8::MAX, value, ..] => return i32::from(i8::from_le_bytes([*value])),
            [feature, low, high, left, below @ ..] => {
                let value = row.get(usize::from(*feature)).copied().unwrap_or_default();
                if value <= i16::from_le_bytes([*low, *high]) {
                    below
                } else {
                    below.get(usize::from(*left)..).unwrap_or_default()
                }
            }
            _ => return 0,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores() {
        // one tree: feature 1 at most 3 gives -64, else +32
        let bytes = [1, 0, 8, 0, 1, 3, 0, 2, 255, 192, 255, 32];
        let cases: [(&str, &[i16], i32); 4] = [
            ("left", &[9, 3], -8),
            ("right", &[9, 4], 4),
            ("negative", &[9, -5], -8),
            ("missing counts as 0", &[], -8),
        ];
        let forest = Forest::take(&mut &bytes[..]);
        for (name, row, score) in cases {
            assert_eq!(forest.score(row), score, "{name}");
        }
    }

    #[test]
    fn cut_short() {
        let bytes = [2, 0, 8, 0, 1, 3];
        assert_eq!(Forest::take(&mut &bytes[..]).score(&[1]), 0);
    }
}
