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

    /// The place of a paragraph, with the words around a tag in it.
    pub(super) fn place(&self, tree: &Tree<'_>, paragraph: At, tag: &str) -> Place {
        let cell = tree.around(paragraph, "w:tc").and_then(|cell| {
            let row = tree.around(cell, "w:tr")?;
            let table = tree.around(row, "w:tbl")?;
            Some((self.numbers[table], self.numbers[row], self.numbers[cell]))
        });
        let around = around(&super::typed_text(tree, paragraph), tag);
        Place { part: self.part, paragraph: self.numbers[paragraph], cell, around }
    }
}

/// The words of a paragraph around a tag.
fn around(text: &str, tag: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= AROUND {
        return text;
    }
    let at = text.find(tag).map_or(0, |at| text[..at].chars().count());
    let start = at.saturating_sub(AROUND / 3).min(letters.len() - AROUND);
    let end = start + AROUND;
    let cut: String = letters[start..end].iter().collect();
    let (before, behind) = (if start > 0 { "…" } else { "" }, if end < letters.len() { "…" } else { "" });
    format!("{before}{cut}{behind}")
}
