//! `/period-reports/{id}`: the report of a movement for a period: its sections, its table, issuing it, directions upon it.

use super::directions::{Directions, upon};
use super::gather::{Gathered, gather};
use super::sections::{Line, Standing, standing};
use super::words::{Words, words};
use super::{report_for, table};
use crate::App;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::returned;
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use crate::movements::actions::MovementView;
use crate::reporting::outside;
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::movements::State as MovementState;
use thidua_store::plans::Plan;
use thidua_store::reviews::{Kept, PeriodReport};

pub(super) struct SectionView {
    pub(super) code: String,
    title: String,
    /// The program's own lines, each figure with its link.
    lines: Vec<Line>,
    /// Somebody's words, or those that were issued.
    edited: Option<Vec<String>>,
    by: String,
    moved: bool,
    now: Vec<String>,
    then: Vec<String>,
    /// What stands in the form.
    text: String,
    version: i64,
    /// What somebody else stored meanwhile.
    conflict: Option<String>,
    problem: Option<&'static str>,
    open: bool,
}

struct RowView {
    kept: Kept,
    class: String,
    status: &'static str,
    link: bool,
}

#[derive(Template)]
#[template(path = "reviews/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    m: &'static crate::movements::words::Words,
    id: String,
    movement_id: String,
    plan_number: String,
    heading: String,
    period_code: &'static str,
    issued: bool,
    lock: String,
    reopened: String,
    sent: String,
    sent_with: Option<String>,
    sections: Vec<SectionView>,
    rows: Vec<RowView>,
    moved_rows: Vec<(String, String, String)>,
    may_edit: bool,
    may_issue: bool,
    issue_fields: Vec<Field>,
    issuing: bool,
    may_send: bool,
    send_fields: Vec<Field>,
    sending: bool,
    reason_problem: Option<&'static str>,
    version: i64,
    directions: Directions,
}

/// How a form of the page came back.
#[derive(Default)]
pub(super) struct Came<'a> {
    pub(super) section: Option<(String, String, Option<&'static str>)>,
    pub(super) issuing: Option<Vec<Field>>,
    pub(super) sending: Option<Vec<Field>>,
    pub(super) reason: Option<&'static str>,
    pub(super) direction: Option<Reader<'a>>,
    pub(super) conflict: bool,
}

/// Everything of one report.
pub(super) struct Whole {
    pub(super) report: PeriodReport,
    pub(super) view: MovementView,
    pub(super) gathered: Gathered,
    pub(super) sections: Vec<Standing>,
}

pub(super) async fn whole(app: &App, visitor: &Visitor, id: &str, act: Act) -> Result<Whole, Refusal> {
    let (report, view) = report_for(app, visitor, id, act).await?;
    let gathered = gather(app, &view, report.period).await?;
    let versions = app.store.period_report_texts(id).await?;
    let sections = standing(&gathered, versions);
    Ok(Whole { report, view, gathered, sections })
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let whole = whole(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, whole, Came::default()).await
}

/// The page with a direction that has to be mended.
pub(super) async fn with_direction(sent: &Sent, reader: Reader<'_>) -> Answer {
    let whole = whole(&sent.app, &sent.visitor, &sent.id, Act::ManageTasks).await?;
    let came = Came { direction: Some(reader), ..Came::default() };
    render(&sent.app, &sent.caller, &sent.visitor, whole, came).await
}

/// The form that issues: number, day, who signs; as it was before, else as the plan has it.
pub(super) fn issue_fields(whole: &Whole, w: &'static Words) -> Vec<Field> {
    let issue = whole.report.issue.as_ref();
    let head = &whole.gathered.plan.draft.document;
    let of_plan = |piece: &Option<thidua_domain::plans::draft::Piece<String>>| {
        piece.as_ref().map(|piece| piece.value.clone()).unwrap_or_default()
    };
    let title =
        issue.map_or_else(|| of_plan(&head.signer_title), |one| one.signer_title.clone().unwrap_or_default());
    placed(
        vec![
            Field::new(
                "number",
                w.number,
                Input::Line,
                issue.map(|one| one.number_symbol.clone()).unwrap_or_default(),
            )
            .hint(w.number_hint),
            Field::new(
                "dated",
                w.day,
                Input::Day,
                issue.map(|one| shown::day(Some(one.dated))).unwrap_or_default(),
            ),
            Field::new("signer_title", w.signer_title, Input::Line, title),
            Field::new(
                "signer",
                w.signer,
                Input::Line,
                issue.map_or_else(|| of_plan(&head.signer_name), |one| one.signer_name.clone()),
            ),
        ],
        "issue",
    )
}

/// To whom reports go: the recipients that the plan marks with “báo cáo”, else the authority above.
fn reported_to(plan: &Plan) -> String {
    let marked = plan.draft.recipients.iter().filter(|one| one.is_reported_to());
    let marked: Vec<&str> = marked.map(|one| one.name.as_str()).collect();
    let parent = plan.draft.document.parent_authority.as_ref();
    if marked.is_empty() { parent.map(|one| one.value.clone()).unwrap_or_default() } else { marked.join("; ") }
}

