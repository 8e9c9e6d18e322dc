//! What a newcomer looks for first: the licence, and a README with the two commands.

use super::Place;
use crate::tidy::tree::Tree;

const README: &str = "README.md";
/// The two commands of the README: try it, test it.
pub const COMMANDS: [&str; 2] = ["cargo run --release -- demo", "cargo x test"];

/// Checks that both are there.
pub fn check(tree: &Tree) -> Vec<Place> {
    let mut found = Vec::new();
    if !tree.files.iter().any(|file| ["LICENSE", "LICENSE.md", "LICENSE.txt"].contains(&file.path.as_str())) {
        found.push(Place::new("LICENSE", 1, "put the text of the licence here"));
    }
    match tree.file(README) {
        None => found.push(Place::new(README, 1, "write it: what this is for, and how to try it")),
        Some(readme) => {
            let missing = COMMANDS.iter().filter(|command| !readme.text.contains(**command));
            found.extend(missing.map(|command| Place::new(README, 1, format!("it does not mention `{command}`"))));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licence_readme_and_its_commands_are_asked_for() {
        let full = format!("{}\n{}\n", COMMANDS[0], COMMANDS[1]);
        assert!(check(&Tree::of(&[("LICENSE", "EUPL"), (README, &full)])).is_empty());
        assert_eq!(check(&Tree::of(&[("LICENSE", "EUPL"), (README, COMMANDS[1])])).len(), 1);
        assert_eq!(check(&Tree::of(&[])).len(), 2);
    }
}
