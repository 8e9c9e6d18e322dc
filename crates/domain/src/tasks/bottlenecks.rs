//! Điểm nghẽn, nút thắt: every difficulty has a way out, an owner and a day, or it is only a draft.

use chrono::{Months, NaiveDate};

/// The field it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Cải cách hành chính.
    AdministrativeReform,
    /// Đầu tư hạ tầng.
    Infrastructure,
    /// Giải phóng mặt bằng.
    SiteClearance,
    /// Another field.
    Other,
}

impl Field {
    /// Every field, in the order of the plan of Lương Phong, II.1.1.
    pub const ALL: [Field; 4] =
        [Field::AdministrativeReform, Field::Infrastructure, Field::SiteClearance, Field::Other];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Field::AdministrativeReform => "administrative-reform",
            Field::Infrastructure => "infrastructure",
            Field::SiteClearance => "site-clearance",
            Field::Other => "other",
        }
    }

    /// The field of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What an item of the register cannot be without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    /// Hướng tháo gỡ.
    Direction,
    /// Who answers for it.
    Owner,
    /// Until when.
    Day,
}

impl Need {
    /// What is missing of the three.
    pub fn missing(direction: Option<&str>, owner: bool, day: Option<NaiveDate>) -> Vec<Need> {
        let mut missing = Vec::new();
        if direction.is_none_or(|text| text.trim().is_empty()) {
            missing.push(Need::Direction);
        }
        if !owner {
            missing.push(Need::Owner);
        }
        if day.is_none() {
            missing.push(Need::Day);
        }
        missing
    }
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Kept, but not all three needs are met or nobody has accepted it.
    Draft,
    /// Accepted: somebody removes it by a day.
    Open,
    /// Removed.
    Removed,
    /// Struck from the register, with a reason.
    Dropped,
}

/// Why a step was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No arrow leads there.
    NoArrow(&'static [State]),
    /// These needs are not met.
    Needs(Vec<Need>),
    /// The step needs words: what came of it, or why.
    NeedsReason,
}

impl State {
    /// Every state.
    pub const ALL: [State; 4] = [State::Draft, State::Open, State::Removed, State::Dropped];

    /// Whether it does not move: it waits for a direction, an owner and a day, or its day has passed.
    pub fn is_stuck(self, due: Option<NaiveDate>, today: NaiveDate) -> bool {
        match self {
            State::Draft => true,
            State::Open => due.is_some_and(|due| due < today),
            State::Removed | State::Dropped => false,
        }
    }

    /// The states that can follow this one.
    pub fn next(self) -> &'static [State] {
        match self {
            State::Draft => &[State::Open, State::Dropped],
            State::Open => &[State::Removed, State::Dropped],
            // what comes back is the same knot
            State::Removed => &[State::Open],
            State::Dropped => &[],
        }
    }

    /// Takes a step.
    ///
    /// # Errors
    /// [`Refused`] says what is in the way.
    pub fn step(self, to: State, missing: Vec<Need>, note: Option<&str>) -> Result<State, Refused> {
        if !self.next().contains(&to) {
            return Err(Refused::NoArrow(self.next()));
        }
        if to == State::Open && !missing.is_empty() {
            return Err(Refused::Needs(missing));
        }
        let silent = note.is_none_or(|note| note.trim().is_empty());
        if silent && (to != State::Open || self == State::Removed) {
            return Err(Refused::NeedsReason);
        }
        Ok(to)
    }

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Open => "open",
            State::Removed => "removed",
            State::Dropped => "dropped",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How long something has been in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// Dưới 30 ngày.
    Days30,
    /// 30 đến 90 ngày.
    Days90,
    /// Trên 90 ngày đến 1 năm.
    Year,
    /// Tồn đọng kéo dài, trên 1 năm.
    LongStanding,
}

impl Age {
    /// Every class, youngest first.
    pub const ALL: [Age; 4] = [Age::Days30, Age::Days90, Age::Year, Age::LongStanding];

    /// The class on a day of what arose on another.
    pub fn on(arisen: NaiveDate, today: NaiveDate) -> Age {
        let days = (today - arisen).num_days();
        let year = arisen.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX);
        match days {
            ..30 => Age::Days30,
            30..=90 => Age::Days90,
            _ if today <= year => Age::Year,
            _ => Age::LongStanding,
        }
    }

    /// The word for filters and class names.
    pub fn code(self) -> &'static str {
        match self {
            Age::Days30 => "days-30",
            Age::Days90 => "days-90",
            Age::Year => "year",
            Age::LongStanding => "long-standing",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn what_waits_for_its_three_needs_or_passed_its_day_does_not_move() {
        let today = day(2024, 3, 20);
        for (state, due, stuck) in [
            (State::Draft, None, true),
            (State::Draft, Some(day(2024, 6, 1)), true),
            (State::Open, Some(day(2024, 3, 20)), false),
            (State::Open, Some(day(2024, 3, 19)), true),
            (State::Open, None, false),
            (State::Removed, Some(day(2024, 1, 1)), false),
            (State::Dropped, None, false),
        ] {
            assert_eq!(state.is_stuck(due, today), stuck, "{state:?} {due:?}");
        }
    }

    #[test]
    fn nothing_is_accepted_without_direction_owner_and_day() {
        for bits in 0..8_u32 {
            let has = |bit: u32| bits & (1 << bit) != 0;
            let missing =
                Need::missing(has(0).then_some("đối thoại từng hộ"), has(1), has(2).then_some(day(2024, 6, 30)));
            assert_eq!(missing.len(), 3 - usize::try_from(bits.count_ones()).expect("small"));
            let answer = State::Draft.step(State::Open, missing.clone(), None);
            assert_eq!(answer, if missing.is_empty() { Ok(State::Open) } else { Err(Refused::Needs(missing)) });
        }
    }

    #[test]
    fn every_arrow_that_is_not_in_the_table_is_refused() {
        for from in State::ALL {
            for to in State::ALL {
                let answer = from.step(to, Vec::new(), Some("đã xong"));
                assert_eq!(answer.is_ok(), from.next().contains(&to), "{from:?} -> {to:?}");
            }
        }
        assert_eq!(State::Open.step(State::Removed, Vec::new(), None), Err(Refused::NeedsReason));
        assert_eq!(State::Removed.step(State::Open, Vec::new(), Some(" ")), Err(Refused::NeedsReason));
    }

    #[test]
    fn ages_fall_into_four_classes_at_these_days() {
        let arisen = day(2023, 3, 1);
        for (today, age) in [
            (day(2023, 3, 1), Age::Days30),
            (day(2023, 3, 30), Age::Days30),
            (day(2023, 3, 31), Age::Days90),
            (day(2023, 5, 30), Age::Days90),
            (day(2023, 5, 31), Age::Year),
            (day(2024, 3, 1), Age::Year),
            (day(2024, 3, 2), Age::LongStanding),
            (day(2022, 1, 1), Age::Days30),
        ] {
            assert_eq!(Age::on(arisen, today), age, "{today}");
        }
    }
}
