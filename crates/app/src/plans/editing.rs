//! One form for every kind of piece.

use super::pieces::{self, Deed, Kind};
use super::review::plan_for;
use super::{actions, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_store::plans::Plan;

#[derive(Template)]
#[template(path = "plans/edit.html")]
struct EditPage {
    f: Frame,
    w: &'static words::Words,
    plan_id: String,
    number: String,
    heading: String,
    version: i64,
    source: Vec<(u32, String)>,
    fields: Vec<Field>,
    may_remove: bool,
    refused: bool,
}

/// The form; a refused one (`seen`) keeps the version that its person saw, so that nobody is overwritten on the way.
fn form(caller: &Caller, plan: &Plan, kind: Kind, key: &str, fields: Vec<Field>, seen: Option<i64>) -> Answer {
    let refused = seen.is_some();
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Plans);
    let new = key == "new";
    let verb = if new { w.add_heading } else { w.edit_heading };
    let span = pieces::views(kind, &plan.draft, w, f.c)
        .into_iter()
        .filter(|view| view.key == key && kind != Kind::Document)
        .find_map(|view| view.span);
    let source = span
        .map(|span| {
            (span.first..=span.last)
                .filter_map(|number| {
                    let index = usize::try_from(number).ok()?.checked_sub(1)?;
                    plan.source.get(index).map(|line| (number, line.clone()))
                })
                .collect()
        })
        .unwrap_or_default();
    let template = EditPage {
        plan_id: plan.id.clone(),
        number: plan
            .draft
            .document
            .number_symbol
            .as_ref()
            .map_or_else(|| w.no_number.to_owned(), |symbol| symbol.value.clone()),
        heading: format!("{verb}: {}", kind.label(w)),
        version: seen.unwrap_or(plan.version),
        source,
        fields,
        may_remove: !new && kind.is_list(),
        refused,
        f,
        w,
    };
    crate::face::frame::returned(&template, false, refused)
}

/// `GET /plans/{id}/{kind}/{key}`.
pub(crate) async fn edit_form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, kind, key)): Path<(String, String, String)>,
) -> Answer {
    let kind = Kind::from_code(&kind).ok_or(Refusal::NotFound)?;
    let plan = plan_for(&app, &visitor, &id, Act::PreparePlan).await?;
    if plan.issued {
        return go(format!("/plans/{id}"));
    }
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let fields = pieces::fields(kind, &key, &mut plan.draft.clone(), w, c).ok_or(Refusal::NotFound)?;
    form(&caller, &plan, kind, &key, fields, None)
}

/// `POST /plans/{id}/{kind}/{key}`.
pub(crate) async fn edit(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, kind, key)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let kind = Kind::from_code(&kind).ok_or(Refusal::NotFound)?;
    let plan = plan_for(&app, &visitor, &id, Act::PreparePlan).await?;
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let deed = match typed.get("do").map(String::as_str) {
        Some("confirm") => Deed::Confirm,
        Some("remove") => Deed::Remove,
        _ => Deed::Save,
    };
    let seen = typed.get("version").and_then(|version| version.parse().ok()).ok_or(Refusal::ChangedMeanwhile)?;
    let mut draft = plan.draft.clone();
    let mut reader = Reader::new(&typed, c);
    pieces::change(kind, &key, &deed, &mut draft, &mut reader, w).ok_or(Refusal::NotFound)?;
    if !reader.fine() {
        let fields = pieces::fields(kind, &key, &mut plan.draft.clone(), w, c).ok_or(Refusal::NotFound)?;
        let fields = reader.mark(fields);
        return form(&caller, &plan, kind, &key, fields, Some(seen));
    }
    let v = words::words(Language::Vietnamese);
    let verb = match deed {
        Deed::Save => v.log_saved,
        Deed::Confirm => v.log_confirmed,
        Deed::Remove => v.log_removed,
    };
    // the log tells which piece it was, and what stood there before
    let before = pieces::views(kind, &plan.draft, v, crate::face::words::words(Language::Vietnamese))
        .into_iter()
        .find(|view| view.key == key && kind != Kind::Document)
        .map(|view| format!(": {} {} {}", view.lead, view.strong, view.rest))
        .unwrap_or_default();
    let what = format!("{}, {verb}{before}", kind.label(v)).trim_end().to_owned();
    actions::correct(&app, visitor.author((app.clock)()), &plan, &draft, seen, what).await?;
    let own = if kind == Kind::Document {
        "document-0".to_owned()
    } else {
        format!("{}-{}", kind.code(), key.replace('.', "-"))
    };
    let filtered = typed.get("show").is_some_and(|show| show == "doubtful");
    // who confirms goes on to the next piece that is not sure
    let anchor =
        if matches!(deed, Deed::Confirm) { next_doubtful(&draft, &own, filtered).unwrap_or(own) } else { own };
    let show = if filtered { "&show=doubtful" } else { "" };
    go(format!("/plans/{id}?done=saved{show}#{anchor}"))
}

/// The next piece after this one that is not sure; in the filtered view the first of all when none is left behind it.
fn next_doubtful(draft: &thidua_domain::plans::draft::PlanDraft, own: &str, around: bool) -> Option<String> {
    let (w, c) = (words::words(Language::Vietnamese), crate::face::words::words(Language::Vietnamese));
    let views: Vec<pieces::PieceView> =
        Kind::ALL.into_iter().flat_map(|kind| pieces::views(kind, draft, w, c)).collect();
    let at = views.iter().position(|view| view.anchor == own)?;
    let doubtful = |view: &&pieces::PieceView| view.doubtful;
    views[at + 1..]
        .iter()
        .find(doubtful)
        .or_else(|| views[..at].iter().find(doubtful).filter(|_| around))
        .map(|view| view.anchor.clone())
}
