//! What waits on the first page because of tasks, bottlenecks and problems.

use super::{labels, words};
use crate::App;
use crate::face::{Refusal, Visitor};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::tasks::follow::Standing;
use thidua_domain::tasks::{State as TaskState, bottlenecks, problems};
use thidua_store::tasks::Task;

/// A line of the first page.
pub(crate) struct Waiting {
    pub(crate) class: &'static str,
    pub(crate) text: String,
    pub(crate) address: String,
    pub(crate) note: String,
}

/// Escalated tasks that are named one by one; more of them are counted.
const NAMED: usize = 5;

/// What waits for this person.
pub(crate) async fn waiting(app: &App, visitor: &Visitor, language: Language) -> Result<Vec<Waiting>, Refusal> {
    let w = words::words(language);
    let mut lines = Vec::new();
    let mut line = |class, text: String, address: String, note: String| {
        lines.push(Waiting { class, text, address, note });
    };
    let say = |text: &str, n: usize| text.replace("{n}", &n.to_string());
    if let Some(units) = visitor.actor.units(Act::DecideProblem).filter(|units| !units.is_empty()) {
        let given = app.store.tasks_given_by(Some(&units)).await?;
        let now = &labels::Now::of(app, &given).await?;
        let told: Vec<&Task> = given.iter().filter(|task| labels::escalates(task, now)).collect();
        for task in told.iter().take(NAMED) {
            let lead = task.lead_name.clone().unwrap_or_default();
            let stands = labels::standing(labels::standing_of(task, now), w);
            let note = format!("{lead}. {stands}. {} {}", w.urged_times, task.urgings);
            line("missed", format!("{} {}", w.home_escalated, task.text.work), format!("/tasks/{}", task.id), note);
        }
        if told.len() > NAMED {
            let more = say(w.home_escalated_more, told.len() - NAMED);
            line("missed", more, "/tasks?unit=given&show=late".to_owned(), String::new());
        }
        for one in app.store.problems(Some(&units)).await? {
            let open = matches!(one.state, problems::State::Raised | problems::State::Advised);
            if open && units.contains(&one.unit_id.as_str()) {
                let text = format!("{} {}", w.home_decide, one.name);
                line("needs-person", text, format!("/problems/{}", one.id), one.raiser_name);
            }
        }
    }
    if let Some(units) = visitor.actor.units(Act::ManageTasks).filter(|units| !units.is_empty()) {
        let given = app.store.tasks_given_by(Some(&units)).await?;
        let now = &labels::Now::of(app, &given).await?;
        let count = |of: &dyn Fn(&Task) -> bool| given.iter().filter(|task| of(task)).count();
        let confirm = count(&|task| task.state == TaskState::DoneReported);
        let unclear = count(&|task| labels::standing_of(task, now) == Standing::Incomplete);
        let at = |show: &str| format!("/tasks?unit=given&show={show}");
        if confirm > 0 {
            line("needs-person", say(w.home_confirm, confirm), at("to-confirm"), String::new());
        }
        if unclear > 0 {
            line("not-begun", say(w.home_unclear, unclear), at("incomplete"), String::new());
        }
        for one in app.store.problems(Some(&units)).await? {
            if one.state == problems::State::Raised && units.contains(&one.unit_id.as_str()) {
                let text = format!("{} {}", w.home_advise, one.name);
                line("needs-person", text, format!("/problems/{}", one.id), one.raiser_name);
            }
        }
        let items = app.store.bottlenecks(Some(&units)).await?;
        let unready = items.iter().filter(|one| one.state == bottlenecks::State::Draft).count();
        if unready > 0 {
            line(
                "not-begun",
                say(w.home_bottlenecks, unready),
                "/bottlenecks?show=draft".to_owned(),
                String::new(),
            );
        }
    }
    if let Some(units) = visitor.actor.units(Act::DoTask).filter(|units| !units.is_empty()) {
        let own = app.store.tasks_to_do(Some(&units)).await?;
        let now = &labels::Now::of(app, &own).await?;
        let count = |of: &dyn Fn(&Task) -> bool| own.iter().filter(|task| of(task)).count();
        let leads = |task: &Task| task.text.lead_unit_id.as_deref().is_some_and(|unit| units.contains(&unit));
        let new = count(&|task| task.state == TaskState::Given && leads(task));
        let new_with = count(&|task| task.state == TaskState::Given && !leads(task));
        let returned = count(&|task| task.state == TaskState::Returned);
        let late = count(&|task| matches!(labels::standing_of(task, now), Standing::Late(_)));
        let soon = count(&|task| matches!(labels::standing_of(task, now), Standing::Soon(_)));
        if new > 0 {
            line("needs-person", say(w.home_new, new), "/tasks?unit=own".to_owned(), String::new());
        }
        if new_with > 0 {
            line("on-track", say(w.home_new_with, new_with), "/tasks?unit=own".to_owned(), String::new());
        }
        if returned > 0 {
            line("needs-person", say(w.home_returned, returned), "/tasks?unit=own".to_owned(), String::new());
        }
        if late > 0 {
            line("missed", say(w.home_own_late, late), "/tasks?unit=own&show=late".to_owned(), String::new());
        }
        if soon > 0 {
            line("at-risk", say(w.home_own_soon, soon), "/tasks?unit=own&show=soon".to_owned(), String::new());
        }
    }
    Ok(lines)
}

/// How many tasks that this person's units gave are late; nothing where none is.
pub(crate) async fn late(app: &App, visitor: &Visitor, language: Language) -> Result<Option<Waiting>, Refusal> {
    let w = words::words(language);
    let Some(units) = visitor.actor.units(Act::ManageTasks).filter(|units| !units.is_empty()) else {
        return Ok(None);
    };
    let given = app.store.tasks_given_by(Some(&units)).await?;
    let now = &labels::Now::of(app, &given).await?;
    let late = given.iter().filter(|task| matches!(labels::standing_of(task, now), Standing::Late(_))).count();
    Ok((late > 0).then(|| Waiting {
        class: "missed",
        text: w.home_late.replace("{n}", &late.to_string()),
        address: "/tasks?unit=given&show=late".to_owned(),
        note: String::new(),
    }))
}
