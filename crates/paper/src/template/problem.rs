//! What is wrong with a template, or with what it is filled with: a number, the tag, the place, and what to do next.

use super::place::Place;
use super::words;
use thidua_domain::basics::Says;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No Word document.
    NotWord,
    /// A Word document from before 2007.
    OldWord,
    /// It opens only with a password.
    Encrypted,
    /// Cut off, or not as Word writes it.
    Damaged,
    /// It unpacks to more than a document holds.
    TooLarge,
    /// It carries a program.
    Macros,
    /// It fetches something from elsewhere when it is opened.
    ExternalLink(String),
    /// Something of another program is embedded.
    EmbeddedObject(String),
    /// A field that fetches or runs something.
    DangerousField(String),
    /// Changes that nobody accepted or rejected.
    TrackedChanges,
    /// A picture of more pixels than paper needs.
    PictureTooLarge {
        /// The picture.
        name: String,
        /// Its size.
        megapixels: u64,
    },
    /// Nothing to fill in.
    NoTags,
    /// `{{` without `}}`.
    UnclosedTag,
    /// A loop or condition that is never closed.
    UnclosedBlock,
    /// A close without anything open.
    NothingOpen,
    /// A close of another kind than what is open; what is open.
    WrongClose(String),
    /// A block that begins in one frame of the document and ends in another.
    Crossing,
    /// A tag of a row or paragraph beside other words.
    NotAlone,
    /// A statement that is not known.
    UnknownTag(String),
    /// A filter that is not known, and near ones.
    UnknownFilter(String, Vec<String>),
    /// An expression that cannot be read, and where.
    Unreadable(String),
    /// A field that is not in the list, and near ones.
    UnknownField(String, Vec<String>),
    /// A loop over what is no list.
    NotAList(String),
    /// A list or group printed as a whole.
    NotPrintable(String),
    /// A field of Word around fields to fill.
    FieldAroundField(String),
    /// A content control without text.
    EmptyControl,
    /// The data has no such field.
    Missing(String),
    /// Filling would take more than any document.
    TooMuch,
}

impl Wrong {
    /// The number, which stays.
    pub fn number(&self) -> &'static str {
        match self {
            Wrong::NotWord => "TPL-001",
            Wrong::OldWord => "TPL-002",
            Wrong::Encrypted => "TPL-003",
            Wrong::Damaged => "TPL-004",
            Wrong::TooLarge => "TPL-005",
            Wrong::Macros => "TPL-006",
            Wrong::ExternalLink(_) => "TPL-007",
            Wrong::EmbeddedObject(_) => "TPL-008",
            Wrong::DangerousField(_) => "TPL-009",
            Wrong::TrackedChanges => "TPL-010",
            Wrong::PictureTooLarge { .. } => "TPL-011",
            Wrong::NoTags => "TPL-012",
            Wrong::UnclosedTag => "TPL-020",
            Wrong::UnclosedBlock => "TPL-021",
            Wrong::NothingOpen => "TPL-022",
            Wrong::WrongClose(_) => "TPL-023",
            Wrong::Crossing => "TPL-024",
            Wrong::NotAlone => "TPL-025",
            Wrong::UnknownTag(_) => "TPL-026",
            Wrong::UnknownFilter(..) => "TPL-027",
            Wrong::Unreadable(_) => "TPL-028",
            Wrong::UnknownField(..) => "TPL-030",
            Wrong::NotAList(_) => "TPL-031",
            Wrong::NotPrintable(_) => "TPL-032",
            Wrong::FieldAroundField(_) => "TPL-033",
            Wrong::EmptyControl => "TPL-034",
            Wrong::Missing(_) => "TPL-040",
            Wrong::TooMuch => "TPL-041",
        }
    }
}

/// Something wrong at a place of a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}", wrong.number(), self.says().en)]
pub struct TemplateProblem {
    /// What is wrong.
    pub wrong: Wrong,
    /// The tag as it was typed; empty where it is about the whole file.
    pub tag: String,
    /// Where; nothing where it is about the whole file.
    pub place: Option<Box<Place>>,
}

impl TemplateProblem {
    /// Something wrong with the whole file.
    pub(super) fn of_file(wrong: Wrong) -> Self {
        TemplateProblem { wrong, tag: String::new(), place: None }
    }

    /// Something wrong at a place.
    pub(super) fn at(wrong: Wrong, tag: &str, place: Place) -> Self {
        TemplateProblem { wrong, tag: tag.to_owned(), place: Some(Box::new(place)) }
    }

    /// The number, which stays.
    pub fn number(&self) -> &'static str {
        self.wrong.number()
    }

    /// What is the matter, where, and what to do next.
    pub fn says(&self) -> Says {
        let wrong = words::wrong(&self.wrong, &self.tag);
        let Some(place) = &self.place else { return wrong };
        let at = place.says();
        Says::new(format!("{}: {}", at.vi, wrong.vi), format!("{}: {}", at.en, wrong.en))
    }
}
