//! `thidua import figures --check`: workbooks of figures, read and checked without a database.

use super::plan::{Flow, content, each};
use super::refused;
use crate::arguments::ListImport;
use crate::exit::{Exit, complain};
use crate::words::WORDS;
use std::fmt::Write as _;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use thidua_domain::figure_sheets::{result, shown};
use thidua_domain::figures::Figure;
use thidua_paper::read::figure_sheet::{ExpectedFigures, read_figures};

/// What heads the answers.
const HEADINGS: &str = "file,row,result,value";

/// The answers of one file.
struct Checked {
    lines: String,
    rows: u64,
    told: u64,
}

/// Checks every file named, folders included, on all cores; the answers come in the order of the files.
pub fn check(asked: &ListImport) -> Result<(), Exit> {
    if !asked.check {
        return Err(refused(WORDS.figures_by_page));
    }
    let files = files(&asked.files)?;
    let mut out: Box<dyn Write> = match &asked.result {
        Some(file) => Box::new(BufWriter::with_capacity(1 << 16, std::fs::File::create(file).map_err(Exit::ours)?)),
        None => Box::new(std::io::stdout().lock()),
    };
    let (mut rows, mut told, mut stopped) = (0, 0, false);
    writeln!(out, "{HEADINGS}").map_err(Exit::ours)?;
    each(
        &files,
        asked.threads,
        |file| Ok(of_file(file)),
        |_, checked| {
            rows += checked.rows;
            told += checked.told;
            match out.write_all(checked.lines.as_bytes()) {
                Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {
                    stopped = true;
                    Ok(Flow::Stop)
                }
                Err(error) => Err(Exit::ours(error)),
                Ok(()) => Ok(Flow::On),
            }
        },
    )?;
    if !stopped {
        out.flush().map_err(Exit::ours)?;
    }
    let counted = |text: &str| {
        let numbers =
            [("{files}", files.len().to_string()), ("{rows}", rows.to_string()), ("{told}", told.to_string())];
        numbers.iter().fold(text.to_owned(), |text, (mark, number)| text.replace(mark, number))
    };
    complain!("{}\n{}", counted(WORDS.figures_checked.0), counted(WORDS.figures_checked.1));
    Ok(())
}

/// The files named, and the tables in the folders named; what a spreadsheet leaves beside an open file is none.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Exit> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut inside: Vec<PathBuf> = std::fs::read_dir(path)
            .map_err(Exit::ours)?
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| {
                let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
                let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
                matches!(ending.as_deref(), Some("xlsx" | "csv")) && !name.starts_with(['~', '.'])
            })
            .collect();
        inside.sort();
        files.extend(inside);
    }
    if files.is_empty() { Err(refused(WORDS.no_file)) } else { Ok(files) }
}

fn of_file(path: &Path) -> Checked {
    let shown_path = path.display().to_string();
    let name = quoted(&shown_path);
    let whole =
        |word: &str, told: &str| Checked { lines: format!("{name},,{word},{}\n", quoted(told)), rows: 0, told: 1 };
    let bytes = match content(path) {
        Ok(bytes) => bytes,
        Err(Exit::Refused(says)) => return whole("unreadable", &says.vi),
        Err(_) => return whole("unreadable", ""),
    };
    let read = match read_figures(&bytes, &ExpectedFigures::default()) {
        Ok(read) => read,
        Err(problem) => return whole("unreadable", &problem.says().vi),
    };
    let mut checked = Checked { lines: String::with_capacity(64 * read.rows.len()), rows: 0, told: 0 };
    if let Some(finding) =
        read.findings.iter().find(|finding| finding.severity == thidua_domain::finding::Severity::Error)
    {
        return whole("refused", &finding.message.vi);
    }
    for row in &read.rows {
        checked.rows += 1;
        checked.told += u64::from(row.is_refused() || row.asks());
        let value = match row.entered.figure {
            Figure::Number(amount) => amount.plain(),
            Figure::NotEntered => row.typed.clone(),
            figure => shown(figure),
        };
        let _ = writeln!(checked.lines, "{name},{},{},{}", row.row, result(row, &read.lines), quoted(&value));
    }
    checked
}

/// A field of separated text.
fn quoted(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\"")).into()
    } else {
        text.into()
    }
}
