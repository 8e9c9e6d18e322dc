//! `/templates`: the kinds of document that may have a template, the versions of each, and the form that uploads one.

use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered};
use crate::office::reach;
use crate::office::tabs::{Tab, frame};
use askama::Template;
use axum::extract::State;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_paper::template::catalogue;
use thidua_store::word_templates::WordTemplate;

pub(super) struct Version {
    pub(super) address: String,
    pub(super) version: String,
    pub(super) from: String,
    pub(super) state: String,
    pub(super) class: &'static str,
    pub(super) note: String,
    pub(super) by: String,
}

struct KindRow {
    code: &'static str,
    name: &'static str,
    versions: Vec<Version>,
}

#[derive(Template)]
#[template(path = "word_templates/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    unit: Option<String>,
    kinds: Vec<KindRow>,
    form: Option<FormView>,
    file_problem: Option<&'static str>,
    problems: Vec<String>,
    told: String,
}

/// `GET /templates`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    render(&app, &caller, &visitor, None, None, Vec::new()).await
}

/// The versions of a kind, newest first, with which of them is in force on a day.
pub(super) fn versions(all: &[WordTemplate], kind: &str, today: NaiveDate, w: &'static Words) -> Vec<Version> {
    let of: Vec<&WordTemplate> = all.iter().filter(|one| one.kind == kind).collect();
    let current = of
        .iter()
        .filter(|one| !one.withdrawn && one.from <= today)
        .max_by_key(|one| (one.from, one.number))
        .map(|one| one.number);
    of.into_iter()
        .map(|one| {
            let from = shown::day(Some(one.from));
            let (class, state) = match one {
                one if one.withdrawn => ("missed", w.withdrawn.to_owned()),
                one if Some(one.number) == current => ("met", w.in_force.to_owned()),
                one if one.from > today => ("at-risk", w.later.replace("{day}", &from)),
                _ => ("no-data", w.before.to_owned()),
            };
            Version {
                address: format!("/templates/{}", one.id),
                version: w.version.replace("{n}", &one.number.to_string()),
                from,
                state,
                class,
                note: one.note.clone().unwrap_or_default(),
                by: format!("{}, {}", one.account_name, shown::moment(one.written_at)),
            }
        })
        .collect()
}

pub(super) fn form(app: &App, w: &'static Words) -> FormView {
    let kinds = catalogue::all().iter().map(|one| (one.code.to_owned(), one.name.to_owned())).collect();
    let fields = vec![
        Field::new("kind", w.kind, Input::List(kinds), "award_decision"),
        Field::new("from", w.from, Input::Day, shown::day(Some(reach::today(app)))),
        Field::new("note", w.note, Input::Line, ""),
    ];
    FormView::new("/templates", 0, fields, w.upload)
}

/// The authority whose templates this person sees.
pub(super) fn own(visitor: &Visitor) -> Option<String> {
    visitor.actor.units(Act::ManageRegulations).and_then(|units| units.first().map(|unit| (*unit).to_owned()))
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    marked: Option<FormView>,
    file_problem: Option<&'static str>,
    problems: Vec<String>,
) -> Answer {
    let w = words(caller.preferences.language);
    let bad = file_problem.is_some() || !problems.is_empty();
    let came = if bad { Came::Refused } else { marked.as_ref().map_or(Came::Fresh, |form| form.came) };
    let told = w.problems.replace("{n}", &problems.len().to_string());
    let mut template = ListPage {
        f: frame(caller, Tab::Templates),
        w,
        unit: None,
        kinds: Vec::new(),
        form: None,
        file_problem,
        problems,
        told,
    };
    let Some(unit_id) = own(visitor) else { return page(&template) };
    template.unit = Some(app.store.unit(&unit_id).await?.ok_or(Refusal::NotFound)?.name);
    let all = app.store.word_templates(&unit_id).await?;
    let today = reach::today(app);
    template.kinds = catalogue::all()
        .iter()
        .map(|kind| KindRow { code: kind.code, name: kind.name, versions: versions(&all, kind.code, today, w) })
        .collect();
    template.form = Some(marked.unwrap_or_else(|| form(app, w)));
    answered(page(&template), came)
}
