//! The history of awards searched, and broken quotas mended: the examples of the store and of the domain, in release.

use crate::{
    place,
    trouble::{Trouble, While},
};
use std::path::Path;

/// Awards in the register that is searched.
pub const MANY: u32 = 1_000_000;
/// Searches, each as somebody types a name.
const SEARCHES: u32 = 2_000;

pub fn measure(root: &Path, rows: u32, runs: usize) -> Result<(), Trouble> {
    println!("the smallest repair for units of five hundred with twelve quotas");
    example(root, "thidua-domain", "repair", &[runs.to_string()])?;
    println!("\na register of {rows} awards, searched by name");
    example(root, "thidua-store", "honours", &[rows.to_string(), SEARCHES.to_string()])
}

fn example(root: &Path, package: &str, name: &str, words: &[String]) -> Result<(), Trouble> {
    let ran = place::cargo(root)
        .args(["run", "--release", "--quiet", "--package", package, "--example", name, "--"])
        .args(words)
        .status()
        .or_trouble("cargo run --example")?;
    if ran.success() {
        Ok(())
    } else {
        Err(Trouble::new(format!("The example {name} failed, so nothing was measured.")))
    }
}
