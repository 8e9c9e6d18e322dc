//! The words of the country's year: Vietnamese, English.

/// Before the number of a line.
pub(super) const LINE: (&str, &str) = ("dòng", "line");
