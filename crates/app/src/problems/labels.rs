//! Names of the states of a problem.

use super::words::Words;
use thidua_domain::tasks::problems::State;

pub(crate) fn state(state: State, w: &'static Words) -> &'static str {
    match state {
        State::Raised => w.state_raised,
        State::Advised => w.state_advised,
        State::Decided => w.state_decided,
        State::Closed => w.state_closed,
    }
}

pub(crate) fn class(state: State) -> &'static str {
    match state {
        State::Raised => "at-risk",
        State::Advised => "needs-person",
        State::Decided => "on-track",
        State::Closed => "met",
    }
}
