//! A form as a table for a spreadsheet and as a workbook.

use super::gather::{Asked, gather};
use super::page::{FormView, asked_sheet, form_view};
use super::words::words;
use crate::App;
use crate::evaluation::quoted;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::reach;
use crate::reports::sending::attachment;
use axum::extract::{Query, State};
use thidua_domain::basics::Language;
use thidua_domain::lists::{Cell, Column, Kind};
use thidua_paper::write::xlsx::{ListBook, list_to_xlsx};

/// Names of the columns of numbers.
fn headings(view: &FormView, year: i32, language: Language) -> Vec<String> {
    let w = words(language);
    let of = |year: i32| w.col_now.replace("{year}", &year.to_string());
    let mut found = vec![of(year)];
    found.extend(view.columns.iter().cloned());
    found.push(of(year - 1));
    found
}

async fn asked_view(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    asked: &Asked,
) -> Result<(FormView, i32), Refusal> {
    let language = caller.preferences.language;
    let of = gather(app, visitor, &asked.year).await?;
    let sheet = asked_sheet(&of, &asked.form, words(language).by_award)?;
    Ok((form_view(&sheet, &of, language), of.year))
}

/// `GET /statistics.csv?form=…&year=…`.
pub(crate) async fn csv(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let (view, year) = asked_view(&app, &caller, &visitor, &asked).await?;
    // a spreadsheet knows the text is UTF-8 by its first letter
    let mut table = String::from("\u{feff}");
    let mut line = |cells: Vec<String>| {
        table.push_str(&cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(";"));
        table.push_str("\r\n");
    };
    line(vec![view.title.clone(), view.name.clone()]);
    line(std::iter::once(words(language).col_line.to_owned()).chain(headings(&view, year, language)).collect());
    for row in &view.lines {
        let mut cells = vec![row.label.clone()];
        if !row.head {
            cells.extend(row.cells.iter().map(|cell| cell.count.to_string()));
            cells.push(row.before.to_string());
        }
        line(cells);
    }
    attachment(table.into_bytes(), "text/csv; charset=utf-8", &format!("bieu-{}-{year}.csv", view.code))
}

/// `GET /statistics.xlsx?form=…&year=…`.
pub(crate) async fn xlsx(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let (view, year) = asked_view(&app, &caller, &visitor, &asked).await?;
    let authority = visitor.unit_name.clone().unwrap_or_default();
    let date = reach::today(&app);
    let content = tokio::task::spawn_blocking(move || {
        let mut columns = vec![Column::new("line", words(language).col_line, Kind::Text)];
        columns[0].width = 48;
        columns.extend(
            headings(&view, year, language).into_iter().map(|name| Column::new("number", name, Kind::Whole)),
        );
        let width = columns.len();
        let whole = |count: usize| Cell::Whole(i64::try_from(count).unwrap_or(i64::MAX));
        let rows: Vec<Vec<Cell>> = view
            .lines
            .iter()
            .map(|row| {
                let mut cells = vec![Cell::text(&row.label)];
                if !row.head {
                    cells.extend(row.cells.iter().map(|cell| whole(cell.count)));
                    cells.push(whole(row.before));
                }
                cells.resize(width, Cell::Empty);
                cells
            })
            .collect();
        let title = format!("{}. {}, {year}", view.title, view.name);
        let book = ListBook {
            authority: &authority,
            title: &title,
            date,
            columns: &columns,
            numbered: false,
            spare_rows: 0,
            seal: None,
            version: 0,
        };
        list_to_xlsx(&book, rows.iter().map(|cells| (None, cells.as_slice())))
    })
    .await
    .map_err(Refusal::fault)?
    .map_err(Refusal::fault)?;
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    attachment(content, media, &format!("bieu-{}-{year}.xlsx", asked.form))
}
