//! Tables and properties of inspections.

use super::checklist::{Answer, Basis, Fact, Item, NotAnswered, answer, propose, propose_together};
use super::coverage::Coverage;
use super::findings::{self, Side, days_late, may_explain};
use super::inflation::{Index, Pair, gap, index};
use super::risk::{Known, Reason, points, reasons};
use super::sampling::{Because, Line, draw, ticket};
use super::{Refused, Standing, State};
use crate::basics::Amount;
use crate::targets::Direction;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn amount(text: &str) -> Amount {
    Amount::from_plain(text).expect("an amount")
}

/// Everything is as it has to be.
fn ready() -> Standing {
    Standing { decided: true, led: true, subjects: 3, conclusion: true, reason: true, ..Standing::default() }
}

#[test]
fn every_arrow_of_an_inspection_that_is_not_in_the_table_is_refused() {
    let open = [
        (State::Draft, State::Issued),
        (State::Draft, State::Withdrawn),
        (State::Issued, State::Concluded),
        (State::Issued, State::Withdrawn),
        (State::Concluded, State::Closed),
    ];
    for from in State::ALL {
        for to in State::ALL {
            let step = from.step(*to, &ready());
            assert_eq!(step.is_ok(), open.contains(&(*from, *to)), "{from:?} -> {to:?}");
            assert_eq!(State::from_code(from.code()), Some(*from));
        }
    }
}

#[test]
fn an_inspection_takes_no_step_before_what_it_rests_on_is_there() {
    let table = [
        (State::Draft, State::Issued, Standing { decided: false, ..ready() }, Refused::Undecided),
        (State::Draft, State::Issued, Standing { led: false, ..ready() }, Refused::NoLead),
        (State::Draft, State::Issued, Standing { subjects: 0, ..ready() }, Refused::NoSubject),
        (State::Issued, State::Concluded, Standing { unvisited: 2, ..ready() }, Refused::Unvisited(2)),
        (State::Issued, State::Concluded, Standing { unanswered: 1, ..ready() }, Refused::Unanswered(1)),
        (State::Issued, State::Concluded, Standing { conclusion: false, ..ready() }, Refused::NoConclusion),
        (State::Concluded, State::Closed, Standing { open_findings: 4, ..ready() }, Refused::OpenFindings(4)),
        (State::Draft, State::Withdrawn, Standing { reason: false, ..ready() }, Refused::NoReason),
    ];
    for (from, to, of, refused) in table {
        assert_eq!(from.step(to, &of), Err(refused));
    }
}

#[test]
fn the_checklist_has_the_seven_items_in_the_order_of_the_plan() {
    let codes: Vec<&str> = Item::ALL.iter().map(|item| item.code()).collect();
    assert_eq!(
        codes,
        ["launch", "registration", "covenant", "preliminary-review", "final-review", "recognition", "spreading"]
    );
}

#[test]
fn the_data_propose_only_what_they_show() {
    use Fact::{Done, NotDone, Open, Partly};
    for (facts, proposed) in [
        (vec![], Answer::NoGrounds),
        (vec![Open], Answer::NoGrounds),
        (vec![Done], Answer::Met),
        (vec![Done, Open], Answer::Met),
        (vec![NotDone, Open], Answer::NotMet),
        (vec![Partly], Answer::Partly),
        (vec![Done, NotDone], Answer::Partly),
        (vec![Done, Partly], Answer::Partly),
    ] {
        assert_eq!(propose(&facts), proposed, "{facts:?}");
    }
}

#[test]
fn a_block_is_what_all_its_members_are_and_else_in_part() {
    use Answer::{Met, NoGrounds, NotMet, Partly};
    for (members, together) in [
        (vec![], NoGrounds),
        (vec![NoGrounds, NoGrounds], NoGrounds),
        (vec![Met, Met], Met),
        (vec![NotMet], NotMet),
        (vec![Met, NoGrounds], Partly),
        (vec![Met, NotMet], Partly),
    ] {
        assert_eq!(propose_together(&members), together, "{members:?}");
    }
}

#[test]
fn an_answer_that_differs_from_the_data_needs_a_reason() {
    let table = [
        (Answer::Met, Answer::Met, None, Ok(Basis::Data)),
        (Answer::Met, Answer::NotMet, None, Err(NotAnswered::NeedsReason)),
        (Answer::Met, Answer::NotMet, Some(" "), Err(NotAnswered::NeedsReason)),
        (Answer::Met, Answer::NotMet, Some("không có biên bản"), Ok(Basis::Team)),
        (Answer::NoGrounds, Answer::Met, None, Ok(Basis::Team)),
        (Answer::NoGrounds, Answer::NoGrounds, None, Err(NotAnswered::NeedsWhatIsMissing)),
        (Answer::NoGrounds, Answer::NoGrounds, Some("thiếu sổ"), Ok(Basis::Team)),
        (Answer::Met, Answer::NoGrounds, Some("thiếu sổ"), Ok(Basis::Team)),
    ];
    for (proposed, given, remark, taken) in table {
        assert_eq!(answer(proposed, given, remark), taken, "{proposed:?} {given:?} {remark:?}");
    }
}

