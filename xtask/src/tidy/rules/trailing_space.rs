//! White space at the end of a line is noise in every later change.

use super::Place;
use crate::tidy::tree::SourceFile;

const TEXTS: &[&str] = &[".rs", ".md", ".html", ".css"];

/// Checks one text.
pub fn check(file: &SourceFile) -> Vec<Place> {
    if !TEXTS.iter().any(|ending| file.is(ending)) || file.under("samples") {
        return Vec::new();
    }
    let ends_in_space = |line: &str| line.ends_with(char::is_whitespace);
    let lines = file.lines().filter(|(_, line)| ends_in_space(line));
    lines.map(|(at, _)| Place::new(&file.path, at, "take the white space off the end of the line")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_tabs_at_the_end_are_found() {
        let found = |path: &str| {
            check(&SourceFile::new(path, "a \nb\n\t\nc\r\n")).iter().map(|it| it.line).collect::<Vec<_>>()
        };
        assert_eq!(found("a.md"), [1, 3]);
        assert_eq!(found("a.txt"), []);
    }
}
