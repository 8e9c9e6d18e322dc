//! `cargo x test`: the one test command. It brings what the tests need, and takes it away again.

mod parts;
pub mod postgres;
pub mod tally;

use crate::{
    arguments::Arguments,
    command::Command,
    keeper::Kept,
    place,
    programs::{self, CHROMEDRIVER, CHROMIUM, POSTGRESQL},
    section::section,
    stream::streamed,
    trouble::{Trouble, While},
};
use parts::Part;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{self, ExitCode},
};
use tally::{Runner, Tally};

/// How the help lists it.
pub const COMMAND: Command = Command {
    name: "test",
    takes: "[--only unit|store|pages|browser] [--keep]",
    says: "installs what is missing, starts a PostgreSQL of its own, runs every test; --keep leaves the PostgreSQL running",
    run,
};

/// The address of a PostgreSQL database in which the tests may create what they like.
const POSTGRES_URL: &str = "THIDUA_TEST_POSTGRES";
/// The path of chromedriver.
const DRIVER_PATH: &str = "THIDUA_CHROMEDRIVER";
/// The path of the browser.
const BROWSER_PATH: &str = "THIDUA_CHROMIUM";
/// The path of the product as built for this run.
const PRODUCT_PATH: &str = "THIDUA_BINARY";

fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let mut arguments = Arguments::new(words);
    let keep = arguments.flag("--keep");
    let part = match arguments.value("--only")? {
        Some(name) => parts::named(&name)?,
        None => &parts::ALL,
    };
    arguments.finish()?;
    let tally = tests(part, keep)?;
    println!("{}", tally.closing());
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs every test and answers with the sums; prints all but the closing line.
pub fn all() -> Result<Tally, Trouble> {
    tests(&parts::ALL, false)
}

fn tests(part: &Part, keep: bool) -> Result<Tally, Trouble> {
    let root = place::root()?;
    programs::ensure(part.needs)?;
    let folder = place::passing_folder("test")?;
    let kept = match POSTGRESQL.find().filter(|_| part.wants(&POSTGRESQL)) {
        Some(initdb) => section("PostgreSQL", || Kept::postgres(folder, &programs_beside(&initdb)))?,
        None => Kept::folder(folder)?,
    };
    let tally = with_everything(&root, part, &kept);
    if keep {
        say_what_is_kept(&kept);
        kept.leave();
    }
    tally
}

fn say_what_is_kept(kept: &Kept) {
    let folder = kept.path().display();
    println!("── kept");
    if kept.url().is_empty() {
        println!("   remove it with: rm -r {folder}\n");
    } else {
        println!("   {POSTGRES_URL}={}", kept.url());
        println!(
            "   stop and remove it with: kill -INT $(head -1 {folder}/postgres/data/postmaster.pid); sleep 2; rm -r {folder}\n"
        );
    }
}

/// The folder of the programs, where the found one really lies: the search path often holds links.
fn programs_beside(initdb: &Path) -> PathBuf {
    let mut real = fs::canonicalize(initdb).unwrap_or_else(|_| initdb.to_owned());
    real.pop();
    real
}

fn with_everything(root: &Path, part: &Part, kept: &Kept) -> Result<Tally, Trouble> {
    let temporary = kept.path().join("tmp");
    fs::create_dir(&temporary).or_trouble("making a folder for the tests")?;
    let mut settings: Vec<(&str, PathBuf)> = vec![("TMPDIR", temporary)];
    if !kept.url().is_empty() {
        settings.push((POSTGRES_URL, kept.url().into()));
    }
    for (name, need) in [(DRIVER_PATH, &CHROMEDRIVER), (BROWSER_PATH, &CHROMIUM)] {
        settings.extend(need.find().filter(|_| part.wants(need)).map(|path| (name, path)));
    }
    let mut tally = Tally::default();
    if part.product {
        settings.push((PRODUCT_PATH, place::target(root)?.join("debug/thidua")));
        let built = section("building the product", || {
            streamed(place::cargo(root).args(["build", "--package", "thidua"]), &mut |_| {})
        });
        if !built.or_trouble("cargo build")?.success() {
            eprintln!("The product does not build, so no test was run.");
            return Ok(Tally { failed: 1, ..Tally::default() });
        }
    }
    for step in steps(root, part) {
        tally.add(section(step.heading, || step.run(root, &settings))?);
    }
    Ok(tally)
}

/// One call of a runner.
struct Step {
    heading: &'static str,
    runner: Runner,
    words: Vec<String>,
}

impl Step {
    fn run(&self, root: &Path, settings: &[(&str, PathBuf)]) -> Result<Tally, Trouble> {
        let mut tally = Tally::default();
        let mut command = place::cargo(root);
        command.args(&self.words).envs(settings.iter().map(|(name, value)| (name, value)));
        let status = streamed(&mut command, &mut |line| tally.read(self.runner, line)).or_trouble("cargo")?;
        if !status.success() && tally.failed == 0 {
            eprintln!("cargo {} ended with {status}; counted as one failure", self.words.join(" "));
            tally.failed = 1;
        }
        Ok(tally)
    }
}

fn steps(root: &Path, part: &Part) -> Vec<Step> {
    let chosen = |packages: &[&str]| -> Vec<String> {
        match packages {
            [] => vec!["--workspace".to_owned()],
            _ => packages.iter().map(|package| format!("--package={package}")).collect(),
        }
    };
    let step = |heading, runner, words: &[&str], packages: &[&str]| Step {
        heading,
        runner,
        words: words.iter().map(|word| (*word).to_owned()).chain(chosen(packages)).collect(),
    };
    if !has_nextest(root) {
        return vec![step("tests", Runner::Libtest, &["test", "--no-fail-fast"], part.packages)];
    }
    let run = ["nextest", "run", "--no-fail-fast", "--no-tests=pass"];
    let mut steps = vec![step("tests", Runner::Nextest, &run, part.packages)];
    // Asked by name for documentation tests, cargo refuses a package that is a program only.
    let with_library: Vec<&str> =
        part.packages.iter().filter(|package| !matches!(**package, "thidua" | "xtask")).copied().collect();
    if part.packages.is_empty() || !with_library.is_empty() {
        steps.push(step(
            "tests in the documentation",
            Runner::Libtest,
            &["test", "--doc", "--no-fail-fast"],
            &with_library,
        ));
    }
    steps
}

fn has_nextest(root: &Path) -> bool {
    let mut asked = place::cargo(root);
    asked.args(["nextest", "--version"]).stdout(process::Stdio::null()).stderr(process::Stdio::null());
    asked.status().is_ok_and(|status| status.success())
}
