//! Rows of small whole numbers, and how numbers are made small.

/// Four steps a doubling: even on a log scale, without logarithms.
#[inline(never)]
pub fn scale(n: u32) -> u32 {
    if n < 4 {
        return n;
    }
    let top = n.ilog2();
    top * 4 - 4 + ((n >> (top - 2)) & 3)
}

/// Whole per cents, at most 1000.
#[inline(never)]
pub fn percent(part: u32, whole: u32) -> u32 {
    if whole == 0 { 0 } else { (u64::from(part) * 100 / u64::from(whole)).min(1000) as u32 }
}

/// The numbers of a row while they are written, one of each forest's length.
#[derive(Debug)]
pub struct Writer<const N: usize> {
    /// Those so far, zeros behind them.
    pub row: [i16; N],
    next: usize,
}

impl<const N: usize> Default for Writer<N> {
    fn default() -> Self {
        Self { row: [0; N], next: 0 }
    }
}

impl<const N: usize> Writer<N> {
    /// The next number.
    pub fn push(&mut self, value: u32) {
        write(&mut self.row, &mut self.next, value.min(30_000) as i32);
    }

    /// The next number, which may be below zero.
    pub fn push_signed(&mut self, value: i32) {
        write(&mut self.row, &mut self.next, value);
    }

    /// The next numbers, which were written before.
    pub fn copy(&mut self, values: &[i16]) {
        for (cell, &value) in self.row.iter_mut().skip(self.next).zip(values) {
            *cell = value;
        }
        self.next += values.len();
    }

    /// The next numbers.
    pub fn add(&mut self, values: &[u32]) {
        for &value in values {
            self.push(value);
        }
    }
}

/// One function for rows of all lengths.
#[inline(never)]
fn write(row: &mut [i16], next: &mut usize, value: i32) {
    debug_assert!(*next < row.len(), "a feature too many");
    if let Some(cell) = row.get_mut(*next) {
        *cell = value.clamp(-30_000, 30_000) as i16;
    }
    *next += 1;
}
