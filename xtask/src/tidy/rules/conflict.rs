//! Marks that git leaves where two changes met.

use super::Place;
use crate::tidy::tree::SourceFile;

/// Checks every text. A line of `=` alone may underline a heading, so it is no mark by itself.
pub fn check(file: &SourceFile) -> Vec<Place> {
    let is_mark = |line: &str| {
        ['<', '>', '|'].iter().any(|sign| {
            let signs = line.chars().take_while(|it| it == sign).count();
            signs == 7 && line[7..].starts_with(' ')
        })
    };
    let marks = file.lines().filter(|(_, line)| is_mark(line));
    marks.map(|(at, _)| Place::new(&file.path, at, "finish the merge and take out its marks")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_merge_are_found() {
        let text = format!("a\n{} HEAD\nb\n=======\nc\n{} other\n", "<".repeat(7), ">".repeat(7));
        let found: Vec<usize> = check(&SourceFile::new("a.md", &text)).iter().map(|it| it.line).collect();
        assert_eq!(found, [2, 6]);
        assert_eq!(check(&SourceFile::new("a.md", "Heading\n=======\n| a | b |\n")), []);
    }
}
