//! The form for a figure, and taking it in.

use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::figures::actions;
use crate::figures::checks::{DaySlip, day_slip, far_beyond, sign_fits};
use crate::figures::evidence::{self, Evidence};
use crate::targets::thread::{TargetView, render, target_for};
use crate::targets::words::{Words, words};
use axum::extract::{Multipart, Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Expectation;
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::periods::Period;
use thidua_domain::targets::{Comparator, Goal};
use thidua_store::figures::{Reported, Version};
use thidua_store::targets::Target;

/// The form as it is shown.
pub(crate) struct EntryForm {
    pub(crate) judged: bool,
    pub(crate) unit: String,
    pub(crate) hint: &'static str,
    pub(crate) seen: i64,
    pub(crate) corrects: bool,
    pub(crate) values: HashMap<&'static str, String>,
    pub(crate) problems: HashMap<&'static str, String>,
    pub(crate) ask_sure: bool,
}

/// Names of the fields that are put back.
const FIELDS: [&str; 6] = ["value", "attained", "state", "dated", "source", "reason"];

impl EntryForm {
    /// What stands in a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// What is wrong with a field.
    pub(crate) fn problem(&self, name: &str) -> Option<&String> {
        self.problems.get(name)
    }

    /// Whether this state is chosen.
    pub(crate) fn state_is(&self, code: &str) -> bool {
        let chosen = self.value("state");
        chosen == code || (chosen.is_empty() && code == "entered")
    }
}

/// The form for a target and what is entered so far.
pub(crate) fn form(target: &Target, version: Option<&Version>, w: &'static Words) -> EntryForm {
    let mut values = HashMap::new();
    if let Some(Version { reported, .. }) = version {
        match reported.figure {
            Figure::Number(amount) => {
                values.insert("value", amount.vietnamese());
            }
            Figure::Judged(judged) => {
                values.insert("attained", judged.code().to_owned());
            }
            other => {
                values.insert("state", other.state_code().to_owned());
            }
        }
        values.insert("dated", show::day(reported.dated));
        values.insert("source", reported.source.clone().unwrap_or_default());
    }
    EntryForm {
        judged: target.draft.comparator.is_some_and(Comparator::is_judged),
        unit: target.draft.unit.clone().unwrap_or_default(),
        hint: match target.draft.comparator {
            Some(Comparator::IncreaseBy) => w.rise_hint,
            Some(Comparator::DecreaseBy) => w.fall_hint,
            Some(Comparator::NoneExists) => w.count_hint,
            _ => w.value_hint,
        },
        seen: version.map_or(0, |version| version.version),
        corrects: version.is_some(),
        values,
        problems: HashMap::new(),
        ask_sure: false,
    }
}

/// What a form sent, besides its file.
struct Sent {
    typed: Typed,
    file: Option<Evidence>,
    file_problem: Option<&'static str>,
}

async fn receive(mut form: Multipart, w: &'static Words) -> Result<Sent, Refusal> {
    let mut sent = Sent { typed: Typed::new(), file: None, file_problem: None };
    while let Some(field) = form.next_field().await.map_err(Refusal::of_part)? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        if name == "file" {
            let file_name: String =
                field.file_name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
            let content = field.bytes().await.map_err(Refusal::of_part)?;
            if content.len() > evidence::LARGEST {
                sent.file_problem = Some(w.file_large);
            } else if !file_name.is_empty() && !content.is_empty() {
                match evidence::recognise(&file_name, &content) {
                    Some(media) => sent.file = Some(Evidence { name: file_name, media, content: content.to_vec() }),
                    None => sent.file_problem = Some(w.file_kind),
                }
            }
        } else {
            sent.typed.insert(name, field.text().await.map_err(Refusal::of_part)?);
        }
    }
    Ok(sent)
}

