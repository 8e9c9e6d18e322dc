//! Problems raised to the leadership: advised, decided, carried out, closed.

/// Where a problem stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Raised; nobody has advised yet.
    Raised,
    /// The standing office has advised (tham mưu).
    Advised,
    /// The head has decided.
    Decided,
    /// Carried out.
    Closed,
}

/// Why a step was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No arrow leads there.
    NoArrow(&'static [State]),
    /// The step needs words.
    NeedsWords,
    /// So many tasks that carry the decision out are open.
    OpenTasks(usize),
}

impl State {
    /// Every state.
    pub const ALL: [State; 4] = [State::Raised, State::Advised, State::Decided, State::Closed];

    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            // a head does not have to wait for advice
            State::Raised => &[State::Advised, State::Decided],
            // advice may be given again until it is decided
            State::Advised => &[State::Advised, State::Decided],
            State::Decided => &[State::Closed],
            State::Closed => &[],
        }
    }

    /// Takes a step with the words that go with it.
    ///
    /// # Errors
    /// [`Refused`] says what is in the way.
    pub fn step(self, to: State, words: Option<&str>, open_tasks: usize) -> Result<State, Refused> {
        if !self.next().contains(&to) {
            return Err(Refused::NoArrow(self.next()));
        }
        if words.is_none_or(|words| words.trim().is_empty()) {
            return Err(Refused::NeedsWords);
        }
        if to == State::Closed && open_tasks > 0 {
            return Err(Refused::OpenTasks(open_tasks));
        }
        Ok(to)
    }

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            State::Raised => "raised",
            State::Advised => "advised",
            State::Decided => "decided",
            State::Closed => "closed",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Where a problem comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A task that cannot go on.
    Task,
    /// A bottleneck that its owner cannot remove.
    Bottleneck,
    /// What an inspection found.
    Finding,
    /// Raised freely.
    Free,
}

impl Source {
    /// Every source.
    pub const ALL: [Source; 4] = [Source::Task, Source::Bottleneck, Source::Finding, Source::Free];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Source::Task => "task",
            Source::Bottleneck => "bottleneck",
            Source::Finding => "finding",
            Source::Free => "free",
        }
    }

    /// The source of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_arrow_that_is_not_in_the_table_is_refused() {
        let open = [
            (State::Raised, State::Advised),
            (State::Raised, State::Decided),
            (State::Advised, State::Advised),
            (State::Advised, State::Decided),
            (State::Decided, State::Closed),
        ];
        for from in State::ALL {
            for to in State::ALL {
                assert_eq!(
                    from.step(to, Some("ý kiến"), 0).is_ok(),
                    open.contains(&(from, to)),
                    "{from:?} -> {to:?}"
                );
            }
        }
    }

    #[test]
    fn nothing_is_decided_in_silence_or_closed_before_it_is_carried_out() {
        assert_eq!(State::Advised.step(State::Decided, Some(" "), 0), Err(Refused::NeedsWords));
        assert_eq!(State::Decided.step(State::Closed, Some("xong"), 2), Err(Refused::OpenTasks(2)));
        assert_eq!(State::Decided.step(State::Closed, Some("xong"), 0), Ok(State::Closed));
    }
}
