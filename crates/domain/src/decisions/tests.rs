//! Tables and properties of decisions.

use super::complaints::{self, Days, Rule};
use super::number::{Key, Problem, Register, written};
use super::revocation::{Case, Ground, Obstacle, Span, revoke};
use super::tracing::{Given, reached};
use super::{Answered, NotAnswered, Refused, Standing, State, Submission, words};
use crate::calendar::WorkCalendar;
use crate::calendar::deadlines::Remaining;
use crate::law::Mark;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn ready() -> Standing {
    Standing { numbered: true, signed: true, lines: 3, unfounded: 0, revoked: 0, revoking: true }
}

#[test]
fn every_arrow_of_a_decision_that_is_not_drawn_is_refused() {
    use State::{Draft, Issued, PartlyRevoked, Revoked};
    let open = [
        (Draft, Issued),
        (Issued, PartlyRevoked),
        (Issued, Revoked),
        (PartlyRevoked, PartlyRevoked),
        (PartlyRevoked, Revoked),
    ];
    for from in State::ALL {
        for to in State::ALL {
            let steps = (0..=3).map(|revoked| from.step(*to, &Standing { revoked, ..ready() }));
            assert_eq!(
                steps.into_iter().any(|step| step.is_ok()),
                open.contains(&(*from, *to)),
                "{from:?} -> {to:?}"
            );
        }
        assert_eq!(State::from_code(from.code()), Some(*from));
    }
}

#[test]
fn a_decision_is_issued_and_revoked_only_on_what_it_rests_on() {
    use State::{Draft, Issued, PartlyRevoked, Revoked};
    for (from, to, of, why) in [
        (Draft, Issued, Standing { numbered: false, ..ready() }, Refused::Number),
        (Draft, Issued, Standing { signed: false, ..ready() }, Refused::Unsigned),
        (Draft, Issued, Standing { lines: 0, ..ready() }, Refused::Empty),
        (Draft, Issued, Standing { unfounded: 1, ..ready() }, Refused::Unfounded(1)),
        (Issued, Revoked, Standing { revoking: false, revoked: 3, ..ready() }, Refused::NotRevoking),
        (Issued, Revoked, Standing { revoked: 2, ..ready() }, Refused::Lines { revoked: 2, lines: 3 }),
        (Issued, PartlyRevoked, ready(), Refused::Lines { revoked: 0, lines: 3 }),
        (PartlyRevoked, PartlyRevoked, Standing { revoked: 3, ..ready() }, Refused::Lines { revoked: 3, lines: 3 }),
        (Revoked, Issued, ready(), Refused::NoArrow),
    ] {
        assert_eq!(from.step(to, &of), Err(why));
        assert!(!words::refused(why).vi.is_empty() && !words::refused(why).en.is_empty());
    }
}

#[test]
fn every_arrow_of_a_submission_that_is_not_drawn_is_refused() {
    use Submission::{Granted, Returned, Submitted};
    let open =
        [(Submitted, Returned), (Submitted, Granted), (Submitted, Submission::Refused), (Returned, Submitted)];
    let all = Answered { decided: true, reason: true, mended: true };
    for from in Submission::ALL {
        for to in Submission::ALL {
            assert_eq!(from.step(*to, &all).is_ok(), open.contains(&(*from, *to)), "{from:?} -> {to:?}");
        }
    }
    for (from, to, of, why) in [
        (Submitted, Granted, Answered { decided: false, ..all }, NotAnswered::Undecided),
        (Submitted, Returned, Answered { reason: false, ..all }, NotAnswered::NoReason),
        (Submitted, Submission::Refused, Answered { reason: false, ..all }, NotAnswered::NoReason),
        (Returned, Submitted, Answered { mended: false, ..all }, NotAnswered::NotMended),
    ] {
        assert_eq!(from.step(to, &of), Err(why));
    }
    assert!(Submitted.is_open() && Returned.is_open() && !Granted.is_open());
}

#[test]
fn a_number_is_unique_for_issuer_kind_year_and_symbol() {
    let mut register = Register::default();
    let mut enter = |typed: &str, issuer: &str, kind: &str, on: &str| {
        register.enter(Key::read(typed, issuer, kind, day(on)).expect("a number"))
    };
    assert_eq!(enter("12/QĐ-UBND", "xa", "award", "2025-03-01"), Ok(()));
    for (typed, issuer, kind, on, answer) in [
        ("12/QĐ-UBND", "xa", "award", "2025-12-31", Err(Problem::Taken)),
        ("012 / qđ-ubnd", "xa", "award", "2025-12-31", Err(Problem::Taken)),
        ("12/QĐ-UBND", "xa", "award", "2026-01-01", Ok(())),
        ("12/QĐ-UBND", "huyen", "award", "2025-03-01", Ok(())),
        ("12/QĐ-UBND", "xa", "initiative", "2025-03-01", Ok(())),
        ("12/QĐ-HĐTĐKT", "xa", "award", "2025-03-01", Ok(())),
        ("12a/QĐ-UBND", "xa", "award", "2025-03-01", Ok(())),
    ] {
        assert_eq!(enter(typed, issuer, kind, on), answer, "{typed} {issuer} {kind} {on}");
    }
    assert_eq!(register.next("xa", "award", 2025, "QĐ-UBND"), 13);
    assert_eq!(register.next("xa", "award", 2027, "QĐ-UBND"), 1);
}

