//! One inspection: its plan, where it goes and why, the sample, findings and their mending, the conclusion.

use super::door::{Door, door};
use super::words::{Words, words};
use super::{drawing, labels, places, sample, steps};
use crate::App;
use crate::face::forms::Input;
use crate::face::paging::Paging;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered};
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, State};
use thidua_domain::basics::Language;
use thidua_domain::inspections::State as Step;
use thidua_domain::inspections::checklist::Item;
use thidua_domain::inspections::findings::days_late;
use thidua_domain::inspections::risk::points;
use thidua_store::inspections::{Finding, SampleLine, Visit};

/// A form that came back, or a step that was refused.
pub(super) enum Which {
    Correct(FormView),
    Seed(FormView),
    Place(FormView),
    Conclusion(FormView),
    Refused(String),
}

/// A place to visit as it is shown.
struct PlaceRow {
    subject_id: String,
    name: String,
    why: String,
    planned: String,
    made: String,
    left_out: String,
    answered: String,
    found: usize,
}

/// A line of the sample.
struct LineRow {
    subject_id: String,
    line: String,
    group: String,
    value: String,
    points: i64,
    reasons: String,
    because: String,
}

/// A finding in a list.
pub(crate) struct FindingRow {
    pub(crate) id: String,
    pub(crate) number: i64,
    pub(crate) subject_id: String,
    pub(crate) place: String,
    pub(crate) what: String,
    pub(crate) severity: &'static str,
    pub(crate) until: String,
    pub(crate) class: &'static str,
    pub(crate) standing: String,
    pub(crate) task: Option<String>,
    pub(crate) problem: Option<String>,
}

/// The seed as it is shown.
struct SeedView {
    text: String,
    how: &'static str,
    by: String,
    riskiest: i64,
    per_group: i64,
}

#[derive(Template)]
#[template(path = "inspections/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    name: String,
    version: i64,
    class: &'static str,
    state: &'static str,
    withdrawn: String,
    decision: String,
    days: String,
    period: String,
    movement: Option<(String, String)>,
    unit: String,
    purpose: String,
    team: Vec<(&'static str, String)>,
    refused: String,
    whole: bool,
    drawn_up: bool,
    concluded: bool,
    downloads: Vec<Download>,
    may_issue: bool,
    may_conclude: bool,
    may_close: bool,
    places: Vec<PlaceRow>,
    place: Option<FormView>,
    seed: Option<SeedView>,
    seed_form: Option<FormView>,
    may_draw: bool,
    drawn: String,
    lines: Vec<LineRow>,
    lines_more: String,
    paging: Paging,
    query: String,
    findings: Vec<FindingRow>,
    urging: String,
    parts: Vec<(&'static str, String)>,
    conclusion: Option<FormView>,
    correct: Option<FormView>,
    withdraw: Option<FormView>,
    message: String,
    history: Vec<String>,
}

/// Places of one page.
const A_PAGE: usize = 100;
/// Lines of the sample that are shown; more are in the file.
const MOST_LINES: usize = 120;

/// What an address may ask for.
#[derive(serde::Deserialize, Default)]
pub(crate) struct Asked {
    page: Option<usize>,
}

/// `GET /inspections/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    // a unit that is visited once is led there
    if let (false, [only]) = (door.whole, door.visits.as_slice()) {
        return crate::face::frame::go(format!("/inspections/{id}/visits/{}", only.subject_id));
    }
    shown_page(&app, &caller, door, None, asked.page).await
}

/// A finding as lists show it.
pub(super) fn finding_row(it: &Finding, today: chrono::NaiveDate, w: &'static Words) -> FindingRow {
    let (class, standing) = labels::found(it, today, w);
    FindingRow {
        id: it.id.clone(),
        number: it.number,
        subject_id: it.subject_id.clone(),
        place: it.subject_name.clone(),
        what: it.what.clone(),
        severity: labels::severity(it.severity, w),
        until: shown::day(it.mend_until),
        class,
        standing,
        task: it.task_id.as_ref().map(|id| format!("/tasks/{id}")),
        problem: it.problem_id.as_ref().map(|id| format!("/problems/{id}")),
    }
}

