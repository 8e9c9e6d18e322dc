//! `GET /movements/{id}/registrations.csv`: every registered item of every unit, for a spreadsheet.

use super::board::counted;
use super::door::door;
use super::labels;
use super::results::Results;
use super::words::words;
use crate::App;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::reports::sending::attachment;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::registrations::ItemKind;

/// One line for each item; semicolons and decimal commas, as a spreadsheet set to Vietnamese opens it.
pub(crate) async fn csv(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    if !door.sees_all {
        return Err(Refusal::NotFound);
    }
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let t = crate::targets::words::words(language);
    let quoted = |text: &str| {
        // a leading sign would be run as a formula by a spreadsheet
        let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    };
    let mut table = String::from("\u{feff}");
    let mut line = |cells: [&str; 11]| {
        table.push_str(&cells.map(quoted).join(";"));
        table.push_str("\r\n");
    };
    line([
        w.col_unit,
        w.col_state,
        w.col_kind,
        w.col_item,
        w.col_who,
        w.col_planned,
        w.col_promised,
        w.unit_of,
        w.hard,
        w.col_actual,
        w.col_result,
    ]);
    if let Some(round) = &door.round {
        let registrations = app.store.registrations_of_round(&round.id).await?;
        let items = app.store.registration_items_of_round(&round.id).await?;
        let results = Results::load(&app, &door.view.plan, Some(&round.id)).await?;
        let ids: Vec<String> = registrations.iter().map(|one| one.unit_id.clone()).collect();
        let units: HashMap<String, String> =
            app.store.units_of(&ids).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
        for registration in &registrations {
            let unit = units.get(&registration.unit_id).cloned().unwrap_or_default();
            let of = counted(&registrations, &items).into_iter();
            for item in of.filter(|item| item.registration_id == registration.id) {
                let written = &item.written;
                let result = results.of(item);
                let (kind, said) = match written.kind {
                    ItemKind::Target => (w.col_target, show::status(result.status, c)),
                    ItemKind::Title => (w.col_title, w.not_granted),
                    ItemKind::Task => (w.col_task, show::status(result.status, c)),
                };
                let is_title = written.kind == ItemKind::Title;
                line([
                    &unit,
                    labels::state(registration.state, w),
                    kind,
                    &labels::name(written, language),
                    written.person.as_deref().unwrap_or(if is_title { &unit } else { "" }),
                    &show::amount(written.planned),
                    &labels::said(written.comparator, written.registered, None, t),
                    written.unit_of.as_deref().unwrap_or_default(),
                    if written.hard { w.yes } else { "" },
                    &if is_title { String::new() } else { show::figure(result.figure, c) },
                    said,
                ]);
            }
        }
    }
    attachment(table.into_bytes(), "text/csv; charset=utf-8", "dang-ky-thi-dua.csv")
}