#[test]
fn a_unit_mends_and_the_team_settles() {
    use findings::State::{Mended, Open, Settled, Withdrawn};
    let open = [
        (Open, Mended, Side::Unit),
        (Open, Settled, Side::Team),
        (Open, Withdrawn, Side::Team),
        (Mended, Open, Side::Team),
        (Mended, Settled, Side::Team),
        (Mended, Withdrawn, Side::Team),
    ];
    for from in findings::State::ALL {
        for to in findings::State::ALL {
            for side in [Side::Unit, Side::Team] {
                let step = from.step(*to, side, Some("đã làm"), false);
                assert_eq!(step.is_ok(), open.contains(&(*from, *to, side)), "{from:?} -> {to:?} by {side:?}");
            }
        }
    }
    assert_eq!(Open.step(Mended, Side::Unit, Some(" "), false), Err(findings::Refused::NeedsWords));
    assert_eq!(Mended.step(Settled, Side::Team, Some("xong"), true), Err(findings::Refused::TaskOpen));
}

#[test]
fn the_last_day_itself_is_in_time() {
    let (until, after) = (day("2022-07-15"), day("2022-07-16"));
    assert_eq!(days_late(findings::State::Open, Some(until), until), None);
    assert_eq!(days_late(findings::State::Open, Some(until), after), Some(1));
    assert_eq!(days_late(findings::State::Settled, Some(until), after), None);
    assert_eq!(days_late(findings::State::Open, None, after), None);
    assert!(may_explain(Some(until), until) && !may_explain(Some(until), after) && may_explain(None, after));
}

#[test]
fn the_gap_is_in_percent_of_what_was_verified_and_counts_in_favour_of_the_unit() {
    let table = [
        ("120", "100", Direction::Higher, "20"),
        ("80", "100", Direction::Higher, "-20"),
        ("4", "5", Direction::Lower, "20"),
        ("5", "0", Direction::Higher, "100"),
        ("0", "0", Direction::Higher, "0"),
        ("0", "5", Direction::Higher, "-100"),
        ("80", "100", Direction::Neither, "20"),
        ("100", "99", Direction::Higher, "1.01"),
        ("5000", "1", Direction::Higher, "1000"),
        ("-1", "-2", Direction::Higher, "50"),
    ];
    for (own, verified, direction, expected) in table {
        let pair = Pair { own: amount(own), verified: amount(verified), direction };
        assert_eq!(gap(&pair), amount(expected), "{own} {verified} {direction:?}");
    }
    let pair = |own: &str| Pair { own: amount(own), verified: amount("100"), direction: Direction::Higher };
    let found = index(&[pair("120"), pair("100"), pair("110")]);
    assert_eq!(found, Index { n: 3, above: 2, mean: Some(amount("10")) });
    assert_eq!(index(&[]), Index::default());
}

#[test]
fn every_reason_of_risk_is_told_with_its_points() {
    let peers = [amount("100"), amount("90"), amount("110")];
    let known = Known {
        days_late: 3,
        corrections: 5,
        without_evidence: true,
        shared_evidence: 2,
        dated_outside: true,
        value: Some(amount("200")),
        earlier: Some(amount("100")),
        rate: Some(amount("180")),
        peers: &peers,
        direction: Direction::Higher,
        verified_gap: Some(amount("12.5")),
        visited: Some(None),
        ..Known::default()
    };
    let found = reasons(&known);
    assert_eq!(
        found,
        [
            Reason::VerifiedLower(12),
            Reason::Corrected(5),
            Reason::SharedEvidence(2),
            Reason::DatedOutside,
            Reason::FromEarlierYear(100),
            Reason::FromPeers(80),
            Reason::Late(3),
            Reason::NoEvidence,
            Reason::NeverVisited
        ]
    );
    assert_eq!(points(&found), 5 + 3 + 3 + 3 + 3 + 3 + 2 + 2 + 2);
    for reason in found.into_iter().chain([Reason::NoReport, Reason::LongNotVisited(400)]) {
        assert_eq!(Reason::from_code(&reason.code()), Some(reason));
    }
    assert_eq!(reasons(&Known::default()), []);
}

#[test]
fn what_is_not_far_or_has_too_few_peers_is_no_reason() {
    let two = [amount("10"), amount("10")];
    for known in [
        Known {
            value: Some(amount("149")),
            earlier: Some(amount("100")),
            direction: Direction::Higher,
            ..Known::default()
        },
        Known {
            value: Some(amount("40")),
            earlier: Some(amount("100")),
            direction: Direction::Higher,
            ..Known::default()
        },
        Known { value: Some(amount("40")), earlier: Some(Amount::ZERO), ..Known::default() },
        Known { rate: Some(amount("300")), peers: &two, direction: Direction::Higher, ..Known::default() },
        Known { visited: Some(Some(365)), ..Known::default() },
        Known { verified_gap: Some(amount("-3")), ..Known::default() },
    ] {
        assert_eq!(reasons(&known), [], "{known:?}");
    }
    let fewer = Known {
        value: Some(amount("40")),
        earlier: Some(amount("100")),
        direction: Direction::Lower,
        ..Known::default()
    };
    assert_eq!(reasons(&fewer), [Reason::FromEarlierYear(60)]);
}

