//! Decisions are numbered in the order they were taken, without gaps.

use super::Place;
use crate::tidy::tree::Tree;

const FOLDER: &str = "docs/decisions";

/// Checks the names in the folder of decisions; its own introduction has no number.
pub fn check(tree: &Tree) -> Vec<Place> {
    let names = tree.files.iter().filter(|file| file.under(FOLDER) && file.is(".md") && file.name() != "README.md");
    let mut found = Vec::new();
    let mut numbered = Vec::new();
    for file in names {
        match file.name().split_once('-').and_then(|(number, _)| number.parse::<usize>().ok()) {
            Some(number) => numbered.push((number, file.path.as_str())),
            None => found.push(Place::new(
                &file.path,
                1,
                "name it `0000-what-was-decided.md`, with the next free number",
            )),
        }
    }
    if numbered.is_empty() {
        return vec![Place::new(
            FOLDER,
            1,
            "there is no decision; write the first one, `0001-what-was-decided.md`",
        )];
    }
    numbered.sort_unstable();
    let first = numbered[0].0.min(1);
    for (expected, (number, path)) in (first..).zip(numbered) {
        if number != expected {
            found.push(Place::new(
                path,
                1,
                format!("this should be number {expected:04}: numbers have no gaps and none is used twice"),
            ));
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(names: &[&str]) -> Vec<String> {
        let files: Vec<String> = names.iter().map(|name| format!("{FOLDER}/{name}")).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|path| (path.as_str(), "")).collect();
        check(&Tree::of(&files)).into_iter().map(|place| place.path).collect()
    }

    #[test]
    fn gaps_doubles_and_missing_numbers_are_found() {
        assert!(paths(&["0001-a.md", "0002-b.md", "README.md"]).is_empty());
        assert!(paths(&["0000-a.md", "0001-b.md"]).is_empty());
        assert_eq!(paths(&["0001-a.md", "0003-b.md"]), ["docs/decisions/0003-b.md"]);
        assert_eq!(paths(&["0001-a.md", "0001-b.md"]), ["docs/decisions/0001-b.md"]);
        assert_eq!(paths(&["0002-a.md"]), ["docs/decisions/0002-a.md"]);
        assert_eq!(paths(&["0001-a.md", "sqlite.md"]), ["docs/decisions/sqlite.md"]);
        assert_eq!(paths(&[]), [FOLDER]);
    }
}
