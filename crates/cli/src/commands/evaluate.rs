//! `thidua evaluate`.

use super::{open_existing, refused};
use crate::arguments::{Country, Evaluate, Table};
use crate::exit::{Exit, say};
use crate::words::WORDS;
use indicatif::ProgressBar;
use serde_json::json as told;
use thidua_app::evaluation::{csv, evaluate, json};
use thidua_app::ranking::{self, Failed, Files};
use thidua_domain::basics::date::read_date;
use thidua_domain::periods::Period;

/// Prints the evaluation of one movement or of all.
pub async fn run(asked: Evaluate) -> Result<(), Exit> {
    if let Some(country) = &asked.country {
        return match asked.format {
            Table::Csv => tokio::task::block_in_place(|| country_year(country)),
            Table::Json => Err(refused(WORDS.country_is_csv)),
        };
    }
    let day = match &asked.at {
        Some(typed) => Some(read_date(typed).map_err(|_| refused(WORDS.bad_day))?),
        None => None,
    };
    let app = open_existing(&asked.data).await?;
    let store = app.store();
    let mut found = false;
    for plan in store.plans(None).await.map_err(Exit::ours)?.into_iter().filter(|plan| plan.issued) {
        let Some(movement) = plan.movement_id.clone() else { continue };
        if asked.movement.as_ref().is_some_and(|id| *id != movement) {
            continue;
        }
        found = true;
        let figures = store.figures_of_plan(&plan.id).await.map_err(Exit::ours)?;
        let year = plan.subject_year.and_then(|year| i32::try_from(year).ok());
        let period = match (day, year) {
            (Some(day), Some(year)) => Period::at(year, day),
            _ => figures.iter().map(|one| one.reported.period).max().unwrap_or(Period::Year),
        };
        let evaluation = evaluate(store.targets(&plan.id).await.map_err(Exit::ours)?, &figures, period);
        match asked.format {
            Table::Json => {
                let title = plan.title.unwrap_or_default();
                say!("{}", json(&movement, &title, &evaluation).map_err(Exit::ours)?);
            }
            Table::Csv => print!("{}", csv(&evaluation)),
        }
    }
    if asked.movement.is_some() && !found { Err(refused(WORDS.no_movement)) } else { Ok(()) }
}

/// Reads, judges and ranks the files of a country.
fn country_year(asked: &Country) -> Result<(), Exit> {
    let threads = asked.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    let files = Files {
        units: asked.units.clone(),
        targets: asked.targets.clone(),
        plan: asked.plan.clone(),
        figures: asked.figures.clone(),
        out: asked.out.clone(),
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
        Err(Failed::Disk(file, error)) => {
            let (vi, en) = WORDS.unreadable;
            let file = file.display();
            Err(refused((&format!("{vi}: {file}: {error}"), &format!("{en}: {file}: {error}"))))
        }
    }
}
