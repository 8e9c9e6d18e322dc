//! What the plans of the units above ask of a unit: one card for each plan on the first page, and the page of what the
//! unit was given.

pub(crate) mod cards;
mod gather;
mod given;
mod words;

pub(crate) use given::show;

/// What the way to that page is called.
pub(crate) fn to_given(language: thidua_domain::basics::Language) -> &'static str {
    words::words(language).to_given
}
