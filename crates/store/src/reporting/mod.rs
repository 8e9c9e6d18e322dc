//! Reports of units: rounds that a movement opens, what each unit reports in them, and the way it takes.

mod lines;
mod reports;
mod rounds;
mod texts;

pub(crate) use lines::lines_known_at;
pub use lines::{LineVersion, NewLine};
pub use reports::UnitReport;
pub use rounds::{Extension, Round, RoundText};
pub use texts::{NewRemark, Remark, Text};
