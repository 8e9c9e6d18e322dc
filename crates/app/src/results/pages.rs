//! Bringing in a report, and reviewing what it says beside its text.

use super::words::{Words, words};
use crate::App;
use crate::face::frame::go;
use crate::face::periods::{PeriodChoice, choices};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::figures::checks::far_beyond;
use crate::movements::actions::{MovementView, movement_for};
use crate::plans::actions as plans;
use askama::Template;
use axum::extract::{Multipart, Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::periods::Period;
use thidua_domain::targets::Comparator;
use thidua_paper::plan::results::{Answer as Found, Asked, Said};
use thidua_paper::read::SourceText;
use thidua_store::audit::Entry;
use thidua_store::figures::Version;
use thidua_store::readings::Reading;
use thidua_store::targets::Target;

#[derive(Template)]
#[template(path = "results/form.html")]
struct FormPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_number: String,
    periods: Vec<PeriodChoice>,
    problem: Option<String>,
    pasted: String,
}

fn form(caller: &Caller, view: &MovementView, period: Period, problem: Option<String>, pasted: String) -> Answer {
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &view.movement.id, Tab::Targets);
    let refused = problem.is_some();
    crate::face::frame::returned(
        &FormPage {
            w: words(caller.preferences.language),
            id: view.movement.id.clone(),
            plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
            periods: choices(period, f.c),
            problem,
            pasted,
            f,
        },
        false,
        refused,
    )
}

/// `GET /movements/{id}/results`.
pub(crate) async fn show_form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::ReportFigure).await?;
    form(&caller, &view, Period::Year, None, String::new())
}

/// `POST /movements/{id}/results`: keeps the report and leads to its review.
pub(crate) async fn read(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    mut sent: Multipart,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::ReportFigure).await?;
    let w = words(caller.preferences.language);
    let (mut name, mut bytes, mut pasted, mut period) = (String::new(), Vec::new(), String::new(), Period::Year);
    while let Some(field) = sent.next_field().await.map_err(Refusal::of_part)? {
        match field.name() {
            Some("file") => {
                name =
                    field.file_name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
                bytes = field.bytes().await.map_err(Refusal::of_part)?.to_vec();
            }
            Some("text") => pasted = field.text().await.map_err(Refusal::of_part)?,
            Some("period") => {
                let code = field.text().await.map_err(Refusal::of_part)?;
                period = Period::from_code(&code).unwrap_or(Period::Year);
            }
            _ => {}
        }
    }
    if name.is_empty() && !pasted.trim().is_empty() {
        name = w.pasted_name.to_owned();
        bytes = pasted.clone().into_bytes();
    }
    if name.is_empty() {
        return form(&caller, &view, period, Some(w.nothing_sent.to_owned()), pasted);
    }
    let (bytes, text) = text_of(&app, bytes).await?;
    if let Err(says) = text {
        let problem = format!("{name}: {}", says.in_language(caller.preferences.language));
        return form(&caller, &view, period, Some(problem), pasted);
    }
    let files = app.files.clone();
    let (digest, length, media) = tokio::task::spawn_blocking(move || {
        files.keep(&bytes).map(|digest| (digest, bytes.len(), plans::media(&bytes)))
    })
    .await
    .map_err(Refusal::fault)??;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.register_file(&digest, length, media).await?;
    let reading = Reading {
        id: change.new_id(),
        plan_id: view.movement.plan_id.clone(),
        file_digest: digest,
        file_name: name.clone(),
        period,
    };
    change.add_reading(&reading).await?;
    let entry = Entry {
        unit_id: Some(view.plan.unit_id.clone()),
        act: "report.read",
        subject: "plan",
        subject_id: view.movement.plan_id.clone(),
        detail: Some(name),
    };
    change.commit(entry).await?;
    go(format!("/movements/{id}/results/{}", reading.id))
}

async fn text_of(
    app: &App,
    bytes: Vec<u8>,
) -> Result<(Vec<u8>, Result<SourceText, thidua_domain::basics::Says>), Refusal> {
    let permit = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let read = tokio::task::spawn_blocking(move || {
        let text = plans::read_text(&bytes);
        (bytes, text)
    })
    .await
    .map_err(Refusal::fault)?;
    drop(permit);
    Ok(read)
}

/// A report that was read, with what it answers.
pub(super) struct Review {
    pub(super) view: MovementView,
    pub(super) reading: Reading,
    pub(super) source: SourceText,
    pub(super) found: Vec<Found>,
    pub(super) targets: Vec<Target>,
    pub(super) current: HashMap<String, Version>,
    pub(super) dated: String,
    pub(super) cited: String,
}

