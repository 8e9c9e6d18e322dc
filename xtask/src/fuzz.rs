//! `cargo x fuzz`: hostile input for every reader, for as long as one likes. The tests run the same for some seconds.

use crate::{
    arguments::Arguments,
    command::Command,
    place,
    trouble::{Trouble, While},
};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// How the help lists it.
pub const COMMAND: Command = Command {
    name: "fuzz",
    takes: "[--seconds N] [--seed N] [--target NAME] [--input FILE]",
    says: "tries hostile input on every reader, 60 s each unless told, from a new seed; --input tries a kept one again",
    run,
};

fn number(what: &str, text: Option<String>, otherwise: u64) -> Result<u64, Trouble> {
    text.map_or(Ok(otherwise), |text| {
        text.parse().map_err(|_| Trouble::new(format!("{what} takes a number, not `{text}`")))
    })
}

fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let mut arguments = Arguments::new(words);
    let seconds = number("--seconds", arguments.value("--seconds")?, 60)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |since| since.as_secs());
    let seed = number("--seed", arguments.value("--seed")?, now)?;
    let target = arguments.value("--target")?;
    let input = arguments.value("--input")?;
    arguments.finish()?;
    let root = place::root()?;
    println!("seed {seed}, {seconds} s for each reader");
    let mut cargo = place::cargo(&root);
    cargo.args(["test", "--release", "-p", "thidua-paper", "--test", "fuzz", "--"]);
    cargo.args(target).args(["--nocapture", "--test-threads=1"]);
    cargo.env("THIDUA_FUZZ_SECONDS", seconds.to_string()).env("THIDUA_FUZZ_SEED", seed.to_string());
    if let Some(input) = input {
        let file = std::fs::canonicalize(&input).or_trouble(&format!("reading {input}"))?;
        cargo.env("THIDUA_FUZZ_INPUT", file);
    }
    let status = cargo.status().or_trouble("cargo test")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
