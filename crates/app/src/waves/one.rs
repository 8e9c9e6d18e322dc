//! One wave: its days and deadline, what is worth looking at, correcting it, summing it up.

use super::words::{self, Words};
use super::{actions, during, form, label, list};
use crate::App;
use crate::calendar::countdown;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::movements::actions::{MovementView, movement_for};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::figures::Attainment;
use thidua_domain::movements::State as MovementState;
use thidua_domain::waves::{WaveKind, notices};
use thidua_store::StoreError;
use thidua_store::waves::{LedWave, SummingUp};

/// Which of the forms came back, and how.
enum Marked {
    Correcting(Vec<Field>, StatusCode),
    Closing(Vec<Field>, StatusCode),
    Reason(&'static str),
}

#[derive(Template)]
#[template(path = "waves/wave.html")]
struct WavePage {
    f: Frame,
    w: &'static Words,
    id: String,
    movement_id: String,
    plan_id: String,
    plan_line: Option<i64>,
    title: String,
    name: String,
    kind: &'static str,
    days: String,
    phase: &'static str,
    goal: String,
    event: String,
    deadline: String,
    countdown: Option<countdown::Shown>,
    conference: &'static str,
    occasions: Vec<String>,
    notices: Vec<String>,
    work: &'static during::words::Words,
    rows: Vec<during::TargetRow>,
    matters: Vec<during::matters::MatterRow>,
    sheet_says: &'static str,
    /// Congresses and conferences that date it.
    events: Vec<(String, String)>,
    r: &'static crate::recognitions::words::Words,
    recognised: Vec<crate::recognitions::Line>,
    may_recognise: bool,
    withdrawn: Option<String>,
    closed: bool,
    report: String,
    attainment: &'static str,
    assessment: String,
    lessons: String,
    commended: String,
    history: Vec<String>,
    may_correct: bool,
    may_reopen: bool,
    may_withdraw: bool,
    version: i64,
    edit_fields: Vec<Field>,
    correcting: bool,
    closing_fields: Vec<Field>,
    closing: bool,
    changed: bool,
    reason_problem: Option<&'static str>,
}

/// `GET /waves/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let led = actions::wave_for(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, &led, None).await
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, led: &LedWave, marked: Option<Marked>) -> Answer {
    let w = words::words(caller.preferences.language);
    let view = movement_for(app, visitor, &led.movement_id, Act::Look).await?;
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &led.movement_id, Tab::Waves);
    let calendar = crate::calendar::of_unit(app, &led.unit_id).await?;
    let today = crate::local_date((app.clock)());
    let closed = led.closed.is_some();
    let manages = app.may(visitor, Act::ManageWaves, &led.unit_id).await?
        && led.movement_state != MovementState::Closed
        && led.withdrawn.is_none();
    let language = caller.preferences.language;
    let work = during::words::words(language);
    let (sheet, saved) = during::sheet::for_closing(app, led, language).await?;
    let mut begun = led.summing_up.clone();
    begun.report = begun.report.or(sheet.results);
    begun.commended = begun.commended.or(sheet.commended);
    begun.assessment = begun.assessment.or(sheet.shortcomings.filter(|_| saved));
    let (mut edit_fields, mut closing_fields) = (form::fields(&led.wave, true, w), closing_fields(&begun, f.c, w));
    let (mut correcting, mut closing, mut status, mut reason_problem) = (false, false, StatusCode::OK, None);
    match marked {
        Some(Marked::Correcting(marked, with)) => (edit_fields, correcting, status) = (marked, true, with),
        Some(Marked::Closing(marked, with)) => (closing_fields, closing, status) = (marked, true, with),
        Some(Marked::Reason(says)) => (reason_problem, status) = (Some(says), StatusCode::UNPROCESSABLE_ENTITY),
        None => {}
    }
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let template = WavePage {
        id: led.id.clone(),
        movement_id: led.movement_id.clone(),
        plan_id: led.plan_id.clone(),
        plan_line: led.plan_line,
        title: title(&view),
        name: led.wave.name.clone(),
        kind: label::kind(led.wave.kind, w),
        days: label::days(led.wave.from, led.wave.to, w),
        phase: label::phase(led.wave.phase(today, closed), w),
        goal: text(&led.wave.goal),
        event: text(&led.wave.event),
        deadline: label::deadline(&led.wave, w),
        countdown: list::standing(led, today, &calendar, caller, w),
        conference: label::conference(led.wave.conference, w),
        occasions: led.wave.occasions.iter().map(|one| label::occasion(one, w)).collect(),
        notices: notices(std::slice::from_ref(&led.wave)).iter().map(|(_, one)| label::notice(one, w)).collect(),
        work,
        rows: during::rows(app, led, language).await?,
        matters: during::matters::shown(app, led, language, false).await?.0,
        events: app
            .store
            .events_of_wave(&led.id)
            .await?
            .into_iter()
            .map(|event| (format!("/events/{}", event.id), event.name))
            .collect(),
        r: crate::recognitions::words::words(language),
        recognised: crate::recognitions::of_wave(app, &led.id, language).await?,
        may_recognise: manages,
        sheet_says: if saved { work.sheet_there } else { work.sheet_missing },
        withdrawn: led.withdrawn.clone(),
        closed,
        report: text(&led.summing_up.report),
        attainment: led.summing_up.attainment.map_or("", |one| show::attainment(one, f.c)),
        assessment: text(&led.summing_up.assessment),
        lessons: text(&led.summing_up.lessons),
        commended: text(&led.summing_up.commended),
        history: history(app, led, caller.preferences.language).await?,
        may_correct: manages && !closed,
        may_reopen: manages && closed,
        may_withdraw: manages && !closed && led.wave.kind != WaveKind::Regular,
        version: led.version,
        edit_fields,
        correcting,
        closing_fields,
        closing,
        changed: status == StatusCode::CONFLICT,
        reason_problem,
        f: f.with_sample(view.plan.illustrative),
        w,
    };
    let mut response = page(&template)?;
    *response.status_mut() = status;
    Ok(response)
}

