//! Workbooks (xlsx): their sheets, and the rows of each, unpacked as they are read.
//!
//! No number passes through a binary float: the digits that the workbook keeps are handed on. A sheet of any length takes the
//! same memory; what must be held, the texts that cells share, has its limit.

mod merges;
pub(in crate::read) mod sheet;
mod strings;
mod styles;
mod tags;

use crate::read::ReadProblem;
use crate::read::docx::Package;
use crate::read::list::raw::{RawRow, Sheet, Style};
use merges::Merges;
use sheet::Context;
use std::ops::ControlFlow;
use strings::Strings;
use tags::{Piece, Tags, attribute, attribute_text};

/// Sheets beyond this are left out.
const MOST_SHEETS: usize = 200;
/// Merged cells are looked for in sheets up to this size; those that programs made larger have none worth reading.
const MERGES_UP_TO: u64 = 8 * 1024 * 1024;

/// An opened workbook.
pub(in crate::read) struct Workbook<'a> {
    package: Package<'a>,
    sheets: Vec<(Sheet, String)>,
    strings: Option<Strings>,
    strings_part: Option<String>,
    styles: Vec<Style>,
    from_1904: bool,
}

impl<'a> Workbook<'a> {
    /// Opens a workbook; macros and passwords are refused.
    pub(in crate::read) fn open(bytes: &'a [u8]) -> Result<Self, ReadProblem> {
        let mut package = Package::open(bytes)?;
        if package.has_folder(b"xl/macrosheets/") {
            return Err(ReadProblem::Macros);
        }
        let links = links(&package.part("xl/_rels/workbook.xml.rels")?.ok_or(ReadProblem::Broken)?)?;
        let book = package.part("xl/workbook.xml")?.ok_or(ReadProblem::Broken)?;
        let (sheets, from_1904) = outline(&book, &links)?;
        let styles =
            package.part(&linked(&links, "styles").unwrap_or("xl/styles.xml".to_owned()))?.unwrap_or_default();
        let strings_part = linked(&links, "sharedStrings");
        Ok(Workbook { package, sheets, strings: None, strings_part, styles: styles::read(&styles)?, from_1904 })
    }

    /// Its sheets in their order.
    pub(in crate::read) fn sheets(&self) -> Vec<Sheet> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    /// Whether its serial numbers count from 1904.
    pub(in crate::read) fn counts_from_1904(&self) -> bool {
        self.from_1904
    }

    /// Hands each row of a sheet to `each`, until it breaks off. Answers how many cells stood beyond the last column.
    pub(in crate::read) fn rows(
        &mut self,
        sheet: usize,
        each: &mut dyn FnMut(&RawRow) -> Result<ControlFlow<()>, ReadProblem>,
    ) -> Result<u64, ReadProblem> {
        if self.strings.is_none() {
            let read = match &self.strings_part {
                Some(part) => self.package.stream(part)?.map(|(from, _)| Strings::read(from)).transpose()?,
                None => None,
            };
            self.strings = Some(read.unwrap_or_default());
        }
        let Some((_, part)) = self.sheets.get(sheet) else { return Ok(0) };
        let Some((mut from, size)) = self.package.stream(part)? else { return Err(ReadProblem::Broken) };
        let nothing = Strings::default();
        let context = Context { strings: self.strings.as_ref().unwrap_or(&nothing), styles: &self.styles };
        if size > MERGES_UP_TO {
            return sheet::rows(from, &context, &mut Merges::default(), each);
        }
        let mut xml = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        std::io::Read::take(&mut from, MERGES_UP_TO + 1).read_to_end(&mut xml).map_err(|_| ReadProblem::Broken)?;
        if xml.len() as u64 > MERGES_UP_TO {
            return Err(ReadProblem::Bomb);
        }
        sheet::rows(xml.as_slice(), &context, &mut Merges::find(&xml), each)
    }
}

use std::io::Read as _;

/// A part that another refers to.
struct Link {
    id: String,
    kind: String,
    part: String,
}

/// Which parts the workbook refers to.
fn links(xml: &str) -> Result<Vec<Link>, ReadProblem> {
    let mut tags = Tags::new(xml.as_bytes(), u64::MAX);
    let mut links = Vec::new();
    loop {
        match tags.next()? {
            Piece::End => return Ok(links),
            Piece::Open { name: b"Relationship", attributes, .. } if links.len() < 10 * MOST_SHEETS => {
                let text = |name: &[u8]| attribute_text(attributes, name).unwrap_or_default();
                let target = text(b"Target");
                let part = match target.strip_prefix('/') {
                    Some(whole) => whole.to_owned(),
                    None => format!("xl/{}", target.trim_start_matches("./")),
                };
                let kind = text(b"Type").rsplit('/').next().unwrap_or_default().to_owned();
                links.push(Link { id: text(b"Id"), kind, part });
            }
            _ => {}
        }
    }
}

fn linked(links: &[Link], kind: &str) -> Option<String> {
    links.iter().find(|link| link.kind == kind).map(|link| link.part.clone())
}

/// The sheets of a workbook, each with its part, and how it counts days.
fn outline(xml: &str, links: &[Link]) -> Result<(Vec<(Sheet, String)>, bool), ReadProblem> {
    let mut tags = Tags::new(xml.as_bytes(), u64::MAX);
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    loop {
        match tags.next()? {
            Piece::End => return Ok((sheets, from_1904)),
            Piece::Open { name: b"workbookPr", attributes, .. } => {
                from_1904 = matches!(attribute(attributes, b"date1904"), Some(b"1" | b"true" | b"on"));
            }
            Piece::Open { name: b"sheet", attributes, .. } if sheets.len() < MOST_SHEETS => {
                let id = attribute_text(attributes, b"id").unwrap_or_default();
                let name = attribute_text(attributes, b"name").unwrap_or_default();
                let hidden = !matches!(attribute(attributes, b"state"), None | Some(b"visible"));
                // sheets of charts are no lists
                let part = links.iter().find(|link| link.id == id && link.kind == "worksheet");
                sheets.extend(part.map(|link| (Sheet { name, hidden }, link.part.clone())));
            }
            _ => {}
        }
    }
}
