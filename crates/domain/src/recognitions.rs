//! Recognition without an award: biểu dương, nêu gương, right after the achievement (plan of Lý Sơn I.1 “biểu dương, tôn
//! vinh”; Hà Tĩnh I.2 “kịp thời biểu dương”, II.2 “động viên, giáo dục, nêu gương”), and what is learnt from an exemplar.

use crate::access::{Actor, may_approve};
use crate::calendar::{Counted, WorkCalendar};
use crate::codes::coded;
use chrono::NaiveDate;

coded! {
    /// What somebody is recognised for in public.
    Purpose {
        /// Động viên.
        Encourage = "encourage",
        /// Giáo dục.
        Educate = "educate",
        /// Nêu gương.
        Exemplar = "exemplar",
    }
}

coded! {
    /// How it was told.
    Channel {
        /// Hội nghị.
        Conference = "conference",
        /// Truyền thanh.
        Broadcast = "broadcast",
        /// Cổng thông tin.
        Portal = "portal",
        /// Văn bản.
        Document = "document",
    }
}

coded! {
    /// Where a recognition stands.
    State {
        /// Proposed, and waits for the authority.
        Proposed = "proposed",
        /// Recognised.
        Recognised = "recognised",
        /// Taken back with a reason; it stays.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// On what result it rests.
    ResultKind {
        /// A target of the plan with its figures.
        Target = "target",
        /// A task.
        Task = "task",
        /// What a unit registered.
        Item = "item",
        /// A movement or campaign of the plan.
        Movement = "movement",
    }
}

/// Whether this person may decide a proposal, the power over the authority being known: not one who made it.
pub fn may_recognise(state: State, proposed_by: Option<&str>, actor: &Actor) -> bool {
    state == State::Proposed && may_approve(proposed_by, actor)
}

/// Working days between the achievement and its recognition. Only the number; no law says how many are late.
pub fn promptness(
    achieved: Option<NaiveDate>,
    recognised: Option<NaiveDate>,
    calendar: &WorkCalendar,
) -> Option<Counted<i64>> {
    Some(calendar.between(achieved?, recognised?))
}

/// How a unit stands to what it is to learn from an exemplar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Learning {
    /// Done in time.
    Done,
    /// Done so many working days late.
    DoneLate(i64),
    /// Not done, and there is time.
    Open,
    /// Not done, so many working days after the last day.
    Late(i64),
}

/// Where a unit stands; the last day itself is in time. Days of rest after it are no working days late, yet late.
pub fn learning(
    done: Option<NaiveDate>,
    until: Option<NaiveDate>,
    today: NaiveDate,
    calendar: &WorkCalendar,
) -> Counted<Learning> {
    let day = done.unwrap_or(today);
    let Some(last) = until.filter(|last| day > *last) else {
        let value = if done.is_some() { Learning::Done } else { Learning::Open };
        return Counted { value, doubts: Vec::new() };
    };
    let Counted { value: days, doubts } = calendar.between(last, day);
    Counted { value: if done.is_some() { Learning::DoneLate(days) } else { Learning::Late(days) }, doubts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Role;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).expect("a day")
    }

    #[test]
    fn who_proposed_does_not_recognise_and_nothing_is_recognised_twice() {
        let actor = Actor::new("a".into(), Role::Head, Some("u".into()), Vec::new(), day(1, 1));
        for (state, by, may) in [
            (State::Proposed, Some("b"), true),
            (State::Proposed, Some("a"), false),
            (State::Proposed, None, true),
            (State::Recognised, Some("b"), false),
            (State::Withdrawn, Some("b"), false),
        ] {
            assert_eq!(may_recognise(state, by, &actor), may, "{state:?} {by:?}");
        }
    }

    #[test]
    fn promptness_is_counted_in_working_days_and_not_judged() {
        let calendar = WorkCalendar::shipped();
        let days = |from, to| promptness(from, to, calendar).map(|counted| counted.value);
        assert_eq!(days(Some(day(3, 4)), Some(day(3, 7))), Some(1), "over a weekend");
        assert_eq!(days(Some(day(3, 4)), Some(day(3, 4))), Some(0));
        assert_eq!(days(Some(day(3, 4)), None), None);
        assert_eq!(days(None, Some(day(3, 4))), None);
    }

    #[test]
    fn what_is_to_be_learnt_is_late_in_working_days() {
        let calendar = WorkCalendar::shipped();
        let friday = Some(day(3, 4));
        for (done, until, today, stands) in [
            (None, friday, day(3, 4), Learning::Open),
            (None, friday, day(3, 5), Learning::Late(0)),
            (None, friday, day(3, 8), Learning::Late(2)),
            (Some(day(3, 4)), friday, day(4, 1), Learning::Done),
            (Some(day(3, 7)), friday, day(4, 1), Learning::DoneLate(1)),
            (None, None, day(12, 31), Learning::Open),
            (Some(day(3, 7)), None, day(12, 31), Learning::Done),
        ] {
            assert_eq!(learning(done, until, today, calendar).value, stands, "{done:?} {until:?} {today}");
        }
    }
}
