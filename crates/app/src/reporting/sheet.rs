//! `/reports/{id}`: the report of a unit: its way, what locks it, its lines in a grid, its words, what has to be mended.

use super::consolidation::reached_above;
use super::door::{Sheet, due_for, sheet};
use super::labels;
use super::lines::{self, Asked};
use super::row::{Basis, Row, cells, row, slip};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Input, Reader, Typed};
use crate::face::frame::returned;
use crate::face::sent::Sent;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use crate::reviews::directions::{Directions, upon};
use askama::Template;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::may_approve;
use thidua_domain::basics::Language;
use thidua_domain::periods::Period;
use thidua_domain::reporting::check::Found;
use thidua_domain::reporting::{Entered, State as Stage, standing};
use thidua_store::reporting::Remark;

/// A step of the way.
struct Step {
    class: &'static str,
    name: &'static str,
    says: String,
}

/// The lines that were given to the unit, or the others.
struct Part {
    label: &'static str,
    /// Number of the first line, for identifiers in the page.
    from: usize,
    rows: Vec<Row>,
    folded: bool,
    /// Something is said about one of its lines.
    marked: bool,
}

/// A section in words.
struct Section {
    code: String,
    label: String,
    text: String,
    remarks: Vec<String>,
}

#[derive(Template)]
#[template(path = "reporting/sheet.html")]
struct SheetPage {
    f: Frame,
    w: &'static Words,
    id: String,
    round_id: String,
    movement_id: String,
    plan_number: String,
    heading: String,
    period: String,
    unit: String,
    class: &'static str,
    state: &'static str,
    due: String,
    steps: Vec<Step>,
    lock: String,
    returned: String,
    /// What is said of units that this one came of.
    inherited: String,
    problem: Option<String>,
    note: Option<&'static str>,
    open: bool,
    first: bool,
    of_period: bool,
    may_recall: bool,
    may_decide: bool,
    may_accept: bool,
    own_sending: bool,
    stops: usize,
    findings: usize,
    parts: Vec<Part>,
    sections: Vec<Section>,
    remarks: Vec<String>,
    all_dated: String,
    all_source: String,
    recall_reason: String,
    version: i64,
    history: Vec<String>,
    /// Reports of the unit that were sent with it.
    attached: Vec<(String, String)>,
    attached_label: &'static str,
    directions: Directions,
}

/// A form that came back, with what was typed.
#[derive(Default)]
pub(super) struct Came {
    pub(super) typed: Option<Typed>,
    /// What was read of it, by target.
    pub(super) read: HashMap<String, Entered>,
    /// What could not be read or is in the way, by target.
    pub(super) problems: HashMap<String, String>,
    pub(super) problem: Option<String>,
    pub(super) note: Option<&'static str>,
    pub(super) conflict: bool,
    pub(super) refused: bool,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let sheet = sheet(&app, &visitor, &id).await?;
    render(&app, &caller, &visitor, sheet, Came::default()).await
}

/// The year of the movement that a report is for.
pub(super) fn year(sheet: &Sheet) -> i32 {
    use chrono::Datelike;
    sheet
        .view
        .plan
        .subject_year
        .and_then(|year| i32::try_from(year).ok())
        .unwrap_or_else(|| sheet.round.text.due.year())
}

/// The codes of the sections that a unit is asked for: in general, one for each field of the contents, and the endings.
pub(super) async fn sections(app: &App, movement_id: &str) -> Result<Vec<String>, Refusal> {
    let mut found = vec!["general".to_owned()];
    for content in app.store.contents(movement_id).await? {
        let code = format!("field:{}", content.field.code());
        if !found.contains(&code) {
            found.push(code);
        }
    }
    found.extend(["difficulties".to_owned(), "proposals".to_owned()]);
    Ok(found)
}

pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, sheet: Sheet, came: Came) -> Answer {
    render_with(app, caller, visitor, sheet, came, None).await
}

