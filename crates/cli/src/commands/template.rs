//! `thidua template fill | check | fields`.

use super::plan::content;
use super::{refused, writing};
use crate::arguments::{TemplateCheck, TemplateFields, TemplateFill};
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde_json::json;
use serde_json::value::RawValue;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use thidua_paper::read::records::{Records, read_records};
use thidua_paper::template::{NameTemplate, Record, Template, TemplateProblem, Value, catalogue, fields_to_xlsx};

/// Records that are filled in at one go: enough for every core, few enough to stay small in memory.
const AT_ONCE: usize = 64;
/// Records whose problem is told; the others are counted.
const TOLD: usize = 20;
const ENDING: &str = "docx";

/// A document for each record.
pub fn fill(asked: &TemplateFill) -> Result<(), Exit> {
    let template = Template::read(&content(&asked.template)?).map_err(|problems| told(&problems))?;
    let name = asked.name.as_deref().map(NameTemplate::read).transpose().map_err(|problem| told(&[problem]))?;
    let text = std::fs::read(&asked.input).map_err(|error| writing::unreadable(&asked.input, &error))?;
    let list = List::read(&asked.input, &text)?;
    writing::folder(&asked.out)?;
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(asked.threads.unwrap_or(0)).build().map_err(Exit::ours)?;
    let progress = ProgressBar::new(list.len() as u64);
    progress.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} · {eta}").map_err(Exit::ours)?);
    let mut names = Names::new(list.len());
    let (mut written, mut unchanged, mut wrong) = (0, 0, 0);
    for from in (0..list.len()).step_by(AT_ONCE) {
        let until = (from + AT_ONCE).min(list.len());
        let records: Vec<Result<(Value, String), Exit>> =
            pool.install(|| (from..until).into_par_iter().map(|at| list.named(at, name.as_ref())).collect());
        // names are given one after the other, so that they do not depend on the threads
        let records: Vec<Result<(Value, String), Exit>> = (from..)
            .zip(records)
            .map(|(at, record)| record.map(|(data, wanted)| (data, names.next(at, &wanted))))
            .collect();
        let done: Vec<Result<bool, Exit>> = pool.install(|| {
            let each = |record: Result<(Value, String), Exit>| {
                let (data, name) = record?;
                let filled = template.fill(&data).map_err(problem)?;
                let done = writing::unless_there(&asked.out.join(&name), &filled);
                progress.inc(1);
                done
            };
            records.into_par_iter().map(each).collect()
        });
        for (at, done) in (from + 1..).zip(done) {
            match done {
                Ok(true) => written += 1,
                Ok(false) => unchanged += 1,
                Err(Exit::Refused(says)) => {
                    wrong += 1;
                    if wrong <= TOLD {
                        let (vi, en) = WORDS.record;
                        progress.suspend(|| complain!("{vi} {at}: {}\n{en} {at}: {}", says.vi, says.en));
                    }
                }
                Err(other) => return Err(other),
            }
        }
    }
    progress.finish_and_clear();
    say!("{}", json!({"documents": list.len(), "written": written, "unchanged": unchanged, "refused": wrong}));
    if wrong > TOLD {
        complain!("{} {}\n{} {}", wrong - TOLD, WORDS.more_refused.0, wrong - TOLD, WORDS.more_refused.1);
    }
    if wrong > 0 { Err(Exit::Reported) } else { Ok(()) }
}

/// What is wrong with a template.
pub fn check(asked: &TemplateCheck) -> Result<(), Exit> {
    let (problems, asks) = match Template::read(&content(&asked.template)?) {
        Ok(template) => {
            let kind = asked.fields.as_deref().and_then(catalogue::of);
            let problems = kind.map(|kind| template.check(&(kind.fields)())).unwrap_or_default();
            (problems, template.asks_for())
        }
        Err(problems) => (problems, Vec::new()),
    };
    if asked.format.is_some() {
        let problems: Vec<_> = problems.iter().map(as_json).collect();
        let file = asked.template.display().to_string();
        say!("{}", json!({"template": file, "problems": problems, "fields": asks}));
        return if problems.is_empty() { Ok(()) } else { Err(Exit::Reported) };
    }
    if problems.is_empty() {
        let fields = asks.join(", ");
        say!("{}: {fields}\n{}: {fields}", WORDS.template_fine.0, WORDS.template_fine.1);
        return Ok(());
    }
    Err(told(&problems))
}

