//! Advice, decision, closing.

use super::pages::{Marked, problem_for, render};
use super::words;
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::tasks::actions::today;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::tasks::problems::{Refused, State as ProblemState};
use thidua_store::StoreError;
use thidua_store::audit::Entry;

/// One step: who may, where to, under which act of the log.
async fn step(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    typed: Typed,
    (act, to, logged): (Act, ProblemState, &'static str),
) -> Answer {
    let problem = problem_for(app, visitor, id).await?;
    app.require(visitor, act, &problem.unit_id).await?;
    let w = words::words(caller.preferences.language);
    let seen = crate::face::forms::seen(&typed);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let said = reader.text("words");
    if !reader.fine() {
        return Err(Refusal::TooLong);
    }
    let tasks = app.store.tasks_of_problem(id).await?;
    let open = tasks.iter().filter(|task| !task.state.is_final()).count();
    let again = async |says: String, conflict: bool| {
        render(app, caller, visitor, id, Marked { says: Some(says), conflict, typed: typed.clone() }).await
    };
    if let Err(refused) = problem.state.step(to, said.as_deref(), open) {
        let says = match refused {
            Refused::NoArrow(_) => w.refused_arrow.to_owned(),
            Refused::NeedsWords => w.refused_words.to_owned(),
            Refused::OpenTasks(n) => w.refused_tasks.replace("{n}", &n.to_string()),
        };
        // a step that was open when the page was loaded was taken by somebody else
        return again(says, seen != problem.version).await;
    }
    let said = said.unwrap_or_default();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.step_problem(id, seen, to, &said, today(app)).await {
        Ok(()) => {
            let entry = Entry {
                unit_id: Some(problem.unit_id.clone()),
                act: logged,
                subject: "problem",
                subject_id: id.to_owned(),
                detail: Some(said),
            };
            change.commit(entry).await?;
            go(format!("/problems/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            again(w.refused_changed.to_owned(), true).await
        }
        Err(other) => Err(other.into()),
    }
}

macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident: $act:ident $to:ident $logged:literal;)*) => {$(
        $(#[$doc])*
        pub(crate) async fn $name(
            State(app): State<App>,
            caller: Caller,
            visitor: Visitor,
            Path(id): Path<String>,
            Form(typed): Form<Typed>,
        ) -> Answer {
            step(&app, &caller, &visitor, &id, typed, (Act::$act, ProblemState::$to, $logged)).await
        }
    )*};
}

steps! {
    /// `POST /problems/{id}/advice`.
    advise: ManageTasks Advised "problem.advised";
    /// `POST /problems/{id}/decision`.
    decide: DecideProblem Decided "problem.decided";
    /// `POST /problems/{id}/close`.
    close: ManageTasks Closed "problem.closed";
}
