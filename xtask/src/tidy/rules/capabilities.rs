//! Every capability names the test that shows it, and the test exists.

use super::Place;
use crate::tidy::tree::{SourceFile, Tree};
use std::collections::{BTreeMap, BTreeSet};

const LIST: &str = "docs/capabilities.md";
/// The columns of the table; the last holds the names of tests in backticks.
const COLUMNS: [&str; 4] = ["id", "capability", "where", "test"];

/// Checks the list of capabilities against the tests of the tree.
pub fn check(tree: &Tree) -> Vec<Place> {
    let Some(list) = tree.file(LIST) else {
        return vec![Place::new(LIST, 1, format!("write it: a table of {}", COLUMNS.join(" | ")))];
    };
    let tests: BTreeSet<&str> = tree.files.iter().filter(|file| file.is(".rs")).flat_map(tests_of).collect();
    let mut found = Vec::new();
    let mut first_seen = BTreeMap::new();
    let rows = rows(list);
    if rows.is_empty() {
        found.push(Place::new(LIST, 1, format!("no row; the table's heading is | {} |", COLUMNS.join(" | "))));
    }
    for (at, cells) in rows {
        let [id, .., test] = cells.as_slice() else { continue };
        if cells.len() != COLUMNS.len() {
            found.push(Place::new(LIST, at, format!("{} cells instead of {}", cells.len(), COLUMNS.len())));
            continue;
        }
        if let Some(line) = first_seen.insert(id.clone(), at) {
            found.push(Place::new(LIST, at, format!("`{id}` stands in line {line} already")));
        }
        let names: Vec<&str> = test.split('`').skip(1).step_by(2).collect();
        if names.is_empty() {
            found.push(Place::new(
                LIST,
                at,
                format!("`{id}` names no test; write its name in backticks in the last column"),
            ));
        }
        for name in names {
            let name = name.rsplit("::").next().unwrap_or(name).trim_end_matches("()");
            if !tests.contains(name) {
                found.push(Place::new(LIST, at, format!("`{id}`: there is no test `{name}`")));
            }
        }
    }
    found
}

/// The rows under every heading of that shape.
fn rows(list: &SourceFile) -> Vec<(usize, Vec<String>)> {
    let mut rows = Vec::new();
    let mut inside = false;
    for (at, line) in list.lines() {
        let Some(cells) = cells(line) else {
            inside = false;
            continue;
        };
        let lower: Vec<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
        if lower == COLUMNS {
            inside = true;
        } else if inside && !cells.iter().all(|cell| cell.chars().all(|it| matches!(it, '-' | ':'))) {
            rows.push((at, cells));
        }
    }
    rows
}

/// The cells of a row; `\|` does not end a cell.
fn cells(line: &str) -> Option<Vec<String>> {
    const HELD: &str = "\u{0}";
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.replace("\\|", HELD).split('|').map(|cell| cell.trim().replace(HELD, "|")).collect())
}

/// The names of functions under an attribute that makes them tests (`#[test]`, `#[tokio::test]` …).
fn tests_of(file: &SourceFile) -> Vec<&str> {
    let mut names = Vec::new();
    let mut is_test = false;
    for line in file.rust().code.iter().map(|line| line.trim()) {
        if line.starts_with("#[") {
            let attribute = line.trim_start_matches("#[").split(['(', ']']).next().unwrap_or_default();
            is_test |= attribute == "test" || attribute.ends_with("::test");
        }
        if let Some(name) = function(line) {
            names.extend(Some(name).filter(|_| is_test));
            is_test = false;
        }
    }
    names
}

fn function(line: &str) -> Option<&str> {
    let at = if line.starts_with("fn ") { 0 } else { line.find(" fn ")? + 1 };
    let name = line[at + 3..].trim_start();
    Some(name.split(|it: char| !(it.is_alphanumeric() || it == '_')).next().unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str =
        "#[test]\nfn a_plan_is_read() {}\n#[tokio::test]\nasync fn a_page_opens() {}\nfn not_a_test() {}\n";

    fn mends(table: &str) -> Vec<String> {
        let list = format!("# Capabilities\n\n| id | capability | where | test |\n|---|---|---|---|\n{table}");
        check(&Tree::of(&[(LIST, &list), ("a.rs", CODE)]))
            .into_iter()
            .map(|it| format!("{}: {}", it.line, it.mend))
            .collect()
    }

    #[test]
    fn rows_with_tests_that_exist_are_fine() {
        assert!(
            mends("| P1 | reads `a \\| b` | plan read | `a_plan_is_read` and `pages::a_page_opens` |\n").is_empty()
        );
    }

    #[test]
    fn a_test_that_is_none_or_is_not_there_is_found() {
        let found = mends(
            "| P1 | x | y | `not_a_test` |\n| P2 | x | y | later |\n| P2 | x | y | `a_page_opens` |\n| P3 | x | `a_page_opens` |\n",
        );
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[0].contains("5: `P1`: there is no test `not_a_test`"), "{found:?}");
        assert!(found[2].contains("stands in line 6"), "{found:?}");
    }

    #[test]
    fn a_missing_list_and_a_list_without_rows_are_found() {
        assert_eq!(check(&Tree::of(&[])).len(), 1);
        assert_eq!(mends("").len(), 1);
    }
}