/// Reads the kept report again; nothing of a review is stored until it is accepted.
pub(super) async fn review_of(app: &App, visitor: &Visitor, id: &str, reading: &str) -> Result<Review, Refusal> {
    let view = movement_for(app, visitor, id, Act::ReportFigure).await?;
    let reading = app.store.reading(reading).await?.ok_or(Refusal::NotFound)?;
    if reading.plan_id != view.movement.plan_id {
        return Err(Refusal::NotFound);
    }
    let files = app.files.clone();
    let digest = reading.file_digest.clone();
    let bytes = tokio::task::spawn_blocking(move || files.read(&digest)).await.map_err(Refusal::fault)??;
    let targets = app.store.targets(&view.movement.plan_id).await?;
    let asked: Vec<Asked> = targets
        .iter()
        .filter_map(|target| {
            Some(Asked {
                id: target.id.clone(),
                name: target.draft.name.clone(),
                comparator: target.draft.comparator?,
                value: target.draft.value,
                unit: target.draft.unit.clone(),
            })
        })
        .collect();
    let (_, text) = text_of(app, bytes).await?;
    let source = text.map_err(|_| Refusal::NotFound)?;
    let head = thidua_paper::plan::read_plan(&source).map(|draft| draft.document).unwrap_or_default();
    let found = thidua_paper::plan::results::read_results(&source, &asked);
    let current = app
        .store
        .figures_of_plan(&view.movement.plan_id)
        .await?
        .into_iter()
        .filter(|version| version.current && version.reported.period == reading.period)
        .map(|version| (version.reported.target_id.clone(), version))
        .collect();
    let symbol = head.number_symbol.map(|symbol| symbol.value);
    let issuer = head.issuer.map(|issuer| issuer.value);
    // what is noted with a figure is a record of the authority, and stays in its language
    let w = words(Language::Vietnamese);
    let cited = match (symbol, issuer) {
        (Some(symbol), Some(issuer)) => w.cited_of.replace("{symbol}", &symbol).replace("{issuer}", &issuer),
        (Some(symbol), None) => w.cited.replace("{symbol}", &symbol),
        _ => reading.file_name.clone(),
    };
    let dated = show::day(head.date.map(|date| date.value));
    Ok(Review { view, reading, source, found, targets, current, dated, cited })
}

/// The value that a figure of the target takes; a target of change takes the change.
pub(super) fn proposed(answer: &Found, target: &Target) -> Option<Amount> {
    let comparator = target.draft.comparator?;
    let wanted_rise = match comparator {
        Comparator::IncreaseBy => true,
        Comparator::DecreaseBy => false,
        _ => {
            return match answer.said {
                Said::Reached(value) => Some(value),
                Said::Attained => (comparator == Comparator::NoneExists).then_some(Amount::ZERO),
                Said::NotYet => None,
            };
        }
    };
    let change = answer.change.as_ref().filter(|change| change.unit == target.draft.unit)?;
    if change.rose == wanted_rise { Some(change.value) } else { Amount::ZERO.minus(change.value) }
}

struct RowView {
    id: String,
    name: String,
    planned: String,
    unit: String,
    value: String,
    judged: bool,
    ticked: bool,
    seen: i64,
    notes: Vec<String>,
    raw: String,
    line: u32,
    confidence: &'static str,
    confidence_says: &'static str,
    problem: bool,
}

#[derive(Template)]
#[template(path = "results/review.html")]
struct ReviewPage {
    f: Frame,
    w: &'static Words,
    id: String,
    reading: String,
    plan_number: String,
    file_name: String,
    period: String,
    notes: Vec<String>,
    rows: Vec<RowView>,
    unanswered: Vec<String>,
    lines: Vec<(usize, String, bool)>,
    dated: String,
    source: String,
    problem: Option<String>,
}

/// `GET /movements/{id}/results/{reading}`.
pub(crate) async fn show_review(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, reading)): Path<(String, String)>,
) -> Answer {
    let review = review_of(&app, &visitor, &id, &reading).await?;
    render(&caller, review, None, &HashMap::new())
}

