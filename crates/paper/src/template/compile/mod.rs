//! From a part with tags to a program: pieces that stay, holes, loops and conditions.

mod build;
mod level;
mod repeated;

use super::expression::{Expression, Statement};
use super::place::{Part, Place};
use super::problem::{TemplateProblem, Wrong};
use super::tags::{Level, MOST_PROBLEMS, Meaning, Tag, find};
use super::tree::Tree;
use std::ops::Range;

/// A part that changes with the data.
#[derive(Debug)]
pub(super) struct Program {
    /// All that stays, in one text.
    pub(super) fixed: String,
    pub(super) pieces: Vec<Piece>,
    /// Tags with their places, for what goes wrong while filling.
    pub(super) sites: Vec<Site>,
}

/// A tag and its place.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub(super) tag: String,
    pub(super) place: Place,
}

/// A piece of a program.
#[derive(Debug)]
pub(super) enum Piece {
    /// A stretch of the text that stays.
    Fixed(Range<usize>),
    /// A value.
    Print { what: Expression, site: usize },
    /// A loop; what stands there for an empty list.
    Loop { name: Option<String>, list: Expression, body: Vec<Piece>, otherwise: Vec<Piece>, site: usize },
    /// The first branch whose condition holds; the last may have none.
    Choice(Vec<Branch>),
    /// Remembers how much is written.
    Mark,
    /// Sees to it that what was written since the mark can be opened by Word.
    Needs(Need),
    /// A number that no drawing has yet.
    Serial,
}

/// A branch: condition and site, and what it writes.
#[derive(Debug)]
pub(super) struct Branch {
    pub(super) condition: Option<(Expression, usize)>,
    pub(super) body: Vec<Piece>,
}

/// What Word wants to find in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Paragraph,
    Row,
    Cell,
}

/// Tags that belong together: the opening one, those between, the closing one.
type Block = Vec<usize>;

/// The program of a part; nothing where it has no tag.
pub(super) fn compile(tree: &Tree<'_>, part: Part, problems: &mut Vec<TemplateProblem>) -> Option<Program> {
    let before = problems.len();
    let mut found = find(tree, part, problems);
    if problems.iter().any(|problem| problem.wrong == Wrong::TooLarge) {
        return None;
    }
    let blocks = blocks(&found.tags, problems);
    let mut guards = Vec::new();
    for block in &blocks {
        if !level::settle(tree, &mut found, block, &mut guards) {
            let open = &found.tags[block[0]];
            let wrong = level::reason(tree, &found, block);
            report(problems, wrong, open);
        }
    }
    if problems.len() > before || (found.tags.is_empty() && found.edits.is_empty()) {
        return None;
    }
    level::guard(tree, &mut found.edits, guards);
    repeated::unrepeat(tree, &mut found, &blocks);
    match build::build(tree, found) {
        Ok(program) => Some(program),
        Err(tag) => {
            report(problems, Wrong::Crossing, &tag);
            None
        }
    }
}

fn report(problems: &mut Vec<TemplateProblem>, wrong: Wrong, tag: &Tag) {
    let problem = TemplateProblem::at(wrong, &tag.typed, tag.place.clone());
    if problems.len() < MOST_PROBLEMS && !problems.contains(&problem) {
        problems.push(problem);
    }
}

/// Finds what belongs together; what does not is told.
fn blocks(tags: &[Tag], problems: &mut Vec<TemplateProblem>) -> Vec<Block> {
    let mut open: Vec<Block> = Vec::new();
    let mut blocks = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        let Meaning::Statement(statement) = &tag.meaning else { continue };
        if matches!(statement, Statement::If(_) | Statement::For(..)) {
            open.push(vec![at]);
            continue;
        }
        let Some(block) = open.last_mut() else {
            report(problems, Wrong::NothingOpen, tag);
            continue;
        };
        let opening = &tags[block[0]];
        let has_else = block.iter().any(|at| matches!(&tags[*at].meaning, Meaning::Statement(Statement::Else)));
        let fits = match (&opening.meaning, statement) {
            (Meaning::Statement(Statement::If(_)), Statement::ElseIf(_) | Statement::Else) => !has_else,
            (Meaning::Statement(Statement::If(_)), Statement::EndIf) => true,
            (Meaning::Statement(Statement::For(..)), Statement::Else) => !has_else,
            // a list of merge fields is closed by a merge field that names it
            (Meaning::Statement(Statement::For(_, list)), Statement::EndFor(named)) => {
                let by_field = opening.level == Level::Region;
                by_field == named.is_some() && named.as_ref().is_none_or(|named| is_called(list, named))
            }
            _ => false,
        };
        if !fits {
            report(problems, Wrong::WrongClose(opening.typed.clone()), tag);
            // what is open stays open where the close is of another kind; a stray branch is left out
            if matches!(statement, Statement::EndIf | Statement::EndFor(_)) {
                open.pop();
            }
            continue;
        }
        block.push(at);
        if matches!(statement, Statement::EndIf | Statement::EndFor(_)) {
            blocks.extend(open.pop());
        }
    }
    for block in open {
        report(problems, Wrong::UnclosedBlock, &tags[block[0]]);
    }
    blocks
}

/// Whether the end of a list names the list that is open.
fn is_called(list: &Expression, named: &str) -> bool {
    match list {
        Expression::Path(steps) => super::names::key(&super::expression::shown(steps)) == named,
        _ => false,
    }
}
