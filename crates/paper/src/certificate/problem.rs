//! Why a batch is not printed. Each has its words in both languages.

use super::field::Field;
use super::words;
use thidua_domain::basics::Says;

/// Why nothing was printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CertificateProblem {
    /// Texts that have no room, and letters that cannot be printed: all of them, so that they are mended in one go.
    #[error("{} certificates do not fit", .0.len())]
    Unfit(Vec<Unfit>),
    /// Nobody to print for.
    #[error("there is no certificate to print")]
    Nobody,
    /// More than one file takes.
    #[error("a batch has at most {most} certificates")]
    TooMany {
        /// The most.
        most: usize,
    },
    /// Our fault: the page could not be made.
    #[error("the page could not be made: {0}")]
    Page(String),
}

/// One text of one certificate that cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// The certificate, counted from 1.
    pub row: usize,
    /// Whose it is.
    pub name: String,
    /// The field; nothing for a text of the design itself.
    pub field: Option<Field>,
    /// The text as it would stand there.
    pub text: String,
    /// Letters that no face holds; empty where the text is too long.
    pub letters: String,
}

impl CertificateProblem {
    /// The problem for whoever prints, one statement for each certificate.
    pub fn says(&self) -> Vec<Says> {
        match self {
            Self::Unfit(all) => all.iter().map(words::unfit).collect(),
            Self::Nobody => vec![words::nobody()],
            Self::TooMany { most } => vec![words::too_many(*most)],
            Self::Page(error) => vec![words::page(error)],
        }
    }
}