/// The page with a direction that has to be mended.
pub(crate) async fn with_direction(sent: &Sent, reader: Reader<'_>) -> Answer {
    let sheet = sheet(&sent.app, &sent.visitor, &sent.id).await?;
    let came = Came { refused: true, ..Came::default() };
    render_with(&sent.app, &sent.caller, &sent.visitor, sheet, came, Some(reader)).await
}

async fn render_with(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    sheet: Sheet,
    came: Came,
    direction: Option<Reader<'_>>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let today = crate::local_date((app.clock)());
    let report = &sheet.report;
    let asked = lines::asked(app, &sheet.round, &sheet.unit.id, Some(&report.id)).await?;
    let basis = Basis::of(came.typed.as_ref(), &asked);
    let entered: Vec<Entered> =
        asked.iter().map(|one| came.read.get(&one.target.id).cloned().unwrap_or_else(|| one.entered())).collect();
    let pairs: Vec<(&Asked, &Entered)> = asked.iter().zip(&entered).collect();
    let found = lines::findings(&sheet.round, year(&sheet), &pairs, today);
    let remarks = app.store.report_remarks(&report.id).await?;
    let open = sheet.is_open();
    let mut rows: Vec<Row> = pairs.iter().map(|(asked, entered)| row(asked, entered, basis, language)).collect();
    name_headings(&mut rows, app, &sheet, &asked).await?;
    note(&mut rows, &found, &remarks, &came, w, open);
    let texts = app.store.report_texts(&report.id).await?;
    let mut codes = sections(app, &sheet.round.movement_id).await?;
    codes.extend(
        texts.iter().map(|one| one.section.clone()).filter(|code| !codes.contains(code)).collect::<Vec<_>>(),
    );
    let sections = codes
        .into_iter()
        .map(|code| Section {
            label: labels::section(&code, w, language),
            text: match &came.typed {
                Some(typed) => typed.get(&format!("text-{code}")).cloned().unwrap_or_default(),
                None => {
                    texts.iter().find(|one| one.section == code).map(|one| one.text.clone()).unwrap_or_default()
                }
            },
            remarks: of(&remarks, |one| one.remark.section.as_deref() == Some(code.as_str())),
            code,
        })
        .collect();
    let extensions = app.store.report_extensions(&sheet.round.id).await?;
    let due = due_for(&sheet.round, &extensions, &sheet.unit.id);
    let now = standing(due, report.first_sent, today);
    let history = app.store.report_steps(&report.id).await?;
    let name = |code: &str| labels::state(Stage::from_code(code), w);
    let typed = |field: &str| came.typed.as_ref().and_then(|typed| typed.get(field)).cloned().unwrap_or_default();
    let waits = report.state.waits();
    let decides = sheet.leads && sheet.view.movement.state.takes_figures();
    let period = labels::period(sheet.round.period, c);
    let own_sending = !may_approve(report.sent_by.as_deref(), &visitor.actor);
    let open_remarks = remarks.iter().filter(|one| one.mended_at.is_none()).count();
    let illustrative = asked.iter().any(|one| one.line.as_ref().is_some_and(|line| line.illustrative));
    let action = format!("/reports/{}/directions", report.id);
    let (owner, unit) = (sheet.round.owner_id.as_str(), Some(sheet.unit.id.as_str()));
    let directions = upon(app, visitor, &report.id, (owner, unit), action, direction, language).await?;
    let template = SheetPage {
        round_id: sheet.round.id.clone(),
        movement_id: sheet.round.movement_id.clone(),
        plan_number: sheet.view.plan.number_symbol.clone().unwrap_or_default(),
        heading: w.report_heading.replace("{period}", &period).replace("{unit}", &sheet.unit.name),
        period,
        unit: sheet.unit.name.clone(),
        class: labels::class(Some(report.state), now),
        state: labels::state(Some(report.state), w),
        due: format!("{} ({})", shown::day(Some(due)), labels::standing(now, due, today, w)),
        steps: steps(app, &sheet, w).await?,
        lock: if open { String::new() } else { lock(&sheet, language) },
        returned: if report.state == Stage::Returned && open_remarks > 0 {
            w.returned_says.replace("{n}", &open_remarks.to_string())
        } else {
            String::new()
        },
        inherited: match lines::inherited(app, &sheet.round, &sheet.unit.id, "").await?.0 {
            names if names.is_empty() => String::new(),
            names => w.inherited_says.replace("{units}", &names.join(", ")),
        },
        problem: came.problem,
        note: came.note,
        open,
        first: sheet.round.period == Period::FirstQuarter,
        of_period: basis == Basis::OfPeriod,
        may_recall: sheet.writes && waits && sheet.view.movement.state.takes_figures(),
        may_decide: decides && (waits || report.state == Stage::Accepted),
        may_accept: decides && waits && !own_sending,
        own_sending: sheet.leads && waits && own_sending,
        stops: found.iter().filter(|one| one.stops()).count(),
        findings: found.len(),
        parts: parts(rows, open, w),
        sections,
        remarks: of(&remarks, |one| one.remark.target_id.is_none() && one.remark.section.is_none()),
        all_dated: typed("all-dated"),
        all_source: typed("all-source"),
        recall_reason: typed("reason"),
        version: report.version,
        attached: attached(app, &report.id, language).await?,
        attached_label: crate::reviews::words::words(language).attached_heading,
        directions,
        history: history
            .iter()
            .rev()
            .map(|one| {
                let note = one.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
                format!(
                    "{} · {} → {} · {}{note}",
                    shown::moment(one.at),
                    name(&one.from),
                    name(&one.to),
                    one.account_name
                )
            })
            .collect(),
        id: report.id.clone(),
        f: Frame::new(caller, Place::Movements).with_sample(illustrative),
        w,
    };
    returned(&template, came.conflict, came.refused)
}

