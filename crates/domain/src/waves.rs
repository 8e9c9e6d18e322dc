//! Waves (đợt thi đua) as they are led: those of the plan, and those opened under a running movement.

use crate::basics::text::fold;
use crate::calendar::deadlines::Deadline;
use crate::calendar::occasions::{Occasion, Slip, recognise, recognise_among, slips};
use crate::plans::draft;
use chrono::{Datelike, NaiveDate};

/// What kind of wave it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WaveKind {
    /// Printed in the plan.
    Regular,
    /// Chuyên đề ngắn ngày, opened at any time.
    Thematic,
    /// Cao điểm, tied to an event whose day may not be known yet.
    Peak,
    /// Theo mùa: Tết, mừng Đảng, mừng Xuân.
    Seasonal,
}

impl WaveKind {
    /// Every kind.
    pub const ALL: [WaveKind; 4] = [WaveKind::Regular, WaveKind::Thematic, WaveKind::Peak, WaveKind::Seasonal];
    /// The kinds that can be opened beside the plan.
    pub const OPENED: [WaveKind; 3] = [WaveKind::Thematic, WaveKind::Peak, WaveKind::Seasonal];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            WaveKind::Regular => "regular",
            WaveKind::Thematic => "thematic",
            WaveKind::Peak => "peak",
            WaveKind::Seasonal => "seasonal",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The conference with which a wave is summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conference {
    /// Sơ kết 6 tháng đầu năm.
    HalfYear,
    /// Tổng kết năm.
    YearEnd,
}

impl Conference {
    /// Both.
    pub const ALL: [Conference; 2] = [Conference::HalfYear, Conference::YearEnd];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Conference::HalfYear => "half-year",
            Conference::YearEnd => "year-end",
        }
    }

    /// The conference that the words of a plan tie a wave to: `gắn với sơ kết việc thực hiện nhiệm vụ 06 tháng đầu năm`,
    /// `gắn với hội nghị tổng kết công tác năm 2022`. Marks that were lost do not matter.
    pub fn in_words(text: &str) -> Option<Self> {
        let folded = fold(text);
        // `tổng kết đợt`, `sơ kết phong trào` is the summing-up itself and not what it goes together with
        let together = |words: &str| {
            let own = [" dot", " phong trao", " thi dua", ", tong ket"];
            folded.match_indices(words).any(|(at, _)| {
                let behind = &folded[at + words.len()..];
                !own.iter().any(|own| behind.starts_with(own))
            })
        };
        if together("so ket") {
            Some(Conference::HalfYear)
        } else if ["hoi nghi tong ket", "tong ket cong tac", "tong ket nam"].into_iter().any(together) {
            Some(Conference::YearEnd)
        } else {
            None
        }
    }

    /// The conference of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// An occasion that a wave celebrates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Celebrated {
    /// Its name.
    pub name: String,
    /// The number of years as written.
    pub years: Option<u32>,
    /// The first day it commemorates.
    pub origin: Option<NaiveDate>,
    /// The day in the movement's year.
    pub day: Option<NaiveDate>,
}

impl Celebrated {
    /// Fills in what is known of an occasion by its name: first day, day of the year, number of years. The authority's
    /// own occasions come before those of the whole country.
    pub fn completed(mut self, year: i32, own: &[Occasion]) -> Celebrated {
        if let Some(known) = recognise_among(&self.name, own).or_else(|| recognise(&self.name)) {
            self.day = self.day.or_else(|| known.in_year(year));
            self.origin = self.origin.or_else(|| known.origin.and_then(|first| known.in_year(first)));
        }
        if self.years.is_none()
            && let (Some(origin), Some(day)) = (self.origin, self.day)
        {
            self.years = u32::try_from(day.year() - origin.year()).ok().filter(|years| *years > 0);
        }
        self
    }
}

/// A wave as it is led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wave {
    /// What kind.
    pub kind: WaveKind,
    /// Its name.
    pub name: String,
    /// What it aims at.
    pub goal: Option<String>,
    /// The event it waits for or is tied to.
    pub event: Option<String>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The day of the summing-up as printed.
    pub summary_deadline: Option<NaiveDate>,
    /// `trước ngày`: strictly before that day.
    pub strictly_before: bool,
    /// The conference with which it is summed up.
    pub conference: Option<Conference>,
    /// What it celebrates.
    pub occasions: Vec<Celebrated>,
}

/// Where a wave stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It has no first day yet.
    Undated,
    /// It has not begun.
    Ahead,
    /// It runs.
    Running,
    /// Its last day has passed and it is not summed up.
    Ended,
    /// It is summed up.
    Closed,
}

