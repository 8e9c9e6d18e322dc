//! From the code of a unit or target to its number.

use std::collections::HashMap;

/// Codes of up to eight bytes are looked up as one number; longer ones by their text.
#[derive(Debug)]
pub(super) struct Codes {
    /// Pairs of a packed code and its number; no code is packed as zero.
    short: Vec<(u64, u32)>,
    shift: u32,
    long: HashMap<Box<[u8]>, u32>,
    /// How each number is spelt.
    spelt: Vec<Spelt>,
}

/// A code and the comma behind it in one word, as it stands in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelt {
    word: u64,
    mask: u64,
    /// Bytes with the comma.
    pub(super) length: usize,
    /// The number.
    pub(super) number: u32,
}

impl Spelt {
    /// No code at all.
    pub(super) const NONE: Spelt = Spelt { word: 1, mask: 0, length: 0, number: 0 };

    /// Codes of more than seven bytes do not fit.
    fn of(code: &[u8], number: u32) -> Spelt {
        match packed(code) {
            Some(word) if code.len() < 8 => {
                let end = 8 * code.len();
                let mask = if code.len() == 7 { u64::MAX } else { (1u64 << (end + 8)) - 1 };
                Spelt { word: word | u64::from(b',') << end, mask, length: code.len() + 1, number }
            }
            _ => Spelt { number, ..Spelt::NONE },
        }
    }

    /// Whether these bytes begin with it. What is expected is compared and not searched for, so that the processor can go on
    /// with the next field before it knows.
    #[inline]
    pub(super) fn begins(&self, bytes: u64) -> bool {
        bytes & self.mask == self.word
    }
}

impl Codes {
    /// The codes in the order of their numbers.
    pub(super) fn new<'a>(codes: impl ExactSizeIterator<Item = &'a str>) -> Codes {
        let places = (codes.len().max(4) * 4).next_power_of_two();
        let mut made = Codes {
            short: vec![(0, 0); places],
            shift: 64 - places.trailing_zeros(),
            long: HashMap::new(),
            spelt: Vec::with_capacity(codes.len()),
        };
        for (number, code) in codes.enumerate() {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            made.spelt.push(Spelt::of(code.as_bytes(), number));
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
        match packed(code) {
            Some(word) => self.find_packed(word),
            None => self.long.get(code).copied(),
        }
    }

    /// How the code behind a number is spelt; behind the last one comes the first.
    #[inline]
    pub(super) fn behind(&self, number: u32) -> &Spelt {
        let next = self.spelt.get(number as usize + 1).or(self.spelt.first());
        next.unwrap_or(&Spelt::NONE)
    }

    /// How a packed code is spelt.
    #[inline]
    pub(super) fn spelt(&self, word: u64) -> Option<&Spelt> {
        self.spelt.get(self.find_packed(word)? as usize)
    }

    /// The number of a packed code.
    #[inline]
    fn find_packed(&self, word: u64) -> Option<u32> {
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