async fn place_rows(app: &App, door: &Door, w: &'static Words) -> Result<Vec<PlaceRow>, Refusal> {
    let ids: Vec<String> = door.visits.iter().map(|visit| visit.id.clone()).collect();
    let answers = app.store.inspection_answers(&ids).await?;
    let why = |visit: &Visit| {
        let sampled = visit.sampled.then(|| w.by_sample.to_owned());
        sampled.into_iter().chain(visit.reason.clone()).collect::<Vec<_>>().join("; ")
    };
    let row = |visit: &Visit| PlaceRow {
        subject_id: visit.subject_id.clone(),
        name: visit.name.clone(),
        why: if door.whole { why(visit) } else { String::new() },
        planned: shown::day(visit.planned_on),
        made: shown::day(visit.visited_on),
        left_out: visit.left_out.as_ref().map(|why| w.left_out.replace("{reason}", why)).unwrap_or_default(),
        answered: if visit.is_made() {
            let n = answers.iter().filter(|one| one.visit_id == visit.id).count();
            format!("{n}/{}", Item::ALL.len())
        } else {
            String::new()
        },
        found: door.findings_at(visit).count(),
    };
    Ok(door.visits.iter().map(row).collect())
}

fn line_rows(lines: &[SampleLine], w: &'static Words) -> Vec<LineRow> {
    let mut taken: Vec<&SampleLine> = lines.iter().filter(|line| line.because.is_some()).collect();
    taken.sort_by_key(|line| std::cmp::Reverse(points(&line.reasons)));
    let row = |line: &SampleLine| LineRow {
        subject_id: line.unit_id.clone(),
        line: line.line.clone(),
        group: line.group.clone(),
        value: shown::amount(line.value),
        points: points(&line.reasons),
        reasons: labels::reasons(line, w),
        because: line.because.map(|because| labels::because(because, w)).unwrap_or_default(),
    };
    taken.into_iter().map(row).collect()
}

pub(super) async fn history(app: &App, id: &str, language: Language) -> Result<Vec<String>, Refusal> {
    let a = crate::audit::words::words(language);
    let line = |one: thidua_store::audit::Logged| {
        let detail = one.detail.map(|detail| format!(": {detail}")).unwrap_or_default();
        format!(
            "{} {}, {}{detail}",
            shown::moment(one.at),
            one.account_name,
            crate::audit::labels::label(&one.act, a)
        )
    };
    Ok(app.store.history_of("inspection", id).await?.into_iter().rev().map(line).collect())
}

/// The sentence for the chat group: who is visited when.
fn message(door: &Door, w: &'static Words) -> String {
    let due: Vec<&Visit> = door.visits.iter().filter(|visit| visit.is_due()).collect();
    if due.is_empty() || !door.it.state.takes_visits() {
        return String::new();
    }
    let lines = due.iter().map(|visit| {
        let day =
            visit.planned_on.map_or_else(|| labels::days(door.it.from, door.it.to), |day| shown::day(Some(day)));
        w.message
            .replace("{issuer}", &door.unit.name)
            .replace("{place}", &visit.name)
            .replace("{day}", &day)
            .replace("{decision}", door.it.number_symbol.as_deref().unwrap_or_default())
    });
    lines.collect::<Vec<_>>().join("\n\n")
}

/// The page with a form that came back.
pub(super) async fn render(app: &App, caller: &Caller, door: Door, which: Option<Which>) -> Answer {
    shown_page(app, caller, door, which, None).await
}

/// The sentence that urges those who are late.
fn urging(door: &Door, w: &'static Words) -> String {
    let late = door.findings.iter().filter(|one| days_late(one.state, one.mend_until, door.today).is_some());
    let lines: Vec<String> = late
        .map(|one| {
            let line = w.urge.replace("{place}", &one.subject_name).replace("{demand}", &one.demand);
            format!("- {}", line.replace("{day}", &shown::day(one.mend_until)))
        })
        .collect();
    if lines.is_empty() { String::new() } else { format!("{}\n{}", w.urge_head, lines.join("\n")) }
}

