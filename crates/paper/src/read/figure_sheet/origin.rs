//! Where a file of figures comes from: its hidden signed sheet, checked before anything in it is believed.

use super::{ExpectedFigures, Headings};
use crate::figure_passport as passport;
use crate::read::ReadProblem;
use crate::read::list::ListProblem;
use crate::read::list::book::Book;
use crate::seal::{self, Seal};
use crate::write::figure_sheet::words::period;
use std::collections::HashMap;
use std::ops::ControlFlow;
use thidua_domain::figure_sheets::{Sheet, Told, finding};
use thidua_domain::lists::{ListFinding, Place};

/// Cells of the hidden sheet at most.
const MOST_CELLS: usize = super::MOST_ROWS + 10;

/// Where a file of figures comes from, as far as it can be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureOrigin {
    /// It carries nothing that says so.
    Unknown,
    /// It was written by this installation.
    Ours,
    /// It is whole, but without the key its signature could not be checked.
    Unchecked,
    /// Its hidden sheet was changed, or written with another key; nothing in it is believed.
    Broken,
}

/// What the hidden sheet says.
pub(super) struct Origin {
    pub(super) origin: FigureOrigin,
    /// What the workbook showed; nothing where it cannot be believed.
    pub(super) sheet: Option<Sheet>,
    /// The line of each code.
    pub(super) codes: HashMap<u64, usize>,
}

impl Origin {
    fn without_sheet(origin: FigureOrigin) -> Self {
        Origin { origin, sheet: None, codes: HashMap::new() }
    }
}

/// Reads the hidden sheet of a book.
pub(super) fn read(book: &mut Book<'_>, seal: Option<&Seal>) -> Result<Origin, ListProblem> {
    let Some(at) = book.sheets().iter().position(|sheet| sheet.name == seal::SHEET) else {
        return Ok(Origin::without_sheet(FigureOrigin::Unknown));
    };
    let mut cells: Vec<String> = Vec::with_capacity(40);
    let read = book.rows(at, &mut |row| {
        // the first cell of the row as it stands: the digest is over every letter
        cells.push(row.cell(0).map(|cell| row.text_of(cell).to_owned()).unwrap_or_default());
        Ok(if cells.len() > MOST_CELLS { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    });
    match read {
        // a hidden sheet that cannot be read ties nothing; the figures may still be read
        Err(ReadProblem::Broken) => return Ok(Origin::without_sheet(FigureOrigin::Broken)),
        Err(other) => return Err(other.into()),
        Ok(_) => {}
    }
    if cells.first().is_none_or(|first| first != passport::MARK) {
        return Ok(Origin::without_sheet(FigureOrigin::Unknown));
    }
    let broken = Origin::without_sheet(FigureOrigin::Broken);
    let [.., digest, signature] = cells.as_slice() else { return Ok(broken) };
    let (Some(digest), Some(signature)) =
        (digest.strip_prefix(passport::DIGEST), signature.strip_prefix(seal::SIGNATURE))
    else {
        return Ok(broken);
    };
    let told = &cells[1..cells.len() - 2];
    if passport::digest(told) != digest {
        return Ok(broken);
    }
    if let Some(seal) = seal {
        let mut signing = seal.begin_texts(passport::MARK);
        told.iter().for_each(|cell| signing.add_text(cell));
        if !signing.agrees(signature) {
            return Ok(broken);
        }
    }
    let Some((sheet, codes)) = passport::sheet(told) else { return Ok(broken) };
    let origin = if seal.is_some() { FigureOrigin::Ours } else { FigureOrigin::Unchecked };
    Ok(Origin { origin, codes: codes.into_iter().zip(0..).collect(), sheet: Some(sheet) })
}

/// Tells where the file comes from, and whether it is of what is expected.
pub(super) fn tell(
    origin: &Origin,
    expected: &ExpectedFigures<'_>,
    headings: &Headings,
    findings: &mut Vec<ListFinding>,
) {
    let mut say = |told: &Told| findings.push(finding(told, Place::FILE));
    match origin.origin {
        FigureOrigin::Unknown => say(&Told::NotOurs),
        FigureOrigin::Broken => say(&Told::BrokenSeal),
        FigureOrigin::Unchecked => say(&Told::SealUnchecked),
        FigureOrigin::Ours => {}
    }
    if origin.sheet.is_some() && headings.code.is_none() {
        say(&Told::CodesGone);
    }
    let (Some(shown), Some(wanted)) = (&origin.sheet, expected.sheet) else { return };
    let (theirs, ours) = (&shown.head, &wanted.head);
    if theirs.movement_id != ours.movement_id {
        say(&Told::OtherMovement { theirs: theirs.movement.clone() });
    }
    if theirs.unit_id != ours.unit_id {
        say(&Told::OtherUnit { theirs: theirs.unit.clone(), ours: ours.unit.clone() });
    }
    if (theirs.period, theirs.year) != (ours.period, ours.year) {
        say(&Told::OtherPeriod {
            theirs: period(theirs.period, theirs.year),
            ours: period(ours.period, ours.year),
        });
    }
}
