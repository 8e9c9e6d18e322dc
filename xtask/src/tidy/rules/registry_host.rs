//! Packages come from the public registry: a clone must build everywhere, not only near a mirror.

use super::Place;
use crate::tidy::tree::SourceFile;

const PUBLIC: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Pieces of addresses and settings of registries. Written in two pieces, so that this file may say them.
const HOSTS: &[&str] = &[
    concat!("sparse", "+http"),
    concat!("index.crates", ".io"),
    concat!("static.crates", ".io"),
    concat!("registry.npm", "js.org"),
    concat!("pypi.org", "/simple"),
    concat!("proxy.golang", ".org"),
    concat!("arti", "factory"),
    concat!("/repo", "sitory/npm"),
    concat!("index", "-url"),
    concat!("replace", "-with"),
];

/// Checks every text, and the sources of the lock file.
pub fn check(file: &SourceFile) -> Vec<Place> {
    if file.under("samples") {
        return Vec::new();
    }
    let is_lock = file.name() == "Cargo.lock";
    let mut found = Vec::new();
    for (at, line) in file.lines() {
        if is_lock && line.starts_with("source = ") && line != PUBLIC {
            found.push(Place::new(
                &file.path,
                at,
                "this package does not come from crates.io; lock it again without the mirror",
            ));
        } else if let Some(host) = HOSTS.iter().find(|host| line.contains(**host)) {
            found.push(Place::new(
                &file.path,
                at,
                format!("`{host}` ties the checkout to a registry; keep such settings outside it"),
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mirrors_are_found_in_settings_and_in_the_lock_file() {
        let lines = |path: &str, text: &str| {
            check(&SourceFile::new(path, text)).iter().map(|it| it.line).collect::<Vec<_>>()
        };
        let mirror = concat!("replace", "-with");
        assert_eq!(lines(".cargo/config.toml", &format!("[source.crates-io]\n{mirror} = \"near\"\n")), [2]);
        assert_eq!(lines("Cargo.lock", &format!("{PUBLIC}\nsource = \"git+https://example.org/a\"\n")), [2]);
        assert_eq!(lines("README.md", "https://crates.io/crates/axum\n"), []);
    }
}
