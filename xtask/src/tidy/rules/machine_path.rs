//! No path of one machine: the checkout lies somewhere else for everyone.

use super::Place;
use crate::tidy::tree::SourceFile;

/// Folders in which checkouts and people's files lie. Written in two pieces, so that this file may say them.
const STARTS: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("C:\\Us", "ers\\"),
];

/// Checks every text. The samples are other people's words and stay as they are.
pub fn check(file: &SourceFile) -> Vec<Place> {
    if file.under("samples") {
        return Vec::new();
    }
    let in_line = |(at, line): (usize, &str)| {
        let start = STARTS.iter().find(|start| begins_a_path(line, start))?;
        Some(Place::new(
            &file.path,
            at,
            format!("a path under {start} is of one machine; write it from the root of the checkout"),
        ))
    };
    file.lines().filter_map(in_line).collect()
}

/// A folder of ours may bear the same name further inside a path; only the beginning of a path counts.
fn begins_a_path(line: &str, start: &str) -> bool {
    let goes_on =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '/' | '}' | '*' | '~');
    line.match_indices(start).any(|(at, _)| !line[..at].chars().next_back().is_some_and(goes_on))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_one_machine_is_found_and_a_folder_of_ours_is_not() {
        let path = concat!("/wo", "rk/main");
        let text = format!("cd {path}\nlet a = \"{path}\";\nsee docs{path}\n{{root}}{path}\nfile://{path}\n");
        let found: Vec<usize> = check(&SourceFile::new("docs/a.md", &text)).iter().map(|it| it.line).collect();
        assert_eq!(found, [1, 2]);
        assert_eq!(check(&SourceFile::new("samples/plans/a.txt", &text)), []);
    }
}
