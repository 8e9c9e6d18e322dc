//! Names that say nothing collect everything.

use super::Place;
use crate::tidy::tree::SourceFile;

const DRAWERS: &[&str] =
    &["util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "service", "services"];
const CODE: &[&str] = &[".rs", ".html", ".css", ".js", ".typ"];

/// Checks the name of one file of code and of the folders it lies in.
pub fn check(file: &SourceFile) -> Vec<Place> {
    if !CODE.iter().any(|ending| file.is(ending)) {
        return Vec::new();
    }
    let drawer = |part: &str| {
        let name = part.split('.').next().unwrap_or_default();
        DRAWERS.iter().any(|drawer| name.rsplit('_').next() == Some(drawer))
    };
    let part = file.path.split('/').find(|part| drawer(part));
    part.map(|part| Place::new(&file.path, 1, format!("`{part}` says nothing; name it after what it holds")))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawers_are_found_as_files_and_as_folders() {
        let found = |path: &str| !check(&SourceFile::new(path, "")).is_empty();
        assert!(
            found("crates/app/src/utils.rs")
                && found("crates/app/src/helpers/dates.rs")
                && found("src/test_helpers.rs")
        );
        assert!(!found("crates/domain/src/common_ground.rs") && !found("packaging/thidua.service"));
    }
}
