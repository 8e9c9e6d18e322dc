//! The next days, out of the calendar: reports that are due, deadlines, waves and conferences of the weeks ahead.

use super::gather::Item;
use super::words::Words;
use crate::App;
use crate::calendar::{self, Asked, Due, Kind};
use crate::face::{Refusal, Visitor, show};
use crate::office::reach;
use chrono::{Datelike, Days, NaiveDate};
use thidua_domain::basics::Language;

/// Days ahead.
const AHEAD: u64 = 30;
/// Entries of each kind that are read.
const READ: i64 = 200;

struct Ahead {
    day: NaiveDate,
    item: Item,
}

pub(super) async fn items(
    app: &App,
    visitor: &Visitor,
    w: &'static Words,
    language: Language,
) -> Result<Vec<Item>, Refusal> {
    let today = reach::today(app);
    let last = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let mut found = Vec::new();
    let Some(units) = visitor.scope().filter(|units| !units.is_empty()) else { return Ok(Vec::new()) };
    let calendar = calendar::of_unit(app, units[0]).await?;
    let mut years = vec![today.year()];
    if last.year() != today.year() {
        years.push(last.year());
    }
    for year in years {
        let asked = Asked { app, units: Some(&units), year, language, calendar: &calendar, own: &[], limit: READ };
        for entry in calendar::own_entries(&asked).await? {
            let wanted = matches!(entry.kind, Kind::Deadline | Kind::Wave | Kind::Event | Kind::Report);
            let done = matches!(entry.due, Some(Due::Done(_)));
            if wanted && !done && (today..=last).contains(&entry.first) {
                found.push(ahead(entry.first, today, entry.title, entry.address, w));
            }
        }
    }
    found.sort_by_key(|one| one.day);
    Ok(found.into_iter().map(|one| one.item).collect())
}

fn ahead(day: NaiveDate, today: NaiveDate, title: String, address: Option<String>, w: &'static Words) -> Ahead {
    let left = (day - today).num_days();
    let says = match left {
        0 => w.today.to_owned(),
        1 => w.tomorrow.to_owned(),
        _ => w.in_days.replace("{n}", &left.to_string()),
    };
    let item = Item {
        class: if left <= 3 { "at-risk" } else { "on-track" },
        text: title,
        note: format!("{}, {says}", show::day(Some(day))),
        address: address.unwrap_or_else(|| "/calendar".to_owned()),
    };
    Ahead { day, item }
}
