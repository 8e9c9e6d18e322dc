//! Only the store knows SQL.

use super::{Place, arrows::dependencies};
use crate::tidy::{rust_text::has_word, tree::SourceFile};

/// The crates as manifests name them; code names them with `_`.
const SQL: &[&str] = &[
    "sea-orm",
    "sea-orm-migration",
    "sea-query",
    "sqlx",
    "sqlx-core",
    "sqlx-sqlite",
    "sqlx-postgres",
    "libsqlite3-sys",
    "rusqlite",
    "diesel",
];

/// Checks manifests and code of every room but the store; the manifest at the root only names versions.
pub fn check(file: &SourceFile) -> Vec<Place> {
    if !file.under("crates") || file.under("crates/store") {
        return Vec::new();
    }
    let found = |line, name: &str| {
        Place::new(&file.path, line, format!("only crates/store knows {name}; ask the store instead"))
    };
    if file.name() == "Cargo.toml" {
        let named = dependencies(file).into_iter().filter(|(_, name)| SQL.contains(name));
        return named.map(|(line, name)| found(line, name)).collect();
    }
    if !file.is(".rs") {
        return Vec::new();
    }
    let in_code = |name: &&&str, line: &str| has_word(line, &name.replace('-', "_"));
    (1..)
        .zip(&file.rust().code)
        .filter_map(|(at, line)| SQL.iter().find(|name| in_code(name, line)).map(|name| found(at, name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&SourceFile::new(path, text)).iter().map(|place| place.line).collect()
    }

    #[test]
    fn only_the_store_names_the_sql_crates() {
        let manifest = "[dependencies]\nsea-orm.workspace = true\nserde = \"1\"\n";
        assert_eq!(lines("crates/app/Cargo.toml", manifest), [2]);
        assert_eq!(lines("crates/store/Cargo.toml", manifest), []);
        assert_eq!(lines("Cargo.toml", manifest), []);
    }

    #[test]
    fn code_and_tests_of_other_rooms_do_not_name_them_but_comments_may() {
        let code = "//! not sea_orm\nuse sea_orm::Value;\n#[cfg(test)]\nmod tests { use sqlx::query; }\nfn sqlx_like() {}\n";
        assert_eq!(lines("crates/app/src/lib.rs", code), [2, 4]);
        assert_eq!(lines("crates/store/src/lib.rs", code), []);
    }
}
