//! Figures are exact: no floating point in the rooms that keep or show them.

use super::Place;
use crate::tidy::{rust_text::has_word, tree::SourceFile};

const ROOMS: &[&str] = &["crates/domain", "crates/store", "crates/app"];
const FLOATS: &[&str] = &["f32", "f64"];
const ALLOWED: &str = "// float:";

/// Checks one file, tests included: a test that rounds proves nothing.
pub fn check(file: &SourceFile) -> Vec<Place> {
    if !file.is(".rs") || !ROOMS.iter().any(|room| file.under(room)) {
        return Vec::new();
    }
    let has_float =
        |line: &str| FLOATS.iter().any(|float| has_word(line, float) || is_ending_of_a_number(line, float));
    let lines = file.lines().zip(&file.rust().code);
    lines
        .filter(|((_, whole), code)| has_float(code) && !says_why(whole))
        .map(|((at, _), _)| {
            Place::new(&file.path, at, format!("use the exact decimal, or end the line with `{ALLOWED} reason`"))
        })
        .collect()
}

fn says_why(line: &str) -> bool {
    line.split_once(ALLOWED).is_some_and(|(_, reason)| !reason.trim().is_empty())
}

/// `1.5f64`, `1_f64`
fn is_ending_of_a_number(line: &str, float: &str) -> bool {
    let of_a_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '_');
    line.match_indices(float).any(|(at, _)| {
        let before = line[..at].trim_end_matches(of_a_number);
        let number = line[before.len()..at].trim_start_matches('_');
        number.starts_with(|it: char| it.is_ascii_digit()) && !before.ends_with(|it: char| it.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&SourceFile::new(path, text)).iter().map(|place| place.line).collect()
    }

    #[test]
    fn floats_are_found_unless_the_line_says_why() {
        let text = "let a: f64 = b;\n// f64\nlet c = 1.5f32;\nlet buf64 = 2;\nd as f64; // float: a share of a bar on the screen\ne as f64; // float:\n";
        assert_eq!(lines("crates/app/src/lib.rs", text), [1, 3, 6]);
        assert_eq!(lines("crates/paper/src/lib.rs", text), []);
    }
}
