//! The files that rules look at.

use super::{finding::Finding, rust_text::RustText};
use crate::trouble::{Trouble, While};
use std::{cell::OnceCell, fs, path::Path, process::Command};

/// One file of the checkout. The text is empty where it is not a text.
#[derive(Default)]
pub struct SourceFile {
    /// From the root of the checkout, with `/`.
    pub path: String,
    /// What it holds.
    pub text: String,
    rust: OnceCell<RustText>,
}

impl SourceFile {
    /// A file from its path and its text.
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned(), rust: OnceCell::new() }
    }

    /// The lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)))
    }

    /// The text as Rust, with comments, strings and tests told apart.
    pub fn rust(&self) -> &RustText {
        self.rust.get_or_init(|| RustText::read(&self.text))
    }

    /// Whether its name ends so.
    pub fn is(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }

    /// Whether it lies somewhere under that folder of the checkout.
    pub fn under(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The last part of its path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The name without its ending.
    pub fn stem(&self) -> &str {
        self.name().split('.').next().unwrap_or_default()
    }

    /// Whether the whole file is a test.
    pub fn is_test(&self) -> bool {
        let folders = self.path.split('/').rev().skip(1);
        self.stem() == "tests" || self.stem().ends_with("_table") || folders.into_iter().any(|it| it == "tests")
    }
}

/// The checkout.
pub struct Tree {
    /// Its files, in the order of their paths.
    pub files: Vec<SourceFile>,
}

impl Tree {
    /// Every file that git tracks or would track.
    pub fn read(root: &Path) -> Result<Self, Trouble> {
        let answer = Command::new("git")
            .current_dir(root)
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .output()
            .or_trouble("git")?;
        if !answer.status.success() {
            return Err(Trouble::new(format!("git ls-files: {}", String::from_utf8_lossy(&answer.stderr).trim())));
        }
        let names = String::from_utf8_lossy(&answer.stdout);
        let mut files: Vec<SourceFile> = names
            .split('\0')
            .filter(|path| !path.is_empty())
            // A file may be deleted and not yet committed; one that is no text is known by its path alone.
            .filter_map(|path| Some((path, fs::read(root.join(path)).ok()?)))
            .map(|(path, bytes)| SourceFile::new(path, &String::from_utf8(bytes).unwrap_or_default()))
            .collect();
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files.dedup_by(|one, other| one.path == other.path);
        Ok(Self { files })
    }

    /// A tree from paths and texts, for the tests of rules.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| SourceFile::new(path, text)).collect() }
    }

    /// The file at that path.
    pub fn file(&self, path: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Whether the line itself says `tidy-allow: RULE: REASON`.
    pub fn allows(&self, finding: &Finding) -> bool {
        let line =
            self.file(&finding.place.path).and_then(|file| file.text.lines().nth(finding.place.line.max(1) - 1));
        let reason = line.and_then(|line| line.split_once(&format!("tidy-allow: {}:", finding.rule)));
        reason.is_some_and(|(_, reason)| reason.chars().any(char::is_alphanumeric))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_known_by_their_folder_or_their_name() {
        let is_test = |path: &str| SourceFile::new(path, "").is_test();
        assert!(is_test("crates/cli/tests/pages.rs") && is_test("crates/domain/src/plans/check/tests.rs"));
        assert!(is_test("crates/domain/src/targets/judgement_table.rs"));
        assert!(!is_test("crates/domain/src/latest.rs") && !is_test("crates/app/src/table.rs"));
    }

    #[test]
    fn a_folder_is_not_its_namesake() {
        assert!(SourceFile::new("crates/app/src/lib.rs", "").under("crates/app"));
        assert!(!SourceFile::new("crates/apparatus/src/lib.rs", "").under("crates/app"));
    }
}
