//! Finding names that people typed: without marks, but those whose marks agree come first.

use crate::basics::text::{fold, nfc};
use std::collections::HashMap;

/// How well a name agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Letter for letter, but for case and spaces.
    Exact,
    /// Without marks only: a mark that was typed is meant, so this is the weaker one.
    Folded,
}

/// Names that can be looked up.
#[derive(Clone, Debug, Default)]
pub struct Names {
    by_fold: HashMap<String, Vec<(usize, String)>>,
}

/// Lower case, one space between words, marks kept.
fn marked(text: &str) -> String {
    nfc(text).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Names {
    /// Names with what stands for each, a place in a list for example. One thing may have several names.
    pub fn new<'a>(names: impl IntoIterator<Item = (usize, &'a str)>) -> Self {
        let mut by_fold: HashMap<String, Vec<(usize, String)>> = HashMap::new();
        for (at, name) in names {
            let folded = fold(name);
            if !folded.is_empty() {
                by_fold.entry(folded).or_default().push((at, marked(name)));
            }
        }
        Names { by_fold }
    }

    /// All that have this name, exact ones first, else in the order given.
    pub fn find(&self, typed: &str) -> Vec<(usize, Rank)> {
        let Some(alike) = self.by_fold.get(&fold(typed)) else { return Vec::new() };
        let typed = marked(typed);
        let mut found: Vec<(usize, Rank)> = Vec::with_capacity(alike.len());
        for (at, name) in alike {
            let rank = if *name == typed { Rank::Exact } else { Rank::Folded };
            match found.iter_mut().find(|(known, _)| known == at) {
                Some(known) => known.1 = known.1.min(rank),
                None => found.push((*at, rank)),
            }
        }
        found.sort_by_key(|(_, rank)| *rank);
        found
    }

    /// The one that is meant: the only exact one, or the only one at all. Several are never chosen from.
    pub fn one(&self, typed: &str) -> Option<usize> {
        let found = self.find(typed);
        let exact = found.iter().filter(|(_, rank)| *rank == Rank::Exact).count();
        match (found.as_slice(), exact) {
            ([(at, _), ..], 1) | ([(at, _)], _) => Some(*at),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_without_marks_and_exact_ones_come_first() {
        let names = Names::new([(0, "Trần Thị Diễu"), (1, "Trần Thị Diệu"), (2, "Lê Văn An")]);
        assert_eq!(names.find("tran thi dieu"), [(0, Rank::Folded), (1, Rank::Folded)]);
        assert_eq!(names.find("TRẦN  THỊ DIỆU"), [(1, Rank::Exact), (0, Rank::Folded)]);
        assert_eq!(names.one("trần thị diệu"), Some(1));
        assert_eq!(names.one("tran thi dieu"), None, "two could be meant");
        assert_eq!(names.one("le van an"), Some(2));
        assert_eq!(names.one(""), None);
    }
}
