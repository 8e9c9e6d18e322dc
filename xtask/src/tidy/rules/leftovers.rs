//! What one writes on the way and does not leave behind.

use super::Place;
use crate::tidy::tree::SourceFile;

/// What is looked for, and what to do instead.
const LEFTOVERS: &[(&str, &str)] = &[
    (".unwrap()", "answer with an error, or show with a type that it cannot happen"),
    ("todo!", "do it, or leave it out"),
    ("unimplemented!", "do it, or leave it out"),
    ("dbg!", "take it out"),
];

/// Checks the code of the product outside tests.
pub fn check(file: &SourceFile) -> Vec<Place> {
    if !file.is(".rs") || !file.under("crates") || file.is_test() {
        return Vec::new();
    }
    let in_line = |(at, line): (usize, &str)| {
        let found = LEFTOVERS.iter().find(|(left, _)| stands_in(line, left))?;
        Some(Place::new(&file.path, at, format!("`{}`: {}", found.0, found.1)))
    };
    file.rust().product_code().filter_map(in_line).collect()
}

fn stands_in(line: &str, left: &str) -> bool {
    line.match_indices(left).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        left.starts_with('.') || !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&SourceFile::new(path, text)).iter().map(|place| place.line).collect()
    }

    #[test]
    fn leftovers_are_found_in_the_product_and_not_in_tests() {
        let text = "a.unwrap();\ntodo!()\nb.unwrap_or(1); // .unwrap()\n#[cfg(test)]\nmod tests { fn c() { d.unwrap(); } }\nmytodo!();\n";
        assert_eq!(lines("crates/app/src/lib.rs", text), [1, 2]);
        assert_eq!(lines("crates/app/tests/lib.rs", text), []);
        assert_eq!(lines("xtask/src/main.rs", text), []);
    }
}