#[test]
fn a_number_is_written_as_its_kind_has_it() {
    for (typed, says) in [
        ("5/qđ-ubnd", "05/QĐ-UBND"),
        (" 088 / ttr-ubnd ", "88/TTr-UBND"),
        ("12/TTR-PNV", "12/TTr-PNV"),
        ("7B/ctr-UBND", "07b/CTr-UBND"),
        ("3/QYĐ-SNV", "03/QyĐ-SNV"),
        ("không số", "khôngsố"),
    ] {
        assert_eq!(written(typed), says, "{typed}");
    }
}

#[test]
fn a_number_that_is_none_says_why() {
    for (typed, on, why) in [
        ("", "2025-03-01", Problem::Empty),
        ("12", "2025-03-01", Problem::Shape),
        ("/QĐ-UBND", "2025-03-01", Problem::Shape),
        ("12/", "2025-03-01", Problem::Shape),
        ("12/QĐ--UBND", "2025-03-01", Problem::Shape),
        ("1x2/QĐ-UBND", "2025-03-01", Problem::Shape),
        ("12ab/QĐ-UBND", "2025-03-01", Problem::Shape),
        ("-1/QĐ-UBND", "2025-03-01", Problem::Shape),
        ("0/QĐ-UBND", "2025-03-01", Problem::Number),
        ("1234567/QĐ-UBND", "2025-03-01", Problem::Number),
        ("12/QĐ-UBND", "1900-03-01", Problem::Year),
    ] {
        assert_eq!(Key::read(typed, "xa", "award", day(on)), Err(why), "{typed}");
        assert!(!words::number(why).vi.is_empty());
    }
}

fn span(from: &str, to: &str) -> Option<Span> {
    Some(Span { from: day(from), to: day(to) })
}

fn case() -> Case {
    Case {
        honorary_title: false,
        counted: span("2024-01-01", "2024-12-31"),
        violation: span("2024-12-31", "2025-02-01"),
        conclusion: true,
        proposed: true,
        items: vec!["Bằng chứng nhận".into(), "khung".into()],
        paid: 2_340_000,
        revoked: false,
    }
}

#[test]
fn a_violation_revokes_only_inside_the_period_counted() {
    let recovered = revoke(Ground::Violation, &case()).expect("it is revoked");
    assert_eq!((recovered.items.len(), recovered.money, recovered.ask), (2, 2_340_000, vec![]));
    for (case, why) in [
        (Case { violation: span("2025-01-01", "2025-02-01"), ..case() }, vec![Obstacle::OutsidePeriod]),
        (Case { violation: span("2023-01-01", "2023-12-31"), ..case() }, vec![Obstacle::OutsidePeriod]),
        (Case { counted: None, ..case() }, vec![Obstacle::PeriodUnknown]),
        (
            Case { violation: None, conclusion: false, ..case() },
            vec![Obstacle::NoConclusion, Obstacle::PeriodUnknown],
        ),
        (Case { revoked: true, ..case() }, vec![Obstacle::Already]),
    ] {
        assert_eq!(revoke(Ground::Violation, &case), Err(why));
    }
    assert!(revoke(Ground::FalseMerit, &Case { violation: None, conclusion: false, ..case() }).is_ok());
}

#[test]
fn what_is_not_verified_is_asked_and_never_decides_alone() {
    let asks = |ground, case: &Case| revoke(ground, case).expect("it is revoked").ask;
    assert_eq!(asks(Ground::FalsePapers, &Case { proposed: false, ..case() }), [Obstacle::NotProposed]);
    assert_eq!(asks(Ground::HonourLost, &Case { honorary_title: true, ..case() }), [Obstacle::Unverified]);
    assert_eq!(revoke(Ground::HonourLost, &case()), Err(vec![Obstacle::NotHonorary, Obstacle::Unverified]));
    for ground in Ground::ALL {
        let code = ground.code();
        assert_eq!(Ground::from_code(code), Some(*ground));
        let letter = code.rsplit('.').next().expect("a letter");
        assert!(ground.source().ends_with(letter), "{code}");
    }
}