async fn shown_page(app: &App, caller: &Caller, door: Door, which: Option<Which>, asked: Option<usize>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let f = frame(caller, Tab::Inspections);
    let it = &door.it;
    let lines = if door.whole { app.store.sample(&it.id).await? } else { Vec::new() };
    let open = matches!(it.state, Step::Draft | Step::Issued);
    let mut place = if door.plans && open { places::form(app, &door, w).await? } else { None };
    let mut seed_form =
        (door.plans && it.state.is_drawn_up() && it.seed.is_none()).then(|| sample::seed_form(&door, w));
    let mut conclusion = (door.plans && it.state.is_followed()).then(|| steps::concluding(&door, w));
    let mut correct = (door.plans && open).then(|| drawing::correcting(&door, w, f.c));
    let withdraw = (door.plans && open).then(|| steps::withdrawing(&door, w));
    let (mut refused, mut came) = (String::new(), Came::Fresh);
    match which {
        Some(Which::Correct(form)) => (came, correct) = (form.came, Some(form)),
        Some(Which::Seed(form)) => (came, seed_form) = (form.came, Some(form)),
        Some(Which::Place(form)) => (came, place) = (form.came, Some(form)),
        Some(Which::Conclusion(form)) => (came, conclusion) = (form.came, Some(form)),
        Some(Which::Refused(says)) => (came, refused) = (Came::Refused, says),
        None => {}
    }
    let written = it.conclusion.clone();
    let parts = [
        (w.general, written.general),
        (w.good, written.good),
        (w.wanting, written.wanting),
        (w.causes, written.causes),
        (w.demands, written.demands),
    ];
    let decision = match (&it.number_symbol, it.dated) {
        (Some(number), dated) => format!("{number}, {}", shown::day(dated)).trim_end_matches(", ").to_owned(),
        (None, _) => w.no_decision.to_owned(),
    };
    let (class, state) = labels::state(it.state, w);
    let drawn = it.drawn_at.filter(|_| door.whole).map(|at| {
        let taken = lines.iter().filter(|line| line.because.is_some()).count();
        w.drawn
            .replace("{n}", &lines.len().to_string())
            .replace("{at}", &shown::moment(at))
            .replace("{m}", &taken.to_string())
    });
    let (places, paging) = Paging::of(place_rows(app, &door, w).await?, asked, A_PAGE);
    let mut line_rows = line_rows(&lines, w);
    let more = line_rows.len().saturating_sub(MOST_LINES);
    line_rows.truncate(MOST_LINES);
    let plan_name = door.plan.number_symbol.clone().unwrap_or_else(|| door.plan.title.clone().unwrap_or_default());
    let template = OnePage {
        o: office::words(language),
        id: it.id.clone(),
        name: it.name.clone(),
        version: it.version,
        class,
        state,
        withdrawn: it.withdrawn.clone().unwrap_or_default(),
        decision,
        days: labels::days(it.from, it.to),
        period: it.period.map(|period| shown::period(period, f.c).to_owned()).unwrap_or_default(),
        movement: door.whole.then(|| (format!("/movements/{}", it.movement_id), plan_name)),
        unit: door.unit.name.clone(),
        purpose: it.purpose.clone().unwrap_or_default(),
        team: it.team.iter().map(|one| member(one, w)).collect(),
        refused,
        whole: door.whole,
        drawn_up: it.state.is_drawn_up(),
        downloads: if door.whole && it.state != Step::Withdrawn {
            downloads(&format!("/inspections/{}", it.id), super::ordered::FORMS, language)
        } else {
            Vec::new()
        },
        concluded: it.conclusion.general.is_some() && it.state != Step::Withdrawn && door.whole,
        may_issue: door.plans && it.state == Step::Draft,
        may_conclude: door.plans && it.state == Step::Issued,
        may_close: door.plans && it.state == Step::Concluded,
        places,
        paging,
        query: String::new(),
        place,
        seed: it.seed.as_ref().filter(|_| door.whole).map(|seed| SeedView {
            text: seed.text.clone(),
            how: if seed.by_hand { w.seed_by_hand } else { w.seed_drawn },
            by: w.seed_by.replace("{by}", &seed.by).replace("{at}", &shown::moment(seed.at)),
            riskiest: seed.riskiest,
            per_group: seed.per_group,
        }),
        seed_form,
        may_draw: door.plans && it.state.is_drawn_up() && it.seed.is_some() && it.drawn_at.is_none(),
        drawn: drawn.unwrap_or_default(),
        lines: line_rows,
        lines_more: if more > 0 { w.lines_more.replace("{n}", &more.to_string()) } else { String::new() },
        urging: if door.inspects || door.gives { urging(&door, w) } else { String::new() },
        findings: door.findings.iter().map(|one| finding_row(one, door.today, w)).collect(),
        parts: if door.whole || it.state != Step::Issued {
            parts.into_iter().filter_map(|(label, text)| Some((label, text?))).collect()
        } else {
            Vec::new()
        },
        conclusion,
        correct,
        withdraw,
        message: if door.inspects || door.plans { message(&door, w) } else { String::new() },
        history: if door.whole { history(app, &it.id, language).await? } else { Vec::new() },
        f: f.with_sample(door.plan.illustrative),
        w,
    };
    answered(page(&template), came)
}

/// Seat and person of the team.
pub(super) fn member(one: &thidua_store::inspections::TeamMember, w: &'static Words) -> (&'static str, String) {
    let post = one.post.as_ref().map(|post| format!(", {post}")).unwrap_or_default();
    (labels::seat(one.seat, w), format!("{}{post}", one.name))
}
