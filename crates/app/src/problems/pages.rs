//! The list of problems, and one of them.

use super::{labels, words};
use crate::App;
use crate::face::forms::{Field, Input, Typed};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::tasks::problems::{Source, State as ProblemState};
use thidua_store::problems::Problem;

struct Row {
    id: String,
    name: String,
    from: String,
    to: String,
    raised: String,
    class: &'static str,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "problems/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    rows: Vec<Row>,
    may_raise: bool,
}

/// `GET /problems`.
pub(crate) async fn index(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let w = words::words(caller.preferences.language);
    let mut problems = app.store.problems(visitor.scope().as_deref()).await?;
    // what is closed stands last
    problems.sort_by_key(|one| one.state == ProblemState::Closed);
    let rows = problems
        .into_iter()
        .map(|one| Row {
            raised: show::day(Some(one.raised_on)),
            class: labels::class(one.state),
            state: labels::state(one.state, w),
            id: one.id,
            name: one.name,
            from: one.raiser_name,
            to: one.unit_name,
        })
        .collect();
    let may_raise = visitor.actor.may(Act::RaiseProblem);
    page(&ListPage { f: Frame::new(&caller, Place::Tasks), w, rows, may_raise })
}

#[derive(Template)]
#[template(path = "problems/raise.html")]
pub(super) struct RaisePage {
    pub(super) f: Frame,
    pub(super) w: &'static words::Words,
    pub(super) hidden: Option<(&'static str, String)>,
    pub(super) to: String,
    pub(super) fields: Vec<Field>,
    pub(super) refused: bool,
}

pub(super) fn render_raise(template: RaisePage) -> Answer {
    crate::face::frame::returned(&template, false, template.refused)
}

/// A problem that this person may see: who raised it and who decides it.
pub(super) async fn problem_for(app: &App, visitor: &Visitor, id: &str) -> Result<Problem, Refusal> {
    let problem = app.store.problem(id).await?.ok_or(Refusal::NotFound)?;
    let look = app.may(visitor, Act::Look, &problem.unit_id).await?
        || app.may(visitor, Act::Look, &problem.raised_by).await?;
    if look { Ok(problem) } else { Err(Refusal::NotFound) }
}

/// What came back refused.
#[derive(Default)]
pub(super) struct Marked {
    pub(super) says: Option<String>,
    pub(super) conflict: bool,
    pub(super) typed: Typed,
}

struct TaskLine {
    id: String,
    work: String,
    lead: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "problems/one.html")]
struct OnePage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    row: Row,
    source: Option<(&'static str, String)>,
    description: String,
    advice: String,
    advised_by: String,
    decision: String,
    decided_by: String,
    outcome: String,
    tasks: Vec<TaskLine>,
    may_advise: bool,
    may_decide: bool,
    may_close: bool,
    may_give: bool,
    decided: bool,
    version: i64,
    refused: Option<String>,
    words: String,
    history: Vec<String>,
}

/// `GET /problems/{id}`.
pub(crate) async fn show_one(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    render(&app, &caller, &visitor, &id, Marked::default()).await
}

pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, id: &str, marked: Marked) -> Answer {
    let problem = problem_for(app, visitor, id).await?;
    let language = caller.preferences.language;
    let w = words::words(language);
    let t = crate::tasks::words::words(language);
    let a = crate::audit::words::words(language);
    let manage = app.may(visitor, Act::ManageTasks, &problem.unit_id).await?;
    let decide = app.may(visitor, Act::DecideProblem, &problem.unit_id).await?;
    let undecided = matches!(problem.state, ProblemState::Raised | ProblemState::Advised);
    let tasks = app.store.tasks_of_problem(id).await?;
    let history = app.store.history_of("problem", id).await?.into_iter().rev().map(|one| {
        format!("{} {}, {}", show::moment(one.at), crate::audit::labels::label(&one.act, a), one.account_name)
    });
    let by = |name: &Option<String>| name.clone().unwrap_or_default();
    let decided_by = match (&problem.decided_by, problem.decided_on) {
        (Some(name), Some(on)) => format!("{name}, {}", show::day(Some(on))),
        _ => String::new(),
    };
    let refused = marked.says.is_some();
    let finding = match (&problem.source_id, problem.source) {
        (Some(id), Source::Finding) => app
            .store
            .finding(id)
            .await?
            .map(|it| format!("/inspections/{}/visits/{}#finding-{}", it.inspection_id, it.subject_id, it.id)),
        _ => None,
    };
    let template = OnePage {
        id: problem.id.clone(),
        row: Row {
            id: problem.id.clone(),
            name: problem.name.clone(),
            from: problem.raiser_name.clone(),
            to: problem.unit_name.clone(),
            raised: show::day(Some(problem.raised_on)),
            class: labels::class(problem.state),
            state: labels::state(problem.state, w),
        },
        source: problem.source_id.as_ref().and_then(|source| match problem.source {
            Source::Task => Some((w.source_task, format!("/tasks/{source}"))),
            Source::Bottleneck => Some((w.source_bottleneck, format!("/bottlenecks/{source}"))),
            Source::Finding => finding.as_ref().map(|address| (w.source_finding, address.clone())),
            Source::Free => None,
        }),
        description: by(&problem.description),
        advice: by(&problem.advice),
        advised_by: by(&problem.advised_by),
        decision: by(&problem.decision),
        outcome: by(&problem.outcome),
        tasks: tasks
            .into_iter()
            .map(|task| TaskLine {
                state: crate::tasks::labels::state(task.state, t),
                id: task.id,
                work: task.text.work,
                lead: task.lead_name.unwrap_or_default(),
            })
            .collect(),
        may_advise: manage && undecided,
        may_decide: decide && undecided,
        may_close: manage && problem.state == ProblemState::Decided,
        may_give: manage && problem.state == ProblemState::Decided,
        decided: !undecided,
        version: problem.version,
        refused: marked.says,
        words: marked.typed.get("words").cloned().unwrap_or_default(),
        history: history.collect(),
        decided_by,
        f: Frame::new(caller, Place::Tasks),
        w,
    };
    crate::face::frame::returned(&template, marked.conflict, refused)
}