/// Given lines first; the others are folded while there are given ones. Who only reads sees what was answered.
fn parts(rows: Vec<Row>, open: bool, w: &'static Words) -> Vec<Part> {
    let (given, others): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.required || row.requested);
    let others: Vec<Row> = others.into_iter().filter(|row| open || row.answered || row.has_note()).collect();
    let from = given.len();
    let both = !given.is_empty();
    let marked = others.iter().any(|row| row.answered || row.has_note());
    let mut found = Vec::new();
    if both {
        found.push(Part { label: w.lines_given, from: 0, rows: given, folded: false, marked: false });
    }
    if !others.is_empty() {
        let label = if both { w.lines_others } else { w.lines_all };
        found.push(Part { label, from, rows: others, folded: both, marked });
    }
    for part in &mut found {
        head(&mut part.rows);
    }
    found
}

/// Puts a heading of the plan over the first of the lines that stand under it.
fn head(rows: &mut [Row]) {
    let mut last: Option<String> = None;
    for row in rows {
        if row.heading == last {
            row.heading = None;
        } else {
            last = row.heading.clone();
        }
    }
}

/// The reports of the unit's own movement that were sent with this one.
async fn attached(app: &App, report_id: &str, language: Language) -> Result<Vec<(String, String)>, Refusal> {
    let w = crate::reviews::words::words(language);
    let found = app.store.period_reports_with(report_id).await?.into_iter().filter_map(|one| {
        let issue = one.issue?;
        let says = w
            .attached_says
            .replace("{number}", &issue.number_symbol)
            .replace("{day}", &shown::day(Some(issue.dated)));
        Some((format!("/period-reports/{}", one.id), says))
    });
    Ok(found.collect())
}

/// Remarks in words, those that were answered marked as such by their day.
fn of(remarks: &[Remark], test: impl Fn(&Remark) -> bool) -> Vec<String> {
    let says = |one: &Remark| format!("{} ({}, {})", one.remark.says, one.account_name, shown::moment(one.at));
    remarks.iter().filter(|one| one.mended_at.is_none() && test(one)).map(says).collect()
}

