//! Running a program over data, within limits.

use super::compile::{Need, Piece, Program};
use super::escape;
use super::expression::{Expression, Frame, Got, Scope, Step, shown};
use super::problem::{TemplateProblem, Wrong};
use super::value::Value;

/// The largest part that is written: some 20,000 rows of a wide table.
const LARGEST: usize = 192 * 1024 * 1024;
/// Pieces that are run for one document.
const FUEL: usize = 30_000_000;

/// Numbers of drawings that no template has.
const FIRST_SERIAL: u32 = 1_000_000;

struct Run<'d, 't> {
    program: &'t Program,
    scope: Scope<'d, 't>,
    out: String,
    fuel: usize,
    /// How much was written when a frame began.
    marks: Vec<usize>,
    serial: u32,
}

/// What a program writes for this data.
pub(super) fn fill(program: &Program, data: &Value, room: usize) -> Result<String, TemplateProblem> {
    let mut run = Run {
        program,
        scope: Scope { data, frames: Vec::new() },
        out: String::with_capacity(room.max(program.fixed.len() + program.fixed.len() / 4)),
        fuel: FUEL,
        marks: Vec::new(),
        serial: FIRST_SERIAL,
    };
    run.pieces(&program.pieces)?;
    Ok(run.out)
}

impl<'d, 't> Run<'d, 't> {
    fn pieces(&mut self, pieces: &'t [Piece]) -> Result<(), TemplateProblem> {
        self.fuel = self.fuel.checked_sub(pieces.len()).ok_or_else(|| TemplateProblem::of_file(Wrong::TooMuch))?;
        if self.out.len() > LARGEST {
            return Err(TemplateProblem::of_file(Wrong::TooMuch));
        }
        for piece in pieces {
            match piece {
                Piece::Fixed(range) => self.out.push_str(&self.program.fixed[range.clone()]),
                Piece::Print { what, site } => self.print(what, *site)?,
                Piece::Loop { name, list, body, otherwise, site } => {
                    self.repeat(name.as_deref(), list, (body, otherwise), *site)?;
                }
                Piece::Choice(branches) => {
                    let holds = |condition: &Option<(Expression, usize)>| {
                        condition.as_ref().is_none_or(|(condition, _)| self.scope.holds(condition))
                    };
                    if let Some(branch) = branches.iter().find(|branch| holds(&branch.condition)) {
                        self.pieces(&branch.body)?;
                    }
                }
                Piece::Mark => self.marks.push(self.out.len()),
                Piece::Needs(need) => self.needs(*need),
                Piece::Serial => {
                    self.out.push_str(&self.serial.to_string());
                    self.serial = self.serial.wrapping_add(1);
                }
            }
        }
        Ok(())
    }

    fn print(&mut self, what: &Expression, site: usize) -> Result<(), TemplateProblem> {
        // a field of the data is printed from where it is
        if let Expression::Path(steps) = what
            && let Some(Value::Text(text)) = self.scope.path(steps)
        {
            escape::push(&mut self.out, text);
            return Ok(());
        }
        let got = self.scope.get(what);
        match (&got, got.printed()) {
            (_, Some(text)) => escape::push(&mut self.out, &text),
            (Got::Missing, _) => return Err(self.wrong(Wrong::Missing(self.missing(what)), site)),
            _ => return Err(self.wrong(Wrong::NotPrintable(self.named(what)), site)),
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        name: Option<&'t str>,
        list: &'t Expression,
        (body, otherwise): (&'t [Piece], &'t [Piece]),
        site: usize,
    ) -> Result<(), TemplateProblem> {
        let Expression::Path(steps) = list else { return Err(self.wrong(Wrong::TooMuch, site)) };
        let items = match self.scope.path(steps) {
            Some(Value::List(items)) => items.as_slice(),
            Some(Value::Nothing) => &[],
            Some(_) => return Err(self.wrong(Wrong::NotAList(self.named(list)), site)),
            None => return Err(self.wrong(Wrong::Missing(self.missing(list)), site)),
        };
        if items.is_empty() {
            return self.pieces(otherwise);
        }
        for (index, item) in items.iter().enumerate() {
            self.scope.frames.push(Frame { name, item, index, length: items.len() });
            let done = self.pieces(body);
            self.scope.frames.pop();
            done?;
        }
        Ok(())
    }

    fn needs(&mut self, need: Need) {
        let mark = self.marks.pop().unwrap_or(0);
        let written = &self.out[mark..];
        match need {
            Need::Row if !written.contains("</w:tr>") => self.out.truncate(mark),
            Need::Cell if !written.contains("</w:tc>") => self.out.truncate(mark),
            Need::Paragraph if !ends_with_paragraph(written) => self.out.push_str("<w:p/>"),
            _ => {}
        }
    }

    /// The first field of an expression that is not there.
    fn missing(&self, what: &Expression) -> String {
        let mut paths = Vec::new();
        what.paths(&mut paths);
        let absent = |steps: &&[Step]| self.scope.path(steps).is_none();
        paths.iter().copied().find(absent).map(shown).unwrap_or_default()
    }

    fn named(&self, what: &Expression) -> String {
        let mut paths = Vec::new();
        what.paths(&mut paths);
        paths.first().map(|steps| shown(steps)).unwrap_or_default()
    }

    fn wrong(&self, wrong: Wrong, site: usize) -> TemplateProblem {
        match self.program.sites.get(site) {
            Some(site) => TemplateProblem::at(wrong, &site.tag, site.place.clone()),
            None => TemplateProblem::of_file(wrong),
        }
    }
}

/// Whether the last element is a paragraph, or a control that holds one.
fn ends_with_paragraph(written: &str) -> bool {
    let written = written.trim_end();
    if written.ends_with("</w:p>") || written.ends_with("</w:sdt>") {
        return true;
    }
    let last = written.rfind('<').map_or("", |at| &written[at..]);
    last.ends_with("/>") && (last.starts_with("<w:p ") || last.starts_with("<w:p/"))
}
