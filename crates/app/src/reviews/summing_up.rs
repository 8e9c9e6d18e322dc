//! `/reviews/{id}`: one sơ kết or tổng kết: day, report, the results kept, evaluation, lessons, who is commended.

use super::gather::gather;
use super::stepping::{kind_name, lacks, open_needs};
use super::summing_ups::{Until, punctuality, until};
use super::words::{Words, words};
use super::{noted, table};
use crate::App;
use crate::evaluation::newest_period;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::movements::actions::{MovementView, movement_for};
use crate::office::forms::{Came, FormView, answered, beside};
use askama::Template;
use axum::extract::{Path, State};
use chrono::Datelike;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::movements::State as MovementState;
use thidua_domain::periods::Period;
use thidua_domain::reviews::{Kind, punctual};
use thidua_domain::targets::Status;
use thidua_store::StoreError;
use thidua_store::reviews::{Kept, SummingUp, SummingUpText};

struct RowView {
    kept: Kept,
    class: String,
    status: &'static str,
}

struct Commended {
    id: String,
    says: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "reviews/summing_up.html")]
struct UpPage {
    f: Frame,
    w: &'static Words,
    o: &'static crate::office::words::Words,
    m: &'static crate::movements::words::Words,
    id: String,
    movement_id: String,
    plan_number: String,
    name: &'static str,
    until: Option<Until>,
    class: &'static str,
    punctual: String,
    lacks: String,
    closed: bool,
    form: Option<FormView>,
    texts: Vec<(&'static str, String)>,
    report: Option<(String, String)>,
    kept: String,
    kept_says: String,
    rows: Vec<RowView>,
    commended: Vec<Commended>,
    may: bool,
    version: i64,
    downloads: Vec<Download>,
}

/// Everything about one.
pub(super) struct Whole {
    pub(super) up: SummingUp,
    pub(super) view: MovementView,
    until: Option<Until>,
    reports: Vec<(String, String)>,
}

pub(super) async fn whole(
    app: &App,
    visitor: &Visitor,
    id: &str,
    act: Act,
    language: Language,
) -> Result<Whole, Refusal> {
    let up = app.store.summing_up(id).await?.ok_or(Refusal::NotFound)?;
    let view = movement_for(app, visitor, &up.movement_id, act).await?;
    let (w, c) = (words(language), crate::face::words::words(language));
    let until = until(app, &up.movement_id, up.kind, crate::waves::words::words(language)).await?;
    let reports = app.store.period_reports(&up.movement_id).await?.into_iter().map(|one| {
        let state = match &one.issue {
            Some(issue) if one.issued => issue.number_symbol.clone(),
            _ => shown::inside(w.state_draft),
        };
        (one.id, format!("{} ({state})", shown::period(one.period, c)))
    });
    Ok(Whole { reports: reports.collect(), up, view, until })
}

fn fields(whole: &Whole, w: &'static Words) -> Vec<Field> {
    let text = &whole.up.text;
    let of = |text: &Option<String>| text.clone().unwrap_or_default();
    let reports = std::iter::once((String::new(), w.held_report_none.to_owned())).chain(whole.reports.clone());
    let mut fields = vec![
        Field::new("held_on", w.held_on, Input::Day, shown::day(text.held_on)),
        Field::new("place", w.place, Input::Line, of(&text.place)),
    ];
    if whole.until.is_some() {
        fields.push(Field::new("late_because", w.late_because, Input::Line, of(&text.late_because)));
    }
    fields.extend([
        Field::new("report", w.held_report, Input::List(reports.collect()), of(&text.report_id)),
        Field::new("document", w.held_document, Input::Line, of(&text.document)).hint(w.held_document_hint),
        Field::new("evaluation", w.evaluation, Input::Text, of(&text.evaluation)),
        Field::new("causes", w.causes, Input::Text, of(&text.causes)),
        Field::new("lessons", w.lessons_up, Input::Text, of(&text.lessons)),
        Field::new("directions", w.directions_up, Input::Text, of(&text.directions)),
    ]);
    fields
}

fn form(whole: &Whole, w: &'static Words) -> FormView {
    FormView::new(format!("/reviews/{}", whole.up.id), whole.up.version, fields(whole, w), w.save_it)
}

fn open(view: &MovementView) -> bool {
    view.movement.state != MovementState::Closed
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let language = caller.preferences.language;
    let whole = whole(&app, &visitor, &id, Act::Look, language).await?;
    let form = form(&whole, words(language));
    render(&app, &caller, &visitor, whole, form).await
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, whole: Whole, form: FormView) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let (up, view) = (&whole.up, &whole.view);
    let may = open(view) && visitor.actor.may_in(Act::Review, &view.plan.unit_id);
    let today = crate::local_date((app.clock)());
    let last = whole.until.as_ref().map(|one| one.last);
    let (class, says) = punctuality(punctual(up.text.held_on, last, today), w);
    let needs = open_needs(app, view, Some(up)).await?;
    let kept = app.store.kept_results(&up.id).await?;
    let chosen = app.store.commended_at(&up.id).await?;
    let commended = crate::recognitions::of_plan(app, &view.plan.id).await?.into_iter().map(|one| Commended {
        says: crate::recognitions::sentence(&one, language),
        chosen: chosen.contains(&one.id),
        id: one.id,
    });
    let text = &up.text;
    let texts = [
        (w.place, &text.place),
        (w.late_because, &text.late_because),
        (w.held_document, &text.document),
        (w.evaluation, &text.evaluation),
        (w.causes, &text.causes),
        (w.lessons_up, &text.lessons),
        (w.directions_up, &text.directions),
    ];
    let came = form.came;
    let template = UpPage {
        o: crate::office::words::words(language),
        m: crate::movements::words::words(language),
        id: up.id.clone(),
        movement_id: up.movement_id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        name: kind_name(up.kind, w),
        class,
        punctual: says,
        lacks: if needs.is_empty() { String::new() } else { lacks(&needs, w) },
        closed: !open(view),
        texts: texts.into_iter().filter_map(|(label, text)| Some((label, text.clone()?))).collect(),
        report: text.report_id.as_ref().and_then(|id| {
            let found = whole.reports.iter().find(|(known, _)| known == id)?;
            Some((format!("/period-reports/{id}"), found.1.clone()))
        }),
        kept: up
            .kept
            .map(|(on, period)| {
                w.kept
                    .replace("{day}", &shown::day(Some(on)))
                    .replace("{period}", &shown::inside(shown::period(period, c)))
            })
            .unwrap_or_default(),
        kept_says: said(&kept, language),
        rows: kept
            .into_iter()
            .map(|kept| RowView {
                class: if kept.status.is_empty() { "none".to_owned() } else { kept.status.clone() },
                status: table::status(&kept.status).map_or("", |status| shown::status(Some(status), c)),
                kept,
            })
            .collect(),
        commended: commended.collect(),
        may,
        version: up.version,
        downloads: if up.kind == Kind::Preliminary {
            downloads(&format!("/reviews/{}", up.id), super::printing::FORMS, language)
        } else {
            Vec::new()
        },
        form: may.then_some(form),
        f: Frame::new(caller, Place::Movements)
            .in_movement(caller, &up.movement_id, Tab::Reviews)
            .with_sample(view.plan.illustrative),
        until: whole.until,
        w,
    };
    answered(page(&template), came)
}

