//! The signed copy of a decision: a PDF that was signed elsewhere and comes back. What it says of number, day and signer is
//! taken from it where asked, told where it differs, and its signatures are checked against the authorities that are listed.

use super::words::Words;
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::{Refusal, show as shown};
use crate::figures::evidence::Evidence;
use std::path::Path;
use thidua_domain::basics::Language;
use thidua_domain::decisions::number::written;
use thidua_paper::signature::{Authorities, SignedCopy, Since, check, read_signed_copy};
use thidua_store::decisions::Decision;

/// Files of authorities that are read at most.
const MOST_AUTHORITIES: usize = 100;
/// Bytes of such a file at most.
const LARGEST: u64 = 1024 * 1024;

/// What a PDF says of itself.
pub(super) struct Copy {
    copy: SignedCopy,
    /// Pages were changed after they were signed.
    changed: bool,
}

/// Reads the signed copy; nothing for another file. What cannot be read is told where it was to be read from.
pub(super) async fn copy(
    app: &App,
    file: Option<&Evidence>,
) -> Result<Result<Option<Copy>, thidua_domain::basics::Says>, Refusal> {
    let Some(file) = file.filter(|file| file.media == "application/pdf") else { return Ok(Ok(None)) };
    let (content, at) = (file.content.clone(), (app.clock)());
    let permit = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let read = tokio::task::spawn_blocking(move || {
        let copy = read_signed_copy(&content).map_err(|problem| problem.says())?;
        // whom to trust is told on the page; what was changed is known without
        let nobody = Authorities::default();
        let changed = copy.signatures.iter().any(|one| check(&content, one, &nobody, at).is_changed());
        Ok(Some(Copy { copy, changed }))
    })
    .await
    .map_err(Refusal::fault)?;
    drop(permit);
    Ok(read)
}

/// Number, day and signer out of the signed copy, where the person asked for that.
pub(super) fn take(Copy { copy, .. }: &Copy, typed: &mut Typed) {
    if typed.get("from_file").is_none_or(String::is_empty) {
        return;
    }
    let number = copy.number_symbol.as_ref().map(|piece| written(&piece.value));
    let day = copy.date.as_ref().map(|piece| shown::day(Some(piece.value)));
    let signer = copy.signer.as_ref().map(|piece| piece.value.clone());
    for (name, value) in [("number", number), ("day", day), ("signer_name", signer)] {
        if let Some(value) = value {
            typed.insert(name.to_owned(), value);
        }
    }
}

/// Says where the signed copy differs from what was typed: it is the paper that counts.
pub(super) fn compare(Copy { copy, changed }: &Copy, it: &Decision, reader: &mut Reader<'_>, w: &'static Words) {
    if *changed {
        reader.problem("file", w.paper_changed);
    }
    if reader.tick("from_file") && copy.is_scan {
        reader.problem("file", w.paper_scan);
    }
    // a machine may misread a paper; a person who has looked says so
    if reader.tick("differs") {
        return;
    }
    let number = copy.number_symbol.as_ref().map(|piece| written(&piece.value));
    if let (Some(on_paper), Some(typed)) = (number, &it.number)
        && on_paper.to_lowercase() != typed.to_lowercase()
    {
        reader.problem("number", w.paper_number.replace("{n}", &on_paper));
    }
    if let (Some(on_paper), Some(typed)) = (&copy.date, it.dated)
        && on_paper.value != typed
    {
        reader.problem("day", w.paper_day.replace("{day}", &shown::day(Some(on_paper.value))));
    }
}

/// A signature as it is shown.
pub(super) struct SignatureRow {
    pub(super) who: String,
    pub(super) class: &'static str,
    pub(super) says: Vec<String>,
}

/// The signatures of the paper of a decision, checked now.
pub(super) async fn signatures(app: &App, it: &Decision, language: Language) -> Result<Vec<SignatureRow>, Refusal> {
    let Some(digest) = it.file_digest.clone() else { return Ok(Vec::new()) };
    let (files, trust, at) = (app.files.clone(), app.trust.clone(), (app.clock)());
    let permit = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let found = tokio::task::spawn_blocking(move || {
        let Ok(content) = files.read(&digest) else { return Vec::new() };
        if !content.starts_with(b"%PDF") {
            return Vec::new();
        }
        let Ok(copy) = read_signed_copy(&content) else { return Vec::new() };
        let listed = authorities(&trust);
        let row = |one: &thidua_paper::signature::Signature| {
            let checked = check(&content, one, &listed, at);
            // what was added after signing is looked at by a person: it may stand over what was signed
            let sure = checked.outcome.code() == "trusted" && checked.since == Since::Nothing && !checked.weak;
            let class = if checked.is_changed() {
                "missed"
            } else if sure {
                "met"
            } else {
                "needs-person"
            };
            SignatureRow {
                who: one.signer.as_ref().map(|party| party.name.clone()).unwrap_or_default(),
                class,
                says: checked.says().iter().map(|says| says.in_language(language).to_owned()).collect(),
            }
        };
        copy.signatures.iter().map(row).collect()
    });
    let found = found.await.map_err(Refusal::fault)?;
    drop(permit);
    Ok(found)
}

/// The authorities that the office lists: certificates in the folder `trust` of its data.
fn authorities(folder: &Path) -> Authorities {
    let mut listed = Authorities::default();
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|one| one.path()).collect();
    files.sort();
    for file in files.into_iter().take(MOST_AUTHORITIES) {
        let small = std::fs::metadata(&file).is_ok_and(|file| file.is_file() && file.len() <= LARGEST);
        if small && let Ok(content) = std::fs::read(&file) {
            listed.add(&content);
        }
    }
    listed
}
