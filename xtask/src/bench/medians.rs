//! Order statistics of measured times, and how they are written. Whole microseconds, no rounding surprises.

use std::time::Duration;

/// Times in rising order.
pub struct Times(Vec<u64>);

impl Times {
    /// From times in any order.
    pub fn new(times: impl IntoIterator<Item = Duration>) -> Self {
        let mut sorted: Vec<u64> =
            times.into_iter().map(|it| u64::try_from(it.as_micros()).unwrap_or(u64::MAX)).collect();
        sorted.sort_unstable();
        Self(sorted)
    }

    /// The time that so many of a hundred stay within; nothing measured is 0.
    pub fn percentile(&self, of_hundred: usize) -> u64 {
        let rank = (self.0.len() * of_hundred).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or(0)
    }

    /// The middle one.
    pub fn median(&self) -> u64 {
        self.percentile(50)
    }

    /// The shortest.
    pub fn fastest(&self) -> u64 {
        self.0.first().copied().unwrap_or(0)
    }

    /// The longest.
    pub fn slowest(&self) -> u64 {
        self.0.last().copied().unwrap_or(0)
    }
}

/// Microseconds as milliseconds with two places: `3.07`.
pub fn milliseconds(micros: u64) -> String {
    format!("{}.{:02}", micros / 1_000, micros % 1_000 / 10)
}

/// Kibibytes as mebibytes with one place.
pub fn mebibytes(kib: u64) -> String {
    format!("{}.{}", kib / 1024, kib % 1024 * 10 / 1024)
}

/// `one` as a multiple of `other`, with one place.
pub fn ratio(one: u64, other: u64) -> String {
    let tenths = one.saturating_mul(10) / other.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_tail_are_taken_by_rank() {
        let times = Times::new((1..=100).rev().map(Duration::from_micros));
        assert_eq!(
            (times.fastest(), times.median(), times.percentile(95), times.percentile(99), times.slowest()),
            (1, 50, 95, 99, 100)
        );
        assert_eq!(Times::new([]).median(), 0);
        assert_eq!(Times::new([Duration::from_micros(7)]).percentile(99), 7);
    }

    #[test]
    fn numbers_are_written_without_rounding_up() {
        assert_eq!(milliseconds(3_079), "3.07");
        assert_eq!(mebibytes(1_536), "1.5");
        assert_eq!(ratio(25, 10), "2.5");
    }
}
