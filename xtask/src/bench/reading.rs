//! Reading every plan of the samples: the whole run of the program, its start included, beside `cat`.

use super::{
    medians::{Times, mebibytes, milliseconds, ratio},
    process,
    product::{PLANS, Product},
};
use crate::{
    place,
    trouble::{Trouble, While},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// Documents with worked answers: the five real plans, those written for the product, texts without targets, reports.
const ANSWERED: [&str; 4] =
    ["samples/gold", "samples/reading/plans", "samples/reading/none", "samples/reading/results"];

/// Prints how well every document with a worked answer is read.
pub fn quality(product: &Product) -> Result<(), Trouble> {
    let there = ANSWERED.iter().filter(|folder| product.root.join(folder).is_dir());
    let printed = place::cargo(&product.root)
        .args(["run", "--release", "--quiet", "--package", "thidua-paper", "--example", "reading", "--"])
        .args(there)
        .status()
        .or_trouble("cargo run --example reading")?;
    if printed.success() { Ok(()) } else { Err(Trouble::new("The table of readings was not printed.")) }
}

/// Measures and prints.
pub fn measure(product: &Product, runs: usize) -> Result<(), Trouble> {
    let plans = plans(&product.root.join(PLANS))?;
    let scratch = std::env::temp_dir().join(format!("thidua-bench-{}", place::random_word()?));
    println!("wall of `thidua plan read FILE --format json`, milliseconds, {runs} runs each; `cat FILE` beside it");
    println!(
        "{:>9} {:>9} {:>9} {:>9} {:>9}   {:>8}  file",
        "median", "fastest", "slowest", "peak MiB", "cat", "bytes"
    );
    let mut medians = Vec::new();
    let before = process::cpu_of_children();
    let mut peaks = Vec::new();
    for plan in &plans {
        let words = product.reading(plan);
        let times = times(runs, &product.program, &words, &product.root)?;
        let floor = times_of_cat(runs, plan, &product.root)?;
        let peak = process::peak_of_run(&product.program, &words, &product.root, &scratch);
        let bytes = fs::metadata(product.root.join(plan)).map_or(0, |about| about.len());
        println!(
            "{:>9} {:>9} {:>9} {:>9} {:>9}   {bytes:>8}  {}",
            milliseconds(times.median()),
            milliseconds(times.fastest()),
            milliseconds(times.slowest()),
            peak.map_or("–".to_owned(), mebibytes),
            milliseconds(floor.median()),
            plan.file_name().unwrap_or_default().to_string_lossy(),
        );
        medians.push((times.median(), floor.median()));
        peaks.extend(peak);
    }
    let _ = fs::remove_file(scratch);
    summary(&medians, &peaks);
    if let (Some(before), Some(after)) = (before, process::cpu_of_children()) {
        println!("processor time of all runs, `cat` included: {} s", seconds(after - before));
    }
    Ok(())
}

fn summary(medians: &[(u64, u64)], peaks: &[u64]) {
    let of = |values: Vec<u64>| Times::new(values.into_iter().map(Duration::from_micros)).median();
    let (plan, cat) = (of(medians.iter().map(|it| it.0).collect()), of(medians.iter().map(|it| it.1).collect()));
    println!(
        "{} plans: median of medians {} ms, {} × cat ({} ms); highest peak {} MiB",
        medians.len(),
        milliseconds(plan),
        ratio(plan, cat),
        milliseconds(cat),
        peaks.iter().max().map_or("–".to_owned(), |kib| mebibytes(*kib)),
    );
}

fn seconds(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The plans, by name, from the root of the checkout.
fn plans(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let entries = fs::read_dir(folder).or_trouble(&format!("{PLANS} (the plans to read)"))?;
    let mut plans: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.is_file() && matches!(path.extension().and_then(|it| it.to_str()), Some("txt" | "docx" | "pdf"))
        })
        .filter_map(|path| Some(Path::new(PLANS).join(path.file_name()?)))
        .collect();
    plans.sort();
    match plans.is_empty() {
        false => Ok(plans),
        true => Err(Trouble::new(format!("there is no plan in {PLANS}"))),
    }
}

/// Runs it so often; every run must succeed and print the same.
fn times(runs: usize, program: &Path, words: &[String], folder: &Path) -> Result<Times, Trouble> {
    let call = format!("{} {}", program.file_name().unwrap_or_default().to_string_lossy(), words.join(" "));
    let mut first = None;
    let mut times = Vec::new();
    for _ in 0..runs {
        let begin = Instant::now();
        let answer = Command::new(program)
            .args(words)
            .current_dir(folder)
            .stdin(Stdio::null())
            .output()
            .or_trouble(&call)?;
        times.push(begin.elapsed());
        if !answer.status.success() {
            return Err(Trouble::new(format!(
                "{call}: {}\n{}",
                answer.status,
                String::from_utf8_lossy(&answer.stderr).trim()
            )));
        }
        if *first.get_or_insert_with(|| answer.stdout.clone()) != answer.stdout {
            return Err(Trouble::new(format!("{call}: two runs print different answers")));
        }
    }
    Ok(Times::new(times))
}

fn times_of_cat(runs: usize, plan: &Path, folder: &Path) -> Result<Times, Trouble> {
    times(runs, Path::new("cat"), &[plan.display().to_string()], folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_timed_and_must_succeed_and_agree() {
        let here = Path::new("/");
        assert!(times(3, Path::new("echo"), &["same".to_owned()], here).unwrap().median() > 0);
        assert!(times(1, Path::new("false"), &[], here).is_err());
        let differs = ["-c".to_owned(), "echo $$".to_owned()];
        assert!(times(2, Path::new("sh"), &differs, here).err().unwrap().to_string().contains("different answers"));
    }
}
