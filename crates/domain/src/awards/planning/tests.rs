//! Earliest years as a table, what is to earn, and rows about to break.

use super::{AHEAD, Kept, outlooks, streaks, to_earn};
use crate::awards::case::Handed;
use crate::awards::facts::{Case, Held};
use crate::awards::pack::{Catalogue, RegimeRules, shipped};
use crate::grades::Grade;
use proptest::prelude::*;

const NOW: i32 = 2026;

fn law() -> &'static Catalogue {
    shipped().expect("the pack")
}

fn rules() -> &'static RegimeRules {
    law().of("C").expect("the regime")
}

/// An official with grades and awards by year.
fn case(grades: &[(i32, Grade)], awards: &[(&str, i32)]) -> Case {
    let text = r#"{"received_on": "2026-03-10", "for_period": {"from": "2026-01-01", "to": "2026-12-31"},
        "subject": {"kind": "individual", "category": "official"}, "facts": {"awards": []}}"#;
    let handed: Handed<'_> = serde_json::from_str(text).expect("a case");
    let mut case = handed.check(&law().codes).expect("a case without fault");
    case.facts.grades = Some(grades.to_vec());
    let held = |(code, year): &(&str, i32)| Held {
        award: law().codes.get(code).expect("an award"),
        year: *year,
        decided_on: None,
        level: None,
    };
    case.facts.awards = Some(awards.iter().map(held).collect());
    case
}

fn first(case: &Case, code: &str) -> Option<i32> {
    outlooks(rules(), &law().codes, case, NOW).iter().find(|one| one.award.code == code).expect(code).first
}

#[test]
fn the_earliest_year_follows_from_what_is_held_already() {
    let none: &[(&str, i32)] = &[];
    let two = &[("CSTDCS", 2024), ("CSTDCS", 2025)][..];
    let one = &[("CSTDCS", 2025)][..];
    let gap = &[("CSTDCS", 2023), ("CSTDCS", 2024)][..];
    for (held, award, expected) in [
        (none, "LDTT", Some(NOW)),
        (none, "CSTDCS", Some(NOW)),
        // three years as a fighter of the base, one after another
        (none, "CSTDBT", Some(NOW + 2)),
        (one, "CSTDBT", Some(NOW + 1)),
        (two, "CSTDBT", Some(NOW)),
        (gap, "CSTDBT", Some(NOW + 2)),
        // two of the ministry or province
        (two, "CSTDTQ", Some(NOW + 1)),
    ] {
        assert_eq!(first(&case(&[], held), award), expected, "{held:?} {award}");
    }
}

#[test]
fn a_year_that_was_graded_low_closes_that_year_only() {
    let low = case(&[(NOW, Grade::NotCompleted)], &[]);
    assert_eq!(first(&low, "LDTT"), Some(NOW + 1));
    let outlook = outlooks(rules(), &law().codes, &low, NOW);
    assert!(outlook.iter().all(|one| one.first.is_none_or(|year| (NOW..=NOW + AHEAD).contains(&year))));
}

#[test]
fn what_is_to_earn_names_the_row_as_it_stands_today() {
    let one = case(&[], &[("CSTDCS", 2025)]);
    let award = rules().award("CSTDBT").expect("the award");
    let lacks = to_earn(award, &law().codes, &one, NOW, NOW + 1);
    let mends: Vec<&str> =
        lacks.iter().filter_map(|one| one.reasons.mend.as_ref()).map(|says| says.vi.as_str()).collect();
    assert!(mends.iter().any(|says| says.contains("hiện tính được 1")), "{mends:?}");
    let done = case(&[], &[("CSTDCS", 2024), ("CSTDCS", 2025), ("CSTDCS", 2026)]);
    let lacks = to_earn(award, &law().codes, &done, NOW, NOW);
    assert!(!lacks.iter().any(|one| one.kind == "Holds"), "{lacks:?}");
}

#[test]
fn a_row_breaks_when_this_year_does_not_carry_it_on() {
    let code = |code: &str| law().codes.get(code).expect("an award");
    let of = |grades: &[(i32, Grade)], awards: &[(&str, i32)]| {
        let case = case(grades, awards);
        let rows = streaks(rules(), &law().codes, &case.facts, NOW);
        rows.into_iter().map(|one| (one.of, one.years, one.lost)).collect::<Vec<_>>()
    };
    use Grade::{Completed, Excellent, Good};
    let three = [("LDTT", 2023), ("LDTT", 2024), ("LDTT", 2025)];
    assert_eq!(of(&[], &three), [(Kept::Title(code("LDTT")), 3, false)]);
    assert_eq!(of(&[], &[&three[..], &[("LDTT", 2026)]].concat()), []);
    assert_eq!(of(&[], &[("LDTT", 2025)]), [], "one year is no row");
    assert_eq!(of(&[], &three[..2]), [], "it broke last year");
    assert_eq!(of(&[(2024, Good), (2025, Excellent)], &[]), [(Kept::Grade(Good), 2, false)]);
    assert_eq!(of(&[(2024, Good), (2025, Excellent), (2026, Completed)], &[]), [(Kept::Grade(Good), 2, true)]);
    assert_eq!(of(&[(2024, Excellent), (2025, Excellent)], &[]), [(Kept::Grade(Excellent), 2, false)]);
    assert_eq!(
        of(&[(2023, Good), (2024, Excellent), (2025, Excellent), (2026, Good)], &[]),
        [(Kept::Grade(Excellent), 2, true)],
        "the good row goes on, the excellent one is lost"
    );
}

proptest! {
    /// Counts and rows only grow with what is held.
    #[test]
    fn one_more_award_never_makes_another_later(
        held in proptest::collection::vec((0_usize..4, 2018_i32..2026), 0..8),
        more in (0_usize..4, 2018_i32..2026),
    ) {
        let named = |(which, year): &(usize, i32)| (["LDTT", "CSTDCS", "CSTDBT", "BKBT"][*which], *year);
        let fewer: Vec<(&str, i32)> = held.iter().map(named).collect();
        let mut all = fewer.clone();
        all.push(named(&more));
        let (one, other) = (case(&[], &fewer), case(&[], &all));
        let later = |year: Option<i32>| year.unwrap_or(i32::MAX);
        let before = outlooks(rules(), &law().codes, &one, NOW);
        for (before, after) in before.iter().zip(outlooks(rules(), &law().codes, &other, NOW)) {
            prop_assert!(later(after.first) <= later(before.first), "{} {:?} {:?}", before.award.code, before.first, after.first);
        }
    }
}