/// How many of the results that were kept stand where.
fn said(kept: &[Kept], language: Language) -> String {
    let (w, c) = (words(language), crate::face::words::words(language));
    let leaves: Vec<&Kept> = kept.iter().filter(|one| !one.actual.is_empty()).collect();
    if leaves.is_empty() {
        return String::new();
    }
    let parts: Vec<String> = Status::ALL
        .into_iter()
        .filter_map(|status| {
            let n = leaves.iter().filter(|one| one.status == status.code()).count();
            (n > 0).then(|| format!("{n} {}", shown::inside(shown::status(Some(status), c))))
        })
        .collect();
    w.kept_says.replace("{n}", &leaves.len().to_string()).replace("{parts}", &parts.join(", "))
}

/// What was typed; the reader keeps what is the matter with it.
fn read(reader: &mut Reader<'_>, whole: &Whole, w: &'static Words) -> SummingUpText {
    let text = SummingUpText {
        held_on: reader.day("held_on"),
        place: reader.name("place"),
        late_because: reader.text("late_because"),
        report_id: reader.text("report"),
        document: reader.name("document"),
        evaluation: reader.text("evaluation"),
        causes: reader.text("causes"),
        lessons: reader.text("lessons"),
        directions: reader.text("directions"),
    };
    if text.report_id.as_ref().is_some_and(|id| !whole.reports.iter().any(|(known, _)| known == id)) {
        reader.problem("report", w.report_foreign);
    }
    if let Some(until) = &whole.until
        && text.held_on.is_some_and(|held| held > until.last)
        && text.late_because.is_none()
    {
        reader.problem("late_because", w.late_needed.replace("{day}", &until.says));
    }
    let year = whole.view.plan.subject_year.and_then(|year| i32::try_from(year).ok());
    if text.held_on.is_some_and(|held| year.is_some_and(|year| held.year() < year)) {
        reader.problem("held_on", w.day_before);
    }
    text
}

