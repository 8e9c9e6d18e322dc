//! Where a signature goes: above the printed name of the signer, in the room that the document leaves for the hand.

use super::{Place, ReserveProblem};
use crate::read::pdf::{self, Printed};
use hayro::hayro_syntax::Pdf;
use thidua_domain::basics::text::{fold, nfc};

/// The widest that a signature is made: 60 mm.
const WIDEST: i32 = 17_000;
/// The highest: 36 mm, as large as the seal of an authority.
const HIGHEST: i32 = 10_200;
/// What is left between the signature and the lines around it.
const MARGIN: i32 = 200;
/// Less room than this (8 mm) is no room for a signature.
const LEAST: i32 = 2_270;
/// The nearest to the edge of the page.
const EDGE: i32 = 1_400;

/// The place of the person's signature and, over a third of it on the left, that of the authority's (Decree 30/2020/NĐ-CP,
/// annex I, part II, on where the seal goes).
pub(super) struct Places {
    pub(super) person: Place,
    pub(super) authority: Place,
}

/// Finds the room above the last place where the name is printed.
pub(super) fn above_name(opened: &Pdf, name: &str) -> Result<Places, ReserveProblem> {
    let pages = pdf::printed(opened).map_err(ReserveProblem::Read)?;
    let wanted = nfc(name.trim());
    let folded = fold(&wanted);
    let last = |fits: &dyn Fn(&Printed) -> bool| {
        pages
            .iter()
            .enumerate()
            .rev()
            .find_map(|(at, page)| page.lines.iter().rev().find(|line| fits(line)).map(|line| (at, line)))
    };
    // as it is typed, or else as it may be typed in capitals or with tones on the other vowel
    let found = last(&|line| line.text == wanted).or_else(|| last(&|line| fold(&line.text) == folded));
    let (at, line) = found.filter(|_| !folded.is_empty()).ok_or(ReserveProblem::NoName)?;
    let page = &pages[at];
    // a page that is turned is no page of ours
    let (width, height) = page.size.ok_or(ReserveProblem::Unfit)?;
    let centre = (line.left + line.right) / 2;
    let floor = line.baseline - line.size;
    let half = WIDEST / 2;
    let near = |other: &&Printed| {
        other.baseline < floor && other.left < centre + half / 2 && other.right > centre - half / 2
    };
    let ceiling = page.lines.iter().filter(near).map(|other| other.baseline + other.size / 4).max().unwrap_or(0);
    let (top, bottom) = ((floor - HIGHEST).max(ceiling) + MARGIN, floor - MARGIN);
    if bottom - top < LEAST {
        return Err(ReserveProblem::NoRoom);
    }
    let half = half.min(centre - EDGE).min(width - EDGE - centre);
    if half < LEAST {
        return Err(ReserveProblem::NoRoom);
    }
    // the pages of a PDF count from below
    let place = |left, right| Place {
        page: at + 1,
        left: left + page.origin.0,
        right: right + page.origin.0,
        bottom: height - bottom + page.origin.1,
        top: height - top + page.origin.1,
    };
    let (left, right) = (centre - half, centre + half);
    let inner = left + (right - left) / 3;
    let side = bottom - top;
    Ok(Places { person: place(left, right), authority: place((inner - side).max(EDGE), inner) })
}
