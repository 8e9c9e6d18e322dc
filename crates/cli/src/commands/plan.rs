//! `thidua plan read | check | text | import`.

use super::{open_existing, refused};
use crate::arguments::{Checked, Files, Import, Results, Texts};
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};
use thidua_app::plans::actions::{self, BroughtIn, ReadPlan};
use thidua_domain::finding::Finding;
use thidua_domain::plans::check::{OnFile, check_beside};
use thidua_domain::plans::draft::PlanDraft;

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

pub(super) fn content(path: &Path) -> Result<Vec<u8>, Exit> {
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

/// Files that are read at one go: enough for every core, few enough to stay small in memory.
const AT_ONCE: usize = 64;

/// Every file, on all cores; the answers come in the order of the files. What cannot be read is reported and the rest goes on.
pub(super) fn each<T: Send>(
    files: &[PathBuf],
    threads: Option<usize>,
    work: impl Fn(&Path) -> Result<T, Exit> + Sync,
    mut done: impl FnMut(&Path, T) -> Result<Flow, Exit>,
) -> Result<(), Exit> {
    let several = files.len() > 1;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).build().map_err(Exit::ours)?;
    let progress = if several { ProgressBar::new(files.len() as u64) } else { ProgressBar::hidden() };
    progress.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} · {eta}").map_err(Exit::ours)?);
    let mut refused_any = false;
    for some in files.chunks(AT_ONCE) {
        let answers: Vec<Result<T, Exit>> = pool.install(|| {
            some.par_iter()
                .map(|path| {
                    let answer = work(path);
                    progress.inc(1);
                    answer
                })
                .collect()
        });
        for (path, answer) in some.iter().zip(answers) {
            match answer {
                Ok(answer) => {
                    if done(path, answer)? == Flow::Stop {
                        return Ok(());
                    }
                }
                Err(Exit::Refused(says)) if several => {
                    progress.suspend(|| {
                        complain!("{}: {}\n{}: {}", path.display(), says.vi, path.display(), says.en);
                    });
                    refused_any = true;
                }
                Err(other) => return Err(other),
            }
        }
    }
    progress.finish_and_clear();
    if refused_any { Err(Exit::Reported) } else { Ok(()) }
}

/// Whether to go on.
#[derive(PartialEq)]
pub(super) enum Flow {
    On,
    Stop,
}

/// A line on standard output; whoever closed the pipe has seen enough.
fn print_line(line: &str) -> Result<Flow, Exit> {
    match writeln!(std::io::stdout(), "{line}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(Flow::Stop),
        Err(error) => Err(Exit::ours(error)),
        Ok(()) => Ok(Flow::On),
    }
}

/// Reads every plan named, and prints a line of JSON for each.
fn each_plan(
    named: &Files,
    sources: &[PlanDraft],
    print: impl Fn(&Path, &ReadPlan, &[Finding]) -> Result<String, Exit> + Sync,
) -> Result<(), Exit> {
    let work = |path: &Path| {
        let read = actions::read(&content(path)?).map_err(Exit::Refused)?;
        let on_file: Vec<OnFile<'_>> = sources
            .iter()
            .filter_map(|draft| {
                draft.document.number_symbol.as_ref().map(|symbol| OnFile { draft, symbol: &symbol.value })
            })
            .collect();
        let findings = check_beside(&read.draft, &read.source.lines, None, &on_file);
        print(path, &read, &findings)
    };
    each(&files(&named.files)?, named.threads, work, |_, line| print_line(&line))
}

/// `thidua plan text`: the text layer alone, of one file to standard output or of many into a folder.
pub fn text(named: &Texts) -> Result<(), Exit> {
    let files = files(&named.files)?;
    if let Some(folder) = &named.out {
        std::fs::create_dir_all(folder).map_err(Exit::ours)?;
    }
    let work = |path: &Path| {
        let source = actions::read_text(&content(path)?).map_err(Exit::Refused)?;
        let text = source.lines.join("\n");
        if let Some(folder) = &named.out {
            let mut name = path.file_name().unwrap_or_default().to_owned();
            name.push(".txt");
            std::fs::write(folder.join(name), &text).map_err(Exit::ours)?;
        }
        Ok(text)
    };
    each(&files, named.threads, work, |_, text| if named.out.is_some() { Ok(Flow::On) } else { print_line(&text) })
}

/// `thidua plan read`
pub fn read(named: &Files) -> Result<(), Exit> {
    each_plan(named, &[], |_, read, findings| {
        thidua_paper::plan::json::to_json(&read.draft, findings).map_err(Exit::ours)
    })
}

/// `thidua plan check`
pub fn check(named: &Checked) -> Result<(), Exit> {
    let sources: Vec<PlanDraft> = named
        .source
        .iter()
        .map(|path| actions::read_source(&content(path)?).map_err(Exit::Refused))
        .collect::<Result<_, _>>()?;
    each_plan(&named.files, &sources, |path, _, findings| {
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

/// `thidua plan results`
pub fn results(named: &Results) -> Result<(), Exit> {
    let targets = String::from_utf8(content(&named.targets)?).map_err(|_| refused(WORDS.bad_targets))?;
    let asked = thidua_paper::plan::results::json::asked(&targets).map_err(|_| refused(WORDS.bad_targets))?;
    if asked.is_empty() {
        return Err(refused(WORDS.bad_targets));
    }
    let work = |path: &Path| {
        let answers = actions::read_results(&content(path)?, &asked).map_err(Exit::Refused)?;
        Ok(thidua_paper::plan::results::json::to_json(&path.display().to_string(), &answers))
    };
    each(&files(&named.files)?, named.threads, work, |_, line| print_line(&line))
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
