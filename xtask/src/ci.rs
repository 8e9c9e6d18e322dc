//! `cargo x ci`: what every change is put through, in one command.

use crate::{
    arguments::Arguments,
    command::Command,
    place,
    section::section,
    stream::streamed,
    test::{self, tally::Tally},
    tidy,
    trouble::{Trouble, While},
};
use std::{path::Path, process::ExitCode};

/// How the help lists it.
pub const COMMAND: Command = Command {
    name: "ci",
    takes: "",
    says: "format, clippy without warnings, tidy, then every test; each check counts as one in the closing line",
    run,
};

/// A check before the tests.
struct Check {
    name: &'static str,
    run: fn(&Path) -> Result<bool, Trouble>,
}

const CHECKS: &[Check] = &[
    Check { name: "format", run: |root| cargo(root, &["fmt", "--all", "--check"]) },
    Check {
        name: "clippy",
        run: |root| cargo(root, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    },
    Check { name: "tidy", run: |_| tidy::tidy() },
];

fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    Arguments::new(words).finish()?;
    let root = place::root()?;
    let mut tally = Tally::default();
    let mut verdicts = Vec::new();
    let mut count = |name: &str, outcome: Result<Tally, Trouble>| {
        let sums = outcome.unwrap_or_else(|trouble| {
            eprintln!("{trouble}");
            Tally { failed: 1, ..Tally::default() }
        });
        tally.add(sums);
        verdicts.push(format!("{name} {}", if sums.failed == 0 { "passed" } else { "FAILED" }));
    };
    for check in CHECKS {
        let passed = section(check.name, || (check.run)(&root));
        let sums = passed.map(|good| Tally { passed: u64::from(good), failed: u64::from(!good), skipped: 0 });
        count(check.name, sums);
    }
    count("tests", test::all());
    println!("{}", verdicts.join(", "));
    println!("{}", tally.closing());
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn cargo(root: &Path, words: &[&str]) -> Result<bool, Trouble> {
    let status = streamed(place::cargo(root).args(words), &mut |_| {}).or_trouble("cargo")?;
    Ok(status.success())
}
