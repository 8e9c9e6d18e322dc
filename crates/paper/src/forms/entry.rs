//! What a form says of itself, so that menus, commands and tests are made from the list of forms.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::unread::{self, Unread};
use super::words;
use crate::write::OfficialDocument;

/// A sentence in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Says {
    /// Vietnamese, which stands first.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

/// Under which heading of a menu a form stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    /// Launching and running a movement.
    Movement,
    /// Reports and reviews.
    Report,
    /// Inspections.
    Inspection,
    /// Nominations and their dossiers.
    Nomination,
    /// The council and its votes.
    Council,
    /// Decisions, ceremonies, money, complaints.
    Commendation,
    /// Statistics.
    Statistics,
}

impl Menu {
    /// Every group, in the order of a menu.
    pub const ALL: [Menu; 7] = [
        Menu::Movement,
        Menu::Report,
        Menu::Inspection,
        Menu::Nomination,
        Menu::Council,
        Menu::Commendation,
        Menu::Statistics,
    ];

    /// Its word for programs.
    pub fn code(self) -> &'static str {
        match self {
            Menu::Movement => "movement",
            Menu::Report => "report",
            Menu::Inspection => "inspection",
            Menu::Nomination => "nomination",
            Menu::Council => "council",
            Menu::Commendation => "commendation",
            Menu::Statistics => "statistics",
        }
    }

    /// Its heading.
    pub fn name(self) -> Says {
        words::menu(self)
    }
}

/// A form.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// The name of its folder, and its code everywhere else.
    pub code: &'static str,
    /// Its Vietnamese name.
    pub name: &'static str,
    /// Its English name.
    pub english: &'static str,
    /// What it needs, in a sentence.
    pub needs: Says,
    /// Where it stands in a menu.
    pub menu: Menu,
    /// Whether it is a table that people go on working with in a spreadsheet.
    pub table: bool,
    /// Filled-in examples; the people and the figures are invented and every page says so.
    pub examples: &'static [Example],
    /// Fills the form with data as JSON.
    pub read: fn(&[u8]) -> Result<OfficialDocument, Unread>,
}

impl Form {
    /// The example of that name.
    pub fn example(&self, name: &str) -> Option<&'static Example> {
        self.examples.iter().find(|example| example.name == name)
    }

    /// The kinds of files that it is written as.
    pub fn formats(&self) -> &'static [&'static str] {
        if self.table { &["pdf", "docx", "xlsx"] } else { &["pdf", "docx"] }
    }
}

/// A form filled in with invented data.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// Its name among the examples of the form.
    pub name: &'static str,
    /// What it shows.
    pub says: Says,
    /// Fills it in.
    pub fill: fn() -> Filled,
}

/// A filled-in form, and the data that fill it.
#[derive(Debug, Clone)]
pub struct Filled {
    /// The document.
    pub document: OfficialDocument,
    /// The data as JSON, fields in the order in which they are declared.
    pub json: String,
}

/// Typed data that fill a form.
pub trait Fills: Serialize + DeserializeOwned {
    /// The form, filled in.
    fn document(&self) -> OfficialDocument;
}

/// The mark of data that carry none of their own.
#[derive(Serialize)]
struct Marked<'a, D> {
    mark: &'static str,
    #[serde(flatten)]
    data: &'a D,
}

impl Filled {
    pub(super) fn of<D: Fills>(data: &D) -> Self {
        Self { document: data.document(), json: serde_json::to_string_pretty(data).unwrap_or_default() }
    }

    /// The same for a form whose data know no mark: it stands beside them.
    pub(super) fn marked<D: Fills>(data: &D) -> Self {
        let marked = Marked { mark: words::ILLUSTRATIVE, data };
        Self {
            document: OfficialDocument { mark: Some(words::ILLUSTRATIVE.into()), ..data.document() },
            json: serde_json::to_string_pretty(&marked).unwrap_or_default(),
        }
    }
}

/// Fills a form of these data from JSON.
pub(super) fn read_as<D: Fills>(json: &[u8]) -> Result<OfficialDocument, Unread> {
    Ok(unread::typed::<D>(unread::value(json)?)?.document())
}

/// The same where a mark may stand beside the data.
pub(super) fn read_marked<D: Fills>(json: &[u8]) -> Result<OfficialDocument, Unread> {
    let mut value = unread::value(json)?;
    let mark = value.as_object_mut().and_then(|fields| fields.remove(unread::MARK));
    let mark = mark.map(unread::mark).transpose()?.flatten();
    Ok(OfficialDocument { mark, ..unread::typed::<D>(value)?.document() })
}
