//! What every room needs: exact amounts, dates, Vietnamese text, identifiers, languages.

pub mod amount;
pub mod date;
pub mod fraction;
pub mod identifier;
pub mod language;
pub mod spoken;
pub mod text;

pub use amount::{Amount, AmountProblem, Expectation};
pub use fraction::{Fraction, Rounding};
pub use language::{Language, Says};
