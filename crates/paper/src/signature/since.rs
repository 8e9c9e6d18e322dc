//! What was added to a file after it was signed.
//!
//! A second signature is always added after the first, so an addition is no fault by itself. What the pages say must not change
//! by it: the text of both states is read, and their annotations are compared.

use crate::read::pdf::{content_only, open_within};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What happened to a file after it was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Nothing.
    Nothing,
    /// Something was added, such as another signature; the pages say what they said.
    Added,
    /// What the pages say or show was changed.
    Changed,
    /// Something was added, and what cannot be compared.
    Unknown,
}

impl Since {
    /// What happened, for programs.
    pub fn code(self) -> &'static str {
        match self {
            Since::Nothing => "nothing",
            Since::Added => "added",
            Since::Changed => "changed",
            Since::Unknown => "unknown",
        }
    }
}

/// Compares the file with its first `length` bytes.
pub(super) fn between(bytes: &[u8], length: usize) -> Since {
    let Some(earlier) = bytes.get(..length) else { return Since::Unknown };
    catch_unwind(AssertUnwindSafe(|| compared(earlier, bytes))).ok().flatten().unwrap_or(Since::Unknown)
}

fn compared(earlier: &[u8], now: &[u8]) -> Option<Since> {
    let (earlier, now) = (open_within(earlier).ok()?, open_within(now).ok()?);
    let same = content_only(&earlier).ok()? == content_only(&now).ok()?
        && streams(&earlier) == streams(&now)
        && annotations(&earlier) == annotations(&now);
    Some(if same { Since::Added } else { Since::Changed })
}

/// What each page draws.
fn streams(pdf: &Pdf) -> Vec<Vec<u8>> {
    pdf.pages().iter().map(|page| page.page_stream().unwrap_or_default().to_vec()).collect()
}

/// What lies on the pages beside signatures.
fn annotations(pdf: &Pdf) -> Vec<Vec<Vec<u8>>> {
    let of = |page: &hayro::hayro_syntax::page::Page<'_>| {
        let mut others: Vec<Vec<u8>> = page
            .raw()
            .get::<Array<'_>>("Annots")
            .iter()
            .flat_map(Array::iter::<Dict<'_>>)
            .filter(|one| one.get::<Name<'_>>("FT").is_none_or(|kind| kind.as_ref() != b"Sig"))
            .map(|one| one.data().to_vec())
            .collect();
        others.sort_unstable();
        others
    };
    pdf.pages().iter().map(of).collect()
}
