//! Small files: a long one is a room that wants dividing.

use super::Place;
use crate::tidy::tree::SourceFile;

/// The most lines a Rust file may have.
pub const MOST: usize = 500;

/// Checks one file.
pub fn check(file: &SourceFile) -> Vec<Place> {
    let lines = file.text.lines().count();
    if !file.is(".rs") || lines <= MOST {
        return Vec::new();
    }
    vec![Place::new(
        &file.path,
        MOST + 1,
        format!("{lines} lines; divide it along what it speaks of, at most {MOST} each"),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_after_the_last_allowed_one_is_found() {
        assert_eq!(check(&SourceFile::new("a.rs", &"\n".repeat(500))), []);
        assert_eq!(check(&SourceFile::new("a.rs", &"\n".repeat(501)))[0].line, 501);
        assert_eq!(check(&SourceFile::new("a.txt", &"\n".repeat(501))), []);
    }
}
