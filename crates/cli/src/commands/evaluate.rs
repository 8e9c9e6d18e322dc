//! `thidua evaluate`.

use super::{open_existing, refused, writing};
use crate::arguments::{Country, Evaluate, Table};
use crate::exit::{Exit, say};
use crate::words::WORDS;
use indicatif::ProgressBar;
use serde_json::json as told;
use std::path::Path;
use thidua_app::evaluation::{Asked, Sheet, csv, json, xlsx};
use thidua_app::ranking::{self, Failed, Files, NotWritten};
use thidua_domain::basics::Language;
use thidua_domain::basics::date::read_date;
use thidua_domain::periods::Period;

/// Prints the evaluation of one movement or of all.
pub async fn run(asked: Evaluate) -> Result<(), Exit> {
    if let Some(country) = &asked.country {
        return match (asked.format, &asked.out) {
            (Table::Csv, Some(out)) => tokio::task::block_in_place(|| country_year(country, out)),
            _ => Err(refused(WORDS.country_is_csv)),
        };
    }
    if let (Table::Csv, Some(out), None) = (asked.format, &asked.out, &asked.movement) {
        return stored_year(&asked, out).await;
    }
    let book = match (asked.format, &asked.out, &asked.movement) {
        (Table::Xlsx, Some(out), Some(_)) => Some(out),
        (Table::Xlsx, ..) => return Err(refused(WORDS.book_needs)),
        _ => None,
    };
    let read = |typed: &Option<String>| {
        typed.as_deref().map(|typed| read_date(typed).map_err(|_| refused(WORDS.bad_day))).transpose()
    };
    let (day, known_on) = (read(&asked.at)?, read(&asked.known_on)?);
    let app = open_existing(&asked.data).await?;
    let store = app.store();
    let mut found = false;
    for plan in store.plans(None).await.map_err(Exit::ours)?.into_iter().filter(|plan| plan.issued) {
        let Some(movement) = plan.movement_id.clone() else { continue };
        if asked.movement.as_ref().is_some_and(|id| *id != movement) {
            continue;
        }
        found = true;
        let year = plan.subject_year.and_then(|year| i32::try_from(year).ok());
        let today = thidua_app::local_date(thidua_app::now());
        let wanted = Asked {
            unit: None,
            drafts: false,
            period: day.zip(year).map(|(day, year)| Period::at(year, day)),
            known_at: known_on.and_then(thidua_app::end_of_day),
        };
        let sheet = Sheet::of(store, &plan, wanted, today).await.map_err(Exit::ours)?;
        match (asked.format, book) {
            (Table::Xlsx, Some(out)) => {
                let unit = store.unit(&plan.unit_id).await.map_err(Exit::ours)?;
                let authority = unit.map(|unit| unit.name).unwrap_or_default();
                let date = known_on.unwrap_or(today);
                let content = xlsx(&sheet, &authority, date, Language::Vietnamese).map_err(Exit::ours)?;
                writing::whole(out, &content)?;
            }
            (Table::Csv, _) => print!("{}", csv(&sheet)),
            _ => {
                let title = plan.title.unwrap_or_default();
                say!("{}", json(&movement, &title, &sheet).map_err(Exit::ours)?);
            }
        }
    }
    if asked.movement.is_some() && !found { Err(refused(WORDS.no_movement)) } else { Ok(()) }
}

/// Judges and ranks what the provinces in the store accepted.
async fn stored_year(asked: &Evaluate, out: &Path) -> Result<(), Exit> {
    let app = open_existing(&asked.data).await?;
    writing::folder(&asked.data.data)?;
    let kept = asked.data.data.join("country.snapshot");
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    match ranking::run_stored(app.store(), &kept, out, threads).await {
        Ok(done) => {
            say!("{}", told!({"figures": done.figures, "units": done.units, "years": done.years}));
            Ok(())
        }
        Err(NotWritten::Store(error)) => Err(Exit::ours(error)),
        Err(NotWritten::Files(Failed::Disk(file, error))) => Err(writing::unreadable(&file, &error)),
        Err(NotWritten::Files(Failed::Line(says))) => Err(Exit::Refused(says)),
    }
}

/// Reads, judges and ranks the files of a country.
fn country_year(asked: &Country, out: &Path) -> Result<(), Exit> {
    let threads = asked.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let files = Files {
        units: asked.units.clone(),
        targets: asked.targets.clone(),
        plan: asked.plan.clone(),
        figures: asked.figures.clone(),
        out: out.to_owned(),
        threads: threads.max(1),
    };
    let bar = ProgressBar::new(0);
    let done = ranking::run(&files, &mut |read, all| {
        bar.set_length(all);
        bar.set_position(read);
    });
    bar.finish_and_clear();
    match done {
        Ok(done) => {
            say!("{}", told!({"figures": done.figures, "units": done.units, "years": done.years}));
            Ok(())
        }
        Err(Failed::Line(says)) => Err(Exit::Refused(says)),
        Err(Failed::Disk(file, error)) => Err(writing::unreadable(&file, &error)),
    }
}
