//! The pack that comes with the product.

use super::check::PackProblem;
use super::{Catalogue, read};
use std::sync::LazyLock;

const REGIMES: &str = include_str!("../../../../../rules/law/regimes.toml");

/// Every file of `rules/awards/`, listed when the crate is built.
const TEXTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/awards.rs"));

static SHIPPED: LazyLock<Result<Catalogue, Vec<PackProblem>>> = LazyLock::new(|| read(REGIMES, TEXTS));

/// The texts of the shipped pack: the regimes, and each file with its name.
pub fn shipped_texts() -> (&'static str, &'static [(&'static str, &'static str)]) {
    (REGIMES, TEXTS)
}

/// The shipped pack, read once.
///
/// # Errors
/// Everything that is wrong with it; a test holds that nothing is.
pub fn shipped() -> Result<&'static Catalogue, &'static [PackProblem]> {
    SHIPPED.as_ref().map_err(Vec::as_slice)
}
