//! `thidua plan read | check | import`.

use super::{open_existing, refused};
use crate::arguments::{Files, Import};
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};
use thidua_app::plans::actions::{self, BroughtIn, ReadPlan};
use thidua_domain::finding::Finding;
use thidua_domain::plans::check::check as findings_of;

/// The largest file that is opened at all; the reader's own limit is lower and says so.
const LARGEST: u64 = 64 * 1024 * 1024;

fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Exit> {
    let mut files = Vec::new();
    for path in named {
        if path.is_dir() {
            let mut inside: Vec<PathBuf> = std::fs::read_dir(path)
                .map_err(Exit::ours)?
                .filter_map(|entry| entry.ok().map(|entry| entry.path()))
                .filter(|path| path.is_file())
                .collect();
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path.clone());
        }
    }
    if files.is_empty() { Err(refused(WORDS.no_file)) } else { Ok(files) }
}

fn content(path: &Path) -> Result<Vec<u8>, Exit> {
    let unreadable = |error: std::io::Error| {
        let (vi, en) = WORDS.unreadable;
        refused((&format!("{vi} {}: {error}", path.display()), &format!("{en} {}: {error}", path.display())))
    };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST {
        // enough of it for the reader to say that it is too large
        use std::io::Read;
        let mut start = Vec::new();
        std::fs::File::open(path)
            .and_then(|file| file.take(LARGEST / 8).read_to_end(&mut start))
            .map_err(unreadable)?;
        return Ok(start);
    }
    std::fs::read(path).map_err(unreadable)
}

/// Each file in turn; what cannot be read is reported and the rest goes on.
fn each(
    named: &Files,
    mut print: impl FnMut(&Path, &ReadPlan, &[Finding]) -> Result<String, Exit>,
) -> Result<(), Exit> {
    let files = files(&named.files)?;
    let several = files.len() > 1;
    let mut refused_any = false;
    let mut out = std::io::stdout().lock();
    for path in files {
        let read = match content(&path).and_then(|bytes| actions::read(&bytes).map_err(Exit::Refused)) {
            Ok(read) => read,
            Err(Exit::Refused(says)) if several => {
                complain!("{}: {}\n{}: {}", path.display(), says.vi, path.display(), says.en);
                refused_any = true;
                continue;
            }
            Err(other) => return Err(other),
        };
        let findings = findings_of(&read.draft, &read.source.lines);
        let line = print(&path, &read, &findings)?;
        match writeln!(out, "{line}") {
            // whoever reads the pipe has seen enough
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(()),
            other => other.map_err(Exit::ours)?,
        }
    }
    if refused_any { Err(Exit::Reported) } else { Ok(()) }
}

/// `thidua plan read`
pub fn read(named: &Files) -> Result<(), Exit> {
    each(named, |_, read, findings| thidua_paper::plan::json::to_json(&read.draft, findings).map_err(Exit::ours))
}

/// `thidua plan check`
pub fn check(named: &Files) -> Result<(), Exit> {
    each(named, |path, _, findings| {
        let findings: Vec<_> = findings
            .iter()
            .map(|one| {
                json!({
                    "number": one.number,
                    "severity": one.severity.code(),
                    "lines": one.lines.map(|lines| [lines.first, lines.last]),
                    "piece": one.piece,
                    "message": one.message.vi,
                    "mend": one.mend.vi,
                    "message_en": one.message.en,
                    "mend_en": one.mend.en,
                })
            })
            .collect();
        Ok(json!({"file": path.display().to_string(), "findings": findings}).to_string())
    })
}

/// `thidua plan import`
pub async fn import(import: Import) -> Result<(), Exit> {
    let bytes = content(&import.file)?;
    let read = actions::read(&bytes).map_err(Exit::Refused)?;
    let app = open_existing(&import.data).await?;
    let store = app.store();
    let unit = match store.unit(&import.unit).await.map_err(Exit::ours)? {
        Some(unit) => Some(unit),
        None => store.unit_named(&import.unit).await.map_err(Exit::ours)?,
    };
    let unit = unit.ok_or_else(|| refused(WORDS.no_unit))?;
    let name = import.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let author = app.system("thidua plan import");
    let brought =
        actions::bring_in(&app, author, &unit.id, &name, &bytes, &read, false).await.map_err(Exit::ours)?;
    let said = if matches!(brought, BroughtIn::New(_)) { WORDS.imported } else { WORDS.known };
    complain!("{name}: {said}");
    say!("{}", json!({"plan": brought.id(), "unit": unit.id}));
    Ok(())
}
