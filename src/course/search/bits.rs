//! Bits in a row, and rising numbers in few of them.
//!
//! A list of `n` rising numbers below a bound is written middle first, then its two
//! halves: each half is bounded by the middle, so its numbers need fewer bits
//! (binary interpolative coding, Moffat and Stuiver 2000). Where no room is left to
//! choose, a number needs none. So no bits whatever can make numbers fall or leave the bound.

/// Writes bits.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
    /// How many bits of the last byte are taken.
    taken: u32,
}

#[cfg(not(target_arch = "wasm32"))]
impl Writer {
    /// Writes numbers that rise and are below `bound`.
    pub fn rising(&mut self, numbers: &[usize], bound: usize) {
        self.between(numbers, 0, bound);
    }

    fn between(&mut self, numbers: &[usize], low: usize, high: usize) {
        let Some(&middle) = numbers.get(numbers.len() / 2) else { return };
        let (before, after) = (&numbers[..numbers.len() / 2], &numbers[numbers.len() / 2 + 1..]);
        let (first, choices) = (low + before.len(), high - low - before.len() - after.len());
        self.one_of(middle - first, choices);
        self.between(before, low, middle);
        self.between(after, middle + 1, high);
    }

    /// Writes a number below `choices` in as few bits as tell it from the others.
    fn one_of(&mut self, number: usize, choices: usize) {
        let width = choices.ilog2();
        let short = (2 << width) - choices;
        if number < short {
            self.push(number, width);
        } else {
            self.push((number + short) >> 1, width);
            self.push((number + short) & 1, 1);
        }
    }

    fn push(&mut self, number: usize, width: u32) {
        for bit in 0..width {
            if self.taken == 0 {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((number >> bit & 1) as u8) << self.taken;
            }
            self.taken = (self.taken + 1) % 8;
        }
    }

    /// What was written, in whole bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads bits. After the last byte come zeros: [`Reader::is_within`] says whether any was asked for.
#[derive(Debug)]
pub struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Whether no more bits were read than there are.
    pub fn is_within(&self) -> bool {
        self.at <= self.bytes.len() * 8
    }

    /// Calls back with `count` rising numbers below `bound`, which is no smaller.
    pub fn rising(&mut self, count: usize, bound: usize, found: &mut Vec<usize>) {
        let start = found.len();
        found.resize(start + count, 0);
        self.between(&mut found[start..], 0, bound);
    }

    fn between(&mut self, numbers: &mut [usize], low: usize, high: usize) {
        if numbers.is_empty() {
            return;
        }
        let (before, rest) = numbers.split_at_mut(numbers.len() / 2);
        let Some((place, after)) = rest.split_first_mut() else { return };
        let choices = (high - low).saturating_sub(before.len() + after.len());
        let middle = low + before.len() + self.one_of(choices);
        *place = middle;
        self.between(before, low, middle);
        self.between(after, middle + 1, high);
    }

    fn one_of(&mut self, choices: usize) -> usize {
        if choices < 2 {
            return 0;
        }
        let width = choices.ilog2();
        let short = (2 << width) - choices;
        let number = self.take(width);
        if number < short { number } else { (number << 1 | self.take(1)) - short }
    }

    /// The next `width` bits, at most 32.
    fn take(&mut self, width: u32) -> usize {
        let mut window = [0; 8];
        let rest = self.bytes.get(self.at / 8..).unwrap_or_default();
        let length = rest.len().min(8);
        window[..length].copy_from_slice(&rest[..length]);
        let bits = u64::from_le_bytes(window) >> (self.at % 8) & ((1 << width) - 1);
        self.at += width as usize;
        bits as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rising_numbers_come_back(numbers in proptest::collection::btree_set(0_usize..5_000, 0..300)) {
            let numbers: Vec<usize> = numbers.into_iter().collect();
            let bound = numbers.last().map_or(0, |last| last + 1) + numbers.len() % 3;
            let mut writer = Writer::default();
            writer.rising(&numbers, bound);
            let bytes = writer.into_bytes();
            let mut found = Vec::new();
            let mut reader = Reader::new(&bytes);
            reader.rising(numbers.len(), bound, &mut found);
            prop_assert_eq!(found, numbers);
            prop_assert!(reader.is_within());
        }

        #[test]
        fn any_bits_give_rising_numbers_below_the_bound(bytes: Vec<u8>, count in 0_usize..40, more in 0_usize..40) {
            let mut found = Vec::new();
            Reader::new(&bytes).rising(count, count + more, &mut found);
            prop_assert!(found.is_sorted_by(|a, b| a < b));
            prop_assert!(found.iter().all(|number| *number < count + more));
        }
    }

    #[test]
    fn all_numbers_below_the_bound_need_no_bits() {
        let mut writer = Writer::default();
        writer.rising(&[0, 1, 2, 3], 4);
        assert!(writer.into_bytes().is_empty());
    }
}
