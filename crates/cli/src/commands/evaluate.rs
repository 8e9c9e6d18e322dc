//! `thidua evaluate`.

use super::{open_existing, refused};
use crate::arguments::{Evaluate, Table};
use crate::exit::{Exit, say};
use crate::words::WORDS;
use thidua_app::evaluation::{csv, evaluate, json};
use thidua_domain::basics::date::read_date;
use thidua_domain::periods::Period;

/// Prints the evaluation of one movement or of all.
pub async fn run(asked: Evaluate) -> Result<(), Exit> {
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
