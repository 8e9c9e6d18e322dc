//! The signed copy of a document: what its text says about it, and its signatures.

use super::{Signature, find};
use crate::plan::read_header;
use crate::read::{ReadProblem, SourceText, pdf};
use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use thidua_domain::plans::draft::Piece;

/// What a signed copy says. What is missing here is not in the text, and is left to a person.
#[derive(Clone, Debug, Default)]
pub struct SignedCopy {
    /// SHA-256 of the file, in hexadecimal.
    pub digest: String,
    /// Whether pages have no text: a scan, whose number and date a person has to type.
    pub is_scan: bool,
    /// Kind of document: `Quyết định`.
    pub kind: Option<Piece<String>>,
    /// Number and symbol: `43/QĐ-UBND`.
    pub number_symbol: Option<Piece<String>>,
    /// Its day.
    pub date: Option<Piece<NaiveDate>>,
    /// The body that issued it.
    pub issuer: Option<Piece<String>>,
    /// The text under the kind.
    pub title: Option<Piece<String>>,
    /// The name under the signature.
    pub signer: Option<Piece<String>>,
    /// Its signatures, unchecked.
    pub signatures: Vec<Signature>,
    /// Fields that nobody has signed yet.
    pub waiting: Vec<String>,
}

/// Reads a signed copy.
///
/// # Errors
/// A [`ReadProblem`] when the file is no PDF, or is damaged, locked or made to harm.
pub fn read_signed_copy(bytes: &[u8]) -> Result<SignedCopy, ReadProblem> {
    let opened = pdf::open_within(bytes)?;
    let found = catch_unwind(AssertUnwindSafe(|| find::find(&opened, bytes))).map_err(|_| ReadProblem::Broken)?;
    let (text, is_scan) = text(pdf::content_only(&opened)?)?;
    let mut header = text.and_then(|text| read_header(&text)).unwrap_or_default();
    // some tools stamp number and day onto the page; what is printed there counts before what was laid on it
    if !is_scan && (header.number_symbol.is_none() || header.date.is_none()) {
        let stamped = self::text(pdf::text(&opened)?)?.0.and_then(|text| read_header(&text)).unwrap_or_default();
        header.number_symbol = header.number_symbol.or(stamped.number_symbol);
        header.date = header.date.or(stamped.date);
    }
    Ok(SignedCopy {
        digest: Sha256::digest(bytes).iter().fold(String::new(), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        }),
        is_scan,
        kind: header.kind,
        number_symbol: header.number_symbol,
        date: header.date,
        issuer: header.issuer,
        title: header.title,
        signer: header.signer_name,
        signatures: found.signatures,
        waiting: found.waiting,
    })
}

/// The text layer, and whether the first page has none. Letters are not recognised here: what decides a number is read by a
/// person or was typed by a machine.
fn text(text: pdf::PdfText) -> Result<(Option<SourceText>, bool), ReadProblem> {
    let is_scan = text.lines.first().is_none_or(Vec::is_empty) || text.scanned.contains(&0);
    match pdf::joined(text.lines) {
        Ok(text) => Ok((Some(text).filter(|_| !is_scan), is_scan)),
        Err(ReadProblem::Empty) => Ok((None, true)),
        Err(other) => Err(other),
    }
}
