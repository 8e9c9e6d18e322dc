//! How recognitions look in words.

use super::words::Words;
use crate::face::show;
use thidua_domain::recognitions::{Channel, Learning, Purpose, ResultKind, State};
use thidua_store::recognitions::Recognition;

pub(super) fn purpose(purpose: Purpose, w: &'static Words) -> &'static str {
    match purpose {
        Purpose::Encourage => w.encourage,
        Purpose::Educate => w.educate,
        Purpose::Exemplar => w.exemplar,
    }
}

pub(super) fn channel(channel: Channel, w: &'static Words) -> &'static str {
    match channel {
        Channel::Conference => w.conference,
        Channel::Broadcast => w.broadcast,
        Channel::Portal => w.portal,
        Channel::Document => w.document,
    }
}

pub(super) fn result(kind: ResultKind, w: &'static Words) -> &'static str {
    match kind {
        ResultKind::Target => w.result_target,
        ResultKind::Task => w.result_task,
        ResultKind::Item => w.result_item,
        ResultKind::Movement => w.result_movement,
    }
}

/// The class and the word of a state.
pub(super) fn state(state: State, w: &'static Words) -> (&'static str, &'static str) {
    match state {
        State::Proposed => ("at-risk", w.state_proposed),
        State::Recognised => ("met", w.state_recognised),
        State::Withdrawn => ("not-begun", w.state_withdrawn),
    }
}

/// `Động viên, nêu gương`.
pub(super) fn purposes(of: &Recognition, w: &'static Words) -> String {
    let names = of.purposes.iter().enumerate();
    let name = |(at, one): (usize, &Purpose)| {
        let label = purpose(*one, w);
        if at == 0 { label.to_owned() } else { show::inside(label) }
    };
    names.map(name).collect::<Vec<_>>().join(", ")
}

/// The class and the words of where a unit stands.
pub(super) fn learning(learning: Learning, w: &'static Words) -> (&'static str, String) {
    let days = |says: &str, n: i64| says.replace("{n}", &n.to_string());
    match learning {
        Learning::Done => ("met", w.stands_done.to_owned()),
        Learning::DoneLate(n) => ("at-risk", days(w.stands_done_late, n)),
        Learning::Open => ("not-begun", w.stands_open.to_owned()),
        Learning::Late(0) => ("missed", w.stands_late_rest.to_owned()),
        Learning::Late(n) => ("missed", days(w.stands_late, n)),
    }
}

/// The same for other pages on which units learn.
pub(crate) fn learning_label(of: Learning, language: thidua_domain::basics::Language) -> (&'static str, String) {
    learning(of, super::words::words(language))
}
