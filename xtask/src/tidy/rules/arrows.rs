//! The arrows of the manifests.

use super::Place;
use crate::tidy::tree::SourceFile;

/// A room, and the rooms it may lean on.
struct Room {
    manifest: &'static str,
    may_use: &'static [&'static str],
}

const ROOMS: &[Room] = &[
    Room { manifest: "crates/domain/Cargo.toml", may_use: &[] },
    Room { manifest: "crates/store/Cargo.toml", may_use: &["thidua-domain"] },
    Room { manifest: "crates/paper/Cargo.toml", may_use: &["thidua-domain"] },
    Room { manifest: "crates/app/Cargo.toml", may_use: &["thidua-domain", "thidua-store", "thidua-paper"] },
    Room {
        manifest: "crates/cli/Cargo.toml",
        may_use: &["thidua-domain", "thidua-store", "thidua-paper", "thidua-app"],
    },
    Room { manifest: "xtask/Cargo.toml", may_use: &[] },
];

/// Beginnings of crates of the web, of SQL, of async and of layout; the domain knows nothing of them.
const NOT_IN_THE_DOMAIN: &[&str] = &[
    "actix",
    "askama",
    "async-",
    "axum",
    "diesel",
    "futures",
    "hyper",
    "libsqlite3",
    "minijinja",
    "postgres",
    "reqwest",
    "rusqlite",
    "sea-",
    "smol",
    "sqlx",
    "tokio",
    "tower",
    "typst",
];

/// Checks one manifest.
pub fn check(file: &SourceFile) -> Vec<Place> {
    let Some(room) = ROOMS.iter().find(|room| room.manifest == file.path) else { return Vec::new() };
    let mut found = Vec::new();
    for (line, name) in dependencies(file) {
        if name.starts_with("thidua") && !room.may_use.contains(&name) {
            found.push(Place::new(
                &file.path,
                line,
                format!("this room must not lean on {name}; move what is needed to a lower room"),
            ));
        }
        if file.under("crates/domain") && NOT_IN_THE_DOMAIN.iter().any(|start| name.starts_with(start)) {
            found.push(Place::new(
                &file.path,
                line,
                format!("the domain is pure; what needs {name} belongs to another room"),
            ));
        }
        if file.under("xtask") {
            found.push(Place::new(
                &file.path,
                line,
                format!("the workshop leans on the standard library only; drop {name}"),
            ));
        }
    }
    found
}

/// The names of all dependencies of a manifest, for every purpose and target, with their lines.
pub fn dependencies(file: &SourceFile) -> Vec<(usize, &str)> {
    let mut names = Vec::new();
    let mut inside = false;
    for (at, line) in file.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(heading) = line.strip_prefix('[') {
            let heading = heading.trim_end_matches(']');
            inside = heading.ends_with("dependencies");
            if let Some((_, name)) = heading.split_once("dependencies.") {
                names.push((at, name.trim_matches('"')));
            }
        } else if let Some((name, _)) = line.split_once('=').filter(|_| inside) {
            let name = name.trim().split('.').next().unwrap_or_default();
            names.push((at, name.trim_matches('"')));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&SourceFile::new(path, text)).iter().map(|place| place.line).collect()
    }

    #[test]
    fn a_room_leans_on_lower_rooms_only() {
        let text = "[dependencies]\nthidua-domain.workspace = true\nthidua-app = { path = \"../app\" }\n";
        assert_eq!(lines("crates/store/Cargo.toml", text), [3]);
        assert_eq!(lines("crates/cli/Cargo.toml", text), []);
        assert_eq!(lines("crates/domain/Cargo.toml", text), [2, 3]);
    }

    #[test]
    fn the_domain_knows_no_web_no_sql_and_no_async_not_even_in_tests() {
        let text = "[dependencies]\nchrono.workspace = true\n[dev-dependencies]\ntokio = \"1\"\n[target.'cfg(unix)'.dependencies.sqlx]\nversion = \"1\"\n";
        assert_eq!(lines("crates/domain/Cargo.toml", text), [4, 5]);
        assert_eq!(lines("crates/store/Cargo.toml", text), []);
    }

    #[test]
    fn the_workshop_leans_on_nothing() {
        assert_eq!(
            lines("xtask/Cargo.toml", "[package]\nname = \"xtask\"\n[dependencies]\n# none\nclap = \"4\"\n"),
            [5]
        );
    }
}