async fn writable(sent: &Sent) -> Result<Whole, Refusal> {
    let whole = whole(&sent.app, &sent.visitor, &sent.id, Act::Review, sent.caller.preferences.language).await?;
    if open(&whole.view) { Ok(whole) } else { Err(Refusal::ChangedMeanwhile) }
}

/// `POST /reviews/{id}`.
pub(crate) async fn write(sent: Sent) -> Answer {
    let found = writable(&sent).await?;
    let w = words(sent.caller.preferences.language);
    let mut reader = sent.reader();
    let text = read(&mut reader, &found, w);
    if !reader.fine() {
        let form = form(&found, w).back(reader, Came::Refused);
        return render(&sent.app, &sent.caller, &sent.visitor, found, form).await;
    }
    let change = sent.app.store.change(sent.author()).await?;
    match change.write_summing_up(&sent.id, sent.seen(), &text).await {
        Ok(()) => {
            let v = words(Language::Vietnamese);
            let detail = format!("{} {}", kind_name(found.up.kind, v), shown::day(text.held_on));
            let unit = &found.view.plan.unit_id;
            let entry = noted(unit, "summing-up.written", "summing-up", &sent.id, Some(detail.trim().to_owned()));
            change.commit(entry).await?;
            go(format!("/reviews/{}?done=saved", sent.id))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = writable(&sent).await?;
            let o = crate::office::words::words(sent.caller.preferences.language);
            beside(&mut reader, &fields(&newest, w), o);
            let form = form(&newest, w).back(reader, Came::Changed);
            render(&sent.app, &sent.caller, &sent.visitor, newest, form).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Where nothing was reported for the period yet, what there is of it.
pub(super) fn reported_period(period: Period, figures: &[thidua_store::figures::Version]) -> Period {
    let reported = figures.iter().any(|one| one.reported.period == period);
    if reported { period } else { newest_period(figures).unwrap_or(period) }
}

/// `POST /reviews/{id}/keep`: keeps the results of all targets as they are today.
pub(crate) async fn keep(sent: Sent) -> Answer {
    let found = writable(&sent).await?;
    let figures = sent.app.store.figures_of_plan(&found.view.plan.id).await?;
    let period = match found.up.kind {
        Kind::Preliminary => Period::FirstHalf,
        Kind::Final => Period::Year,
    };
    let period = reported_period(period, &figures);
    let gathered = gather(&sent.app, &found.view, period).await?;
    let today = crate::local_date((sent.app.clock)());
    let change = sent.app.store.change(sent.author()).await?;
    change.note_kept(&sent.id, sent.seen(), today, period).await?;
    change.keep_results(&sent.id, &table::rows(&gathered)).await?;
    let detail = Some(shown::day(Some(today)));
    let unit = &found.view.plan.unit_id;
    change.commit(noted(unit, "summing-up.kept", "summing-up", &sent.id, detail)).await?;
    go(format!("/reviews/{}?done=saved#kept", sent.id))
}

/// `POST /reviews/{id}/commended`: who is commended at the event.
pub(crate) async fn commend(sent: Sent) -> Answer {
    let found = writable(&sent).await?;
    let known = crate::recognitions::of_plan(&sent.app, &found.view.plan.id).await?;
    let chosen: Vec<&thidua_store::recognitions::Recognition> =
        known.iter().filter(|one| sent.typed.contains_key(&format!("r-{}", one.id))).collect();
    let ids: Vec<String> = chosen.iter().map(|one| one.id.clone()).collect();
    let names: Vec<&str> = chosen.iter().map(|one| one.whom.as_str()).collect();
    let change = sent.app.store.change(sent.author()).await?;
    change.commend_at(&sent.id, &ids).await?;
    let unit = &found.view.plan.unit_id;
    change.commit(noted(unit, "summing-up.commended", "summing-up", &sent.id, Some(names.join(", ")))).await?;
    go(format!("/reviews/{}?done=saved#commended", sent.id))
}
