//! The country's year: evaluated, rolled up and ranked from files, beside DuckDB, Polars and pandas where a Python has them.

use super::{
    country::names::Dice,
    medians::{Times, mebibytes, milliseconds, ratio},
    process,
    product::Product,
};
use crate::{
    keeper::Kept,
    place,
    trouble::{Trouble, While},
};
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const SCRIPT: &str = include_str!("ranking.py");
const PROVINCES: u32 = 34;
const COMMUNES: u32 = 3_321;
const TARGETS: u32 = 22;
const YEARS: u32 = 5;
/// Whose figures are compared with ours, byte for byte, and how many of the five files they write.
const OTHERS: [(&str, usize); 4] = [("duckdb", 5), ("duckdb-file", 5), ("polars", 1), ("pandas", 1)];
const FILES: [&str; 5] =
    ["unit_targets.csv", "unit_scores.csv", "province_targets.csv", "province_scores.csv", "nation_targets.csv"];

/// Measures and prints. `python` is the program that has the other tools.
pub fn measure(product: &Product, python: &str, runs: usize) -> Result<(), Trouble> {
    let kept = Kept::folder(place::passing_folder("ranking")?)?;
    let folder = kept.path();
    let rows = write_files(folder).or_trouble("writing the files")?;
    println!("{rows} figures of {COMMUNES} communes, {TARGETS} targets, {YEARS} years");
    let mut ours = 0;
    for threads in ["1", "2"] {
        let out = folder.join(format!("out-{threads}"));
        let words = words(folder, &out, threads);
        let mut times = Vec::new();
        for _ in 0..runs.max(1) {
            let begin = Instant::now();
            let status = Command::new(&product.program).args(&words).stdout(Stdio::null()).status();
            if !status.or_trouble("thidua evaluate")?.success() {
                return Err(Trouble::new("thidua evaluate did not end well"));
            }
            times.push(begin.elapsed());
        }
        let times = Times::new(times);
        ours = times.median();
        let peak = process::peak_of_run(&product.program, &words, &product.root, &folder.join("peak"));
        println!(
            "thidua, {threads} thread(s): median {} ms, fastest {}, slowest {}, peak {} MiB",
            milliseconds(times.median()),
            milliseconds(times.fastest()),
            milliseconds(times.slowest()),
            peak.map_or("–".to_owned(), mebibytes)
        );
    }
    same(&folder.join("out-1"), &folder.join("out-2"), FILES.len())?;
    for (tool, files) in OTHERS {
        let out = folder.join(tool);
        match other(python, tool, folder, &out, runs.min(5)) {
            Some((times, peak)) => {
                let agrees = same(&folder.join("out-1"), &out, files);
                println!(
                    "{tool}: median {} ms, {} × ours, peak {} MiB; {}",
                    milliseconds(times.median()),
                    ratio(times.median(), ours),
                    mebibytes(peak),
                    agrees.map_or_else(|trouble| trouble.to_string(), |()| format!("{files} file(s) the same"))
                );
            }
            None => println!("{tool}: not installed for {python}"),
        }
    }
    Ok(())
}

fn words(folder: &Path, out: &Path, threads: &str) -> Vec<String> {
    let file = |name: &str| folder.join(name).display().to_string();
    let mut words = vec!["evaluate".to_owned()];
    for (option, name) in [
        ("--units", "units.csv"),
        ("--targets", "targets.csv"),
        ("--plan", "plan.csv"),
        ("--figures", "reports.csv"),
    ] {
        words.extend([option.to_owned(), file(name)]);
    }
    let ending = ["--out", &out.display().to_string(), "--format", "csv", "--threads", threads].map(str::to_owned);
    words.extend(ending);
    words
}

/// The time that a tool says its work took, and its peak memory in KiB.
fn other(python: &str, tool: &str, folder: &Path, out: &Path, runs: usize) -> Option<(Times, u64)> {
    let (mut times, mut most) = (Vec::new(), 0);
    for _ in 0..runs.max(1) {
        let run = Command::new(python).args(["-c", SCRIPT, tool]).arg(folder).arg(out).output().ok()?;
        let told = String::from_utf8_lossy(&run.stdout).into_owned();
        let (microseconds, peak) = told.lines().last()?.split_once(' ')?;
        times.push(Duration::from_micros(microseconds.parse().ok()?));
        most = peak.trim().parse::<u64>().ok()?.max(most);
    }
    Some((Times::new(times), most))
}

fn same(one: &Path, other: &Path, files: usize) -> Result<(), Trouble> {
    for name in &FILES[..files] {
        let read = |folder: &Path| fs::read(folder.join(name)).or_trouble(name);
        if read(one)? != read(other)? {
            return Err(Trouble::new(format!("{name} is not the same as ours")));
        }
    }
    Ok(())
}

/// Invented figures: some missing, some reported as nothing, in the order in which offices would send them.
fn write_files(folder: &Path) -> std::io::Result<u64> {
    let open = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
    let mut dice = Dice::new(2026);
    let mut units = open("units.csv")?;
    writeln!(units, "unit,name,kind,province,province_name,cluster")?;
    for unit in 1..=COMMUNES {
        let province = unit % PROVINCES + 1;
        let kind = if dice.below(5) == 0 { "phuong" } else { "xa" };
        writeln!(units, "{unit:05},Đơn vị số {unit},{kind},{province:02},Tỉnh số {province},{}", province % 7 + 1)?;
    }
    let mut targets = open("targets.csv")?;
    writeln!(targets, "target,direction,agg,weight")?;
    for target in 1..=TARGETS {
        let (way, aggregation) = (["up", "up", "up", "down"], ["sum", "last", "avg"]);
        let (way, aggregation) = (way[target as usize % 4], aggregation[target as usize % 3]);
        writeln!(targets, "CT{target:02},{way},{aggregation},{}", target % 9 + 1)?;
    }
    let (mut plan, mut reports) = (open("plan.csv")?, open("reports.csv")?);
    writeln!(plan, "year,unit,target,plan")?;
    writeln!(reports, "year,quarter,unit,target,value")?;
    let mut rows = 0;
    for year in 2021..2021 + YEARS {
        for unit in 1..=COMMUNES {
            for target in 1..=TARGETS {
                writeln!(plan, "{year},{unit:05},CT{target:02},{}.00", 1_000 + dice.below(19_000))?;
            }
        }
        for quarter in 1..=4 {
            for step in 0..COMMUNES {
                // offices send in an order of their own
                let unit = (step * 1_009 + quarter * 77) % COMMUNES + 1;
                for target in 1..=TARGETS {
                    let value = match (dice.below(50), target % 3) {
                        (0, _) => String::new(),
                        (1, _) => "0.00".to_owned(),
                        (_, 0) => format!("{}.{:02}", 200 + dice.below(5_200), dice.below(100)),
                        _ => format!("{}.{:02}", 800 + dice.below(21_000), dice.below(100)),
                    };
                    writeln!(reports, "{year},{quarter},{unit:05},CT{target:02},{value}")?;
                    rows += 1;
                }
            }
        }
    }
    for mut file in [units, targets, plan, reports] {
        file.flush()?;
    }
    Ok(rows)
}