/// The page; after a refused form with what was typed.
pub(super) fn render(
    caller: &Caller,
    review: Review,
    problem: Option<String>,
    typed: &HashMap<String, String>,
) -> Answer {
    let w = words(caller.preferences.language);
    let p = crate::plans::words::words(caller.preferences.language);
    let t = crate::targets::words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Movements);
    let refused = problem.is_some();
    let rows: Vec<RowView> = review
        .found
        .iter()
        .filter_map(|answer| {
            let target = review.targets.iter().find(|target| target.id == answer.target)?;
            Some(row(answer, target, review.current.get(&target.id), w, (p, t, f.c), typed))
        })
        .collect();
    let answered: Vec<&str> = review.found.iter().map(|answer| answer.target.as_str()).collect();
    let unanswered = review
        .targets
        .iter()
        .filter(|target| target.draft.comparator.is_some() && !answered.contains(&target.id.as_str()))
        .map(|target| target.draft.name.clone())
        .collect();
    let marked = |number: usize| {
        review.found.iter().any(|answer| {
            let at = u32::try_from(number).unwrap_or(u32::MAX);
            (answer.lines.first..=answer.lines.last).contains(&at)
        })
    };
    let lines = review
        .source
        .lines
        .iter()
        .enumerate()
        .map(|(index, text)| (index + 1, text.clone(), marked(index + 1) && !text.trim().is_empty()))
        .collect();
    let field = |name: &str, own: String| typed.get(name).cloned().unwrap_or(own);
    crate::face::frame::returned(
        &ReviewPage {
            w,
            id: review.view.movement.id.clone(),
            reading: review.reading.id.clone(),
            plan_number: review.view.plan.number_symbol.clone().unwrap_or_default(),
            file_name: review.reading.file_name.clone(),
            period: show::period(review.reading.period, f.c).to_owned(),
            notes: plans::notes_say(&plans::note_codes(&review.source))
                .iter()
                .map(|says| says.in_language(caller.preferences.language).to_owned())
                .collect(),
            rows,
            unanswered,
            lines,
            dated: field("dated", review.dated),
            source: field("source", review.cited),
            problem,
            f,
        },
        false,
        refused,
    )
}

type AllWords = (
    &'static crate::plans::words::Words,
    &'static crate::targets::words::Words,
    &'static crate::face::words::Words,
);

fn row(
    answer: &Found,
    target: &Target,
    current: Option<&Version>,
    w: &'static Words,
    (p, t, c): AllWords,
    typed: &HashMap<String, String>,
) -> RowView {
    let value = proposed(answer, target);
    let judged = target.draft.comparator.is_some_and(Comparator::is_judged);
    let mut notes = Vec::new();
    if answer.said == Said::NotYet {
        notes.push(w.not_yet.to_owned());
    } else if value.is_none() && !judged {
        notes.push(w.change_needed.to_owned());
    }
    if let (Some(printed), Some(planned)) = (answer.planned, target.draft.value)
        && printed != planned
    {
        notes.push(w.planned_differs.replace("{n}", &printed.vietnamese()));
    }
    // “a/b, đạt p %” is computed again, to the decimals that were printed
    if let (Some((part, whole)), Some(printed)) = (answer.ratio, value)
        && let Some(computed) = part.percent_of(whole)
        && differs(computed, printed)
    {
        let says = w.rate_differs.replace("{printed}", &printed.vietnamese());
        notes.push(says.replace("{computed}", &computed.vietnamese()));
    }
    if value.is_some_and(|value| far_beyond(value, target)) {
        notes.push(w.far_note.to_owned());
    }
    if let Some(version) = current {
        notes.push(format!("{} {}", w.now, show::figure(version.reported.figure, c)));
    }
    let read = if judged { Some(Figure::Judged(Attainment::Yes)) } else { value.map(Figure::Number) };
    let same = current.is_some_and(|version| Some(version.reported.figure) == read);
    let confidence = show::confidence(answer.confidence);
    let own = value.map(Amount::vietnamese).unwrap_or_default();
    let typed_value = typed.get(&format!("value-{}", target.id)).cloned();
    let ticked = if typed.is_empty() {
        answer.said != Said::NotYet && (value.is_some() || judged) && !same && confidence != "low"
    } else {
        typed.contains_key(&format!("use-{}", target.id))
    };
    let problem = ticked
        && !judged
        && typed_value.as_deref().is_some_and(|text| super::accepting::amount(text, target).is_none());
    RowView {
        id: target.id.clone(),
        name: target.draft.name.clone(),
        planned: show::asked(&target.draft, t),
        unit: target.draft.unit.clone().unwrap_or_default(),
        value: typed_value.unwrap_or(own),
        judged,
        ticked,
        seen: current.map_or(0, |version| version.version),
        notes,
        raw: answer.raw.split_whitespace().collect::<Vec<_>>().join(" "),
        line: answer.lines.first,
        confidence,
        confidence_says: match confidence {
            "high" => p.conf_high,
            "medium" => p.conf_medium,
            _ => p.conf_low,
        },
        problem,
    }
}

/// Whether a printed rate is not the computed one, rounded half up to the decimals that were printed.
fn differs(computed: Amount, printed: Amount) -> bool {
    let (computed, printed) = (computed.ten_thousandths(), printed.ten_thousandths());
    let step = [10_000, 1_000, 100, 10, 1].into_iter().find(|step| printed % step == 0).unwrap_or(1);
    (computed + step / 2) / step * step != printed
}
