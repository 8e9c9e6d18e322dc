//! Programs of the system that the workshop calls: where they are, and how a Debian gets them.

use crate::{section::section, trouble::Trouble};
use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

/// Something a run of the tests needs from the system.
pub struct Need {
    /// What people call it.
    pub name: &'static str,
    /// The package of Debian that brings it.
    pub package: &'static str,
    /// Any of these programs will do, best first.
    pub programs: &'static [&'static str],
    /// Where to look beyond the search path; a `*` stands for one folder name, the highest number first.
    pub also_in: &'static [&'static str],
}

/// The server that the store's tests talk to.
pub const POSTGRESQL: Need = Need {
    name: "PostgreSQL (server)",
    package: "postgresql",
    programs: &["initdb"],
    also_in: &["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin"],
};
/// The browser of the browser tests.
pub const CHROMIUM: Need = Need {
    name: "Chromium",
    package: "chromium",
    programs: &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
    also_in: &["/snap/bin"],
};
/// What drives the browser.
pub const CHROMEDRIVER: Need = Need {
    name: "chromedriver",
    package: "chromium-driver",
    programs: &["chromedriver"],
    also_in: &["/usr/lib/chromium", "/usr/lib/chromium-browser"],
};
/// Reads the PDFs we write with another's eyes.
pub const POPPLER: Need =
    Need { name: "pdftotext (poppler)", package: "poppler-utils", programs: &["pdftotext"], also_in: &[] };

impl Need {
    /// The program, when the system has it.
    pub fn find(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> =
            env::split_paths(&path).chain(self.also_in.iter().flat_map(|pattern| matching(pattern))).collect();
        self.programs
            .iter()
            .find_map(|program| folders.iter().map(|folder| folder.join(program)).find(|at| runs(at)))
    }
}

fn runs(at: &Path) -> bool {
    fs::metadata(at).is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

/// The folders a pattern with at most one `*` stands for, newest version first.
fn matching(pattern: &str) -> Vec<PathBuf> {
    let Some((before, after)) = pattern.split_once('*') else { return vec![PathBuf::from(pattern)] };
    let (parent, prefix) = before.rsplit_once('/').unwrap_or(("", before));
    let mut names: Vec<String> = fs::read_dir(format!("{parent}/"))
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with(prefix))
        .collect();
    names.sort_by_key(|name| name[prefix.len()..].trim_start_matches(['@', '-']).parse::<u32>().unwrap_or(0));
    names.iter().rev().map(|name| PathBuf::from(format!("{parent}/{name}{after}"))).collect()
}

/// Sees to it that everything needed is there: installs it on a Debian as root, otherwise says what to install.
pub fn ensure(needs: &[&Need]) -> Result<(), Trouble> {
    if missing(needs).is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing(needs).iter().map(|need| need.package).collect();
    if is_debian() && is_root() {
        section(&format!("installing {}", packages.join(", ")), || install(&packages))?;
    }
    match missing(needs).as_slice() {
        [] => Ok(()),
        still => Err(Trouble::new(to_install(still))),
    }
}

fn missing<'a>(needs: &[&'a Need]) -> Vec<&'a Need> {
    needs.iter().filter(|need| need.find().is_none()).copied().collect()
}

fn to_install(still: &[&Need]) -> String {
    let packages: Vec<&str> = still.iter().map(|need| need.package).collect();
    let mut text = String::from("These are missing, and the tests need them:\n");
    for need in still {
        text.push_str(&format!("  {} (in Debian: {})\n", need.name, need.package));
    }
    text + &format!("On Debian: sudo apt-get install {}\nThen run the same command again.", packages.join(" "))
}

fn install(packages: &[&str]) -> Result<(), Trouble> {
    apt(&["update", "--quiet"])?;
    apt(&[&["install", "--quiet", "--yes", "--no-install-recommends"], packages].concat())
}

fn apt(words: &[&str]) -> Result<(), Trouble> {
    let done = Command::new("apt-get")
        .args(words)
        .env("DEBIAN_FRONTEND", "noninteractive")
        // The tests start a PostgreSQL of their own; the system's is not to be started for them.
        .env("RUNLEVEL", "1")
        .status();
    match done {
        Ok(status) if status.success() => Ok(()),
        _ => Err(Trouble::new(format!("apt-get {} did not succeed; its message is above", words.join(" ")))),
    }
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line.trim() == "ID=debian"))
}

/// Are we the system's administrator?
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_on_the_search_path_or_not_at_all() {
        let shell = Need { name: "shell", package: "dash", programs: &["no-such-program", "sh"], also_in: &[] };
        assert!(shell.find().is_some());
        let nothing =
            Need { name: "nothing", package: "none", programs: &["no-such-program"], also_in: &["/no/such/*/bin"] };
        assert!(nothing.find().is_none());
    }

    #[test]
    fn the_message_names_the_package_and_the_line_to_type() {
        let text = to_install(&[&POSTGRESQL, &POPPLER]);
        assert!(text.contains("sudo apt-get install postgresql poppler-utils"), "{text}");
        assert!(text.contains("pdftotext"), "{text}");
    }

    #[test]
    fn the_newest_version_is_tried_first() {
        let folder = crate::place::passing_folder("programs").unwrap();
        for version in ["9", "15", "17"] {
            fs::create_dir_all(folder.join(version)).unwrap();
        }
        let found = matching(&format!("{}/*/bin", folder.display()));
        assert_eq!(found.first(), Some(&folder.join("17/bin")));
        assert_eq!(found.last(), Some(&folder.join("9/bin")));
        fs::remove_dir_all(folder).unwrap();
    }
}