fn as_json(problem: &TemplateProblem) -> serde_json::Value {
    let says = problem.says();
    let place = problem.place.as_ref();
    let at = place.map(|place| place.says());
    json!({
        "number": problem.number(),
        "tag": problem.tag,
        "place": at.as_ref().map(|at| &at.vi),
        "place_en": at.as_ref().map(|at| &at.en),
        "around": place.map(|place| &place.around),
        "message": says.vi,
        "message_en": says.en,
    })
}

/// The fields of a kind of document.
pub fn fields(asked: &TemplateFields) -> Result<(), Exit> {
    let Some(kind) = catalogue::of(&asked.form) else { return Err(refused(WORDS.fields_ending)) };
    let fields = (kind.fields)();
    let content = match ending(&asked.out).as_str() {
        "xlsx" => {
            let today = thidua_app::local_date(thidua_app::now());
            fields_to_xlsx(&fields, kind.name, "", today).map_err(Exit::ours)?
        }
        "json" => serde_json::to_vec_pretty(&[fields.sample_json()]).map_err(Exit::ours)?,
        _ => return Err(refused(WORDS.fields_ending)),
    };
    writing::whole(&asked.out, &content)
}

/// The records to fill in, read one by one.
enum List<'t> {
    Json(Vec<&'t RawValue>),
    Table(Records),
}

/// A list that cannot be read, and why.
fn bad(why: &str) -> Exit {
    let (vi, en) = WORDS.bad_list;
    refused((&format!("{vi}: {why}."), &format!("{en}: {why}.")))
}

impl<'t> List<'t> {
    fn read(path: &Path, content: &'t [u8]) -> Result<Self, Exit> {
        let list = match ending(path).as_str() {
            "json" => {
                let text = std::str::from_utf8(content).map_err(|error| bad(&error.to_string()))?;
                let text = text.strip_prefix('\u{feff}').unwrap_or(text);
                // one record is a list of one
                let read = if text.trim_start().starts_with('{') {
                    serde_json::from_str(text).map(|one| vec![one])
                } else {
                    serde_json::from_str(text)
                };
                List::Json(read.map_err(|error| bad(&error.to_string()))?)
            }
            "csv" => List::Table(read_records(content).map_err(|problem| Exit::Refused(problem.says()))?),
            _ => return Err(refused(WORDS.list_ending)),
        };
        if list.len() == 0 { Err(refused(WORDS.empty_list)) } else { Ok(list) }
    }

    fn len(&self) -> usize {
        match self {
            List::Json(records) => records.len(),
            List::Table(table) => table.rows.len(),
        }
    }

    /// A record, and the name it wants.
    fn named(&self, at: usize, name: Option<&NameTemplate>) -> Result<(Value, String), Exit> {
        let data = match self {
            List::Json(records) => Value::from_json(records[at].get()).map_err(|error| bad(&error.to_string()))?,
            List::Table(table) => {
                let mut record = Record::default();
                for (name, text) in table.names.iter().zip(&table.rows[at]).filter(|(name, _)| !name.is_empty()) {
                    record.set(name, Value::text(text));
                }
                Value::Record(record)
            }
        };
        let wanted = name.map(|name| name.name(&data)).transpose().map_err(problem)?;
        Ok((data, wanted.unwrap_or_default()))
    }
}

/// Names of files, none given twice, whatever the system makes of capitals.
struct Names {
    width: usize,
    given: HashSet<String>,
    /// How often a name was wanted.
    wanted: HashMap<String, usize>,
}

impl Names {
    fn new(count: usize) -> Self {
        Names { width: count.to_string().len().max(4), given: HashSet::new(), wanted: HashMap::new() }
    }

    fn next(&mut self, at: usize, wanted: &str) -> String {
        let numbered = format!("{:0width$}", at + 1, width = self.width);
        let stem = if wanted.is_empty() { numbered.as_str() } else { wanted };
        let times = self.wanted.entry(stem.to_lowercase()).or_default();
        loop {
            *times += 1;
            let name = if *times == 1 { stem.to_owned() } else { format!("{stem} ({times})") };
            if self.given.insert(name.to_lowercase()) {
                return format!("{name}.{ENDING}");
            }
        }
    }
}

fn ending(path: &Path) -> String {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}

fn problem(problem: TemplateProblem) -> Exit {
    let says = problem.says();
    let number = problem.number();
    refused((&format!("{number}: {}", says.vi), &format!("{number}: {}", says.en)))
}

/// Tells every problem.
fn told(problems: &[TemplateProblem]) -> Exit {
    for problem in problems {
        let (says, number) = (problem.says(), problem.number());
        complain!("{number}: {}\n{number}: {}", says.vi, says.en);
    }
    Exit::Reported
}
