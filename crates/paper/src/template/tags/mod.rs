//! Tags in a part: where they stand, what they mean, and what of the text they take the place of.

mod control;
mod merge;
mod position;
mod text;

use super::expression::{Expression, Statement};
use super::place::{Part, Place};
use super::problem::{TemplateProblem, Wrong};
use super::tree::{At, Tree};

use text::first_words;
pub(super) use text::typed_text;

/// Tags of a part; more are in no template that people write.
const MOST_TAGS: usize = 5_000;
/// Problems that are told at once.
pub(super) const MOST_PROBLEMS: usize = 100;

/// What a tag does.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// Prints a value.
    Print(Expression),
    /// Opens, divides or closes a block.
    Statement(Statement),
}

/// How much of the document a tag of a block takes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// The words between, or paragraphs and rows where the tags stand in several.
    Inline,
    /// A run.
    Run,
    /// A paragraph.
    Paragraph,
    /// A cell.
    Cell,
    /// A row.
    Row,
    /// Between two merge fields: rows in a table, else as inline.
    Region,
    /// Between elements already.
    Fixed,
}

/// A tag.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    pub(super) meaning: Meaning,
    pub(super) level: Level,
    /// As it was typed.
    pub(super) typed: String,
    /// Its words as they stand in the text, as the file has them.
    pub(super) raw: String,
    /// The first byte.
    pub(super) from: usize,
    /// The node where it begins.
    pub(super) anchor: At,
    /// The paragraph around it.
    pub(super) paragraph: At,
    pub(super) place: Place,
}

/// A change of the text of a part.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub(super) start: usize,
    pub(super) end: usize,
    /// What comes first of several at one place.
    pub(super) order: i64,
    pub(super) bits: Vec<Bit>,
}

/// What takes the place of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bit {
    /// These words of XML.
    Text(String),
    /// What the tag says.
    Tag(usize),
    /// Remembers how much is written.
    Mark,
    /// Sees to it that a cell or frame ends with a paragraph.
    NeedsParagraph,
    /// Takes a table away that has no row.
    NeedsRow,
    /// Takes a row away that has no cell.
    NeedsCell,
    /// A number that no drawing has yet.
    Serial,
}

/// What was found in a part.
pub(super) struct Found {
    pub(super) tags: Vec<Tag>,
    pub(super) edits: Vec<Edit>,
}

/// Finds tags; gathers what is wrong.
pub(super) struct Finder<'t, 'x> {
    tree: &'t Tree<'x>,
    positions: position::Positions,
    /// Nodes whose text belongs to a tag already.
    taken: Vec<bool>,
    tags: Vec<Tag>,
    edits: Vec<Edit>,
    /// Elements of text whose blanks have to be kept.
    kept_blanks: Vec<At>,
    problems: &'t mut Vec<TemplateProblem>,
}

/// All tags of a part in the order of the document.
pub(super) fn find(tree: &Tree<'_>, part: Part, problems: &mut Vec<TemplateProblem>) -> Found {
    let mut finder = Finder {
        tree,
        positions: position::Positions::new(tree, part),
        taken: vec![false; tree.nodes.len()],
        tags: Vec::new(),
        edits: Vec::new(),
        kept_blanks: Vec::new(),
        problems,
    };
    finder.tracked_changes();
    finder.merge_fields();
    finder.controls();
    finder.texts();
    finder.keep_blanks();
    if finder.tags.len() > MOST_TAGS {
        finder.problems.push(TemplateProblem::of_file(Wrong::TooLarge));
    }
    finder.finish()
}

impl Finder<'_, '_> {
    fn problem(&mut self, wrong: Wrong, tag: &str, place: Place) {
        let problem = TemplateProblem::at(wrong, tag, place);
        // a text box stands twice in the file, in a new and in an old form
        if self.problems.len() < MOST_PROBLEMS && !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn tracked_changes(&mut self) {
        const CHANGES: [&str; 4] = ["w:ins", "w:del", "w:moveFrom", "w:moveTo"];
        let changed =
            |name: &str| CHANGES.contains(&name) || (name.starts_with("w:") && name.ends_with("PrChange"));
        if let Some(at) = (0..self.tree.nodes.len()).find(|at| changed(self.tree.nodes[*at].name)) {
            let paragraph = self.tree.around(at, "w:p").or_else(|| self.tree.child(at, "w:p"));
            let place = self.positions.place(self.tree, paragraph.unwrap_or(at));
            self.problem(Wrong::TrackedChanges, "", place);
        }
    }

    /// Text beside a value may begin or end with a blank now.
    fn keep_blanks(&mut self) {
        self.kept_blanks.sort_unstable();
        self.kept_blanks.dedup();
        for at in std::mem::take(&mut self.kept_blanks) {
            let node = self.tree.nodes[at];
            let bits = vec![Bit::Text("<w:t xml:space=\"preserve\">".to_owned())];
            self.edits.push(Edit { start: node.start, end: node.inner, order: 0, bits });
        }
    }

    /// Tags in the order of the document.
    fn finish(self) -> Found {
        let mut order: Vec<usize> = (0..self.tags.len()).collect();
        order.sort_by_key(|at| self.tags[*at].from);
        let mut new_place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(new, old)| new_place[*old] = new);
        let mut edits = self.edits;
        for bit in edits.iter_mut().flat_map(|edit| edit.bits.iter_mut()) {
            if let Bit::Tag(tag) = bit {
                *tag = new_place[*tag];
            }
        }
        let mut tags: Vec<Option<Tag>> = self.tags.into_iter().map(Some).collect();
        let tags = order.into_iter().filter_map(|at| tags[at].take()).collect();
        Found { tags, edits }
    }
}
