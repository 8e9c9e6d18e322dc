//! How alike two names are: the Dice coefficient of their character trigrams, in thousandths.

use thidua_domain::basics::text::fold;

/// The trigrams of a name, each as one number, sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grams(Vec<u32>);

/// The name in lower case without marks, with only letters, digits and single spaces.
pub fn plain(name: &str) -> String {
    let folded = fold(name);
    let kept: String = folded.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Grams {
    /// The trigrams of a name, padded with two spaces on either side.
    pub fn of(name: &str) -> Self {
        // plain names are ASCII
        let padded = format!("  {}  ", plain(name));
        let mut grams: Vec<u32> = padded
            .as_bytes()
            .windows(3)
            .map(|three| u32::from_be_bytes([0, three[0], three[1], three[2]]))
            .collect();
        grams.sort_unstable();
        Grams(grams)
    }

    /// Twice the trigrams in common over all trigrams, in thousandths.
    pub fn dice(&self, other: &Grams) -> u32 {
        let (mut left, mut right, mut common) = (0, 0, 0usize);
        while let (Some(a), Some(b)) = (self.0.get(left), other.0.get(right)) {
            // without a branch: which way it goes cannot be foreseen
            common += usize::from(a == b);
            left += usize::from(a <= b);
            right += usize::from(b <= a);
        }
        self.share(other, common)
    }

    /// The most that [`Grams::dice`] can be for names of these lengths.
    pub fn dice_at_most(&self, other: &Grams) -> u32 {
        self.share(other, self.0.len().min(other.0.len()))
    }

    fn share(&self, other: &Grams, common: usize) -> u32 {
        let all = self.0.len() + other.0.len();
        u32::try_from((2000 * common).checked_div(all).unwrap_or(0)).unwrap_or(0)
    }
}

/// The similarity of two names in thousandths.
pub fn dice(a: &str, b: &str) -> u32 {
    Grams::of(a).dice(&Grams::of(b))
}
