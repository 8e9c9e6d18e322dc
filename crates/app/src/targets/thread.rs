//! The page of one target: the golden thread, the form for its figure, its history.

use super::{labels, reasons, references, words};
use crate::App;
use crate::evaluation::export::At;
use crate::evaluation::{evaluate, goal, newest_period};
use crate::face::forms::{Field, Input};
use crate::face::periods::{PeriodChoice, choices};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::figures::entry::{self, EntryForm};
use askama::Template;
use axum::extract::{Path, Query, State};
use thidua_domain::access::Act;
use thidua_domain::cascade::AssignmentState;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_store::cascade::Assignment;
use thidua_store::figures::Version;
use thidua_store::movements::Movement;
use thidua_store::plans::{Plan, PlanLine};
use thidua_store::targets::Target;

/// A target with everything around it.
pub(crate) struct TargetView {
    pub(crate) target: Target,
    pub(crate) plan: Plan,
    pub(crate) movement: Movement,
    pub(crate) versions: Vec<Version>,
    /// What the plan above gives this unit of the target that this one carries out.
    pub(crate) given: Option<Given>,
}

/// The target above, its plan, and the newest assignment of it to this unit.
pub(crate) struct Given {
    pub(crate) plan: PlanLine,
    pub(crate) line: u32,
    pub(crate) assignment: Option<Assignment>,
}

async fn given(app: &App, plan: &Plan, target: &Target) -> Result<Option<Given>, Refusal> {
    let links = app.store.target_links(&plan.id).await?;
    let Some(link) = links.into_iter().find(|link| link.code == target.draft.id) else { return Ok(None) };
    let Some((above, of)) = app.store.target(&link.parent_target_id).await? else { return Ok(None) };
    let Some(line) = app.store.plan_line(&above).await? else { return Ok(None) };
    let assignment = app.store.assignment_to(&of.id, &plan.unit_id).await?;
    let told = assignment.filter(|one| one.given.state != AssignmentState::Draft);
    Ok(Some(Given { plan: line, line: of.draft.lines.first, assignment: told }))
}

/// The target of an address, if this person may do this to it.
pub(crate) async fn target_for(app: &App, visitor: &Visitor, id: &str, act: Act) -> Result<TargetView, Refusal> {
    let (plan_id, target) = app.store.target(id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan(&plan_id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, act, &plan.unit_id).await?;
    let movement = app
        .store
        .movements(&plan_id)
        .await?
        .into_iter()
        .find(|movement| movement.named.own)
        .ok_or(Refusal::NotFound)?;
    let versions = app.store.figures_of_target(id).await?;
    let given = given(app, &plan, &target).await?;
    Ok(TargetView { target, plan, movement, versions, given })
}

struct HistoryRow {
    /// The round of reports that it was made of.
    round: Option<String>,
    period: &'static str,
    version: i64,
    current: bool,
    figure: String,
    source: String,
    reason: String,
    file: Option<(String, String)>,
    who: String,
}

#[derive(Template)]
#[template(path = "targets/thread.html")]
struct ThreadPage {
    f: Frame,
    w: &'static words::Words,
    m: &'static crate::movements::words::Words,
    id: String,
    movement_id: String,
    plan_id: String,
    plan_number: String,
    theme: Option<String>,
    name: String,
    lead: String,
    raw: String,
    line: Option<u32>,
    asked: String,
    figure: String,
    has_figure: bool,
    evidence: Option<(String, Option<String>)>,
    class: &'static str,
    status: &'static str,
    rate: String,
    because: String,
    periods: Vec<PeriodChoice>,
    period_code: &'static str,
    form: Option<EntryForm>,
    locked: Option<String>,
    refused: bool,
    needs: Vec<Field>,
    /// What was given from above: what it is called, what is said of it, the plan above and its line.
    given: Option<(&'static str, String, String, String, u32)>,
    history: Vec<HistoryRow>,
}

/// `GET /targets/{id}?period=H1`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Answer {
    let view = target_for(&app, &visitor, &id, Act::Look).await?;
    let period = at
        .period
        .as_deref()
        .and_then(Period::from_code)
        .or_else(|| newest_period(&view.versions))
        .unwrap_or(Period::FirstQuarter);
    render(&caller, &visitor, view, period, None, None)
}

/// The page, with a refused form put back where there is one.
pub(crate) fn render(
    caller: &Caller,
    visitor: &Visitor,
    view: TargetView,
    period: Period,
    refused: Option<EntryForm>,
    refused_needs: Option<Vec<Field>>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &view.movement.id, Tab::Targets);
    let draft = &view.target.draft;
    let year = view.plan.draft.document.subject_year.as_ref().map_or(0, |year| year.value);
    let current: Vec<Version> = view.versions.iter().filter(|one| one.current).cloned().collect();
    let evaluation = evaluate(vec![view.target.clone()], &current, period);
    let row = evaluation.rows.first().ok_or(Refusal::NotFound)?;
    let leaf = goal(&view.target);
    let may_report = visitor.actor.may_in(Act::ReportFigure, &view.plan.unit_id) && leaf.is_some();
    let open = view.movement.state.takes_figures();
    let is_refused = refused.is_some() || refused_needs.is_some();
    let may_set =
        visitor.actor.may_in(Act::SetReference, &view.plan.unit_id) && view.movement.state.takes_figures();
    let needs = match refused_needs {
        Some(fields) => fields,
        None if may_set => references::fields(&view.target, w),
        None => Vec::new(),
    };
    let version = row.version.as_ref();
    let template = ThreadPage {
        m: crate::movements::words::words(language),
        movement_id: view.movement.id.clone(),
        plan_id: view.plan.id.clone(),
        plan_number: view
            .plan
            .draft
            .document
            .number_symbol
            .as_ref()
            .map(|one| one.value.clone())
            .unwrap_or_default(),
        theme: {
            let head = &view.plan.draft.document;
            head.theme.as_ref().or(head.inherited_theme.as_ref()).map(|theme| theme.value.clone())
        },
        name: draft.name.clone(),
        lead: w
            .lead
            .replace("{period}", &show::inside(show::period(period, f.c)))
            .replace("{year}", &year.to_string()),
        raw: draft.raw.trim().to_owned(),
        line: (draft.lines.first > 0).then_some(draft.lines.first),
        asked: asked(draft, w),
        has_figure: matches!(row.figure, Figure::Number(_) | Figure::Judged(_)),
        figure: match row.figure {
            Figure::Number(amount) => {
                format!("{} {}", amount.vietnamese(), draft.unit.as_deref().unwrap_or_default())
            }
            other => show::figure(other, f.c),
        },
        evidence: version.and_then(|one| {
            let said = one.reported.source.clone().or_else(|| one.reported.file_name.clone())?;
            Some((said, one.reported.file_digest.clone()))
        }),
        class: row.status.map_or("not-begun", |status| status.code()),
        status: show::status(row.status, f.c),
        rate: row
            .judgement
            .and_then(|one| one.rate)
            .map(|rate| format!("{} %", rate.vietnamese()))
            .unwrap_or_default(),
        because: row.judgement.map(|one| reasons::says(one.reason, language)).unwrap_or_default(),
        periods: choices(period, f.c),
        period_code: period.code(),
        form: match refused {
            Some(form) => Some(form),
            None if may_report && open => Some(entry::form(&view.target, version, w)),
            None => None,
        },
        locked: (may_report && !open).then(|| w.closed.replace("{state}", show::state(view.movement.state, f.c))),
        refused: is_refused,
        given: given_says(&view, language),
        needs,
        history: view.versions.iter().map(|one| history(one, &f)).collect(),
        id: view.target.id.clone(),
        f: {
            let illustrative = view.plan.illustrative || view.versions.iter().any(|one| one.reported.illustrative);
            f.with_sample(illustrative)
        },
        w,
    };
    crate::face::frame::returned(&template, false, is_refused)
}

