//! An authority's own Word templates: a `.docx` with fields, conditions and repeated rows, filled with data.
//!
//! Read once, a template is a program: pieces that stay and holes between them. Filling writes the pieces and the values one
//! behind the other; what no tag touches is copied as it is packed. Three ways of writing tags may be mixed: that of docxtpl
//! (`{{ ho_ten }}`, `{% if … %}`, `{%tr for … %}`), merge fields of Word (with `TableStart:` and `TableEnd:` for lists), and
//! content controls. Nothing in a template runs code, reads files or repeats without end. The same template and the same data
//! give the same bytes.

pub mod catalogue;
mod check;
mod compile;
mod escape;
mod expression;
pub mod fields;
mod fill;
mod listing;
mod name;
pub mod names;
mod package;
mod place;
mod problem;
mod tags;
#[cfg(test)]
mod tests;
mod tree;
mod value;
mod words;

pub use fields::{Field, Fields, Kind};
pub use listing::fields_to_xlsx;
pub use name::NameTemplate;
pub use place::{Part, Place};
pub use problem::{TemplateProblem, Wrong};
pub use value::{Record, Value};

use compile::{Program, compile};
use package::{Entry, Packer};
use std::sync::atomic::{AtomicUsize, Ordering};
use tree::Tree;

/// A template that was read, ready to be filled any number of times, from any number of threads.
pub struct Template {
    /// The parts with tags: name and program.
    parts: Vec<(String, Program)>,
    packer: Packer,
    /// How much the longest document took, so that the next has room at once.
    room: AtomicUsize,
}

impl std::fmt::Debug for Template {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts: Vec<&str> = self.parts.iter().map(|(name, _)| name.as_str()).collect();
        formatter.debug_struct("Template").field("parts", &parts).finish_non_exhaustive()
    }
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// Everything that is wrong with it, not only the first.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<TemplateProblem>> {
        let mut problems = Vec::new();
        let whole = |wrong| vec![TemplateProblem::of_file(wrong)];
        let entries = package::open(bytes, &mut problems).map_err(whole)?;
        let mut parts = Vec::new();
        let main = main_part(&entries).ok_or_else(|| whole(Wrong::NotWord))?;
        let mut texts: Vec<(Part, &Entry)> =
            entries.iter().filter_map(|entry| Some((part_of(&entry.name, &main)?, entry))).collect();
        if !texts.iter().any(|(part, _)| *part == Part::Body) {
            return Err(whole(Wrong::NotWord));
        }
        texts.sort_by_key(|(part, _)| *part);
        for (part, entry) in texts {
            let text = entry.text().ok_or_else(|| whole(Wrong::Damaged))?;
            let tree = Tree::read(text).map_err(|_| whole(Wrong::Damaged))?;
            if let Some(program) = compile(&tree, part, &mut problems) {
                parts.push((entry.name.clone(), program));
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let stays = entries.iter().filter(|entry| !parts.iter().any(|(name, _)| *name == entry.name));
        let packer = Packer::new(stays).ok_or_else(|| whole(Wrong::TooLarge))?;
        Ok(Template { parts, packer, room: AtomicUsize::new(0) })
    }

    /// A document: the template filled with this data.
    ///
    /// # Errors
    /// The first tag that cannot be filled: the data has no such field, or it is of another kind.
    pub fn fill(&self, data: &Value) -> Result<Vec<u8>, TemplateProblem> {
        let mut written: Vec<(&str, String)> = Vec::with_capacity(self.parts.len());
        let mut room = self.room.load(Ordering::Relaxed);
        for (name, program) in &self.parts {
            let text = fill::fill(program, data, if written.is_empty() { room } else { 0 })?;
            room = room.max(text.len());
            written.push((name, text));
        }
        // one very long document does not make all others take as much
        self.room.fetch_max(room.min(1 << 20), Ordering::Relaxed);
        let parts: Vec<(&str, &str)> = written.iter().map(|(name, text)| (*name, text.as_str())).collect();
        self.packer.document(&parts).ok_or_else(|| TemplateProblem::of_file(Wrong::TooMuch))
    }

    /// What does not fit the fields that there are: names that are not known, lists that are none.
    pub fn check(&self, fields: &Fields) -> Vec<TemplateProblem> {
        check::check(self.parts.iter().map(|(_, program)| program), fields)
    }

    /// Every field that the template asks for, as it is named there, in the order of the alphabet.
    pub fn asks_for(&self) -> Vec<String> {
        check::asked(self.parts.iter().map(|(_, program)| program))
    }
}

/// The name of the part that holds the pages.
fn main_part(entries: &[Entry]) -> Option<String> {
    let relations = entries.iter().find(|entry| entry.name == "_rels/.rels")?;
    let tree = Tree::read(relations.text()?).ok()?;
    let is_main = |at: &usize| {
        let kind = tree.attribute(*at, "Type").unwrap_or_default();
        tree.nodes[*at].name == "Relationship" && kind.ends_with("/officeDocument")
    };
    let at = (0..tree.nodes.len()).find(is_main)?;
    Some(tree.attribute(at, "Target")?.trim_start_matches('/').to_owned())
}

/// Which part of the document an entry is.
fn part_of(name: &str, main: &str) -> Option<Part> {
    if name == main {
        return Some(Part::Body);
    }
    let name = name.strip_prefix("word/")?.strip_suffix(".xml")?;
    let number = |rest: &str| if rest.is_empty() { Some(1) } else { rest.parse().ok() };
    match name {
        "footnotes" => Some(Part::Footnotes),
        "endnotes" => Some(Part::Endnotes),
        _ => {
            let header = name.strip_prefix("header").and_then(number).map(Part::Header);
            header.or_else(|| name.strip_prefix("footer").and_then(number).map(Part::Footer))
        }
    }
}