fn title(view: &MovementView) -> String {
    view.plan.number_symbol.clone().or(view.plan.title.clone()).unwrap_or_else(|| view.movement.named.name.clone())
}

async fn history(app: &App, led: &LedWave, language: Language) -> Result<Vec<String>, StoreError> {
    let (w, a) = (words::words(language), crate::audit::words::words(language));
    let steps = app.store.wave_history(&led.id).await?;
    Ok(steps
        .into_iter()
        .map(|(at, who, act, detail)| {
            let did = match act.as_str() {
                "wave.opened" => w.h_opened,
                "wave.closed" => w.h_closed,
                "wave.reopened" => w.h_reopened,
                "wave.withdrawn" => w.h_withdrawn,
                "wave.corrected" => w.h_corrected,
                other => crate::audit::labels::label(other, a),
            };
            let detail = detail.map(|detail| format!(": {detail}")).unwrap_or_default();
            format!("{} — {who}, {did}{detail}", show::moment(at))
        })
        .collect())
}

/// The form that sums a wave up.
fn closing_fields(kept: &SummingUp, c: &'static crate::face::words::Words, w: &'static Words) -> Vec<Field> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let judged = std::iter::once(("", c.choose))
        .chain(Attainment::ALL.map(|one| (one.code(), show::attainment(one, c))))
        .collect();
    vec![
        Field::new("on", w.on, Input::Day, show::day(kept.on)),
        Field::new("report", w.report, Input::Text, text(&kept.report)).hint(w.report_hint),
        Field::new("attainment", w.attainment, Input::Choice(judged), kept.attainment.map_or("", Attainment::code)),
        Field::new("assessment", w.assessment, Input::Text, text(&kept.assessment)),
        Field::new("lessons", w.lessons, Input::Text, text(&kept.lessons)),
        Field::new("commended", w.commended, Input::Text, text(&kept.commended)),
    ]
}

fn seen(typed: &Typed) -> Result<i64, Refusal> {
    typed.get("version").and_then(|seen| seen.parse().ok()).ok_or(Refusal::ChangedMeanwhile)
}