/// Under which heading of the plan each line stands: the compound line or the group.
async fn name_headings(rows: &mut [Row], app: &App, sheet: &Sheet, asked: &[Asked]) -> Result<(), Refusal> {
    let all = app.store.targets(&sheet.round.plan_id).await?;
    for (row, one) in rows.iter_mut().zip(asked) {
        let parent = one.target.draft.parent_id.as_deref();
        let container = all.iter().find(|target| Some(target.draft.id.as_str()) == parent);
        row.heading = container.map(|one| one.draft.name.clone()).or_else(|| one.target.draft.group.clone());
    }
    Ok(())
}

fn note(rows: &mut [Row], found: &[Found], remarks: &[Remark], came: &Came, w: &'static Words, open: bool) {
    for row in rows {
        row.slips = found.iter().filter(|one| one.target_id == row.id).map(|one| slip(one, w)).collect();
        row.remarks = of(remarks, |one| one.remark.target_id.as_deref() == Some(row.id.as_str()));
        row.open_remark = !row.remarks.is_empty() && open;
        row.problem = came.problems.get(&row.id).cloned();
        let Some(typed) = &came.typed else { continue };
        // what was typed stays, also where it cannot be read
        for cell in super::row::CELLS {
            if let Some(value) = typed.get(&format!("{cell}-{}", row.id)) {
                row.cells.insert(cell, value.clone());
            }
        }
    }
}

/// Who locked it, when, by which rule, and how it is unlocked.
fn lock(sheet: &Sheet, language: Language) -> String {
    let w = words(language);
    let c = crate::face::words::words(language);
    let report = &sheet.report;
    if !sheet.view.movement.state.takes_figures() {
        let state = shown::state(sheet.view.movement.state, c);
        return w.lock_movement.replace("{state}", state).replace("{owner}", &sheet.owner.name);
    }
    let at = |at: Option<thidua_store::Moment>| at.map(shown::moment).unwrap_or_default();
    match report.state {
        Stage::Submitted | Stage::Resubmitted => w
            .lock_sent
            .replace("{who}", report.sent_name.as_deref().unwrap_or_default())
            .replace("{at}", &at(report.sent_at)),
        Stage::Accepted => w
            .lock_accepted
            .replace("{who}", report.accepted_name.as_deref().unwrap_or_default())
            .replace("{at}", &at(report.accepted_at))
            .replace("{owner}", &sheet.owner.name),
        Stage::Draft | Stage::Returned => w.lock_reader.replace("{unit}", &sheet.unit.name),
    }
}

async fn steps(app: &App, sheet: &Sheet, w: &'static Words) -> Result<Vec<Step>, Refusal> {
    let report = &sheet.report;
    let consolidated =
        sheet.round.consolidated.as_ref().filter(|(at, _)| report.accepted_at.is_some_and(|on| on <= *at));
    let upward = reached_above(app, &sheet.round).await?;
    let said = |at: Option<thidua_store::Moment>, who: Option<&String>| {
        at.map(|at| format!("{} {}", shown::moment(at), who.map_or("", String::as_str))).unwrap_or_default()
    };
    let sent =
        if report.state.is_handed_in() { said(report.sent_at, report.sent_name.as_ref()) } else { String::new() };
    let done = [
        (w.step_written, Some(String::new())),
        (w.step_sent, report.state.is_handed_in().then_some(sent)),
        (w.step_accepted, report.accepted_at.map(|at| said(Some(at), report.accepted_name.as_ref()))),
        (w.step_consolidated, consolidated.map(|(at, who)| said(Some(*at), Some(who)))),
        (w.step_upward, consolidated.and(upward).map(|at| shown::day(Some(at)))),
    ];
    let reached = done.iter().take_while(|(_, says)| says.is_some()).count();
    Ok(done
        .into_iter()
        .enumerate()
        .map(|(place, (name, says))| Step {
            class: match place {
                place if place + 1 < reached => "done",
                place if place + 1 == reached => "now",
                _ => "",
            },
            name,
            says: says.unwrap_or_default(),
        })
        .collect())
}

/// The cells of a line as they stand, to be held against what was typed.
pub(super) fn standing_cells(asked: &Asked, basis: Basis, w: &'static Words) -> HashMap<&'static str, String> {
    cells(&asked.entered(), basis, w)
}
