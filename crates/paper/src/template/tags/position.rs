//! Paragraphs, tables, rows and cells as people count them.

use super::super::place::{Part, Place};
use super::super::tree::{At, Tree};

/// Letters shown around a tag.
const AROUND: usize = 70;

pub(super) struct Positions {
    part: Part,
    /// The number of each paragraph outside of tables, table, row and cell; 0 for other nodes.
    numbers: Vec<usize>,
}

impl Positions {
    pub(super) fn new(tree: &Tree<'_>, part: Part) -> Self {
        let mut numbers = vec![0; tree.nodes.len()];
        // how many rows a table, and cells a row, had so far
        let mut inside = vec![0; tree.nodes.len()];
        let (mut paragraphs, mut tables) = (0, 0);
        for (at, node) in tree.nodes.iter().enumerate() {
            let mut counted = |around: Option<At>| {
                around.map_or(0, |around| {
                    inside[around] += 1;
                    inside[around]
                })
            };
            numbers[at] = match node.name {
                "w:p" if tree.around(at, "w:tc").is_none() => {
                    paragraphs += 1;
                    paragraphs
                }
                "w:tbl" => {
                    tables += 1;
                    tables
                }
                "w:tr" => counted(tree.around(at, "w:tbl")),
                "w:tc" => counted(tree.around(at, "w:tr")),
                _ => 0,
            };
        }
        Positions { part, numbers }
    }

    /// The place of a paragraph, with its first words.
    pub(super) fn place(&self, tree: &Tree<'_>, paragraph: At) -> Place {
        self.place_with(tree, paragraph, &super::first_words(tree, paragraph, 4 * AROUND), 0)
    }

    /// The place of a paragraph with the words around a tag: `text` is from around it, and the tag begins at `tag` in it.
    pub(super) fn place_with(&self, tree: &Tree<'_>, paragraph: At, text: &str, tag: usize) -> Place {
        let cell = tree.around(paragraph, "w:tc").and_then(|cell| {
            let row = tree.around(cell, "w:tr")?;
            let table = tree.around(row, "w:tbl")?;
            Some((self.numbers[table], self.numbers[row], self.numbers[cell]))
        });
        Place { part: self.part, paragraph: self.numbers[paragraph], cell, around: around(text, tag) }
    }
}

/// At most so many letters around the place of a tag.
fn around(text: &str, tag: usize) -> String {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let before = squeezed(text.get(..tag).unwrap_or_default()).chars().count();
    let letters: Vec<char> = squeezed(text).chars().collect();
    if letters.len() <= AROUND {
        return letters.into_iter().collect();
    }
    let start = before.saturating_sub(AROUND / 3).min(letters.len() - AROUND);
    let end = start + AROUND;
    let cut: String = letters[start..end].iter().collect();
    let (before, behind) = (if start > 0 { "…" } else { "" }, if end < letters.len() { "…" } else { "" });
    format!("{before}{cut}{behind}")
}