#[test]
fn the_clock_of_a_complaint_counts_working_days() {
    use complaints::State::{Accepted, Received, Settled};
    let calendar = WorkCalendar::shipped();
    let rule = Rule { accept: 10, settle: 20, source: "quy chế".into(), mark: Mark::Unverified };
    let days = Days { received: day("2025-03-03"), accepted: Some(day("2025-03-10")), extended: 0 };
    let last = |state: complaints::State, days: &Days| state.last_day(days, &rule, calendar).map(|last| last.value);
    assert_eq!(last(Received, &days), Some(day("2025-03-17")));
    assert_eq!(last(Accepted, &days), Some(day("2025-04-08")), "the seventh of April is Giỗ Tổ");
    assert_eq!(last(Accepted, &Days { extended: 5, ..days }), Some(day("2025-04-15")));
    assert_eq!(last(Settled, &days), None);
    let clock = |on: &str| Received.clock(&days, &rule, day(on), calendar).map(|left| left.value);
    assert_eq!(clock("2025-03-17"), Some(Remaining::Today));
    assert_eq!(clock("2025-03-18"), Some(Remaining::Overdue { working: 1, days: 1 }));
}

#[test]
fn every_arrow_of_a_complaint_that_is_not_drawn_is_refused() {
    use complaints::State::{Accepted, Received, Rejected, Settled, Withdrawn};
    let open = [
        (Received, Accepted),
        (Received, Rejected),
        (Received, Withdrawn),
        (Accepted, Settled),
        (Accepted, Withdrawn),
    ];
    let all = complaints::Standing { reason: true, signed: true, own: false };
    for from in complaints::State::ALL {
        for to in complaints::State::ALL {
            assert_eq!(from.step(*to, &all).is_ok(), open.contains(&(*from, *to)), "{from:?} -> {to:?}");
        }
        assert_eq!(from.is_open(), matches!(from, Received | Accepted));
    }
    for (from, to, of, why) in [
        (Received, Rejected, complaints::Standing { reason: false, ..all }, complaints::Refused::NoReason),
        (Accepted, Settled, complaints::Standing { signed: false, ..all }, complaints::Refused::Unsigned),
        (Accepted, Settled, complaints::Standing { own: true, ..all }, complaints::Refused::OwnDecision),
    ] {
        assert_eq!(from.step(to, &of), Err(why));
    }
}

fn given(id: &str, relied_on: &[&str]) -> Given {
    Given { id: id.into(), relied_on: relied_on.iter().map(|on| (*on).to_owned()).collect() }
}

#[test]
fn everything_that_relied_on_a_revoked_award_is_named_with_its_way() {
    let awards = [
        given("LDTT 2022", &[]),
        given("CSTDCS 2022", &["LDTT 2022"]),
        given("CSTDCS 2023", &[]),
        given("BKBT 2023", &["CSTDCS 2022", "CSTDCS 2023"]),
        given("BKTTG 2025", &["BKBT 2023"]),
        given("GK 2024", &[]),
    ];
    let ways: Vec<Vec<String>> = reached(&awards, "CSTDCS 2022").into_iter().map(|one| one.way).collect();
    assert_eq!(ways, [vec!["CSTDCS 2022", "BKBT 2023"], vec!["CSTDCS 2022", "BKBT 2023", "BKTTG 2025"]]);
    assert_eq!(reached(&awards, "GK 2024"), []);
    assert_eq!(reached(&awards, "LDTT 2022").len(), 3);
    let round = [given("a", &["b"]), given("b", &["a"])];
    assert_eq!(reached(&round, "a").len(), 1, "a circle ends");
}

proptest! {
    #[test]
    fn what_is_reached_is_closed_and_every_way_is_real(
        lines in proptest::collection::vec(proptest::collection::vec(0_usize..12, 0..4), 12), from in 0_usize..12
    ) {
        let name = |number: usize| format!("g{number}");
        let awards: Vec<Given> = lines
            .iter()
            .enumerate()
            .map(|(number, on)| Given { id: name(number), relied_on: on.iter().map(|one| name(*one)).collect() })
            .collect();
        let found = reached(&awards, &name(from));
        let mut names: BTreeSet<String> = found.iter().map(|one| one.id.clone()).collect();
        prop_assert_eq!(names.len(), found.len());
        prop_assert!(!names.contains(&name(from)));
        let relies = |id: &String, on: &String| awards.iter().any(|one| one.id == *id && one.relied_on.contains(on));
        for one in &found {
            prop_assert!(one.way.windows(2).all(|pair| relies(&pair[1], &pair[0])));
            prop_assert_eq!((&one.way[0], one.way.last()), (&name(from), Some(&one.id)));
        }
        names.insert(name(from));
        let missed = awards.iter().any(|one| !names.contains(&one.id) && one.relied_on.iter().any(|on| names.contains(on)));
        prop_assert!(!missed);
    }

    #[test]
    fn a_number_is_read_back_whatever_blanks_and_zeros_stand_around_it(number in 1_u32..999_999, zeros in 0_usize..2) {
        let typed = format!(" {}{number} / QĐ-SNV", "0".repeat(zeros.min(6 - number.to_string().len().min(6))));
        let key = Key::read(&typed, "so", "award", day("2025-03-01"));
        prop_assert_eq!(key.map(|key| (key.number, key.symbol)), Ok((number, "qd-snv".to_owned())));
    }
}
