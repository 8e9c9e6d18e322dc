//! Reports from a user's own Word template, a table in each: beside docxtpl and docxtemplater, where they are installed.

use super::{
    product::Product,
    took::{self, Took},
};
use crate::{
    keeper::Kept,
    place,
    trouble::{Trouble, While},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const PYTHON: &str = include_str!("template.py");
const NODE: &str = include_str!("template.js");
const DOCUMENTS: usize = 500;
const ROWS: usize = 100;

/// The programs that have the other tools.
pub struct Others<'a> {
    /// A Python with docxtpl.
    pub python: &'a str,
    /// A folder of Node's packages with docxtemplater and pizzip.
    pub modules: Option<&'a str>,
}

/// Measures and prints.
pub fn measure(product: &Product, others: &Others<'_>, runs: usize) -> Result<(), Trouble> {
    let kept = Kept::folder(place::passing_folder("template")?)?;
    let folder = kept.path();
    make(product, folder)?;
    println!("{DOCUMENTS} reports with a table of {ROWS} rows from one template");
    let (template, list) = (folder.join("template.docx"), folder.join("list.json"));
    let ours = ours(product, folder, "1", runs)?;
    ours.line("thidua, 1 thread", None);
    let two = self::ours(product, folder, "2", runs)?;
    two.line("thidua, 2 threads", None);
    let texts = text_of(product, folder, "ours-1")?;
    agree("2 threads", &texts, &text_of(product, folder, "ours-2")?)?;
    let shown = |path: PathBuf| path.display().to_string();
    let python: Vec<String> = ["-c".to_owned(), PYTHON.to_owned(), shown(template)].into();
    let node: Vec<String> = ["-e".to_owned(), NODE.to_owned(), shown(folder.join("docxtemplater.docx"))].into();
    for (name, program, words) in [("docxtpl", others.python, python), ("docxtemplater", "node", node)] {
        let words = [words, vec![shown(list.clone()), shown(folder.join(name))]].concat();
        let call = || {
            let mut call = Command::new(program);
            call.args(&words);
            if let Some(modules) = others.modules {
                call.env("NODE_PATH", modules);
            }
            call
        };
        let Some((took, _)) = took::told(call, runs.min(3)) else {
            println!("{name}: not installed for {program}");
            continue;
        };
        took.line(name, Some(&ours));
        agree(name, &texts, &text_of(product, folder, name)?)?;
    }
    Ok(())
}

fn make(product: &Product, folder: &Path) -> Result<(), Trouble> {
    let example =
        ["run", "--release", "--quiet", "--package", "thidua-paper", "--example", "templates", "--", "make"];
    let made = place::cargo(&product.root)
        .args(example)
        .arg(folder)
        .args([DOCUMENTS.to_string(), ROWS.to_string()])
        .status()
        .or_trouble("cargo run --example templates")?;
    if made.success() { Ok(()) } else { Err(Trouble::new("The templates were not made, so nothing was measured.")) }
}

fn ours(product: &Product, folder: &Path, threads: &str, runs: usize) -> Result<Took, Trouble> {
    let out = folder.join(format!("ours-{threads}"));
    let shown = |path: &Path| path.display().to_string();
    let (template, list) = (shown(&folder.join("template.docx")), shown(&folder.join("list.json")));
    let words: Vec<String> =
        ["template", "fill", &template, "--input", &list, "--out", &shown(&out), "--threads", threads]
            .map(str::to_owned)
            .into();
    // what is there already would only be compared
    took::took(&product.program, &words, folder, runs, &|| {
        let _ = fs::remove_dir_all(&out);
    })
}

/// The text of every document in a folder, as our reader of Word documents has it.
fn text_of(product: &Product, folder: &Path, name: &str) -> Result<Vec<String>, Trouble> {
    let out = folder.join(format!("{name}-text"));
    fs::create_dir_all(&out).or_trouble("a folder for texts")?;
    let read = Command::new(&product.program)
        .args(["plan", "text"])
        .arg(folder.join(name))
        .arg("--out")
        .arg(&out)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status();
    if !read.or_trouble("thidua plan text")?.success() {
        return Err(Trouble::new(format!("The documents of {name} cannot be read.")));
    }
    let mut files: Vec<PathBuf> = fs::read_dir(&out)
        .or_trouble("the texts")?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).or_trouble("a text")).collect()
}

fn agree(name: &str, ours: &[String], others: &[String]) -> Result<(), Trouble> {
    let unlike = ours.iter().zip(others).filter(|(one, other)| one != other).count();
    if ours.len() != DOCUMENTS || others.len() != DOCUMENTS || unlike > 0 {
        return Err(Trouble::new(format!(
            "{name}: {} documents beside {}, {unlike} with another text",
            others.len(),
            ours.len()
        )));
    }
    println!("{name}: the same text in all {DOCUMENTS}");
    Ok(())
}
