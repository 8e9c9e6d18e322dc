//! Changes samples at random, in the ways that files are really damaged and attackers really try.

/// Makes new inputs of old ones.
pub struct Mutator {
    random: fastrand::Rng,
    words: Vec<Vec<u8>>,
}

/// Larger inputs than this say nothing that smaller ones do not.
const LARGEST: usize = 400_000;

impl Mutator {
    pub fn new(seed: u64, words: &[&[u8]]) -> Self {
        Mutator { random: fastrand::Rng::with_seed(seed), words: words.iter().map(|word| word.to_vec()).collect() }
    }

    /// A sample with one to a dozen changes.
    pub fn next(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut input = seeds[self.random.usize(..seeds.len())].clone();
        let other = &seeds[self.random.usize(..seeds.len())];
        for _ in 0..=self.random.usize(..12) {
            self.change(&mut input, other);
        }
        input.truncate(LARGEST);
        input
    }

    fn stretch(&mut self, of: usize, longest: usize) -> std::ops::Range<usize> {
        let from = self.random.usize(..=of);
        let length = self.random.usize(..=longest.min(of - from));
        from..from + length
    }

    fn change(&mut self, input: &mut Vec<u8>, other: &[u8]) {
        if input.is_empty() {
            input.extend_from_slice(other);
            return;
        }
        let at = self.random.usize(..input.len());
        match self.random.u8(..10) {
            0 => input[at] ^= 1 << self.random.u8(..8),
            1 => input[at] = self.random.u8(..),
            2 => {
                let stretch = self.stretch(input.len(), 200);
                input.drain(stretch);
            }
            3 => {
                let stretch = self.stretch(input.len(), 400);
                let copy = input[stretch].to_vec();
                let times = 1 + self.random.usize(..20);
                input.splice(at..at, copy.repeat(times));
            }
            4 => {
                let stretch = self.stretch(other.len(), 2_000);
                input.splice(at..at, other[stretch].to_vec());
            }
            5 => {
                let stretch = self.stretch(input.len(), 40);
                let word = self.words[self.random.usize(..self.words.len())].clone();
                input.splice(stretch, word);
            }
            6 => {
                let word = self.words[self.random.usize(..self.words.len())].clone();
                input.splice(at..at, word);
            }
            7 => self.number(input, at),
            8 => input.truncate(at),
            _ => {
                let (one, two) = (self.stretch(input.len(), 300), self.stretch(input.len(), 300));
                if one.end <= two.start {
                    let (first, second) = (input[one.clone()].to_vec(), input[two.clone()].to_vec());
                    input.splice(two, first);
                    input.splice(one, second);
                }
            }
        }
    }

    /// Puts a number of extremes where the next number stands.
    fn number(&mut self, input: &mut Vec<u8>, at: usize) {
        let Some(from) = input[at..].iter().position(u8::is_ascii_digit).map(|found| at + found) else { return };
        let length = input[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let numbers: [&[u8]; 8] =
            [b"0", b"-1", b"255", b"65536", b"2147483648", b"9223372036854775808", b"1e308", b"0.00000000000001"];
        input.splice(from..from + length, numbers[self.random.usize(..numbers.len())].to_vec());
    }
}