/// Something about the waves of a movement that is good to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It has no days yet.
    Undated,
    /// It ends before it begins.
    Reversed,
    /// An occasion lies outside its days.
    OccasionOutside {
        /// The occasion.
        occasion: String,
        /// Its day.
        day: NaiveDate,
    },
    /// Something about an occasion is wrong.
    Occasion {
        /// The occasion.
        occasion: String,
        /// What.
        slip: Slip,
    },
    /// The last day for the summing-up lies before the last day of the wave.
    DeadlineBeforeEnd {
        /// The last day in time.
        last: NaiveDate,
    },
    /// Days between two waves of the plan belong to none.
    Gap {
        /// The next wave.
        next: String,
    },
    /// Two waves of the plan share days.
    Overlap {
        /// The other wave.
        next: String,
    },
}

impl Wave {
    /// A wave of the plan, as its draft has it, with the lines of the plan in which it stands.
    pub fn of_plan(wave: &draft::Wave, source: &[String]) -> Wave {
        let first = (wave.lines.first as usize).saturating_sub(1).min(source.len());
        let last = (wave.lines.last as usize).clamp(first, source.len());
        let occasions = wave.occasions.iter().map(|one| Celebrated {
            name: one.name.clone(),
            years: one.anniversary_years,
            origin: one.origin_date,
            day: one.date,
        });
        Wave {
            kind: WaveKind::Regular,
            name: wave.name.clone(),
            goal: wave.goal.clone(),
            event: None,
            from: wave.from,
            to: wave.to,
            summary_deadline: wave.summary_deadline,
            strictly_before: wave.deadline_strictly_before,
            conference: Conference::in_words(&source[first..last].join(" ")),
            occasions: occasions.collect(),
        }
    }

    /// The deadline of its summing-up.
    pub fn deadline(&self) -> Option<Deadline> {
        self.summary_deadline
            .map(|day| if self.strictly_before { Deadline::Before(day) } else { Deadline::By(day) })
    }

    /// The last day on which its summing-up is in time.
    pub fn last_summary_day(&self) -> Option<NaiveDate> {
        self.summary_deadline.and_then(|day| if self.strictly_before { day.pred_opt() } else { Some(day) })
    }

    /// Where it stands on a day.
    pub fn phase(&self, today: NaiveDate, closed: bool) -> Phase {
        match (closed, self.from, self.to) {
            (true, _, _) => Phase::Closed,
            (_, None, None) => Phase::Undated,
            (_, _, Some(to)) if to < today => Phase::Ended,
            (_, Some(from), _) if today < from => Phase::Ahead,
            _ => Phase::Running,
        }
    }

    fn own_notices(&self) -> Vec<Notice> {
        let mut notices = Vec::new();
        match (self.from, self.to) {
            (None, None) => notices.push(Notice::Undated),
            (Some(from), Some(to)) if to < from => notices.push(Notice::Reversed),
            _ => {}
        }
        if let (Some(to), Some(last)) = (self.to, self.last_summary_day())
            && last < to
        {
            notices.push(Notice::DeadlineBeforeEnd { last });
        }
        for one in &self.occasions {
            if let Some(day) = one.day
                && (self.from.is_some_and(|from| day < from) || self.to.is_some_and(|to| day > to))
            {
                notices.push(Notice::OccasionOutside { occasion: one.name.clone(), day });
            }
            let found = slips(&one.name, one.years, one.origin, one.day);
            notices.extend(found.into_iter().map(|slip| Notice::Occasion { occasion: one.name.clone(), slip }));
        }
        notices
    }
}

/// What is good to know about the waves of one movement; with each notice the place of its wave. Gaps and overlaps are
/// only asked of the waves of the plan: waves opened beside it lie inside others.
pub fn notices(waves: &[Wave]) -> Vec<(usize, Notice)> {
    let mut found: Vec<(usize, Notice)> = waves
        .iter()
        .enumerate()
        .flat_map(|(at, wave)| wave.own_notices().into_iter().map(move |notice| (at, notice)))
        .collect();
    let mut regular: Vec<(usize, NaiveDate, NaiveDate)> = waves
        .iter()
        .enumerate()
        .filter(|(_, wave)| wave.kind == WaveKind::Regular)
        .filter_map(|(at, wave)| Some((at, wave.from?, wave.to?)))
        .filter(|(_, from, to)| from <= to)
        .collect();
    regular.sort_by_key(|(_, from, _)| *from);
    for pair in regular.windows(2) {
        let [(at, _, to), (next_at, next_from, _)] = pair else { continue };
        let next = waves[*next_at].name.clone();
        if next_from <= to {
            found.push((*at, Notice::Overlap { next }));
        } else if to.succ_opt() != Some(*next_from) {
            found.push((*at, Notice::Gap { next }));
        }
    }
    found
}

#[cfg(test)]
#[path = "waves_tests.rs"]
mod tests;
