//! The word lists of `rules/reading/`: units, indicators, abbreviations and the nouns and verbs that the grammar knows.

mod indicators;
mod units;

pub use indicators::{closest, direction_of};
pub use units::unit_at;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use thidua_domain::basics::text::fold;

#[derive(Default, serde::Deserialize)]
struct File {
    acronyms: Vec<String>,
    document_kinds: Vec<String>,
    symbols: Vec<String>,
    signer_posts: Vec<String>,
    duty_verbs: Vec<String>,
    holders: Vec<String>,
    tasks: Vec<String>,
    provinces: Vec<String>,
}

/// The word lists, folded where they are compared.
pub struct Words {
    acronyms: HashMap<String, String>,
    exact_acronyms: HashSet<String>,
    /// Kinds of document: as written and folded.
    pub document_kinds: Vec<(String, String)>,
    symbols: HashMap<String, String>,
    exact_symbols: HashSet<String>,
    /// Posts of signers: as written and folded.
    pub signer_posts: Vec<(String, String)>,
    /// Verbs that begin a duty, as written.
    pub duty_verbs: Vec<String>,
    /// Nouns that begin a subject, folded.
    pub holders: Vec<String>,
    /// Verbs of work, folded.
    pub tasks: Vec<String>,
    /// Provinces: as written and folded.
    pub provinces: Vec<(String, String)>,
}

/// The word lists that ship with the product.
pub static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // a test reads the file, so that a broken one never ships
    let file: File = toml::from_str(include_str!("../../../../../rules/reading/words.toml")).unwrap_or_default();
    let folded = |list: &[String]| list.iter().map(|word| fold(word)).collect::<Vec<_>>();
    let both = |list: Vec<String>| {
        list.into_iter().map(|word| (fold(&word), word)).map(|(folded, word)| (word, folded)).collect::<Vec<_>>()
    };
    Words {
        acronyms: file.acronyms.iter().map(|word| (confused(word), word.clone())).collect(),
        exact_acronyms: file.acronyms.iter().cloned().collect(),
        exact_symbols: file.symbols.iter().cloned().collect(),
        symbols: file.symbols.iter().rev().map(|word| (confused(word), word.clone())).collect(),
        duty_verbs: file.duty_verbs,
        holders: folded(&file.holders),
        tasks: folded(&file.tasks),
        document_kinds: both(file.document_kinds),
        signer_posts: both(file.signer_posts),
        provinces: both(file.provinces),
    }
});

/// Capital letters that scanning confuses are made one: Đ, P, B and D; O, Q and 0; I, L and 1.
fn confused(word: &str) -> String {
    fold(word)
        .chars()
        .map(|c| match c {
            'p' | 'b' => 'd',
            'q' | '0' => 'o',
            'l' | '1' => 'i',
            c => c,
        })
        .collect()
}

/// The abbreviation a word is, in its correct letters; in a damaged text also when its letters are confused.
/// Roman numerals count as abbreviations of themselves.
pub fn acronym(word: &str, damaged: bool) -> Option<String> {
    if WORDS.exact_acronyms.contains(word) || is_roman(word) {
        return Some(word.to_owned());
    }
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if !damaged || capitals < 2 || word.chars().any(char::is_lowercase) {
        return None;
    }
    WORDS.acronyms.get(&confused(word)).cloned().filter(|full| full.len() > 2)
}

/// Whether a word is a Roman numeral in capitals.
pub fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// The part of a document symbol a word is (`HPND` is `HĐND`), or the word itself in capitals.
pub fn symbol_part(word: &str) -> String {
    if WORDS.exact_symbols.contains(word) {
        return word.to_owned();
    }
    WORDS.symbols.get(&confused(word)).cloned().unwrap_or_else(|| word.to_owned())
}

/// Whether a word is a known part of a document symbol.
pub fn is_symbol_part(word: &str) -> bool {
    WORDS.symbols.contains_key(&confused(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_read() {
        let file: Result<File, _> = toml::from_str(include_str!("../../../../../rules/reading/words.toml"));
        assert!(file.is_ok());
        assert_eq!(acronym("HPND", true).as_deref(), Some("HĐND"));
        assert_eq!(acronym("UBND", false).as_deref(), Some("UBND"));
        assert_eq!(symbol_part("QD"), "QĐ");
        assert_eq!(symbol_part("HDTDKT"), "HĐTĐKT");
        assert_eq!(symbol_part("TTg"), "TTg");
    }
}