/// `POST /waves/{id}`: corrects an open wave.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let led = actions::wave_for(&app, &visitor, &id, Act::ManageWaves).await?;
    let w = words::words(caller.preferences.language);
    let view = movement_for(&app, &visitor, &led.movement_id, Act::ManageWaves).await?;
    let seen = seen(&typed)?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let own = crate::calendar::occasions_of_unit(&app, &led.unit_id).await?;
    let wave = form::read(
        Some(&led.wave),
        list::year_of(&app, &view),
        &own,
        &mut reader,
        w,
        crate::local_date((app.clock)()),
    );
    let reason = reader.text("reason");
    let later = led
        .wave
        .last_summary_day()
        .is_some_and(|before| wave.last_summary_day().is_none_or(|after| after > before));
    if later && reason.is_none() {
        reader.problem("reason", w.reason_needed);
    }
    if !reader.fine() {
        let fields = reader.mark(form::fields(&led.wave, true, w));
        let marked = Marked::Correcting(fields, StatusCode::UNPROCESSABLE_ENTITY);
        return render(&app, &caller, &visitor, &led, Some(marked)).await;
    }
    let author = visitor.author((app.clock)());
    match actions::correct(&app, author, &led, seen, &wave, reason.as_deref()).await {
        Ok(()) => go(format!("/waves/{id}?done=saved")),
        // what was typed stays; what is stored now stands beside each field that differs
        Err(StoreError::ChangedMeanwhile) => {
            let newest = actions::wave_for(&app, &visitor, &id, Act::ManageWaves).await?;
            reader.beside(&form::fields(&newest.wave, false, w), |value| format!("{}: {}", w.newest, value));
            let fields = reader.mark(form::fields(&newest.wave, true, w));
            let marked = Marked::Correcting(fields, StatusCode::CONFLICT);
            render(&app, &caller, &visitor, &newest, Some(marked)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /waves/{id}/close`: sums an open wave up; it needs a report, an evaluation and lessons.
pub(crate) async fn close(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let led = actions::wave_for(&app, &visitor, &id, Act::ManageWaves).await?;
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let seen = seen(&typed)?;
    let mut reader = Reader::new(&typed, c);
    let on = reader.day("on");
    let summing_up = SummingUp {
        on,
        report: Some(reader.required("report")),
        attainment: reader.code("attainment", Attainment::from_code),
        assessment: Some(reader.required("assessment")),
        lessons: Some(reader.required("lessons")),
        commended: reader.text("commended"),
    };
    if summing_up.attainment.is_none() {
        reader.problem("attainment", c.must_fill);
    }
    match on {
        None => reader.problem("on", c.must_fill),
        Some(on) if on > crate::local_date((app.clock)()) => reader.problem("on", w.on_future),
        Some(on) if led.wave.from.is_some_and(|from| on < from) => reader.problem("on", w.on_early),
        Some(_) => {}
    }
    let fine = reader.fine();
    let fields = reader.mark(closing_fields(&led.summing_up, c, w));
    if led.closed.is_none() && led.withdrawn.is_none() && !fine {
        let marked = Marked::Closing(fields, StatusCode::UNPROCESSABLE_ENTITY);
        return render(&app, &caller, &visitor, &led, Some(marked)).await;
    }
    match actions::close(&app, visitor.author((app.clock)()), &led, seen, &summing_up).await {
        Ok(()) => go(format!("/waves/{id}?done=saved")),
        Err(StoreError::ChangedMeanwhile) => {
            let newest = actions::wave_for(&app, &visitor, &id, Act::ManageWaves).await?;
            render(&app, &caller, &visitor, &newest, Some(Marked::Closing(fields, StatusCode::CONFLICT))).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What is done to a wave with nothing but a reason.
#[derive(Clone, Copy)]
enum WithReason {
    Reopen,
    Withdraw,
}

async fn with_reason(sent: Sent, what: WithReason) -> Answer {
    let led = actions::wave_for(&sent.app, &sent.visitor, &sent.id, Act::ManageWaves).await?;
    let reason = sent.text("reason")?;
    let seen = seen(&sent.typed)?;
    let Some(reason) = reason else {
        let says = crate::face::words::words(sent.caller.preferences.language).must_fill;
        return render(&sent.app, &sent.caller, &sent.visitor, &led, Some(Marked::Reason(says))).await;
    };
    match what {
        WithReason::Reopen => actions::reopen(&sent.app, sent.author(), &led, seen, &reason).await?,
        WithReason::Withdraw => actions::withdraw(&sent.app, sent.author(), &led, seen, &reason).await?,
    }
    go(format!("/waves/{}?done=saved", sent.id))
}

/// `POST /waves/{id}/reopen`.
pub(crate) async fn reopen(sent: Sent) -> Answer {
    with_reason(sent, WithReason::Reopen).await
}

/// `POST /waves/{id}/withdraw`.
pub(crate) async fn withdraw(sent: Sent) -> Answer {
    with_reason(sent, WithReason::Withdraw).await
}
