//! Plans: the document that launches a movement, as a draft that a reader proposed and a person confirms.

pub mod alike;
pub mod check;
pub mod draft;
pub mod launching;
mod recipients;
pub mod symbol;
