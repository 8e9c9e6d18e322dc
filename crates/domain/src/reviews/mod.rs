//! Reports of a whole movement in words, and what its summing-ups need.

mod sentences;
mod steps;
mod words;

pub use sentences::{Outcome, Part, Sentence, difference, sentence};
pub use steps::{Done, Gate, Kind, Need, Punctual, asked_line, gate, missing, punctual};
pub use words::{heading, joined};
