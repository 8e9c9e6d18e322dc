//! Where a workbook comes from: its signed sheet, checked before anything in it is believed.

use super::ListProblem;
use super::book::Book;
use crate::read::ReadProblem;
use crate::seal::{self, Seal};
use std::collections::HashMap;
use std::ops::ControlFlow;
use thidua_domain::lists::Tie;

/// Where a file comes from, as far as it can be believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It carries nothing that says so: a list that somebody made, or one saved as text. Rows are tied to nothing.
    Unknown,
    /// It was written here for this list.
    Ours,
    /// It was written here for another list; rows are tied to nothing.
    OtherList {
        /// The kind of that list, as it says.
        kind: String,
        /// Its scope, as it says.
        scope: String,
    },
    /// Its signed sheet was changed, or written with another key; rows are tied to nothing.
    Broken,
}

/// What the signed sheet says.
#[derive(Debug)]
pub(super) struct Passport {
    pub(super) origin: Origin,
    pub(super) version: Option<i64>,
    pub(super) shown: Vec<Tie>,
    /// The place in `shown` of each code; nothing where two records have one code.
    codes: HashMap<u64, Option<u32>>,
}

impl Passport {
    fn without_ties(origin: Origin) -> Self {
        Passport { origin, version: None, shown: Vec::new(), codes: HashMap::new() }
    }

    /// The tie of a row's code.
    pub(super) fn tie(&self, code: u64) -> Option<&Tie> {
        self.shown.get((*self.codes.get(&code)?)? as usize)
    }
}

/// Reads the signed sheet of a book.
pub(super) fn read(book: &mut Book<'_>, seal: Option<&Seal>) -> Result<Passport, ListProblem> {
    let at = book.sheets().iter().position(|sheet| sheet.name == seal::SHEET);
    let (Some(at), Some(seal)) = (at, seal) else { return Ok(Passport::without_ties(Origin::Unknown)) };
    let mut head: Vec<String> = Vec::new();
    let mut shown: Vec<Tie> = Vec::new();
    let mut signed = None;
    let mut sound = true;
    book.rows(at, &mut |row| {
        let text = row.at(0);
        if head.len() < 4 {
            head.push(text.to_owned());
            let ours =
                head.len() < 4 || (head[0] == seal::MARK && head[1] == seal.kind() && head[2] == seal.scope());
            return Ok(if ours { ControlFlow::Continue(()) } else { ControlFlow::Break(()) });
        }
        if let Some(signature) = text.strip_prefix(seal::SIGNATURE) {
            signed = Some(signature.to_owned());
            return Ok(ControlFlow::Break(()));
        }
        let mut words = text.split_ascii_whitespace();
        while let Some(identity) = words.next() {
            match words.next().and_then(|version| version.parse().ok()) {
                Some(version) if shown.len() < super::MOST_ROWS as usize => shown.push(Tie::new(identity, version)),
                _ => sound = false,
            }
        }
        Ok(if sound { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })
    .or_else(|problem| match problem {
        // a signed sheet that cannot be read ties nothing; the list may still be read
        ReadProblem::Broken => Ok(0),
        other => Err(other),
    })?;
    if let [mark, kind, scope, _] = head.as_slice()
        && mark == seal::MARK
        && (kind != seal.kind() || scope != seal.scope())
    {
        return Ok(Passport::without_ties(Origin::OtherList { kind: kind.clone(), scope: scope.clone() }));
    }
    let version = head.get(3).and_then(|version| version.parse::<i64>().ok());
    let (Some(signed), Some(version), true) = (signed, version, sound) else {
        return Ok(Passport::without_ties(Origin::Broken));
    };
    let mut signature = seal.begin(version);
    shown.iter().for_each(|tie| signature.add(tie));
    if !signature.agrees(&signed) {
        return Ok(Passport::without_ties(Origin::Broken));
    }
    let mut codes = HashMap::with_capacity(shown.len());
    for (at, tie) in (0u32..).zip(&shown) {
        codes.entry(seal.code(tie)).and_modify(|place| *place = None).or_insert(Some(at));
    }
    Ok(Passport { origin: Origin::Ours, version: Some(version), shown, codes })
}
