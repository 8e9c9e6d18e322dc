//! The register: what is in force on a day, and what has to be looked at.

use super::actions::{self, Kept};
use super::editing::{own_fields, version_fields};
use super::{labels, words};
use crate::App;
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show};
use crate::office::forms::{FormView, answered};
use crate::office::tabs::{Tab, frame};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::basics::text::fold;
use thidua_domain::regulations::{RegulationKind, in_force};
use thidua_store::Within;
use thidua_store::regulations::RegulationVersion;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    show: String,
    #[serde(default)]
    pub(super) at: String,
    #[serde(default)]
    pub(super) edit: String,
}

struct Row {
    id: String,
    title: String,
    unit: String,
    kind: &'static str,
    number: String,
    days: String,
    amended: String,
    state: &'static str,
    state_class: &'static str,
    due: String,
    overdue: bool,
    findings: usize,
}

#[derive(Template)]
#[template(path = "regulations/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    rows: Vec<Row>,
    /// Of the units above.
    above: Vec<Row>,
    any: bool,
    q: String,
    at: String,
    day: String,
    kind: String,
    kinds: Vec<(&'static str, &'static str)>,
    due_only: bool,
    may_add: bool,
    form: FormView,
}

/// `GET /regulations`.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &asked, None).await
}

pub(super) fn add_form(w: &'static words::Words, issuer: &str) -> FormView {
    let mut fields = own_fields(w, None);
    fields.extend(version_fields(w, None, issuer, false));
    FormView::new("/regulations", 0, fields, w.add).with_file(w.file, None)
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    asked: &Asked,
    back: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let today = reach::today(app);
    let day = read_date(&asked.at).unwrap_or(today);
    let all = actions::all(app, &reach::within(visitor), today).await?;
    let any = !all.is_empty();
    let names = reach::names(app, all.iter().map(|one| &one.regulation.unit_id)).await?;
    let (words_asked, kind) = (fold(&asked.q), RegulationKind::from_code(&asked.kind));
    let due_only = asked.show == "due";
    let fits = |one: &Kept| {
        let texts = one.versions.iter().map(|version| version.number_symbol.as_str());
        let said = texts.chain([one.regulation.title.as_str()]).any(|text| fold(text).contains(&words_asked));
        said && kind.is_none_or(|kind| one.regulation.kind == kind) && (!due_only || one.to_look_at())
    };
    let several = names.len() > 1;
    let rows = all
        .iter()
        .filter(|one| fits(one))
        .map(|one| row(one, if several { named(&names, one) } else { String::new() }, day, today, w, o))
        .collect();
    let above = from_above(app, visitor, &all, (day, today), w, o).await?;
    let own = app.own_unit(visitor, Act::ManageRegulations, None).await.ok();
    let issuer = match &own {
        Some(unit) => app.store.unit(unit).await?.map(|unit| unit.name).unwrap_or_default(),
        None => String::new(),
    };
    let form = back.unwrap_or_else(|| add_form(w, &issuer));
    let came = form.came;
    let template = ListPage {
        f: frame(caller, Tab::Regulations),
        rows,
        above,
        any,
        q: asked.q.clone(),
        at: if day == today { String::new() } else { short(day) },
        day: short(day),
        kind: asked.kind.clone(),
        kinds: RegulationKind::ALL.iter().map(|kind| (kind.code(), labels::kind(*kind, w))).collect(),
        due_only,
        may_add: own.is_some(),
        form,
        w,
        o,
    };
    answered(page(&template), came)
}

fn named(names: &HashMap<String, String>, one: &Kept) -> String {
    names.get(&one.regulation.unit_id).cloned().unwrap_or_default()
}

/// The regulations in force of the units above: those below read them, and their review is not their concern.
async fn from_above(
    app: &App,
    visitor: &Visitor,
    own: &[Kept],
    (day, today): (NaiveDate, NaiveDate),
    w: &'static words::Words,
    o: &'static office::Words,
) -> Result<Vec<Row>, Refusal> {
    let units = reach::above(app, visitor).await?;
    let within = Within::Units { own: units, branches: Vec::new() };
    let all = actions::all(app, &within, today).await?;
    let names = reach::names(app, all.iter().map(|one| &one.regulation.unit_id)).await?;
    let theirs = all.iter().filter(|one| !own.iter().any(|known| known.regulation.id == one.regulation.id));
    let rows = theirs.map(|one| row(one, named(&names, one), day, today, w, o));
    Ok(rows.filter(|row| !row.number.is_empty()).collect())
}

fn row(
    one: &Kept,
    unit: String,
    day: NaiveDate,
    today: NaiveDate,
    w: &'static words::Words,
    o: &'static office::Words,
) -> Row {
    let times = one.times();
    let current = in_force(&times, day);
    let version = |id: &str| one.versions.iter().find(|version| version.time.id == id);
    let text = current.as_ref().and_then(|current| version(&current.text.id));
    let amended: Vec<String> = current
        .iter()
        .flat_map(|current| &current.amendments)
        .filter_map(|one| version(&one.id))
        .map(|version| version.number_symbol.clone())
        .collect();
    Row {
        id: one.regulation.id.clone(),
        title: one.regulation.title.clone(),
        unit,
        kind: labels::kind(one.regulation.kind, w),
        number: text.map(numbered).unwrap_or_default(),
        days: text.map(|text| format!("{} {}", o.from_day, short(text.time.from))).unwrap_or_default(),
        amended: amended.join(", "),
        state: labels::state(one.regulation.state, w),
        state_class: labels::state_class(one.regulation.state),
        due: show::day(one.regulation.review_due),
        overdue: one.regulation.review_due.is_some_and(|due| due < today),
        findings: one.findings.len(),
    }
}

/// `12/QĐ-UBND, 03/02/2022`.
pub(super) fn numbered(version: &RegulationVersion) -> String {
    match version.dated {
        Some(dated) => format!("{}, {}", version.number_symbol, short(dated)),
        None => version.number_symbol.clone(),
    }
}

/// The unit that a new regulation of this person belongs to.
pub(super) async fn own_unit(app: &App, visitor: &Visitor) -> Result<String, Refusal> {
    app.own_unit(visitor, Act::ManageRegulations, None).await
}
