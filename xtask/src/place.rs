//! Where things are: the checkout, its target folder, cargo, and folders that do not last.

use crate::trouble::{Trouble, While};
use std::{
    env,
    fs::{self, DirBuilder, File},
    io::Read,
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::{Path, PathBuf},
    process::Command,
};

/// The folder of the checkout: the nearest one upwards that holds both `Cargo.toml` and `xtask/`.
pub fn root() -> Result<PathBuf, Trouble> {
    let here = env::current_dir().or_trouble("where are we?")?;
    here.ancestors()
        .find(|folder| folder.join("Cargo.toml").is_file() && folder.join("xtask/Cargo.toml").is_file())
        .map(Path::to_owned)
        .ok_or_else(|| Trouble::new("run this inside the checkout of Thi Đua"))
}

/// Cargo, called at the root of the checkout; the cargo that runs us, when one does.
///
/// What cargo told us about our own package is taken back: some build scripts look at it, and half
/// the tree would be built again each time `cargo x` follows a plain `cargo`.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_about_our_package) {
            command.env_remove(name);
        }
    }
    command
}

fn is_about_our_package(name: &str) -> bool {
    const ABOUT: &[&str] = &["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"];
    ABOUT.iter().any(|start| name.starts_with(start))
}

/// The folder that cargo builds into, as cargo itself names it.
pub fn target(root: &Path) -> Result<PathBuf, Trouble> {
    let answer = cargo(root)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()
        .or_trouble("asking cargo for its target folder")?;
    let text = String::from_utf8_lossy(&answer.stdout);
    json_text(&text, "target_directory")
        .map(PathBuf::from)
        .ok_or_else(|| Trouble::new(format!("cargo metadata: {}", String::from_utf8_lossy(&answer.stderr).trim())))
}

/// The text that stands under `key` in a JSON text; enough for paths as cargo prints them.
fn json_text(json: &str, key: &str) -> Option<String> {
    let opening = format!("\"{key}\":\"");
    let mut letters = json[json.find(&opening)? + opening.len()..].chars();
    let mut found = String::new();
    loop {
        match letters.next()? {
            '"' => return Some(found),
            '\\' => found.push(letters.next()?),
            letter => found.push(letter),
        }
    }
}

/// Hexadecimal digits that nobody guesses.
pub fn random_word() -> Result<String, Trouble> {
    let mut bytes = [0_u8; 12];
    File::open("/dev/urandom")
        .and_then(|mut source| source.read_exact(&mut bytes))
        .or_trouble("reading random digits")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A new folder that only we may list; other users may pass through it, since PostgreSQL refuses to be root.
pub fn passing_folder(purpose: &str) -> Result<PathBuf, Trouble> {
    let among = [env::temp_dir(), PathBuf::from("/tmp"), PathBuf::from("/var/tmp")];
    let base = among.iter().find(|folder| all_may_pass(folder)).unwrap_or(&among[0]);
    let folder = base.join(format!("thidua-{purpose}-{}", &random_word()?[..8]));
    DirBuilder::new().mode(0o711).create(&folder).or_trouble("making a temporary folder")?;
    Ok(folder)
}

fn all_may_pass(folder: &Path) -> bool {
    folder
        .ancestors()
        .all(|part| fs::metadata(part).is_ok_and(|about| about.is_dir() && about.permissions().mode() & 0o001 != 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_json_with_its_escapes_undone() {
        let json = r#"{"packages":[],"target_directory":"C:\\our \"own\"/target","version":1}"#;
        assert_eq!(json_text(json, "target_directory").as_deref(), Some("C:\\our \"own\"/target"));
        assert_eq!(json_text(json, "build_directory"), None);
    }

    #[test]
    fn cargo_is_not_told_about_our_own_package() {
        assert!(is_about_our_package("CARGO_PKG_NAME") && is_about_our_package("CARGO_MANIFEST_DIR"));
        assert!(!is_about_our_package("CARGO_TARGET_DIR") && !is_about_our_package("CARGO_HOME"));
    }

    #[test]
    fn a_temporary_folder_is_ours_and_can_be_passed_through() {
        let folder = passing_folder("place").unwrap();
        assert!(all_may_pass(&folder));
        fs::remove_dir(&folder).unwrap();
        assert_ne!(random_word().unwrap(), random_word().unwrap());
    }
}
