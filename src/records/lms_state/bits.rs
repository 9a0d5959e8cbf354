//! Bits in a row, and the letters in which an LMS keeps them.

use crate::records::digest::{from_base64, to_base64};

/// Bits being written, the highest one of a number first.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
    used: usize,
}

impl Writer {
    /// The lowest `width` bits of a number.
    pub fn number(&mut self, number: usize, width: u32) {
        for place in (0..width).rev() {
            self.bit((number >> place) & 1 == 1);
        }
    }

    pub fn bit(&mut self, is_set: bool) {
        if self.used.is_multiple_of(8) {
            self.bytes.push(0);
        }
        if let (true, Some(last)) = (is_set, self.bytes.last_mut()) {
            *last |= 0x80 >> (self.used % 8);
        }
        self.used += 1;
    }

    /// A number that is small as a rule: Rice's code, `low` bits as they are and the rest one by one.
    pub fn small(&mut self, number: usize, low: u32) {
        for _ in 0..number >> low {
            self.bit(true);
        }
        self.bit(false);
        self.number(number, low);
    }

    /// All bits as letters that any system keeps as they are.
    pub fn letters(&self) -> String {
        to_base64(&self.bytes)
    }
}

/// How many letters so many bits are.
pub fn letters_of(bits: usize) -> usize {
    (bits.div_ceil(8) * 4).div_ceil(3)
}

/// Bits being read. Everything is None once they end.
#[derive(Debug)]
pub struct Reader {
    bytes: Vec<u8>,
    at: usize,
}

impl Reader {
    /// Reads what [`Writer::letters`] gave.
    pub fn of(letters: &str) -> Option<Self> {
        Some(Self { bytes: from_base64(letters)?, at: 0 })
    }

    pub fn bit(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = byte & (0x80 >> (self.at % 8)) != 0;
        self.at += 1;
        Some(bit)
    }

    pub fn number(&mut self, width: u32) -> Option<usize> {
        (0..width).try_fold(0, |number, _| Some(number << 1 | usize::from(self.bit()?)))
    }

    pub fn small(&mut self, low: u32) -> Option<usize> {
        let mut high = 0;
        while self.bit()? {
            high += 1;
        }
        Some(high << low | self.number(low)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back_from_their_letters(numbers in prop::collection::vec((0_usize..5_000, 0_u32..8), 0..40)) {
            let mut writer = Writer::default();
            for (number, low) in &numbers {
                writer.small(*number, *low);
                writer.number(*number, 13);
            }
            let letters = writer.letters();
            prop_assert_eq!(letters.len(), letters_of(writer.used));
            let mut reader = Reader::of(&letters).expect("letters");
            for (number, low) in numbers {
                prop_assert_eq!(reader.small(low), Some(number));
                prop_assert_eq!(reader.number(13), Some(number));
            }
        }
    }
}
