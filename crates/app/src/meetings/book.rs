//! The council book: all dossiers of a meeting, those that need attention first.

use super::door::here;
use super::flags::book;
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::paging::Paging;
use crate::face::{Answer, Caller, Frame, Visitor, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;

/// Dossiers on a page.
const A_PAGE: usize = 100;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    page: Option<usize>,
}

struct Row {
    position: i64,
    name: String,
    of_unit: String,
    award: String,
    class: &'static str,
    verdict: &'static str,
    notes: Vec<String>,
    direct: bool,
    never: bool,
}

#[derive(Template)]
#[template(path = "meetings/book.html")]
struct BookPage {
    f: Frame,
    w: &'static Words,
    id: String,
    name: String,
    sums: String,
    rows: Vec<Row>,
    paging: Paging,
}

/// `GET /meetings/{id}/book`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let here = here(&app, &visitor, &id).await?;
    here.require_reads()?;
    let w = words(caller.preferences.language);
    let book = book(&app, &here).await?;
    let order = book.order(&here, w);
    let attend = order.iter().filter(|(_, look)| !look.notes.is_empty()).count();
    let sums = w.how_many.replace("{n}", &order.len().to_string()).replace("{m}", &attend.to_string());
    let row = |(one, look): (&super::door::Listed, super::flags::Look)| {
        let nominee = one.subject.nominee();
        let (class, verdict) = match nominee {
            Some(nominee) => labels::verdict(nominee.verdict.as_deref(), w),
            None => ("", ""),
        };
        Row {
            position: one.item.position,
            name: one.subject.name().to_owned(),
            of_unit: nominee.map(|nominee| nominee.of_unit.clone()).unwrap_or_default(),
            award: one.subject.award(w),
            class,
            verdict,
            notes: look.notes,
            direct: look.direct,
            never: look.never && nominee.is_some(),
        }
    };
    let (order, paging) = Paging::of(order, asked.page, A_PAGE);
    let template = BookPage {
        f: frame(&caller, Tab::Meetings).with_sample(here.illustrative()),
        id: here.it.id.clone(),
        name: here.it.name.clone(),
        sums,
        rows: order.into_iter().map(row).collect(),
        paging,
        w,
    };
    page(&template)
}