/// `POST /targets/{id}/figures`.
pub(crate) async fn enter(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    form_sent: Multipart,
) -> Answer {
    let view = target_for(&app, &visitor, &id, Act::ReportFigure).await?;
    let w = words(caller.preferences.language);
    let sent = receive(form_sent, w).await?;
    let period = sent.typed.get("period").and_then(|code| Period::from_code(code)).ok_or(Refusal::NotFound)?;
    if !view.movement.state.takes_figures() {
        return Err(Refusal::ChangedMeanwhile);
    }
    let Some(goal) = crate::evaluation::goal(&view.target) else { return Err(Refusal::NotFound) };
    let seen = sent.typed.get("seen").and_then(|seen| seen.parse().ok()).unwrap_or(0);
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    let mut reported = read(&view, &goal, period, seen, &mut reader, w, crate::local_date((app.clock)()));
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    if !reader.fine() {
        let mut again = form(&view.target, None, w);
        again.seen = seen;
        again.corrects = seen > 0;
        again.ask_sure = reader.problems.values().any(|problem| problem == w.factor || problem == w.date_period);
        again.problems = reader.problems;
        again.values = FIELDS.into_iter().filter_map(|name| Some((name, sent.typed.get(name)?.clone()))).collect();
        return render(&caller, &visitor, view, period, Some(again), None);
    }
    if sent.file.is_none()
        && let Some(before) = view.versions.iter().find(|one| one.current && one.reported.period == period)
    {
        // a correction keeps the evidence unless another file takes its place
        reported.file_digest = before.reported.file_digest.clone();
        reported.file_name = before.reported.file_name.clone();
    }
    let author = visitor.author((app.clock)());
    actions::enter(&app, author, &view.plan.unit_id, reported, seen, sent.file).await?;
    go(format!("/targets/{id}?period={}&done=figure", period.code()))
}

/// Reads the form into a figure; what is wrong stays with the reader.
fn read(
    view: &TargetView,
    goal: &Goal,
    period: Period,
    seen: i64,
    typed: &mut Reader<'_>,
    w: &'static Words,
    today: chrono::NaiveDate,
) -> Reported {
    let state = typed.text("state").unwrap_or_default();
    let figure = match state.as_str() {
        "not-entered" => Figure::NotEntered,
        "not-applicable" => Figure::NotApplicable,
        "not-assigned" => Figure::NotAssigned,
        _ if goal.is_judged() => {
            let judged = typed.code("attained", Attainment::from_code);
            if judged.is_none() {
                typed.problem("attained", w.judgement_needed);
            }
            judged.map_or(Figure::NotEntered, Figure::Judged)
        }
        _ => number(view, typed, w),
    };
    let has_result = matches!(figure, Figure::Number(_) | Figure::Judged(_));
    let dated = typed.day("dated");
    let source = typed.text("source");
    let reason = typed.text("reason");
    if has_result {
        if dated.is_none() {
            typed.problem("dated", w.date_needed);
        }
        if source.is_none() {
            typed.problem("source", w.source_needed);
        }
        check_date(view, period, dated, today, typed, w);
    }
    if reason.is_none() && (seen > 0 || figure == Figure::NotApplicable) {
        typed.problem("reason", w.reason_needed);
    }
    Reported {
        target_id: view.target.id.clone(),
        period,
        figure,
        dated,
        source,
        file_digest: None,
        file_name: None,
        reason,
        ratio: None,
        place: None,
        round_id: None,
        illustrative: false,
    }
}

fn number(view: &TargetView, typed: &mut Reader<'_>, w: &'static Words) -> Figure {
    let draft = &view.target.draft;
    let expected = if draft.unit.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
    let Some(amount) = typed.amount("value", expected) else {
        typed.problem("value", w.value_needed);
        return Figure::NotEntered;
    };
    if !sign_fits(amount, draft.comparator) {
        typed.problem("value", w.negative);
    }
    if far_beyond(amount, &view.target) && !typed.tick("sure") {
        typed.problem("value", w.factor);
    }
    Figure::Number(amount)
}

/// A figure is taken in the plan's year or in the quarter after it, and not in the future.
fn check_date(
    view: &TargetView,
    period: Period,
    dated: Option<chrono::NaiveDate>,
    today: chrono::NaiveDate,
    typed: &mut Reader<'_>,
    w: &'static Words,
) {
    let (Some(day), Some(year)) = (dated, &view.plan.draft.document.subject_year) else { return };
    match day_slip(year.value, period, day, today) {
        Some(DaySlip::Future) => typed.problem("dated", w.date_late),
        Some(DaySlip::Outside) => {
            typed.problem("dated", w.date_outside.replace("{year}", &year.value.to_string()));
        }
        Some(DaySlip::FarFromPeriod) if !typed.tick("sure") => typed.problem("dated", w.date_period),
        Some(DaySlip::FarFromPeriod) | None => {}
    }
}
