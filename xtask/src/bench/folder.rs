//! Reading many documents at one go, and text out of Word and PDF files beside the quickest common tools.

use super::{
    medians::{Times, mebibytes, milliseconds, ratio},
    process,
    product::Product,
};
use crate::{
    place,
    trouble::{Trouble, While},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

/// Where the documents come from that fill the folder.
const WRITTEN: &str = "samples/reading/plans";
/// How many documents the folder holds.
const MANY: usize = 1_000;

/// Fills a folder with a thousand documents and reads all of them on all cores.
pub fn thousand(product: &Product, runs: usize) -> Result<(), Trouble> {
    let folder = std::env::temp_dir().join(format!("thidua-bench-{}", place::random_word()?));
    fs::create_dir_all(&folder).or_trouble("a scratch folder")?;
    let texts = of_kind(&product.root.join(WRITTEN), "txt")?;
    for at in 0..MANY {
        let Some(text) = texts.get(at % texts.len().max(1)) else { break };
        fs::copy(text, folder.join(format!("{at:04}.txt"))).or_trouble("a copy")?;
    }
    let words = ["plan", "read", &folder.display().to_string(), "--format", "json"].map(str::to_owned).to_vec();
    let times = wall(runs.min(3), &product.program, &words)?;
    let scratch = folder.with_extension("peak");
    let peak = process::peak_of_run(&product.program, &words, &product.root, &scratch);
    println!(
        "a folder of {MANY} documents: {} ms, peak {} MiB",
        milliseconds(times.median()),
        peak.map_or("–".to_owned(), mebibytes)
    );
    let _ = fs::remove_file(scratch);
    let _ = fs::remove_dir_all(folder);
    Ok(())
}

/// Takes the text out of every Word and PDF file of a folder, beside `pdftotext` and python-docx where they are installed.
pub fn text_layer(product: &Product, folder: &Path, runs: usize) -> Result<(), Trouble> {
    let python = "import sys, docx\nfor path in sys.argv[1:]:\n    document = docx.Document(path)\n    print('\\n'.join(p.text for p in document.paragraphs))\n    for table in document.tables:\n        for row in table.rows:\n            print('\\t'.join(cell.text for cell in row.cells))";
    for (kind, tool) in [("pdf", "pdftotext"), ("docx", "python3")] {
        let files: Vec<String> = of_kind(folder, kind)?.iter().map(|path| path.display().to_string()).collect();
        if files.is_empty() {
            continue;
        }
        let mut own = vec!["plan".to_owned(), "text".to_owned(), "--threads".to_owned(), "1".to_owned()];
        own.extend(files.clone());
        let ours = wall(runs, &product.program, &own)?;
        let theirs = if kind == "pdf" {
            // one file a call is all that it takes
            each(runs, tool, &files)
        } else {
            let mut words = vec!["-c".to_owned(), python.to_owned()];
            words.extend(files.clone());
            wall(runs, Path::new(tool), &words)
        };
        let beside = theirs.map_or("not installed".to_owned(), |theirs| {
            format!("{} ms, {} × ours", milliseconds(theirs.median()), ratio(theirs.median(), ours.median()))
        });
        println!("text of {} {kind} files: {} ms; {tool}: {beside}", files.len(), milliseconds(ours.median()));
    }
    Ok(())
}

fn of_kind(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Trouble> {
    let entries = fs::read_dir(folder).or_trouble(&format!("{} (documents to read)", folder.display()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().and_then(|it| it.to_str()) == Some(ending))
        .collect();
    found.sort();
    Ok(found)
}

fn wall(runs: usize, program: &Path, words: &[String]) -> Result<Times, Trouble> {
    let mut times = Vec::new();
    for _ in 0..runs.max(1) {
        let begin = Instant::now();
        let status = Command::new(program)
            .args(words)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .or_trouble(&program.display().to_string())?;
        if !status.success() {
            return Err(Trouble::new(format!("{}: {status}", program.display())));
        }
        times.push(begin.elapsed());
    }
    Ok(Times::new(times))
}

/// One call a file, all of them counted as one run.
fn each(runs: usize, tool: &str, files: &[String]) -> Result<Times, Trouble> {
    let mut times = Vec::new();
    for _ in 0..runs.max(1) {
        let begin = Instant::now();
        for file in files {
            wall(1, Path::new(tool), &[file.clone(), "-".to_owned()])?;
        }
        times.push(begin.elapsed());
    }
    Ok(Times::new(times))
}
