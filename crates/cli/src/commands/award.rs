//! `thidua award judge`.

use super::plan::content;
use super::refused;
use crate::arguments::Judge;
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use std::io::{BufRead, BufReader, BufWriter, Write};
use thidua_app::awards::command::{Refused, judge_line, judge_one, rules};
use thidua_domain::awards::pack::Catalogue;
use thidua_domain::basics::Language;

/// Cases that are judged at one go: enough for every core, few enough to stay small in memory.
const AT_ONCE: usize = 8192;

/// Judges a case, or the cases of a file line by line.
pub fn judge(asked: &Judge) -> Result<(), Exit> {
    let language = Language::from_code(&asked.language);
    let catalogue = rules(asked.rules.as_deref()).map_err(|problems| {
        for problem in &problems {
            let says = problem.says.in_language(language);
            complain!("{} {}: {says}", problem.number, problem.place);
        }
        Exit::Reported
    })?;
    if asked.case.extension().is_some_and(|kind| kind == "jsonl") {
        return many(asked, &catalogue, language);
    }
    let text = String::from_utf8(content(&asked.case)?).map_err(|_| refused(WORDS.not_text))?;
    match judge_one(&catalogue, &text, language) {
        Ok(told) => {
            say!("{}", serde_json::to_string_pretty(&told).map_err(Exit::ours)?);
            Ok(())
        }
        Err(Refused::Unreadable(says) | Refused::Nothing(says)) => Err(Exit::Refused(says)),
        Err(Refused::Problems(problems)) => {
            for problem in problems {
                complain!("{} {}: {}\n{}", problem.number, problem.place, problem.says.vi, problem.says.en);
            }
            Err(Exit::Reported)
        }
    }
}

fn many(asked: &Judge, catalogue: &Catalogue, language: Language) -> Result<(), Exit> {
    let unreadable = |error: std::io::Error| Exit::ours(format!("{}: {error}", asked.case.display()));
    let file = std::fs::File::open(&asked.case).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    let mut out: Box<dyn Write> = match &asked.out {
        Some(path) => Box::new(BufWriter::with_capacity(1 << 20, std::fs::File::create(path).map_err(unreadable)?)),
        None => Box::new(BufWriter::new(std::io::stdout())),
    };
    let progress = ProgressBar::new(size);
    progress.set_style(ProgressStyle::with_template("{bar:40} {percent}% · {eta}").map_err(Exit::ours)?);
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(asked.threads.unwrap_or(0)).build().map_err(Exit::ours)?;
    let mut lines = BufReader::with_capacity(1 << 20, file).lines();
    let (mut at, mut any_refused) = (0_usize, false);
    loop {
        let mut some = Vec::with_capacity(AT_ONCE);
        for line in lines.by_ref().take(AT_ONCE) {
            some.push(line.map_err(unreadable)?);
        }
        if some.is_empty() {
            break;
        }
        let answers: Vec<(Vec<u8>, bool)> = pool.install(|| {
            some.par_iter()
                .enumerate()
                .map(|(inside, text)| {
                    let line = judge_line(catalogue, at + inside + 1, text, language);
                    let mut told = serde_json::to_vec(&line).unwrap_or_default();
                    told.push(b'\n');
                    (told, line.is_refused())
                })
                .collect()
        });
        at += some.len();
        progress.inc(some.iter().map(|line| line.len() as u64 + 1).sum());
        for (told, refused) in answers {
            any_refused |= refused;
            match out.write_all(&told) {
                Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(()),
                other => other.map_err(Exit::ours)?,
            }
        }
    }
    out.flush().map_err(Exit::ours)?;
    progress.finish_and_clear();
    if any_refused { Err(Exit::Reported) } else { Ok(()) }
}
