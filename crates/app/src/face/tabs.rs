//! The pages of one movement, side by side under the main menu: one line here makes a page reachable from all others.

use super::words::Words;
use thidua_domain::access::{Act, Actor};

/// A page of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Overview,
    Contents,
    Targets,
    Evaluation,
    Cascade,
    Waves,
    Recognitions,
    Covenants,
    Criteria,
    Known,
    Registrations,
    Tasks,
    Rounds,
    Participation,
    Charts,
    Report,
}

/// Tab, the end of its address, its label, and what one has to be allowed to do for it.
type Line = (Tab, &'static str, fn(&'static Words) -> &'static str, Act);

/// The tabs in the order of the year.
const TABS: &[Line] = &[
    (Tab::Overview, "", |c| c.tab_overview, Act::Look),
    (Tab::Contents, "/contents", |c| c.tab_contents, Act::Look),
    (Tab::Targets, "/targets", |c| c.tab_targets, Act::Look),
    (Tab::Evaluation, "/evaluation", |c| c.tab_evaluation, Act::Look),
    (Tab::Cascade, "/cascade", |c| c.tab_cascade, Act::Look),
    (Tab::Registrations, "/registrations", |c| c.tab_registrations, Act::Look),
    (Tab::Covenants, "/covenants", |c| c.tab_covenants, Act::Look),
    (Tab::Participation, "/participation", |c| c.tab_participation, Act::Look),
    (Tab::Tasks, "/tasks", |c| c.tab_tasks, Act::Look),
    (Tab::Rounds, "/rounds", |c| c.tab_rounds, Act::Look),
    (Tab::Waves, "/waves", |c| c.tab_waves, Act::Look),
    (Tab::Recognitions, "/recognitions", |c| c.tab_recognitions, Act::Look),
    (Tab::Known, "/known", |c| c.tab_known, Act::Look),
    (Tab::Criteria, "/criteria", |c| c.tab_criteria, Act::Look),
    (Tab::Charts, "/charts", |c| c.tab_charts, Act::Look),
    (Tab::Report, "/report", |c| c.tab_report, Act::Look),
];

/// A tab as it is shown.
pub(crate) struct TabEntry {
    pub(crate) address: String,
    pub(crate) label: &'static str,
    pub(crate) here: bool,
}

/// The tabs of a movement for somebody.
pub(super) fn tabs(movement_id: &str, here: Tab, actor: Option<&Actor>, c: &'static Words) -> Vec<TabEntry> {
    TABS.iter()
        .filter(|(_, _, _, act)| actor.is_some_and(|actor| actor.may(*act)))
        .map(|(tab, end, label, _)| TabEntry {
            address: format!("/movements/{movement_id}{end}"),
            label: label(c),
            here: *tab == here,
        })
        .collect()
}