fn line(group: &str, key: &str, points: i64) -> Line {
    Line { group: group.into(), key: key.into(), points }
}

#[test]
fn a_ticket_is_the_sum_that_every_computer_makes() {
    // printf '%s' '2022-07|Làng|Làng Lơ Vi' | sha256sum
    assert_eq!(
        ticket("2022-07", &line("Làng", "Làng Lơ Vi", 0)),
        "04c32ae6a7448542ec6fb5af4b4b49a5c8d74f6d8a35ef0053465373a42f73a5"
    );
}

#[test]
fn the_riskiest_are_in_the_sample_and_of_each_group_so_many_as_were_asked() {
    let lines: Vec<Line> = (0..20)
        .map(|n| line(if n < 12 { "Làng" } else { "Trường" }, &format!("Đơn vị {n}"), if n == 3 { 7 } else { 0 }))
        .collect();
    let drawn = draw(&lines, "48213", 2, 3);
    assert!(drawn.contains(&(3, Because::Risk(1))), "{drawn:?}");
    let lots = |villages: bool| {
        drawn.iter().filter(|(at, because)| (*at < 12) == villages && matches!(because, Because::Lot(_))).count()
    };
    // nobody else has points: only one is taken as risky
    assert_eq!((drawn.len(), lots(true), lots(false)), (7, 3, 3));
    assert_ne!(draw(&lines, "48214", 2, 3), drawn, "another seed draws others");
    assert_eq!(Because::from_code("lot:3"), Some(Because::Lot(3)));
    assert_eq!(Because::from_code("risk:x"), None);
}

#[test]
fn coverage_tells_who_was_visited_how_often_and_who_never() {
    let subjects: Vec<String> = ["a", "b", "c"].map(str::to_owned).into();
    let visits = [
        ("a".to_owned(), day("2022-03-01")),
        ("a".to_owned(), day("2022-07-01")),
        ("c".to_owned(), day("2022-05-01")),
        ("gone".to_owned(), day("2022-05-01")),
    ];
    let coverage = Coverage::of(&subjects, &visits);
    assert_eq!((coverage.visited(), coverage.never(), coverage.visits()), (2, 1, 3));
    assert_eq!(coverage.lines[0].1.last, Some(day("2022-07-01")));
    assert_eq!(coverage.lines[1].1.times, 0);
}

proptest! {
    #[test]
    fn the_same_seed_and_list_give_the_same_sample_whatever_the_order_of_the_list(
        points in proptest::collection::vec(0_i64..4, 1..40),
        seed in "[0-9a-zA-Z]{1,12}",
        riskiest in 0_usize..6,
        per_group in 0_usize..6,
        turn in 0_usize..40,
    ) {
        let lines: Vec<Line> = points
            .iter()
            .enumerate()
            .map(|(n, points)| line(&format!("khối {}", n % 3), &format!("dòng {n}"), *points))
            .collect();
        let names = |lines: &[Line]| {
            let mut found: Vec<(String, Because)> = draw(lines, &seed, riskiest, per_group)
                .into_iter()
                .map(|(at, because)| (lines[at].key.clone(), because))
                .collect();
            found.sort_by(|a, b| a.0.cmp(&b.0));
            found
        };
        let first = names(&lines);
        let mut turned = lines.clone();
        turned.rotate_left(turn % lines.len());
        prop_assert_eq!(&first, &names(&turned));
        let risky = first.iter().filter(|(_, because)| matches!(because, Because::Risk(_))).count();
        let with_points = lines.iter().filter(|line| line.points > 0).count();
        prop_assert_eq!(risky, riskiest.min(with_points));
        prop_assert!(first.len() <= lines.len());
    }

    #[test]
    fn the_index_is_there_for_any_values(
        pairs in proptest::collection::vec((any::<i64>(), any::<i64>(), 0_usize..3), 0..20)
    ) {
        // the whole range of amounts
        let of = |stored: i64| Amount::from_ten_thousandths(stored % 9_000_000_000_000_000_000);
        let pairs: Vec<Pair> = pairs
            .into_iter()
            .map(|(own, verified, at)| Pair { own: of(own), verified: of(verified), direction: Direction::ALL[at] })
            .collect();
        let found = index(&pairs);
        prop_assert_eq!(found.n, pairs.len());
        prop_assert_eq!(found.mean.is_some(), !pairs.is_empty());
        prop_assert!(pairs.iter().all(|pair| gap(pair) <= Amount::whole(1_000)));
    }
}
