//! Regulations on emulation and commendation: versions through time, which is in force on a day, and their review.
//!
//! A whole text replaces the one before it from its first day; an amendment changes the whole text that is in force and
//! falls with it.

use crate::codes::coded;
use chrono::NaiveDate;

coded! {
    /// What sort of document a regulation is.
    RegulationKind {
        /// Quy chế.
        Statute = "statute",
        /// Quy định.
        Rule = "rule",
        /// Hướng dẫn.
        Guidance = "guidance",
        /// Tiêu chí, thang điểm.
        Criteria = "criteria",
        /// Another one.
        Other = "other",
    }
}

coded! {
    /// Where a regulation stands in its review, as a person says.
    ReviewState {
        /// Đang hiệu lực.
        InForce = "in-force",
        /// Cần rà soát.
        NeedsReview = "needs-review",
        /// Đang sửa đổi, bổ sung.
        BeingAmended = "being-amended",
        /// Hết hiệu lực.
        Ended = "ended",
    }
}

coded! {
    /// How a version stands to the one before it.
    Way {
        /// A whole text: the first, or one that replaces another.
        Whole = "whole",
        /// Sửa đổi, bổ sung: changes the whole text in force.
        Amends = "amends",
    }
}

/// A version as far as time is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Identifier.
    pub id: String,
    /// How it stands to the one before.
    pub way: Way,
    /// First day.
    pub from: NaiveDate,
    /// Last day that the text itself gives.
    pub to: Option<NaiveDate>,
}

impl Version {
    fn reaches(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// What is in force on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce<'a> {
    /// The whole text.
    pub text: &'a Version,
    /// What changes it, oldest first.
    pub amendments: Vec<&'a Version>,
}

/// The version in force on a day: the newest whole text that has begun, unless it has ended, with its amendments.
pub fn in_force(versions: &[Version], day: NaiveDate) -> Option<InForce<'_>> {
    let text = wholes(versions).into_iter().rfind(|version| version.from <= day)?;
    if !text.reaches(day) {
        return None;
    }
    let mut amendments: Vec<&Version> = versions
        .iter()
        .filter(|version| version.way == Way::Amends && version.from >= text.from && version.reaches(day))
        .collect();
    amendments.sort_by_key(|version| version.from);
    Some(InForce { text, amendments })
}

/// The whole texts, oldest first; of two that begin on one day the one recorded later counts.
fn wholes(versions: &[Version]) -> Vec<&Version> {
    let mut found: Vec<&Version> = versions.iter().filter(|version| version.way == Way::Whole).collect();
    found.sort_by_key(|version| version.from);
    found
}

/// The last day on which a version is in force: its own, or the day before the next whole text.
pub fn last_day(versions: &[Version], id: &str) -> Option<NaiveDate> {
    let own = versions.iter().find(|version| version.id == id)?;
    let next = wholes(versions).into_iter().find(|version| {
        version.id != id
            && (version.from > own.from
                || (own.way == Way::Whole && version.from == own.from && later(versions, version, own)))
    });
    let replaced = next.and_then(|next| next.from.pred_opt());
    match (own.to, replaced) {
        (Some(to), Some(day)) => Some(to.min(day)),
        (to, day) => to.or(day),
    }
}

fn later(versions: &[Version], one: &Version, than: &Version) -> bool {
    let place = |of: &Version| versions.iter().position(|version| version.id == of.id);
    place(one) > place(than)
}

/// What is the matter with a regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegulationFinding {
    /// The text of a version reaches into the days of the next one, which replaces it.
    Overlap {
        /// The older.
        older: String,
        /// The newer.
        newer: String,
        /// The first day that both claim.
        from: NaiveDate,
    },
    /// An amendment has begun with no whole text to change.
    AmendsNothing {
        /// The amendment.
        version: String,
    },
    /// The day by which it was to be reviewed has passed.
    ReviewOverdue {
        /// That day.
        due: NaiveDate,
    },
    /// A person found that it needs review, and no day is set for it.
    NoReviewDay,
    /// It is kept as being in force, and no version is.
    NothingInForce,
}

