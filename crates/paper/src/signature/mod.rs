//! Signatures of papers: those that a PDF has, checked without a network, and fields reserved for the tools that sign.
//!
//! Nothing is signed here. A PDF signature is a message inside of the file that is signed over all bytes but its own; what it
//! says is compared with the bytes, the bytes with the key of a certificate, and the certificate with authorities that the
//! office lists. Whether a certificate was revoked cannot be known without a network, and that is said.
//! Every moment is universal time (UTC).

mod algorithm;
mod certificate;
mod chain;
mod check;
mod cms;
mod copy;
mod der;
mod find;
mod json;
mod ranges;
mod reserve;
mod since;
mod words;

pub use certificate::Party;
pub use chain::Authorities;
pub use check::{Checked, Distrust, Outcome, Unchecked, check};
pub use copy::{SignedCopy, read_signed_copy};
pub use json::copy_as_json;
pub use ranges::Coverage;
pub use reserve::{ReserveProblem, Reserved, reserve_for_signature, with_signature_field};
pub use since::Since;

use crate::read::ReadProblem;
use chrono::NaiveDateTime;

/// A signature as a PDF has it, before anything of it is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The full name of its field; empty for one that belongs to no field.
    pub field: String,
    /// Where it shows, when it shows.
    pub place: Option<Place>,
    /// How it is written.
    pub format: Format,
    /// Who signed, as the certificate names them.
    pub signer: Option<Party>,
    /// Who issued the certificate.
    pub issuer: Option<Party>,
    /// From when until when the certificate is valid.
    pub valid: Option<(NaiveDateTime, NaiveDateTime)>,
    /// When it was signed, as the signer's own machine says.
    pub stated: Option<Stated>,
    /// Whether a timestamp authority confirms the time; that is not checked.
    pub has_timestamp: bool,
    /// The name that the signing program wrote beside the signature; anybody can write any.
    pub name_typed: Option<String>,
    /// Why it was signed.
    pub reason: Option<String>,
    /// Where it was signed.
    pub location: Option<String>,
    /// What it is over.
    pub coverage: Coverage,
    ranges: Option<[usize; 4]>,
    contents: Vec<u8>,
}

/// A place on a page, in hundredths of a point from its lower left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The page, from 1.
    pub page: usize,
    /// Left edge.
    pub left: i32,
    /// Lower edge.
    pub bottom: i32,
    /// Right edge.
    pub right: i32,
    /// Upper edge.
    pub top: i32,
}

/// How a signature is written (`/SubFilter`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// `adbe.pkcs7.detached`
    Pkcs7Detached,
    /// `ETSI.CAdES.detached`
    CadesDetached,
    /// `adbe.pkcs7.sha1`
    Pkcs7Sha1,
    /// `ETSI.RFC3161`: the stamp of a timestamp authority over the document
    Timestamp,
    /// Another.
    Other(String),
}

impl Format {
    fn named(name: &[u8]) -> Self {
        match name {
            b"adbe.pkcs7.detached" => Format::Pkcs7Detached,
            b"ETSI.CAdES.detached" => Format::CadesDetached,
            b"adbe.pkcs7.sha1" => Format::Pkcs7Sha1,
            b"ETSI.RFC3161" => Format::Timestamp,
            other => Format::Other(der::tidy(&String::from_utf8_lossy(other))),
        }
    }

    /// Its name in a PDF.
    pub fn name(&self) -> &str {
        match self {
            Format::Pkcs7Detached => "adbe.pkcs7.detached",
            Format::CadesDetached => "ETSI.CAdES.detached",
            Format::Pkcs7Sha1 => "adbe.pkcs7.sha1",
            Format::Timestamp => "ETSI.RFC3161",
            Format::Other(name) => name,
        }
    }
}

/// When something was signed, as the signer's own machine says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The moment (UTC).
    pub time: NaiveDateTime,
    /// Where it says so.
    pub source: TimeSource,
}

/// Where the time of signing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeSource {
    /// In the signed attributes of the signature.
    Attribute,
    /// In the dictionary of the signature (`/M`).
    Dictionary,
}

/// The signatures of a PDF, in the order of its form; a form without any answers none.
///
/// # Errors
/// A [`ReadProblem`] when the file is no PDF, or is damaged, locked or made to harm.
pub fn signatures(pdf: &[u8]) -> Result<Vec<Signature>, ReadProblem> {
    Ok(found(pdf)?.signatures)
}

/// The names of the fields that are reserved and not signed yet.
///
/// # Errors
/// As [`signatures`].
pub fn waiting(pdf: &[u8]) -> Result<Vec<String>, ReadProblem> {
    Ok(found(pdf)?.waiting)
}

fn found(bytes: &[u8]) -> Result<find::Found, ReadProblem> {
    let pdf = crate::read::pdf::open_within(bytes)?;
    // what the library takes for granted and does not find refuses one file
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| find::find(&pdf, bytes)))
        .map_err(|_| ReadProblem::Broken)
}

#[cfg(test)]
mod tests;
