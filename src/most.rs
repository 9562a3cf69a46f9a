//! The few things that weigh most, out of many.

/// Numbers below `count`, the weightiest first and earlier ones before later of the same weight; at
/// most `few`. What has no weight never comes. Cost is `count` times `few` at worst.
pub fn most(count: usize, few: usize, weight: &dyn Fn(usize) -> Option<i32>) -> Vec<usize> {
    let mut chosen: Vec<(i32, usize)> = Vec::new();
    for at in 0..count {
        let Some(own) = weight(at) else { continue };
        let mut place = chosen.len();
        while place > 0 && chosen.get(place - 1).is_some_and(|(other, _)| *other < own) {
            place -= 1;
        }
        if place < few {
            chosen.truncate(few - 1);
            chosen.insert(place, (own, at));
        }
    }
    chosen.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weightiest_first() {
        let cases: [(&[i32], usize, &[usize]); 5] = [
            (&[], 3, &[]),
            (&[1, 3, 2], 2, &[1, 2]),
            (&[5, 5, 5], 2, &[0, 1]),
            (&[1, 2, 3, 4], 9, &[3, 2, 1, 0]),
            (&[-1, 7, -1], 3, &[1]),
        ];
        for (weights, few, wanted) in cases {
            let weight = |at: usize| weights.get(at).copied().filter(|own| *own > 0);
            assert_eq!(most(weights.len(), few, &weight), wanted, "{weights:?}");
        }
    }
}
