//! One copy of what talks to the databases: two of them would not share a connection, or not link.

use super::Place;
use crate::tidy::tree::SourceFile;

const ONCE: &[&str] = &["sqlx-core", "libsqlite3-sys"];

/// Checks the lock file.
pub fn check(file: &SourceFile) -> Vec<Place> {
    if file.path != "Cargo.lock" {
        return Vec::new();
    }
    let named = |name: &str| -> Vec<usize> {
        let line = format!("name = \"{name}\"");
        file.lines().filter(|(_, text)| *text == line).map(|(at, _)| at).collect()
    };
    let again = |name: &&'static str| named(name).into_iter().skip(1).map(|at| (at, *name)).collect::<Vec<_>>();
    ONCE.iter()
        .flat_map(again)
        .map(|(at, name)| {
            Place::new(
                &file.path,
                at,
                format!("a second {name}: bring the versions together (`cargo tree --invert {name}`)"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_copy_is_found() {
        let one = "[[package]]\nname = \"sqlx-core\"\nversion = \"1\"\n";
        assert_eq!(check(&SourceFile::new("Cargo.lock", one)), []);
        assert_eq!(check(&SourceFile::new("Cargo.lock", &format!("{one}{one}")))[0].line, 5);
    }
}
