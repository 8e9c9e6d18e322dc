//! The catalogue of indices that ships with the product. Data, read once.

use serde::Deserialize;
use std::sync::LazyLock;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::law::Mark;
use thidua_domain::plans::draft::IssuerLevel;

#[derive(Deserialize)]
struct IndicesFile {
    index: Vec<IndexEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndexEntry {
    code: String,
    short: String,
    name: String,
    english: String,
    publisher: String,
    levels: Vec<String>,
    scale: Option<String>,
    source: String,
    mark: String,
}

/// An index of the catalogue.
pub(super) struct Index {
    pub(super) code: String,
    pub(super) short: String,
    name: String,
    english: String,
    pub(super) publisher: String,
    pub(super) levels: Vec<IssuerLevel>,
    pub(super) scale: Option<Amount>,
    pub(super) source: String,
    pub(super) mark: Mark,
}

impl Index {
    pub(super) fn name(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.name,
            Language::English => &self.english,
        }
    }
}

static INDICES: LazyLock<Vec<Index>> = LazyLock::new(|| {
    let file = read().unwrap_or_else(|_| IndicesFile { index: Vec::new() });
    file.index.into_iter().map(index).collect()
});

fn read() -> Result<IndicesFile, toml::de::Error> {
    toml::from_str(include_str!("../../../../rules/indices/indices.toml"))
}

fn index(entry: IndexEntry) -> Index {
    Index {
        levels: entry.levels.iter().filter_map(|code| IssuerLevel::from_code(code)).collect(),
        scale: entry.scale.as_deref().and_then(|scale| Amount::from_plain(scale).ok()),
        mark: Mark::of_letter(&entry.mark).unwrap_or(Mark::Unverified),
        code: entry.code,
        short: entry.short,
        name: entry.name,
        english: entry.english,
        publisher: entry.publisher,
        source: entry.source,
    }
}

/// Every index, in the order of the plan that names them.
pub(super) fn all() -> &'static [Index] {
    &INDICES
}

/// The index of a code.
pub(super) fn of(code: &str) -> Option<&'static Index> {
    INDICES.iter().find(|one| one.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_read_whole_and_what_is_not_sure_is_marked() {
        let file = read().expect("the catalogue is read");
        let codes: Vec<&str> = file.index.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, ["par-index", "pci", "papi", "sipas", "dti", "pii"]);
        for entry in &file.index {
            assert!(Mark::of_letter(&entry.mark).is_some(), "{}", entry.code);
            let known = entry.levels.iter().all(|code| IssuerLevel::from_code(code).is_some());
            assert!(known && !entry.levels.is_empty(), "{}: {:?}", entry.code, entry.levels);
            let readable = entry.scale.as_deref().is_none_or(|scale| Amount::from_plain(scale).is_ok());
            assert!(readable, "{}", entry.code);
        }
        let sure = all().iter().filter(|one| one.scale.is_some() && one.mark.is_sure()).count();
        assert_eq!(sure, 0, "no scale is verified yet: the day one is, the pages say so");
    }
}
