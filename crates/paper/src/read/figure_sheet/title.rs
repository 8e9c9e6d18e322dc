//! What stands above the headings: the day and the source that hold for every row, and which period the file says it is of.

use super::Headings;
use crate::read::list::heading::in_unicode;
use crate::read::list::raw::{RawRow, Value};
use crate::write::figure_sheet::words::{COMMON_DAY, COMMON_SOURCE, period};
use chrono::NaiveDate;
use std::sync::LazyLock;
use thidua_domain::basics::text::fold;
use thidua_domain::figure_sheets::{Head, Told, entered_columns, finding, place};
use thidua_domain::lists::{Cell, CellReader, ListFinding, Place, sheet_number, tidy_text};
use thidua_domain::periods::Period;

/// What stands above the headings.
#[derive(Debug, Default)]
pub(super) struct Title {
    pub(super) day: Option<NaiveDate>,
    pub(super) source: Option<String>,
    /// The text that names a year or a period, and which.
    said: Option<(String, Option<i32>, Option<Period>)>,
}

static LABELS: LazyLock<[String; 2]> = LazyLock::new(|| [fold(COMMON_DAY), fold(COMMON_SOURCE)]);

/// Reads the rows above the headings.
pub(super) fn read(rows: &[RawRow], headings: &Headings, from_1904: bool) -> Title {
    let mut title = Title::default();
    let days = CellReader::new(&entered_columns()[place::DATED]);
    for row in rows.iter().take_while(|row| row.number < headings.row) {
        for (at, cell) in row.cells.iter().enumerate() {
            let text = in_unicode(row.text_of(cell).trim(), cell.style, headings.legacy);
            if cell.value != Value::Text {
                continue;
            }
            let folded = fold(&text);
            let beside = row.cells.get(at + 1);
            if folded.starts_with(&LABELS[0])
                && let Some(next) = beside
            {
                let typed = row.text_of(next);
                let read = match (next.value, sheet_number(typed)) {
                    (Value::Number, Some(number)) => days.number(number, next.style.look, from_1904),
                    _ => days.text(typed),
                };
                title.day = if let Ok(Cell::Date(day)) = read { Some(day) } else { None };
            } else if folded.starts_with(&LABELS[1]) {
                title.source = beside
                    .map(|next| tidy_text(&in_unicode(row.text_of(next), next.style, headings.legacy)))
                    .filter(|source| !source.is_empty());
            } else if title.said.is_none() {
                title.said = said(&text, &folded);
            }
        }
    }
    title
}

/// The year and the period that a title names.
fn said(text: &str, folded: &str) -> Option<(String, Option<i32>, Option<Period>)> {
    let period = [
        ("quy i ", Period::FirstQuarter),
        ("6 thang", Period::FirstHalf),
        ("06 thang", Period::FirstHalf),
        ("sau thang", Period::FirstHalf),
        ("quy ii ", Period::FirstHalf),
        ("9 thang", Period::ThreeQuarters),
        ("09 thang", Period::ThreeQuarters),
        ("quy iii ", Period::ThreeQuarters),
        ("ca nam", Period::Year),
        ("quy iv ", Period::Year),
    ];
    let spaced = format!("{} ", folded.replace(['/', ',', '.', '-', ')', '('], " "));
    let period = period.into_iter().find(|(word, _)| spaced.contains(word)).map(|(_, period)| period);
    let year = spaced
        .split(' ')
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok())
        .find(|year| (2000..2100).contains(year));
    (spaced.contains("nam ") || period.is_some())
        .then_some((text.to_owned(), year, period))
        .filter(|(_, year, period)| year.is_some() || period.is_some())
}

/// Tells when the title names another round.
pub(super) fn tell(title: &Title, head: &Head, findings: &mut Vec<ListFinding>) {
    let Some((text, year, of)) = &title.said else { return };
    let other_year = year.is_some_and(|year| year != head.year);
    let other_period = of.is_some_and(|of| of != head.period);
    if other_year || other_period {
        let mut told = finding(&Told::TitleSays(text.clone()), Place::FILE);
        told.message.vi.push_str(&format!(" ({})", period(head.period, head.year)));
        findings.push(told);
    }
}
