//! `cargo x tidy`: the rules of the house, as a test.

pub mod finding;
pub mod rules;
pub mod rust_text;
pub mod tree;

use crate::{arguments::Arguments, command::Command, place, trouble::Trouble};
use finding::Finding;
use rules::{Check, RULES};
use std::process::ExitCode;
use tree::Tree;

/// How the help lists it.
pub const COMMAND: Command = Command {
    name: "tidy",
    takes: "[--rules]",
    says: "checks the rules of the house and prints what to mend; --rules lists them",
    run,
};

/// Lines from which a Rust file is named as growing; it fails at [`rules::file_length::MOST`].
const GROWING: usize = 300;

fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let mut arguments = Arguments::new(words);
    let list = arguments.flag("--rules");
    arguments.finish()?;
    if list {
        RULES.iter().for_each(|rule| println!("{}: {}", rule.name, rule.says));
        return Ok(ExitCode::SUCCESS);
    }
    Ok(if tidy()? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks every rule, prints what was found; true when nothing was.
pub fn tidy() -> Result<bool, Trouble> {
    let tree = Tree::read(&place::root()?)?;
    let findings = findings(&tree);
    findings.iter().for_each(|finding| println!("{finding}"));
    for (path, lines) in growing(&tree) {
        println!("note: {path} has {lines} lines; from {} on it must be divided", rules::file_length::MOST + 1);
    }
    println!("tidy: {} rules, {} files, {} findings", RULES.len(), tree.files.len(), findings.len());
    Ok(findings.is_empty())
}

fn findings(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in RULES {
        let places = match rule.check {
            Check::File(check) => tree.files.iter().flat_map(check).collect(),
            Check::Tree(check) => check(tree),
        };
        found.extend(places.into_iter().map(|place| Finding { rule: rule.name, place }));
    }
    found.retain(|finding| !tree.allows(finding));
    found.sort_by(|one, other| (&one.place.path, one.place.line).cmp(&(&other.place.path, other.place.line)));
    found
}

fn growing(tree: &Tree) -> Vec<(&str, usize)> {
    let rust = tree.files.iter().filter(|file| file.path.ends_with(".rs"));
    let mut long: Vec<_> = rust.map(|file| (file.path.as_str(), file.text.lines().count())).collect();
    long.retain(|(_, lines)| (GROWING + 1..=rules::file_length::MOST).contains(lines));
    long.sort_by_key(|(_, lines)| usize::MAX - lines);
    long
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_printed_with_its_place_its_rule_and_what_to_do() {
        let tree = Tree::of(&[("README.md", "cargo run --release -- demo\ncargo x test \n"), ("LICENSE", "EUPL")]);
        let all: Vec<String> = findings(&tree).iter().map(ToString::to_string).collect();
        assert!(all.iter().any(|line| line.starts_with("README.md:2: trailing-space: ")), "{all:?}");
    }

    #[test]
    fn a_line_may_say_why_a_rule_does_not_hold_for_it() {
        let text = |why: &str| format!("The data of a user lies in {}{why}\n", concat!("/ho", "me/thidua."));
        let count = |text: String| {
            findings(&Tree::of(&[("docs/a.md", &text)])).iter().filter(|it| it.rule == "machine-path").count()
        };
        assert_eq!(count(text("")), 1);
        assert_eq!(count(text(" <!-- tidy-allow: machine-path: an example for administrators -->")), 0);
        assert_eq!(count(text(" <!-- tidy-allow: machine-path: -->")), 1, "the reason is missing");
    }

    #[test]
    fn growing_files_are_named_longest_first() {
        let long = |lines: usize| "\n".repeat(lines);
        let tree =
            Tree::of(&[("a.rs", &long(301)), ("b.rs", &long(400)), ("c.rs", &long(300)), ("d.rs", &long(501))]);
        assert_eq!(growing(&tree), [("b.rs", 400), ("a.rs", 301)]);
    }
}
