//! The vocabulary of `rules/reading/lexicon.toml`: syllables, how frequent they are, and which stand side by side.

use super::channel::Letters;
use std::collections::HashMap;
use std::sync::LazyLock;
use thidua_domain::basics::text::{fold, is_letter, nfc};

/// Number of a syllable of the vocabulary.
pub type Id = u16;

/// A syllable with what matching needs, worked out once.
#[derive(Debug)]
pub struct Entry {
    /// In lower case, with marks.
    pub text: String,
    /// Its letters.
    pub letters: Vec<char>,
    /// Its letters without marks.
    pub plain: Vec<char>,
    /// Which of the letters a to z it has, marks apart.
    pub has: Letters,
    /// How often the vocabulary has it.
    pub count: u16,
}

/// The vocabulary.
#[derive(Debug, Default)]
pub struct Lexicon {
    entries: Vec<Entry>,
    ids: HashMap<String, Id>,
    by_first: HashMap<char, Vec<Id>>,
    pairs: Vec<u8>,
    /// A bit for each pair that stands side by side at all: few do, and these are near at hand.
    beside: Vec<u64>,
}

#[derive(serde::Deserialize)]
struct File {
    topic: Vec<Topic>,
}

#[derive(serde::Deserialize)]
struct Topic {
    phrases: String,
}

/// What stands for every number.
pub const NUMBER: &str = "#";

/// A word in lower case; a number as [`NUMBER`].
fn stand_in(word: &str) -> String {
    let number = word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'));
    if number { NUMBER.to_owned() } else { word.to_lowercase() }
}

/// Words of the vocabulary that no Vietnamese word can be as spelled.
const FOREIGN: [&str; 7] = ["vt", "iso", "ocop", "covid", "internet", "đắk", "lắk"];

/// Whether the vocabulary has a word, in lower case, that is no possible syllable. A text that is not damaged asks no more
/// than this, and the vocabulary stays unread.
pub fn has_foreign(word: &str) -> bool {
    FOREIGN.contains(&word)
}

/// The vocabulary that ships with the product.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let file = toml::from_str::<File>(include_str!("../../../../../rules/reading/lexicon.toml"));
    // a test reads the file, so that a broken one never ships; without it nothing is restored
    file.map(|file| Lexicon::new(&file.topic)).unwrap_or_default()
});

impl Lexicon {
    fn new(topics: &[Topic]) -> Self {
        let mut lexicon = Lexicon::default();
        let mut sequences: Vec<Vec<Id>> = Vec::new();
        for phrase in topics.iter().flat_map(|topic| topic.phrases.split(['\n', ';'])) {
            let words =
                phrase.split(|c: char| !is_letter(c) && !c.is_alphanumeric()).filter(|word| !word.is_empty());
            sequences.push(words.map(|word| lexicon.learn(&nfc(&stand_in(word)))).collect());
        }
        let size = lexicon.entries.len();
        lexicon.pairs = vec![0; size * size];
        lexicon.beside = vec![0; (size * size).div_ceil(64)];
        for pair in sequences.iter().flat_map(|sequence| sequence.windows(2)) {
            // by the second, since many firsts are asked for one second
            let at = usize::from(pair[1]) * size + usize::from(pair[0]);
            lexicon.pairs[at] = lexicon.pairs[at].saturating_add(1);
            lexicon.beside[at / 64] |= 1 << (at % 64);
        }
        lexicon
    }

    fn learn(&mut self, word: &str) -> Id {
        if let Some(id) = self.ids.get(word) {
            let entry = &mut self.entries[usize::from(*id)];
            entry.count = entry.count.saturating_add(1);
            return *id;
        }
        let id = Id::try_from(self.entries.len()).unwrap_or(Id::MAX);
        let plain: Vec<char> = fold(word).chars().collect();
        if let Some(first) = plain.first() {
            self.by_first.entry(*first).or_default().push(id);
        }
        let has = Letters::of(&plain);
        self.entries.push(Entry { text: word.to_owned(), letters: word.chars().collect(), plain, has, count: 1 });
        self.ids.insert(word.to_owned(), id);
        id
    }

    /// The syllable with this number.
    pub fn entry(&self, id: Id) -> &Entry {
        &self.entries[usize::from(id)]
    }

    /// The number of a syllable in lower case, if the vocabulary has it.
    pub fn id(&self, word: &str) -> Option<Id> {
        self.ids.get(word).copied()
    }

    /// The syllables that begin with a letter (without marks).
    pub fn beginning_with(&self, letter: char) -> &[Id] {
        self.by_first.get(&letter).map_or(&[], Vec::as_slice)
    }

    /// Every syllable.
    #[cfg(test)]
    pub fn all(&self) -> &[Entry] {
        &self.entries
    }

    /// How often the second stands after the first.
    pub fn pair(&self, first: Id, second: Id) -> u8 {
        let at = usize::from(second) * self.entries.len() + usize::from(first);
        if (self.beside[at / 64] >> (at % 64)) & 1 == 0 { 0 } else { self.pairs[at] }
    }
}

#[cfg(test)]
mod tests {
    use super::super::syllable;
    use super::*;

    #[test]
    fn the_vocabulary_is_read_and_is_spelled_correctly() {
        assert!(LEXICON.entries.len() > 700, "{}", LEXICON.entries.len());
        let mut foreign: Vec<&str> = LEXICON
            .entries
            .iter()
            .map(|entry| entry.text.as_str())
            .filter(|text| *text != NUMBER && !syllable::is_possible(text))
            .collect();
        let mut known = FOREIGN;
        foreign.sort_unstable();
        known.sort_unstable();
        assert_eq!(foreign, known);
        let id = |word: &str| LEXICON.id(word).expect("a word");
        assert!(LEXICON.pair(id("thi"), id("đua")) > 20);
    }
}
