//! `thidua import units|people|awards`, `thidua export units|people`.

use super::{open_existing, refused};
use crate::arguments::{List, ListExport, ListImport};
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use thidua_app::App;
use thidua_app::lists::command::{self, Failed, Format, Kind, Outcome};
use thidua_domain::units::Unit;

fn kind(list: List) -> Result<Kind, Exit> {
    match list {
        List::Units => Ok(Kind::Units),
        List::People => Ok(Kind::People),
        List::Awards => Err(refused(WORDS.awards_by_page)),
        List::Figures => Err(refused(WORDS.figures_by_page)),
    }
}

fn failed(failed: Failed) -> Exit {
    match failed {
        Failed::File(says) => Exit::Refused(says),
        Failed::Disk(error) => {
            let (vi, en) = WORDS.unreadable;
            refused((&format!("{vi}: {error}"), &format!("{en}: {error}")))
        }
        Failed::Store(error) => Exit::ours(error),
        Failed::Ours(error) => Exit::ours(error),
    }
}

/// Rows are counted on a terminal and nowhere else.
fn counter() -> Result<ProgressBar, Exit> {
    let bar = ProgressBar::new_spinner();
    bar.set_style(
        ProgressStyle::with_template("{spinner} {human_pos} · {per_sec} · {elapsed}").map_err(Exit::ours)?,
    );
    Ok(bar)
}

/// The authority that is named.
async fn unit(app: &App, named: Option<&str>) -> Result<Unit, Exit> {
    let named = named.ok_or_else(|| refused(WORDS.no_unit))?;
    let unit = match app.store().unit(named).await.map_err(Exit::ours)? {
        Some(unit) => Some(unit),
        None => app.store().unit_named(named).await.map_err(Exit::ours)?,
    };
    unit.ok_or_else(|| refused(WORDS.no_unit))
}

/// Brings files into a list; one that has a row refused is left out as a whole and told.
pub async fn import(asked: ListImport) -> Result<(), Exit> {
    let kind = if asked.list == List::Awards { None } else { Some(kind(asked.list)?) };
    let app = open_existing(&asked.data).await?;
    let register = if kind.is_none() { Some(unit(&app, asked.unit.as_deref()).await?) } else { None };
    let mut refused_any = false;
    for file in &asked.files {
        let bar = counter()?;
        let counting = bar.clone();
        let mut progress = move |rows| counting.set_position(rows);
        let outcome = match (kind, &register) {
            (Some(kind), _) => command::import(&app, kind, file, asked.check, &mut progress).await,
            (None, Some(unit)) => command::import_awards(&app, unit, file, asked.check, &mut progress).await,
            (None, None) => return Err(refused(WORDS.no_unit)),
        };
        bar.finish_and_clear();
        let outcome = outcome.map_err(failed)?;
        for (row, says) in &outcome.told {
            complain!("{}:{row}: {}\n{}:{row}: {}", file.display(), says.vi, file.display(), says.en);
        }
        refused_any |= outcome.refused > 0;
        let Outcome { rows, added, there, doubtful, refused, written, .. } = outcome;
        say!(
            "{}",
            json!({
                "file": file.display().to_string(), "rows": rows, "added": added, "there": there,
                "doubtful": doubtful, "refused": refused, "written": written,
            })
        );
    }
    app.store().clone().close().await;
    if refused_any { Err(refused(WORDS.rows_refused)) } else { Ok(()) }
}

/// Writes a list out.
pub async fn export(asked: ListExport) -> Result<(), Exit> {
    let Some(format) = Format::of(&asked.out) else { return Err(refused(WORDS.table_ending)) };
    let kind = kind(asked.list)?;
    let app = open_existing(&asked.data).await?;
    let bar = counter()?;
    let counting = bar.clone();
    let mut progress = move |rows| counting.set_position(rows);
    let rows = command::export(&app, kind, &asked.out, format, &mut progress).await;
    bar.finish_and_clear();
    say!("{}", json!({"file": asked.out.display().to_string(), "rows": rows.map_err(failed)?}));
    Ok(())
}
