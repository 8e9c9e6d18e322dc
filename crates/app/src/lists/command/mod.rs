//! Lists by command: whole files in and out, large ones in pieces, all of a file's rows in one transaction.

mod awards;
mod export;
mod people;
mod rows;
mod tree;
mod units;

pub use awards::import as import_awards;
pub use export::export;

use super::words::words;
use crate::App;
use std::path::Path;
use thidua_domain::basics::{Language, Says};
use thidua_paper::read::list::ListProblem;
use thidua_store::StoreError;
use thidua_store::audit::Entry;

/// A list that the commands know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `units`
    Units,
    /// `people`
    People,
}

/// A table file that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// Separated text.
    Csv,
}

impl Format {
    /// The format that the ending of a name tells.
    pub fn of(file: &Path) -> Option<Format> {
        match file.extension()?.to_str()?.to_lowercase().as_str() {
            "xlsx" => Some(Format::Xlsx),
            "csv" => Some(Format::Csv),
            _ => None,
        }
    }
}

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Rows that were read.
    pub rows: u64,
    /// Records that were added, or would be.
    pub added: u64,
    /// Rows that are there already.
    pub there: u64,
    /// Rows that may mean a record that is there: left out, for a person to decide on the pages.
    pub doubtful: u64,
    /// Rows that cannot be taken.
    pub refused: u64,
    /// What to know, the first of them: row and sentence.
    pub told: Vec<(u32, Says)>,
    /// Whether anything was written.
    pub written: bool,
}

/// Sentences that are kept.
const TOLD: usize = 50;

impl Outcome {
    fn tell(&mut self, row: u32, says: Says) {
        if self.told.len() < TOLD {
            self.told.push((row, says));
        }
    }

    fn refuse(&mut self, row: u32, says: Says) {
        self.refused += 1;
        self.tell(row, says);
    }
}

/// Why a file was not taken at all.
#[derive(Debug)]
pub enum Failed {
    /// The file cannot be read as this list.
    File(Says),
    /// Of the data.
    Store(StoreError),
    /// Of the disk.
    Disk(std::io::Error),
    /// Of the program.
    Ours(String),
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Failed {
        Failed::Store(error)
    }
}

impl From<std::io::Error> for Failed {
    fn from(error: std::io::Error) -> Failed {
        Failed::Disk(error)
    }
}

impl From<ListProblem> for Failed {
    fn from(problem: ListProblem) -> Failed {
        Failed::File(problem.says())
    }
}

/// A statement in both languages from the words of the feature.
fn says(of: impl Fn(&'static super::words::Words) -> String) -> Says {
    Says::new(of(words(Language::Vietnamese)), of(words(Language::English)))
}

fn entry(list: &'static str, file: &Path, outcome: &Outcome) -> Entry {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Entry {
        unit_id: None,
        act: "list.imported",
        subject: "upload",
        subject_id: list.to_owned(),
        detail: Some(format!("{name}: +{}", outcome.added)),
    }
}

/// Reads a file into the list. With `check` nothing is written; neither is it while one row is refused.
///
/// `progress` is told how many rows were read so far.
///
/// # Errors
/// [`Failed`].
pub async fn import(
    app: &App,
    kind: Kind,
    file: &Path,
    check: bool,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<Outcome, Failed> {
    match kind {
        Kind::Units => units::import(app, file, check, progress).await,
        Kind::People => people::import(app, file, check, progress).await,
    }
}
