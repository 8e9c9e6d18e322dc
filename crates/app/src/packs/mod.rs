//! Rule packs of ministries and provinces: checked against the law and the packs above, shown with every dossier whose
//! answer they would change before they are taken, kept in versions, withdrawn with a reason.

mod checking;
mod effect;
mod list;
mod loading;
mod one;
mod words;

pub(crate) use list::{sample, show as show_packs};
pub(crate) use loading::load;
pub(crate) use one::{download, show as show_pack, withdraw};

/// A pack to begin from.
const SAMPLE: &str = include_str!("../../../../rules/packs/sample.toml");

/// The longest text of a pack, in bytes.
const LONGEST: usize = 256 * 1024;
