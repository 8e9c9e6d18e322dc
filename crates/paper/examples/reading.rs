//! Prints how well the reader reads the documents of `samples/`: the table of `cargo x bench --reading`.
//!
//! Each argument is a folder with texts and their worked answers side by side (`NAME.txt`, `NAME.json`). With `--faults` what
//! was missed, misread or made up is listed below each document.

use std::path::{Path, PathBuf};
use thidua_paper::plan::score::{self, TargetScore};
use thidua_paper::plan::{read_plan, results};
use thidua_paper::read::read_bytes;

fn main() {
    let told: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let (options, folders): (Vec<_>, Vec<_>) = told.into_iter().partition(|path| path.as_os_str() == "--faults");
    println!("{:>5} {:>5} {:>6} {:>6} {:>6} {:>6}  document", "gold", "read", "F1", "strict", "marks", "bases");
    for folder in folders {
        let mut names: Vec<PathBuf> = std::fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
            .collect();
        names.sort();
        let (mut sum, mut asked, mut right, mut answered) = (TargetScore::default(), 0, 0, 0);
        for answer in &names {
            let gold = json(answer);
            let Some(text) = text_of(answer) else { continue };
            if gold.get("plan_targets").is_some() {
                let (wanted, told, good) = report(&text, answer, &gold);
                println!(
                    "{wanted:>5} {told:>5} {:>6} {:>6} {:>6} {:>6}  {}",
                    "",
                    permille(good, wanted),
                    "",
                    "",
                    name(answer)
                );
                (asked, answered, right) = (asked + wanted, answered + told, right + good);
                continue;
            }
            let Ok(source) = read_bytes(&text) else { continue };
            let Ok(draft) = read_plan(&source) else { continue };
            let one = score::targets(&draft, &gold);
            println!(
                "{:>5} {:>5} {:>6} {:>6} {:>6} {:>6}  {}",
                one.wanted,
                one.read,
                shown(one.f1()),
                shown(one.strict()),
                shown(one.marks()),
                shown(score::bases(&draft, &gold)),
                name(answer),
            );
            for fault in one.faults.iter().filter(|_| !options.is_empty()) {
                println!("      {fault}");
            }
            sum.add(&one);
        }
        if asked > 0 {
            println!(
                "{asked:>5} {answered:>5} right {} of those asked, {} of those answered: {}\n",
                permille(right, asked),
                permille(right, answered),
                folder.display()
            );
        } else {
            println!(
                "{:>5} {:>5} {:>6} {:>6} {:>6}         {}\n",
                sum.wanted,
                sum.read,
                shown(sum.f1()),
                shown(sum.strict()),
                shown(sum.marks()),
                folder.display()
            );
        }
    }
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn json(path: &Path) -> serde_json::Value {
    std::fs::read_to_string(path).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// The text beside an answer; the answers of the five plans stand in a folder of their own.
fn text_of(answer: &Path) -> Option<Vec<u8>> {
    let beside = answer.with_extension("txt");
    let plans = answer.parent()?.parent()?.join("plans").join(beside.file_name()?);
    std::fs::read(&beside).or_else(|_| std::fs::read(plans)).ok()
}

fn shown(thousandths: usize) -> String {
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

fn permille(part: usize, whole: usize) -> String {
    shown(1000 * part / whole.max(1))
}

/// Results asked for, answered, and answered rightly.
fn report(text: &[u8], answer: &Path, gold: &serde_json::Value) -> (usize, usize, usize) {
    let asked = results::json::asked(&std::fs::read_to_string(answer).unwrap_or_default()).unwrap_or_default();
    let Ok(source) = read_bytes(text) else { return (0, 0, 0) };
    let found = results::read_results(&source, &asked);
    let (wanted, right) = score::results(&found, gold);
    (wanted, found.len(), right)
}
