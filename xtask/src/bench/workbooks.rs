//! Figures workbooks read and checked, and a long list written, beside the common tools and the libraries below ours.

use super::{
    product::Product,
    took::{self, Took, run},
};
use crate::{
    keeper::Kept,
    place,
    trouble::{Trouble, While},
};
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const SCRIPT: &str = include_str!("workbooks.py");
/// Workbooks in the folder.
const MANY: usize = 1_000;

/// Measures and prints. `python` is the program that has the other tools.
pub fn measure(product: &Product, python: &str, runs: usize) -> Result<(), Trouble> {
    let kept = Kept::folder(place::passing_folder("workbooks")?)?;
    let examples = build_examples(product)?;
    reading(product, &examples, python, kept.path(), runs)?;
    writing(product, &examples, python, kept.path(), runs.min(3))
}

/// The folder of the built examples.
fn build_examples(product: &Product) -> Result<PathBuf, Trouble> {
    let built = place::cargo(&product.root)
        .args([
            "build",
            "--release",
            "--quiet",
            "--package",
            "thidua-paper",
            "--example",
            "workbooks",
            "--example",
            "lists",
        ])
        .status()
        .or_trouble("cargo build --example workbooks")?;
    if !built.success() {
        return Err(Trouble::new("The examples do not build, so nothing was measured."));
    }
    Ok(place::target(&product.root)?.join("release/examples"))
}

fn reading(product: &Product, examples: &Path, python: &str, folder: &Path, runs: usize) -> Result<(), Trouble> {
    let (books, result) = (folder.join("books"), folder.join("result.csv"));
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    let shown = |path: &Path| path.display().to_string();
    let example = examples.join("workbooks");
    run(&example, &words(&["make", &shown(&books), &MANY.to_string()]), folder)?;
    println!("{MANY} filled workbooks of 22 rows, about one figure in ten spoiled");
    for threads in ["1", "2"] {
        let ours = took(
            &product.program,
            &words(&[
                "import",
                "figures",
                &shown(&books),
                "--check",
                "--threads",
                threads,
                "--result",
                &shown(&result),
            ]),
            folder,
            runs,
        )?;
        ours.line(&format!("thidua, read and checked, {threads} thread(s)"), None);
        if threads == "1" {
            let (rows, wrong) = agreement(&result, &books.join("planted.txt"))?;
            println!("{rows} rows answered, {wrong} not as planted");
        }
        let bare = took(&example, &words(&["bare", &shown(&books), threads]), folder, runs)?;
        bare.line(&format!("calamine alone, the first sheet, {threads} thread(s)"), Some(&ours));
        if threads == "1" {
            for tool in ["read-openpyxl", "read-calamine"] {
                other(python, tool, &books, runs.min(3), &ours);
            }
        }
    }
    Ok(())
}

fn writing(product: &Product, examples: &Path, python: &str, folder: &Path, runs: usize) -> Result<(), Trouble> {
    let out = folder.join("list.xlsx").display().to_string();
    let lists = examples.join("lists");
    let of = |how: &str| took(&lists, &["write".to_owned(), how.to_owned(), out.clone()], &product.root, runs);
    println!("100,000 rows of 12 columns written");
    let ours = of("plain")?;
    ours.line("thidua", None);
    of("ours")?.line("thidua, every row tied to its record and signed", Some(&ours));
    of("bare")?.line("rust_xlsxwriter alone, constant memory", Some(&ours));
    for tool in ["write-openpyxl", "write-xlsxwriter"] {
        other(python, tool, Path::new(&out), runs, &ours);
    }
    Ok(())
}

/// Ours and the libraries below it: every run writes over what the last one wrote.
fn took(program: &Path, words: &[String], folder: &Path, runs: usize) -> Result<Took, Trouble> {
    took::took(program, words, folder, runs, &|| {})
}

/// A tool of Python: times as it tells them, imports not counted.
fn other(python: &str, tool: &str, place: &Path, runs: usize, ours: &Took) {
    let call = || {
        let mut call = Command::new(python);
        call.args(["-c", SCRIPT, tool]).arg(place);
        call
    };
    match took::told(call, runs) {
        Some((theirs, _)) => theirs.line(tool, Some(ours)),
        None => println!("{tool}: not installed for {python}"),
    }
}

/// Rows that were answered, and those not answered as they were planted.
fn agreement(result: &Path, planted: &Path) -> Result<(usize, usize), Trouble> {
    let (result, planted) = (
        fs::read_to_string(result).or_trouble("the result")?,
        fs::read_to_string(planted).or_trouble("what was planted")?,
    );
    let mut answered: HashMap<(&str, &str), &str> = HashMap::new();
    for line in result.lines().skip(1) {
        let mut words = line.split(',');
        if let (Some(file), Some(row), Some(word)) = (words.next(), words.next(), words.next()) {
            answered.insert((file.rsplit('/').next().unwrap_or(file), row), word);
        }
    }
    let wrong = planted.lines().skip(1).filter(|line| {
        let words: Vec<&str> = line.split(',').collect();
        let [file, row, word] = words.as_slice() else { return true };
        answered.get(&(*file, *row)) != Some(word)
    });
    Ok((answered.len(), wrong.count()))
}
