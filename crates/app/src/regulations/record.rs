//! One regulation: what is in force on a day, all its versions, what is the matter with it, and its forms.

use super::actions::{self, Kept};
use super::editing::{own_fields, version_fields};
use super::list::{Asked, numbered};
use super::{labels, words};
use crate::App;
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered};
use crate::office::tabs::{Tab, frame};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, Query, State};
use thidua_domain::access::Act;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::regulations::{in_force, last_day};

struct VersionRow {
    id: String,
    number: String,
    issuer: String,
    way: &'static str,
    days: String,
    changes: String,
    file: Option<String>,
    recorded: String,
    holds: bool,
}

#[derive(Template)]
#[template(path = "regulations/record.html")]
struct RecordPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    id: String,
    title: String,
    unit_id: String,
    unit: String,
    /// Whether this person looks at the unit itself; those below it read the texts.
    looks: bool,
    kind: &'static str,
    state: &'static str,
    state_class: &'static str,
    due: String,
    note: Option<String>,
    at: String,
    day: String,
    current: Vec<String>,
    findings: Vec<(String, String)>,
    rows: Vec<VersionRow>,
    may_manage: bool,
    editing: bool,
    version_form: FormView,
    own_form: FormView,
}

/// Which form came back.
pub(super) enum Back {
    Version(FormView),
    Own(FormView),
}

/// `GET /regulations/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &id, &asked, None).await
}

/// The form of a version: a new one, or the one that is corrected.
pub(super) fn version_form(kept: &Kept, edit: &str, issuer: &str, w: &'static words::Words) -> FormView {
    let edited = kept.versions.iter().find(|version| version.time.id == edit);
    let fields = version_fields(w, edited, issuer, true);
    let action = format!("/regulations/{}/versions", kept.regulation.id);
    let button = if edited.is_some() { w.edit_version } else { w.add_version };
    let form = FormView::new(action, kept.regulation.version, fields, button)
        .with_file(w.file, edited.and_then(|version| version.file_name.clone()));
    if edited.is_some() { form.correcting(edit) } else { form }
}

/// The form of the regulation itself.
pub(super) fn own_form(kept: &Kept, w: &'static words::Words, save: &'static str) -> FormView {
    let action = format!("/regulations/{}", kept.regulation.id);
    FormView::new(action, kept.regulation.version, own_fields(w, Some(&kept.regulation)), save)
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    asked: &Asked,
    back: Option<Back>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let today = reach::today(app);
    let kept = actions::one(app, id, today).await?;
    let looks = app.may(visitor, Act::Look, &kept.regulation.unit_id).await?;
    if !looks && !app.stands_below(visitor, &kept.regulation.unit_id).await? {
        return Err(Refusal::NotFound);
    }
    let may_manage = app.may(visitor, Act::ManageRegulations, &kept.regulation.unit_id).await?;
    let unit = app.store.unit(&kept.regulation.unit_id).await?.ok_or(Refusal::NotFound)?.name;
    let f = frame(caller, Tab::Regulations);
    let day = read_date(&asked.at).unwrap_or(today);
    let times = kept.times();
    let current = in_force(&times, day);
    let holding: Vec<&str> = current
        .iter()
        .flat_map(|one| std::iter::once(one.text).chain(one.amendments.iter().copied()))
        .map(|one| one.id.as_str())
        .collect();
    let mut rows: Vec<(chrono::NaiveDate, VersionRow)> = kept
        .versions
        .iter()
        .map(|version| {
            let last = last_day(&times, &version.time.id);
            let to =
                last.map_or_else(|| o.until_replaced.to_owned(), |last| format!("{} {}", o.to_day, short(last)));
            let row = VersionRow {
                id: version.time.id.clone(),
                number: numbered(version),
                issuer: version.issuer.clone(),
                way: labels::way(version.time.way, w),
                days: format!("{} {} {to}", o.from_day, short(version.time.from)),
                changes: version.changes.clone().unwrap_or_default(),
                file: version.file_digest.clone(),
                recorded: format!("{}, {}", version.account_name, shown::moment(version.recorded_at)),
                holds: holding.contains(&version.time.id.as_str()),
            };
            (version.time.from, row)
        })
        .collect();
    rows.sort_by_key(|(from, _)| std::cmp::Reverse(*from));
    let (version_back, own_back) = match back {
        Some(Back::Version(form)) => (Some(form), None),
        Some(Back::Own(form)) => (None, Some(form)),
        None => (None, None),
    };
    let version_form = version_back.unwrap_or_else(|| version_form(&kept, &asked.edit, &unit, w));
    let own_form = own_back.unwrap_or_else(|| own_form(&kept, w, f.c.save));
    let came = if own_form.came == Came::Fresh { version_form.came } else { own_form.came };
    let of = &kept.regulation;
    let template = RecordPage {
        current: holding
            .iter()
            .filter_map(|id| kept.versions.iter().find(|version| version.time.id == *id))
            .map(numbered)
            .collect(),
        looks,
        findings: kept
            .findings
            .iter()
            .filter(|_| looks)
            .map(|one| labels::finding(one, &kept.versions, w))
            .collect(),
        id: id.to_owned(),
        title: of.title.clone(),
        unit_id: of.unit_id.clone(),
        kind: labels::kind(of.kind, w),
        state: labels::state(of.state, w),
        state_class: labels::state_class(of.state),
        // what a review finds is the owner's concern
        due: if looks { shown::day(of.review_due) } else { String::new() },
        note: of.note.clone().filter(|_| looks),
        at: if day == today { String::new() } else { short(day) },
        day: short(day),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        editing: version_form.corrects.is_some(),
        f,
        w,
        o,
        unit,
        may_manage,
        version_form,
        own_form,
    };
    answered(page(&template), came)
}
