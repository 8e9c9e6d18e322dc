//! Sơ kết and tổng kết: what a movement needs before it goes on, and whether it was held in time.

use crate::basics::text::fold;
use crate::movements::State;
use crate::waves::Conference;
use chrono::NaiveDate;

/// A summing-up of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Sơ kết 6 tháng.
    Preliminary,
    /// Tổng kết năm.
    Final,
}

impl Kind {
    /// Both, in the order of the year.
    pub const ALL: [Kind; 2] = [Kind::Preliminary, Kind::Final];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Preliminary => "preliminary",
            Kind::Final => "final",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The summing-up that a step of a movement rests on.
    pub fn before(to: State) -> Option<Kind> {
        match to {
            State::PreliminaryReview => Some(Kind::Preliminary),
            State::FinalReview | State::Closed => Some(Kind::Final),
            State::Draft | State::Issued | State::Running => None,
        }
    }

    /// The conference of waves that belongs to it.
    pub fn conference(self) -> Conference {
        match self {
            Kind::Preliminary => Conference::HalfYear,
            Kind::Final => Conference::YearEnd,
        }
    }
}

/// What a summing-up needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It was held, on a day.
    Held,
    /// A report that was issued, or the number of the document.
    Report,
    /// An evaluation in words.
    Evaluation,
    /// Lessons.
    Lessons,
}

/// What there is of a summing-up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// The day on which it was held.
    pub held: Option<NaiveDate>,
    /// Whether there is a report.
    pub report: bool,
    /// Whether it was evaluated.
    pub evaluation: bool,
    /// Whether lessons were written.
    pub lessons: bool,
}

/// What is missing on a day.
pub fn missing(done: Done, today: NaiveDate) -> Vec<Need> {
    let has = [
        (Need::Held, done.held.is_some_and(|held| held <= today)),
        (Need::Report, done.report),
        (Need::Evaluation, done.evaluation),
        (Need::Lessons, done.lessons),
    ];
    has.into_iter().filter(|(_, has)| !has).map(|(need, _)| need).collect()
}

/// Whether a step may be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Nothing stands in the way.
    Open,
    /// This is missing; the plan does not ask for the summing-up, and the head may go on with a reason.
    HeadWithReason(Vec<Need>),
    /// This is missing, and the plan asks for it.
    Shut(Vec<Need>),
}

/// The gate before a step: `asked` when the plan asks for the summing-up.
pub fn gate(done: Done, today: NaiveDate, asked: bool) -> Gate {
    match missing(done, today) {
        missing if missing.is_empty() => Gate::Open,
        missing if asked => Gate::Shut(missing),
        missing => Gate::HeadWithReason(missing),
    }
}

/// The line of a plan that asks for a summing-up, counted from 1. A line on praising and multiplying models, where
/// “tổng kết” speaks of experience, is none.
pub fn asked_line(source: &[String], kind: Kind) -> Option<u32> {
    let asks = |line: &String| {
        let line = fold(line);
        match kind {
            Kind::Preliminary => line.contains("so ket"),
            Kind::Final => {
                line.contains("tong ket")
                    && ["so ket", "tong ket phong trao", "tong ket nam", "tong ket cong tac", "hoi nghi tong ket"]
                        .iter()
                        .any(|words| line.contains(words))
            }
        }
    };
    source.iter().position(asks).and_then(|at| u32::try_from(at + 1).ok())
}

/// Whether a summing-up was in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Punctual {
    /// No last day was set.
    NoDay,
    /// Held in time.
    InTime,
    /// Held so many days late.
    Late(i64),
    /// Not held; so many days are left.
    Left(i64),
    /// Not held, and so many days over.
    Over(i64),
}

/// Sets a summing-up against its last day in time.
pub fn punctual(held: Option<NaiveDate>, last: Option<NaiveDate>, today: NaiveDate) -> Punctual {
    let Some(last) = last else { return Punctual::NoDay };
    match held {
        Some(held) if held <= last => Punctual::InTime,
        Some(held) => Punctual::Late((held - last).num_days()),
        None if today <= last => Punctual::Left((last - today).num_days()),
        None => Punctual::Over((today - last).num_days()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).expect("a day")
    }

    #[test]
    fn a_step_needs_a_day_a_report_an_evaluation_and_lessons() {
        let all = Done { held: Some(day(7, 10)), report: true, evaluation: true, lessons: true };
        let table = [
            (all, vec![]),
            (Done { held: None, ..all }, vec![Need::Held]),
            (Done { held: Some(day(7, 20)), ..all }, vec![Need::Held]),
            (Done { report: false, lessons: false, ..all }, vec![Need::Report, Need::Lessons]),
            (Done::default(), vec![Need::Held, Need::Report, Need::Evaluation, Need::Lessons]),
        ];
        for (done, lacks) in table {
            assert_eq!(missing(done, day(7, 15)), lacks);
            let (shut, with_reason) = (gate(done, day(7, 15), true), gate(done, day(7, 15), false));
            if lacks.is_empty() {
                assert_eq!((shut, with_reason), (Gate::Open, Gate::Open));
            } else {
                assert_eq!((shut, with_reason), (Gate::Shut(lacks.clone()), Gate::HeadWithReason(lacks)));
            }
        }
    }

    #[test]
    fn before_the_fifteenth_is_the_fourteenth_at_the_latest() {
        let last = Some(day(7, 14));
        let table = [
            (Some(day(7, 14)), day(8, 1), Punctual::InTime),
            (Some(day(7, 15)), day(8, 1), Punctual::Late(1)),
            (None, day(7, 14), Punctual::Left(0)),
            (None, day(7, 16), Punctual::Over(2)),
        ];
        for (held, today, is) in table {
            assert_eq!(punctual(held, last, today), is);
        }
        assert_eq!(punctual(Some(day(12, 31)), None, day(1, 1)), Punctual::NoDay);
    }

    #[test]
    fn a_plan_asks_for_summing_ups_and_not_where_it_speaks_of_models() {
        let source: Vec<String> = [
            "1. Phát hiện, bồi dưỡng, tổng kết, nhân rộng các mô hình mới",
            "2. Tổ chức sơ kết 6 tháng và tổng kết phong trào thi đua cuối năm",
        ]
        .map(str::to_owned)
        .to_vec();
        assert_eq!(asked_line(&source, Kind::Preliminary), Some(2));
        assert_eq!(asked_line(&source, Kind::Final), Some(2));
        assert_eq!(asked_line(&source[..1], Kind::Final), None);
    }

    #[test]
    fn a_step_rests_on_the_summing_up_of_its_state() {
        assert_eq!(Kind::before(State::Running), None);
        assert_eq!(Kind::before(State::PreliminaryReview), Some(Kind::Preliminary));
        assert_eq!(Kind::before(State::Closed), Some(Kind::Final));
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
    }
}
