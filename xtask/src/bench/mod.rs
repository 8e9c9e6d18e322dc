//! `cargo x bench`: how long things take on this machine, beside a floor. It never judges a time.

mod awards;
mod certificates;
mod country;
mod folder;
mod http;
mod judging;
mod load;
mod machine;
mod medians;
mod process;
mod product;
mod ranking;
mod reading;
mod reports;
mod template;
mod took;
mod web;
mod workbooks;

use crate::{
    arguments::Arguments,
    command::Command,
    place,
    section::section,
    trouble::{Trouble, While},
};
use std::process::ExitCode;

/// How the help lists it.
pub const COMMAND: Command = Command {
    name: "bench",
    takes: "[--reading] [--documents DIR] [--web] [--country [--people N]] [--judge [--people N]] [--awards [--people N]] [--ranking [--python PROGRAM]] [--reports] [--workbooks [--python PROGRAM]] [--template [--python PROGRAM] [--node-modules DIR]] [--certificates [--python PROGRAM]] [--runs N] [--program FILE]",
    says: "how well and how fast plans and workbooks are read, Word templates filled, certificates printed, the start of the server and its pages under load; medians, each beside a floor",
    run,
};

/// How often each thing is measured unless told otherwise.
const RUNS: usize = 11;

fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let mut arguments = Arguments::new(words);
    let (reading, web) = (arguments.flag("--reading"), arguments.flag("--web"));
    // takes minutes and gigabytes: only when asked for
    let whole_country = arguments.flag("--country");
    // a million people by every award of a regime
    let judge = arguments.flag("--judge");
    // a million awards are written into a store of its own first
    let awards = arguments.flag("--awards");
    let people = arguments.value("--people")?;
    // two hundred accounts are made first
    let reports_sent = arguments.flag("--reports");
    let (ranking, workbooks) = (arguments.flag("--ranking"), arguments.flag("--workbooks"));
    let (templates, certificates) = (arguments.flag("--template"), arguments.flag("--certificates"));
    // the other tools are Python packages, and one is a package of Node: where they are is told
    let python = arguments.value("--python")?.unwrap_or_else(|| "python3".to_owned());
    let modules = arguments.value("--node-modules")?;
    // Word and PDF files whose text is taken out beside the common tools
    let documents = arguments.value("--documents")?;
    let program = arguments.value("--program")?;
    let runs = match arguments.value("--runs")? {
        Some(number) => number.parse().or_trouble("--runs wants a number")?,
        None => RUNS,
    };
    arguments.finish()?;
    let root = place::root()?;
    if awards {
        let rows = match &people {
            Some(rows) => rows.parse().or_trouble("--people wants a number")?,
            None => awards::MANY,
        };
        println!("{}\n", machine::describe());
        section("awards", || awards::measure(&root, rows, runs.max(1)))?;
        return Ok(ExitCode::SUCCESS);
    }
    let program = match program {
        Some(program) => std::path::PathBuf::from(program).canonicalize().or_trouble("--program")?,
        None => {
            let built = section("building the product", || {
                place::cargo(&root).args(["build", "--release", "--package", "thidua"]).status()
            });
            if !built.or_trouble("cargo build")?.success() {
                return Err(Trouble::new("The product does not build, so nothing was measured."));
            }
            place::target(&root)?.join("release/thidua")
        }
    };
    let program = product::Product { program, root };
    println!("{}\n", machine::describe());
    if whole_country {
        let mut size = country::WHOLE;
        if let Some(people) = people {
            size.people = people.parse().or_trouble("--people wants a number")?;
            size.communes = (u64::from(size.communes) * u64::from(size.people) / 1_000_000).max(34) as u32;
        }
        section("a country", || country::measure(&program, size))?;
        return Ok(ExitCode::SUCCESS);
    }
    if judge {
        let people = match &people {
            Some(people) => people.parse().or_trouble("--people wants a number")?,
            None => judging::MANY,
        };
        section("people judged by every award", || judging::measure(&program, people))?;
        return Ok(ExitCode::SUCCESS);
    }
    if ranking {
        section("the country's year", || ranking::measure(&program, &python, runs.max(1)))?;
        return Ok(ExitCode::SUCCESS);
    }
    if workbooks {
        section("workbooks", || workbooks::measure(&program, &python, runs.max(1)))?;
        return Ok(ExitCode::SUCCESS);
    }
    if certificates {
        section("certificates", || certificates::measure(&program, &python, runs.max(1)))?;
        return Ok(ExitCode::SUCCESS);
    }
    if templates {
        let others = template::Others { python: &python, modules: modules.as_deref() };
        section("Word templates", || template::measure(&program, &others, runs.max(1)))?;
        return Ok(ExitCode::SUCCESS);
    }
    if reports_sent {
        section("two hundred units that report", || reports::measure(&program))?;
        return Ok(ExitCode::SUCCESS);
    }
    let both = reading == web;
    if reading || both {
        section("how well plans are read", || reading::quality(&program))?;
        section("reading plans", || reading::measure(&program, runs.max(1)))?;
        section("a folder of documents", || folder::thousand(&program, runs.max(1)))?;
        if let Some(documents) = &documents {
            section("text of Word and PDF", || folder::text_layer(&program, documents.as_ref(), runs.max(1)))?;
        }
    }
    if web || both {
        section("serving pages", || web::measure(&program, runs.max(1)))?;
    }
    Ok(ExitCode::SUCCESS)
}
