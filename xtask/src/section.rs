//! Sections of a long output: a heading before, how long it took after.

use std::time::{Duration, Instant};

/// Prints a heading, does the work, prints how long it took.
pub fn section<T>(heading: &str, work: impl FnOnce() -> T) -> T {
    println!("── {heading}");
    let start = Instant::now();
    let made = work();
    println!("   {heading}: {}\n", took(start.elapsed()));
    made
}

/// A length of time as people read it: `840 ms`, `4.2 s`, `3 min 08 s`.
pub fn took(time: Duration) -> String {
    let thousandths = time.as_millis();
    match thousandths {
        0..1_000 => format!("{thousandths} ms"),
        1_000..60_000 => format!("{}.{} s", thousandths / 1_000, thousandths % 1_000 / 100),
        _ => format!("{} min {:02} s", thousandths / 60_000, thousandths % 60_000 / 1_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_short_to_read() {
        assert_eq!(took(Duration::from_millis(84)), "84 ms");
        assert_eq!(took(Duration::from_millis(4_260)), "4.2 s");
        assert_eq!(took(Duration::from_secs(188)), "3 min 08 s");
    }
}
