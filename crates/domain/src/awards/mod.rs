//! Awards: the law as dated data, and who is eligible under the law of their day.
//!
//! `pack/` reads and checks packs, `criteria/` has one file for each kind of condition, `judging` answers, `prize` counts
//! the money. Nothing here knows an award by name: awards, thresholds, articles stand in `rules/awards/`.

pub mod case;
pub mod criteria;
pub mod facts;
pub mod judging;
pub mod outcome;
pub mod pack;
pub mod planning;
pub mod prize;
pub mod subject;
pub mod words;

#[cfg(test)]
mod tests;
