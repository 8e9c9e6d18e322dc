//! `cargo x clean-clone`: what a newcomer meets. The last commit, an empty target, the README's two commands.

use crate::{
    arguments::Arguments,
    command::Command,
    keeper::Kept,
    place,
    section::{section, took},
    trouble::{Trouble, While},
};
use std::{
    path::Path,
    process::{self, ExitCode},
    time::{Duration, Instant},
};

/// How the help lists it.
pub const COMMAND: Command = Command {
    name: "clean-clone",
    takes: "[--no-test]",
    says: "clones the last commit into an empty folder and runs the README's two commands there, with times",
    run,
};

/// The README's first command, which here ends once the data is made.
const FIRST: &[&str] = &["run", "--release", "--", "demo", "--no-serve"];
/// The README's second command.
const SECOND: &[&str] = &["x", "test"];

fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let mut arguments = Arguments::new(words);
    let without_tests = arguments.flag("--no-test");
    arguments.finish()?;
    let kept = Kept::folder(place::passing_folder("clone")?)?;
    let clone = kept.path().join("thidua");
    let root = place::root()?;
    let cloned = process::Command::new("git")
        .args(["clone", "--quiet", "--no-hardlinks"])
        .args([&root, &clone])
        .status()
        .or_trouble("git clone")?;
    if !cloned.success() {
        return Err(Trouble::new("git clone did not succeed; its message is above"));
    }
    let fetched = timed(&clone, &["fetch", "--locked"])?;
    let first = timed(&clone, FIRST)?;
    let second = if without_tests { None } else { Some(timed(&clone, SECOND)?) };
    println!("fetching the packages: {}", took(fetched));
    println!("first build and demo data (cargo {}): {}", FIRST.join(" "), took(first));
    if let Some(second) = second {
        println!("every test, built from nothing (cargo {}): {}", SECOND.join(" "), took(second));
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs cargo as a newcomer would: without our settings for it.
fn timed(clone: &Path, words: &[&str]) -> Result<Duration, Trouble> {
    let call = format!("cargo {}", words.join(" "));
    let begin = Instant::now();
    let status = section(&call, || place::cargo(clone).args(words).env_remove("CARGO_TARGET_DIR").status());
    match status.or_trouble(&call)? {
        status if status.success() => Ok(begin.elapsed()),
        status => Err(Trouble::new(format!("{call} in a clean clone: {status}"))),
    }
}
