//! Edits in their order become pieces inside of pieces.

use super::super::expression::{Expression, Statement};
use super::super::tags::{Bit, Found, Meaning, Tag};
use super::super::tree::Tree;
use super::{Branch, Need, Piece, Program, Site};

/// A block that is being filled with pieces.
struct Open {
    /// The name of the item and the list, of a loop.
    repeats: Option<(Option<String>, Expression)>,
    site: usize,
    /// Branches that are done.
    branches: Vec<Branch>,
    /// What the branch being filled asks for.
    condition: Option<(Expression, usize)>,
    pieces: Vec<Piece>,
}

/// The program of a part; the tag that stands across others, where one does.
pub(super) fn build(tree: &Tree<'_>, found: Found) -> Result<Program, Box<Tag>> {
    let Found { tags, mut edits } = found;
    edits.sort_by_key(|edit| (edit.start, edit.order, edit.end));
    let sites = tags.iter().map(|tag| Site { tag: tag.typed.clone(), place: tag.place.clone() }).collect();
    let mut builder =
        Builder { fixed: String::with_capacity(tree.xml.len()), open: Vec::new(), pieces: Vec::new() };
    let mut at = 0;
    for edit in &edits {
        // inside of an element that goes as a whole
        if edit.start < at {
            continue;
        }
        builder.fixed(&tree.xml[at..edit.start]);
        at = edit.end;
        for bit in &edit.bits {
            match bit {
                Bit::Text(text) => builder.fixed(text),
                Bit::Tag(tag) => builder.tag(*tag, &tags)?,
                Bit::Mark => builder.push(Piece::Mark),
                Bit::NeedsParagraph => builder.push(Piece::Needs(Need::Paragraph)),
                Bit::NeedsRow => builder.push(Piece::Needs(Need::Row)),
                Bit::NeedsCell => builder.push(Piece::Needs(Need::Cell)),
                Bit::Serial => builder.push(Piece::Serial),
            }
        }
    }
    builder.fixed(&tree.xml[at..]);
    match builder.open.pop() {
        Some(open) => Err(Box::new(tags[open.site].clone())),
        None => Ok(Program { fixed: builder.fixed, pieces: builder.pieces, sites }),
    }
}

struct Builder {
    fixed: String,
    open: Vec<Open>,
    pieces: Vec<Piece>,
}

impl Builder {
    fn pieces(&mut self) -> &mut Vec<Piece> {
        match self.open.last_mut() {
            Some(open) => &mut open.pieces,
            None => &mut self.pieces,
        }
    }

    fn push(&mut self, piece: Piece) {
        self.pieces().push(piece);
    }

    fn fixed(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let start = self.fixed.len();
        self.fixed.push_str(text);
        let end = self.fixed.len();
        match self.pieces().last_mut() {
            Some(Piece::Fixed(last)) if last.end == start => last.end = end,
            _ => self.push(Piece::Fixed(start..end)),
        }
    }

    fn tag(&mut self, site: usize, tags: &[Tag]) -> Result<(), Box<Tag>> {
        let across = || Box::new(tags[site].clone());
        match &tags[site].meaning {
            Meaning::Print(what) => self.push(Piece::Print { what: what.clone(), site }),
            Meaning::Statement(statement) => match statement {
                Statement::If(condition) => self.begin(None, site, Some((condition.clone(), site))),
                Statement::For(name, list) => self.begin(Some((name.clone(), list.clone())), site, None),
                Statement::ElseIf(condition) => {
                    self.branch(Some((condition.clone(), site))).ok_or_else(across)?;
                }
                Statement::Else => self.branch(None).ok_or_else(across)?,
                Statement::EndIf => self.end(false).ok_or_else(across)?,
                Statement::EndFor(_) => self.end(true).ok_or_else(across)?,
            },
        }
        Ok(())
    }

    fn begin(
        &mut self,
        repeats: Option<(Option<String>, Expression)>,
        site: usize,
        condition: Option<(Expression, usize)>,
    ) {
        self.open.push(Open { repeats, site, branches: Vec::new(), condition, pieces: Vec::new() });
    }

    fn branch(&mut self, next: Option<(Expression, usize)>) -> Option<()> {
        let open = self.open.last_mut()?;
        let (condition, body) = (std::mem::replace(&mut open.condition, next), std::mem::take(&mut open.pieces));
        open.branches.push(Branch { condition, body });
        Some(())
    }

    fn end(&mut self, of_loop: bool) -> Option<()> {
        if self.open.last()?.repeats.is_some() != of_loop {
            return None;
        }
        self.branch(None)?;
        let Open { repeats, site, branches, .. } = self.open.pop()?;
        let piece = match repeats {
            Some((name, list)) => {
                let mut bodies = branches.into_iter().map(|branch| branch.body);
                let (body, otherwise) = (bodies.next()?, bodies.next().unwrap_or_default());
                Piece::Loop { name, list, body, otherwise, site }
            }
            None => Piece::Choice(branches),
        };
        self.push(piece);
        Some(())
    }
}
