//! What stands before a step of a movement: its sơ kết or tổng kết, with report, evaluation and lessons.

use super::words::{Words, words};
use crate::App;
use crate::face::{Refusal, show};
use crate::movements::actions::MovementView;
use thidua_domain::basics::Language;
use thidua_domain::movements::State as MovementState;
use thidua_domain::reviews::{Done, Gate, Kind, Need, asked_line, gate, missing};
use thidua_store::plans::Plan;
use thidua_store::reviews::SummingUp;

/// What stands in the way of a step, as a page says it.
pub(crate) struct Blocked {
    pub(crate) title: String,
    pub(crate) rule: String,
    pub(crate) lacks: String,
    pub(crate) unlock: String,
    pub(crate) address: String,
    pub(crate) link: String,
    /// Whether the head may go on with a reason.
    pub(crate) head_may: bool,
}

pub(super) fn kind_name(kind: Kind, w: &'static Words) -> &'static str {
    match kind {
        Kind::Preliminary => w.preliminary,
        Kind::Final => w.final_one,
    }
}

fn need(need: Need, w: &'static Words) -> &'static str {
    match need {
        Need::Held => w.need_held,
        Need::Report => w.need_report,
        Need::Evaluation => w.need_evaluation,
        Need::Lessons => w.need_lessons,
    }
}

pub(super) fn lacks(needs: &[Need], w: &'static Words) -> String {
    let said: Vec<&str> = needs.iter().map(|one| need(*one, w)).collect();
    w.lacks.replace("{what}", &said.join("; "))
}

/// What there is of a summing-up. Lessons may stand on the movement as well.
pub(super) async fn done(app: &App, view: &MovementView, up: Option<&SummingUp>) -> Result<Done, Refusal> {
    let Some(up) = up else { return Ok(Done { lessons: view.movement.lessons.is_some(), ..Done::default() }) };
    let issued = match &up.text.report_id {
        Some(id) => app.store.period_report(id).await?.is_some_and(|report| report.issued),
        None => false,
    };
    Ok(Done {
        held: up.text.held_on,
        report: issued || up.text.document.is_some(),
        evaluation: up.text.evaluation.is_some(),
        lessons: up.text.lessons.is_some() || view.movement.lessons.is_some(),
    })
}

/// What a summing-up still lacks today.
pub(super) async fn open_needs(
    app: &App,
    view: &MovementView,
    up: Option<&SummingUp>,
) -> Result<Vec<Need>, Refusal> {
    Ok(missing(done(app, view, up).await?, crate::local_date((app.clock)())))
}

/// What stands in the way of a step; nothing when it is open.
pub(crate) async fn blocked(
    app: &App,
    view: &MovementView,
    plan: &Plan,
    to: MovementState,
    language: Language,
) -> Result<Option<Blocked>, Refusal> {
    let Some(kind) = Kind::before(to) else { return Ok(None) };
    // only the arrows that are drawn have a gate
    if view.movement.state.step(to).is_err() {
        return Ok(None);
    }
    let w = words(language);
    let ups = app.store.summing_ups(&view.movement.id).await?;
    let up = ups.iter().find(|one| one.kind == kind);
    let line = asked_line(&plan.source, kind);
    let today = crate::local_date((app.clock)());
    let (needs, head_may) = match gate(done(app, view, up).await?, today, line.is_some()) {
        Gate::Open => return Ok(None),
        Gate::HeadWithReason(needs) => (needs, true),
        Gate::Shut(needs) => (needs, false),
    };
    let state = show::state(to, crate::face::words::words(language));
    let name = show::inside(kind_name(kind, w));
    let id = &view.movement.id;
    Ok(Some(Blocked {
        title: w.blocked.replace("{state}", state),
        rule: w.blocked_rule.replace("{state}", state).replace("{kind}", &name),
        lacks: lacks(&needs, w),
        unlock: match line {
            Some(line) => w.blocked_asked.replace("{line}", &line.to_string()),
            None => w.blocked_head.to_owned(),
        },
        address: up.map_or_else(|| format!("/movements/{id}/reviews"), |up| format!("/reviews/{}", up.id)),
        link: w.where_to.replace("{kind}", &name),
        head_may,
    }))
}