/// What is the matter with a regulation on a day.
pub fn check(
    versions: &[Version],
    state: ReviewState,
    due: Option<NaiveDate>,
    day: NaiveDate,
) -> Vec<RegulationFinding> {
    let mut found = Vec::new();
    let whole = wholes(versions);
    for pair in whole.windows(2) {
        if pair[0].from == pair[1].from || pair[0].to.is_some_and(|to| to >= pair[1].from) {
            found.push(RegulationFinding::Overlap {
                older: pair[0].id.clone(),
                newer: pair[1].id.clone(),
                from: pair[1].from,
            });
        }
    }
    for version in versions.iter().filter(|version| version.way == Way::Amends) {
        if !whole.iter().any(|text| text.from <= version.from) {
            found.push(RegulationFinding::AmendsNothing { version: version.id.clone() });
        }
    }
    if state == ReviewState::Ended {
        return found;
    }
    match due {
        Some(due) if due < day => found.push(RegulationFinding::ReviewOverdue { due }),
        None if state == ReviewState::NeedsReview => found.push(RegulationFinding::NoReviewDay),
        _ => {}
    }
    let yet_to_begin = whole.first().is_some_and(|first| first.from > day);
    if !yet_to_begin && in_force(versions, day).is_none() {
        found.push(RegulationFinding::NothingInForce);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    fn version(id: &str, way: Way, from: NaiveDate, to: Option<NaiveDate>) -> Version {
        Version { id: id.into(), way, from, to }
    }

    fn three() -> Vec<Version> {
        vec![
            version("2018", Way::Whole, day(2018, 1, 1), None),
            version("2020", Way::Amends, day(2020, 6, 1), None),
            version("2024", Way::Whole, day(2024, 1, 1), Some(day(2025, 6, 30))),
        ]
    }

    #[test]
    fn on_each_day_one_text_is_in_force_with_its_amendments() {
        for (on, text, amendments) in [
            (day(2017, 12, 31), None, 0),
            (day(2018, 1, 1), Some("2018"), 0),
            (day(2020, 5, 31), Some("2018"), 0),
            (day(2020, 6, 1), Some("2018"), 1),
            (day(2023, 12, 31), Some("2018"), 1),
            (day(2024, 1, 1), Some("2024"), 0),
            (day(2025, 6, 30), Some("2024"), 0),
            (day(2025, 7, 1), None, 0),
        ] {
            let versions = three();
            let found = in_force(&versions, on);
            assert_eq!(found.as_ref().map(|one| one.text.id.as_str()), text, "{on}");
            assert_eq!(found.map_or(0, |one| one.amendments.len()), amendments, "{on}");
        }
        assert_eq!(last_day(&three(), "2018"), Some(day(2023, 12, 31)));
        assert_eq!(last_day(&three(), "2020"), Some(day(2023, 12, 31)), "an amendment falls with its text");
        assert_eq!(last_day(&three(), "2024"), Some(day(2025, 6, 30)));
    }

    #[test]
    fn what_is_the_matter_is_found() {
        use RegulationFinding as F;
        let today = day(2025, 3, 1);
        let fine = check(&three(), ReviewState::InForce, Some(today), today);
        assert_eq!(fine, [], "due today is not overdue");
        let overdue = check(&three(), ReviewState::InForce, Some(day(2025, 2, 28)), today);
        assert_eq!(overdue, [F::ReviewOverdue { due: day(2025, 2, 28) }]);
        assert_eq!(check(&three(), ReviewState::NeedsReview, None, today), [F::NoReviewDay]);
        assert_eq!(check(&three(), ReviewState::InForce, None, day(2025, 7, 1)), [F::NothingInForce]);
        assert_eq!(check(&three(), ReviewState::Ended, None, day(2025, 7, 1)), []);
        let claims = [
            version("a", Way::Whole, day(2020, 1, 1), Some(day(2022, 12, 31))),
            version("b", Way::Whole, day(2022, 6, 1), None),
            version("c", Way::Amends, day(2019, 1, 1), None),
        ];
        assert_eq!(
            check(&claims, ReviewState::InForce, None, today),
            [
                F::Overlap { older: "a".into(), newer: "b".into(), from: day(2022, 6, 1) },
                F::AmendsNothing { version: "c".into() }
            ]
        );
        let coming = [version("a", Way::Whole, day(2026, 1, 1), None)];
        assert_eq!(check(&coming, ReviewState::InForce, None, today), [], "a text that is yet to begin is no gap");
    }

    proptest! {
        #[test]
        fn no_day_has_two_texts_and_every_text_ends_before_the_next(
            starts in proptest::collection::btree_set(0_i64..2000, 1..8), asked in 0_i64..2100
        ) {
            let first = day(2018, 1, 1);
            let at = |days: i64| first + chrono::Duration::days(days);
            let versions: Vec<Version> =
                starts.iter().map(|start| version(&start.to_string(), Way::Whole, at(*start), None)).collect();
            let holding = versions
                .iter()
                .filter(|one| one.from <= at(asked) && last_day(&versions, &one.id).is_none_or(|to| at(asked) <= to));
            let expected: Vec<&str> = in_force(&versions, at(asked)).map(|one| one.text.id.as_str()).into_iter().collect();
            prop_assert_eq!(holding.map(|one| one.id.as_str()).collect::<Vec<_>>(), expected);
        }
    }
}