/// What the plan above gives: the value with its document, or that it has not arrived.
fn given_says(
    view: &TargetView,
    language: thidua_domain::basics::Language,
) -> Option<(&'static str, String, String, String, u32)> {
    let given = view.given.as_ref()?;
    let w = crate::cascade::words::words(language);
    let number = given.plan.number_symbol.clone().unwrap_or_default();
    let said = match &given.assignment {
        None => w.thread_waiting.to_owned(),
        Some(one) => {
            let unit = view.target.draft.unit.as_deref().unwrap_or_default();
            let value = format!("{} {unit}", show::amount(one.given.value));
            let document = one.given.document.clone().unwrap_or_default();
            let state = crate::cascade::state_label(one, language);
            let reason = one.given.reason.clone().unwrap_or_default();
            let parts = [value.trim().to_owned(), state.to_owned(), document, show::day(one.given.dated), reason];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
    };
    Some((w.thread_assigned, said, number, given.plan.id.clone(), given.line))
}

/// What is asked, with unit and what it is measured against.
fn asked(draft: &thidua_domain::plans::draft::TargetDraft, w: &'static words::Words) -> String {
    let unit = draft.unit.as_deref().unwrap_or_default();
    let basis = draft.basis.as_deref().map(|basis| format!(" ({})", labels::basis(basis, w))).unwrap_or_default();
    format!("{} {unit}{basis}", show::asked(draft, w)).trim().to_owned()
}

fn history(one: &Version, f: &Frame) -> HistoryRow {
    let dated = show::day(one.reported.dated);
    let source = one.reported.source.clone().unwrap_or_default();
    HistoryRow {
        period: show::period(one.reported.period, f.c),
        version: one.version,
        current: one.current,
        figure: show::figure(one.reported.figure, f.c),
        source: [source, dated].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        reason: one.reported.reason.clone().unwrap_or_default(),
        file: one.reported.file_digest.clone().zip(one.reported.file_name.clone()),
        who: format!("{}, {}", one.account_name, show::moment(one.entered_at)),
        round: one.reported.round_id.clone(),
    }
}
