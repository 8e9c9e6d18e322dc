//! Why a file could not be read as a list.

use super::words;
use crate::read::ReadProblem;
use thidua_domain::basics::Says;

/// Why a file could not be read as a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListProblem {
    /// The file itself.
    #[error(transparent)]
    File(#[from] ReadProblem),
    /// No row among the first has the headings.
    #[error("no headings were found")]
    NoHeadings {
        /// The headings that were looked for.
        wanted: Vec<String>,
    },
    /// More rows than are read.
    #[error("the list has more than {limit} rows")]
    TooManyRows {
        /// The limit.
        limit: u32,
    },
}

impl ListProblem {
    /// What is the matter and what to do next, for people.
    pub fn says(&self) -> Says {
        words::problem(self)
    }
}
