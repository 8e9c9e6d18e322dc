//! Whether a template asks only for fields that there are.

use super::compile::{Piece, Program};
use super::expression::{Expression, ITSELF, Step, shown};
use super::fields::{Field, Fields, Kind};
use super::names::nearest;
use super::problem::{TemplateProblem, Wrong};
use std::collections::BTreeSet;

/// A round of a loop: its name, and the list.
struct Round<'p> {
    name: Option<&'p str>,
    /// Nothing where the list itself is not known.
    list: Option<&'p Field>,
}

/// What a path leads to.
enum Met<'p> {
    Field(&'p Field),
    /// An item of this list.
    Item(&'p Field),
    /// Behind something that is not known; told already.
    Unknown,
}

struct Checking<'p> {
    fields: &'p Fields,
    rounds: Vec<Round<'p>>,
    program: &'p Program,
    problems: Vec<TemplateProblem>,
}

pub(super) fn check<'p>(programs: impl Iterator<Item = &'p Program>, fields: &'p Fields) -> Vec<TemplateProblem> {
    let mut problems: Vec<TemplateProblem> = Vec::new();
    let mut asks = false;
    for program in programs {
        let mut checking = Checking { fields, rounds: Vec::new(), program, problems: Vec::new() };
        checking.pieces(&program.pieces);
        asks |= !program.sites.is_empty();
        for problem in checking.problems {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    }
    if !asks {
        problems.push(TemplateProblem::of_file(Wrong::NoTags));
    }
    problems
}

impl<'p> Checking<'p> {
    fn pieces(&mut self, pieces: &'p [Piece]) {
        for piece in pieces {
            match piece {
                Piece::Print { what, site } => {
                    self.expression(what, *site);
                    self.printed(what, *site);
                }
                Piece::Loop { name, list, body, otherwise, site } => {
                    let list = self.repeated(list, *site);
                    self.rounds.push(Round { name: name.as_deref(), list });
                    self.pieces(body);
                    self.rounds.pop();
                    self.pieces(otherwise);
                }
                Piece::Choice(branches) => {
                    for branch in branches {
                        if let Some((condition, site)) = &branch.condition {
                            self.expression(condition, *site);
                        }
                        self.pieces(&branch.body);
                    }
                }
                Piece::Fixed(_) | Piece::Mark | Piece::Needs(_) | Piece::Serial => {}
            }
        }
    }

    /// Every field of an expression is known.
    fn expression(&mut self, expression: &'p Expression, site: usize) {
        let mut paths = Vec::new();
        expression.paths(&mut paths);
        for path in paths {
            if let Err(wrong) = self.path(path) {
                self.tell(wrong, site);
            }
        }
    }

    /// What is printed is one value.
    fn printed(&mut self, what: &'p Expression, site: usize) {
        let Expression::Path(steps) = what else { return };
        let printable = match self.path(steps) {
            Ok(Met::Field(field)) => !matches!(field.kind, Kind::List | Kind::Group),
            Ok(Met::Item(list)) => list.inner.is_empty(),
            Ok(Met::Unknown) | Err(_) => true,
        };
        if !printable {
            self.tell(Wrong::NotPrintable(shown(steps)), site);
        }
    }

    /// The list of a loop.
    fn repeated(&mut self, list: &'p Expression, site: usize) -> Option<&'p Field> {
        let Expression::Path(steps) = list else { return None };
        match self.path(steps) {
            Ok(Met::Field(field)) if field.kind == Kind::List => Some(field),
            Ok(Met::Field(_) | Met::Item(_)) => {
                self.tell(Wrong::NotAList(shown(steps)), site);
                None
            }
            Ok(Met::Unknown) => None,
            Err(wrong) => {
                self.tell(wrong, site);
                None
            }
        }
    }

    fn path(&self, steps: &[Step]) -> Result<Met<'p>, Wrong> {
        let Some((Step::Name(first), rest)) = steps.split_first() else { return Ok(Met::Unknown) };
        let mut met = self.named(first, steps)?;
        for step in rest {
            met = match (met, step) {
                (Met::Unknown, _) => return Ok(Met::Unknown),
                (Met::Field(field), Step::Index(_)) if field.kind == Kind::List => Met::Item(field),
                (Met::Field(field) | Met::Item(field), Step::Name(name)) => {
                    let known = field.inner.iter().find(|inner| inner.name == *name);
                    known.map(Met::Field).ok_or_else(|| unknown(shown(steps), name, field.inner.iter()))?
                }
                (_, Step::Index(_)) => return Err(Wrong::NotAList(shown(steps))),
            };
        }
        Ok(met)
    }

    fn named(&self, name: &str, steps: &[Step]) -> Result<Met<'p>, Wrong> {
        let find = |fields: &'p [Field]| fields.iter().find(|field| field.name == name).map(Met::Field);
        for round in self.rounds.iter().rev() {
            match (round.name, round.list) {
                (Some(known), list) if known == name => return Ok(list.map_or(Met::Unknown, Met::Item)),
                // whatever the fields of an unknown list may be
                (None, None) => return Ok(Met::Unknown),
                (None, Some(list)) if list.inner.is_empty() && name == ITSELF => return Ok(Met::Item(list)),
                (None, Some(list)) => {
                    if let Some(met) = find(&list.inner) {
                        return Ok(met);
                    }
                }
                _ => {}
            }
        }
        let inside = self.rounds.iter().filter(|round| round.name.is_none()).filter_map(|round| round.list);
        let here = inside.flat_map(|list| list.inner.iter()).chain(self.fields.fields.iter());
        find(&self.fields.fields).ok_or_else(|| unknown(shown(steps), name, here))
    }

    fn tell(&mut self, wrong: Wrong, site: usize) {
        let Some(site) = self.program.sites.get(site) else { return };
        let problem = TemplateProblem::at(wrong, &site.tag, site.place.clone());
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

fn unknown<'f>(shown: String, name: &str, known: impl Iterator<Item = &'f Field>) -> Wrong {
    Wrong::UnknownField(shown, nearest(name, known.map(|field| field.name.as_str())))
}

/// Every path that is asked for outside of the items of loops.
pub(super) fn asked<'p>(programs: impl Iterator<Item = &'p Program>) -> Vec<String> {
    let mut found = BTreeSet::new();
    for program in programs {
        gather(&program.pieces, &mut Vec::new(), &mut found);
    }
    found.into_iter().collect()
}

fn gather<'p>(pieces: &'p [Piece], names: &mut Vec<Option<&'p str>>, found: &mut BTreeSet<String>) {
    let take = |expression: &Expression, names: &[Option<&str>], found: &mut BTreeSet<String>| {
        let mut paths = Vec::new();
        expression.paths(&mut paths);
        let of_item = |path: &&[Step]| match path.first() {
            Some(Step::Name(first)) => names.iter().flatten().any(|name| name == first),
            _ => true,
        };
        found.extend(paths.into_iter().filter(|path| !of_item(path)).map(shown));
    };
    for piece in pieces {
        match piece {
            Piece::Print { what, .. } => take(what, names, found),
            Piece::Loop { name, list, body, otherwise, .. } => {
                take(list, names, found);
                names.push(name.as_deref());
                gather(body, names, found);
                names.pop();
                gather(otherwise, names, found);
            }
            Piece::Choice(branches) => {
                for branch in branches {
                    if let Some((condition, _)) = &branch.condition {
                        take(condition, names, found);
                    }
                    gather(&branch.body, names, found);
                }
            }
            Piece::Fixed(_) | Piece::Mark | Piece::Needs(_) | Piece::Serial => {}
        }
    }
}
