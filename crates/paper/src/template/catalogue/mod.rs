//! The fields of each kind of document that may have a template of its own, and the data of a document under their names.
//!
//! Fields and data come from one description, so that what is listed is what is filled in.

mod certificate;
mod council_minutes;
mod decision;
mod letterhead;
mod registration;
mod report;
mod words;

pub use certificate::{Certificate, certificate};
pub use council_minutes::council_minutes;
pub use decision::award_decision;
pub use registration::registration;
pub use report::{final_report, period_report};

use super::fields::Fields;
use crate::forms;

/// A kind of document that may have a template of its own.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue {
    /// Its code: that of the form it can take the place of.
    pub code: &'static str,
    /// Its Vietnamese name.
    pub name: &'static str,
    /// Its fields with samples.
    pub fields: fn() -> Fields,
}

/// Every kind.
pub fn all() -> &'static [Catalogue] {
    &[
        Catalogue {
            code: "award_decision",
            name: words::DECISION,
            fields: || award_decision(&forms::award_decision::example()).into_fields(),
        },
        Catalogue {
            code: "certificate",
            name: words::CERTIFICATE,
            fields: || certificate(&certificate::example()).into_fields(),
        },
        Catalogue {
            code: "council_minutes",
            name: words::MINUTES,
            fields: || council_minutes(&forms::council_minutes::example()).into_fields(),
        },
        Catalogue {
            code: "final_report",
            name: words::FINAL_REPORT,
            fields: || final_report(&forms::final_report::example()).into_fields(),
        },
        Catalogue {
            code: "period_report",
            name: words::PERIOD_REPORT,
            fields: || period_report(&forms::period_report::example()).into_fields(),
        },
        Catalogue {
            code: "registration",
            name: words::REGISTRATION,
            fields: || registration(&forms::registration::example()).into_fields(),
        },
    ]
}

/// The kind of this code.
pub fn of(code: &str) -> Option<&'static Catalogue> {
    all().iter().find(|catalogue| catalogue.code == code)
}
