//! Certificates: a design of boxes, the people it is filled for, and the pages that come out, exact to the tenth of a millimetre.
//!
//! A [`Design`] is data: a sheet, a frame and boxes of text with places for [`Field`]s. [`to_pdf`] sets every certificate
//! of a batch, on plain paper or onto pre-printed blanks ([`Onto::Blank`]), with names fitted by the rule in [`fit`].
//! Pure: the same batch gives the same bytes, and nothing half-made is returned.

mod blank;
mod build;
mod code;
mod design;
mod draw;
mod face;
mod field;
mod fit;
mod frame;
mod list;
mod preview;
mod problem;
mod test_sheet;
#[cfg(test)]
mod tests;
mod text;
mod units;
mod words;

pub use blank::{Calibration, Measured, Onto};
pub use build::{laid_out, to_pdf};
pub use code::{CODE_LETTERS, code_of, is_code};
pub use design::{Design, DesignProblem, Frame, Sheet};
pub use field::{Certificate, Field};
pub use list::{ListRefused, read_list};
pub use preview::to_png;
pub use problem::{CertificateProblem, Unfit};
pub use test_sheet::test_sheet;
pub use units::Um;
