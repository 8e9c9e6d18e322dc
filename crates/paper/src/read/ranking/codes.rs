//! From the code of a unit or target to its number.

use std::collections::HashMap;

/// Codes of up to eight bytes are looked up as one number; longer ones by their text.
#[derive(Debug)]
pub(super) struct Codes {
    /// Pairs of a packed code and its number; no code is packed as zero.
    short: Vec<(u64, u32)>,
    shift: u32,
    long: HashMap<Box<[u8]>, u32>,
}

impl Codes {
    /// The codes in the order of their numbers.
    pub(super) fn new<'a>(codes: impl ExactSizeIterator<Item = &'a str>) -> Codes {
        let places = (codes.len().max(4) * 4).next_power_of_two();
        let mut made =
            Codes { short: vec![(0, 0); places], shift: 64 - places.trailing_zeros(), long: HashMap::new() };
        for (number, code) in codes.enumerate() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            match packed(code.as_bytes()) {
                Some(word) => {
                    let mut place = made.place(word);
                    while made.short[place].0 != 0 {
                        place = (place + 1) % places;
                    }
                    made.short[place] = (word, number);
                }
                None => {
                    made.long.insert(code.as_bytes().into(), number);
                }
            }
        }
        made
    }

    fn place(&self, word: u64) -> usize {
        // Fibonacci hashing: the high bits of the product are well mixed
        (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }

    /// The number of a code.
    #[inline]
    pub(super) fn find(&self, code: &[u8]) -> Option<u32> {
        let Some(word) = packed(code) else { return self.long.get(code).copied() };
        let mut place = self.place(word);
        loop {
            match self.short[place] {
                (0, _) => return None,
                (known, number) if known == word => return Some(number),
                _ => place = (place + 1) % self.short.len(),
            }
        }
    }
}

/// A code of one to eight bytes without a zero byte as a number; nothing for others.
#[inline]
fn packed(code: &[u8]) -> Option<u64> {
    if code.is_empty() || code.len() > 8 {
        return None;
    }
    let word = code.iter().rev().fold(0u64, |word, byte| word << 8 | u64::from(*byte));
    (word != 0 && code.last() != Some(&0)).then_some(word)
}
