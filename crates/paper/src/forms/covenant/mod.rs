//! The covenant of an emulation movement (giao ước thi đua): parties, promises, and a signature of each party.

mod build;
mod example;
pub(super) mod words;

pub use build::document;
pub use example::example;

use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::{IssueDate, PartySignature, Signature};
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "covenant",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Movement,
    table: false,
    examples: &[Example { name: "commune", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<Covenant>,
};

impl Fills for Covenant {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the covenant says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Covenant {
    /// The authority that keeps it; its signature closes the paper.
    pub letterhead: Letterhead,
    /// Its title.
    pub title: String,
    /// The movement it serves.
    pub movement: String,
    /// Where it is signed.
    pub place: Option<String>,
    /// When it is signed.
    pub day: Option<IssueDate>,
    /// Legal bases, one sentence each.
    pub bases: Vec<String>,
    /// The sentence before the promises, where a person wrote one.
    pub preamble: Option<String>,
    /// The parties in the order they are named.
    pub parties: Vec<Party>,
    /// What all promise together.
    pub common: Vec<String>,
    /// What each promises by itself: the name of the party, and its lines.
    pub own: Vec<(String, Vec<String>)>,
    /// Marks the paper as illustrative, or as not signed yet.
    pub mark: Option<String>,
}

/// A party of a covenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// The units of a bloc.
    pub members: Vec<String>,
    /// Who signs for it; nothing for the authority, whose signature closes the paper.
    pub signature: Option<Signature>,
}

/// The signatures of all parties but the authority.
pub(super) fn signatures(parties: &[Party]) -> Vec<PartySignature> {
    let one = |party: &Party| {
        let signature = party.signature.clone()?;
        Some(PartySignature { party: words::for_party(&party.name), signature })
    };
    parties.iter().filter_map(one).collect()
}
