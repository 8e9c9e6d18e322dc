//! `GET /planner.csv`: the list of a unit for a spreadsheet.

use super::gathering::chosen;
use super::list::{Asked, listed};
use super::words::words;
use crate::App;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::reports::sending::attachment;
use axum::extract::{Query, State};

/// One line for each person; semicolons, as a spreadsheet set to Vietnamese opens it.
pub(crate) async fn csv(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let (_, unit) = chosen(&app, &visitor, &asked.unit).await?;
    let Some(unit) = unit else { return Err(Refusal::NotFound) };
    let list = listed(&app, &visitor, &unit, &asked.award, language).await?;
    let quoted = |text: &str| {
        // a leading sign would be run as a formula by a spreadsheet
        let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    };
    let mut table = String::from("\u{feff}");
    let mut line = |cells: [&str; 8]| {
        table.push_str(&cells.map(quoted).join(";"));
        table.push_str("\r\n");
    };
    line([w.col_who, w.col_post, w.direct, w.never, w.col_streaks, w.col_now, w.col_next, w.col_lacks]);
    for row in &list.rows {
        let tick = |yes: bool| if yes { "x" } else { "" };
        let (streaks, lacks) = (row.streaks.join("; "), row.lacks.join("; "));
        line([&row.name, &row.note, tick(row.direct), tick(row.never), &streaks, &row.now, &row.next, &lacks]);
    }
    attachment(table.into_bytes(), "text/csv; charset=utf-8", "lo-trinh-khen-thuong.csv")
}