/// The form that notes the sending upwards.
pub(super) async fn send_fields(app: &App, whole: &Whole, w: &'static Words) -> Result<Vec<Field>, Refusal> {
    let today = crate::local_date((app.clock)());
    let mut fields = vec![
        Field::new("to", w.sent_to, Input::Line, reported_to(&whole.gathered.plan)),
        Field::new("on", w.sent_on, Input::Day, shown::day(Some(today))),
    ];
    if outside::above(app, &whole.view.plan, whole.report.period).await?.is_some() {
        let tick = Field::new("attach", w.attach_own, Input::Tick, "yes");
        fields.push(tick);
    }
    Ok(placed(fields, "send"))
}

pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, whole: Whole, came: Came<'_>) -> Answer {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let issue_form = issue_fields(&whole, w);
    let send_form = send_fields(app, &whole, w).await?;
    let Whole { report, view, gathered, sections } = whole;
    let writes =
        visitor.actor.may_in(Act::Review, &view.plan.unit_id) && view.movement.state != MovementState::Closed;
    let may_edit = writes && !report.issued;
    let now = table::rows(&gathered);
    let kept = if report.issued { app.store.kept_results(&report.id).await? } else { now.clone() };
    let moved_rows = table::moved(&kept, &now)
        .into_iter()
        .map(|(old, new)| (old.target_id.clone(), old.name.clone(), said_moved(old, new, w)))
        .collect();
    let refused = came.section.is_some()
        || came.issuing.is_some()
        || came.sending.is_some()
        || came.reason.is_some()
        || came.direction.is_some();
    let views = sections.into_iter().map(|one| section_view(one, report.issued, &came, w)).collect();
    let action = format!("/period-reports/{}/directions", report.id);
    let directions =
        upon(app, visitor, &report.id, (&view.plan.unit_id, None), action, came.direction, language).await?;
    let template = OnePage {
        m: crate::movements::words::words(language),
        movement_id: report.movement_id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        heading: w.one_heading.replace("{period}", &shown::inside(shown::period(report.period, c))),
        period_code: report.period.code(),
        issued: report.issued,
        lock: if report.issued { lock(&report, w) } else { String::new() },
        reopened: match (&report.reopened_because, &report.issue) {
            (Some(reason), Some(issue)) if !report.issued => {
                w.reopened.replace("{reason}", reason).replace("{number}", &issue.number_symbol)
            }
            _ => String::new(),
        },
        sent: report
            .sent
            .as_ref()
            .map(|(to, on)| w.sent_says.replace("{to}", to).replace("{day}", &shown::day(Some(*on))))
            .unwrap_or_default(),
        sent_with: report.sent_with.clone(),
        sections: views,
        rows: kept
            .into_iter()
            .map(|kept| RowView {
                class: if kept.status.is_empty() { "none".to_owned() } else { kept.status.clone() },
                status: table::status(&kept.status).map_or("", |status| shown::status(Some(status), c)),
                link: !kept.actual.is_empty(),
                kept,
            })
            .collect(),
        moved_rows,
        may_edit,
        may_issue: may_edit,
        issuing: came.issuing.is_some(),
        issue_fields: came.issuing.unwrap_or(issue_form),
        may_send: writes && report.issued,
        sending: came.sending.is_some(),
        send_fields: came.sending.unwrap_or(send_form),
        reason_problem: came.reason,
        version: report.version,
        directions,
        f: Frame::new(caller, Place::Movements)
            .in_movement(caller, &report.movement_id, Tab::Report)
            .with_sample(gathered.illustrative),
        id: report.id,
        w,
    };
    returned(&template, came.conflict, refused)
}

fn said_moved(old: &Kept, new: &str, w: &'static Words) -> String {
    w.kept_then.replace("{then}", &old.actual).replace("{now}", new)
}

fn section_view(one: Standing, issued: bool, came: &Came<'_>, w: &'static Words) -> SectionView {
    let (now, then) = if one.moved(issued) { one.differences() } else { (Vec::new(), Vec::new()) };
    let stored = one.text(issued);
    let back = came.section.as_ref().filter(|(code, _, _)| *code == one.made.code);
    let edited = one.edited().is_some() || (issued && one.version.is_some());
    SectionView {
        edited: edited.then(|| stored.lines().map(str::to_owned).collect()),
        by: match (&one.version, one.edited()) {
            (Some(version), Some(_)) => w
                .edited_by
                .replace("{who}", &version.account_name)
                .replace("{at}", &shown::moment(version.written_at))
                .replace("{n}", &one.versions.to_string()),
            _ => String::new(),
        },
        moved: one.moved(issued),
        now,
        then,
        version: one.version.as_ref().map_or(0, |version| version.version),
        conflict: back.filter(|_| came.conflict).map(|_| stored.clone()),
        problem: back.and_then(|(_, _, problem)| *problem),
        open: back.is_some(),
        text: back.map_or(stored, |(_, typed, _)| typed.clone()),
        lines: one.made.lines,
        title: one.made.title,
        code: one.made.code,
    }
}

/// Who locked it, when, and how it is opened again.
fn lock(report: &PeriodReport, w: &'static Words) -> String {
    let Some(issue) = &report.issue else { return String::new() };
    let (who, at) =
        report.issued_by.as_ref().map(|(who, at)| (who.clone(), shown::moment(*at))).unwrap_or_default();
    w.locked_says
        .replace("{who}", &who)
        .replace("{at}", &at)
        .replace("{number}", &issue.number_symbol)
        .replace("{day}", &shown::day(Some(issue.dated)))
        .replace("{signer}", &issue.signer_name)
}

/// The words of the paper, whatever the language of the page.
pub(super) fn vietnamese() -> &'static Words {
    words(Language::Vietnamese)
}
