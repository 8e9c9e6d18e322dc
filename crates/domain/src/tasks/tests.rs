use super::deadline::Deadline;
use super::{Clear, Refused, Said, Side, State, StepAsked};
use chrono::NaiveDate;

fn by() -> Deadline {
    Deadline::once(NaiveDate::from_ymd_opt(2024, 6, 30).expect("a day"), false)
}

fn all<'a>(deadline: &'a Deadline) -> Said<'a> {
    Said {
        lead_unit: true,
        person: Some("Trưởng thôn Mẫu"),
        work: Some("Vận động hiến đất làm đường"),
        responsibility: Some("Chịu trách nhiệm trước UBND xã"),
        deadline: Some(deadline),
        outcome: Some("12 hộ bàn giao mặt bằng"),
    }
}

fn asked<'a>(to: State, side: Side, said: Said<'a>) -> StepAsked<'a> {
    StepAsked { to, side, said, note: Some("ghi chú"), open_days: 0 }
}

#[test]
fn the_table_of_arrows_is_this() {
    let mut table = String::new();
    for from in State::ALL {
        let next: Vec<&str> = from.next().iter().map(|to| to.code()).collect();
        table.push_str(&format!("{} -> {}\n", from.code(), next.join(", ")));
    }
    let expected = "\
draft -> given, cancelled
given -> accepted, cancelled
accepted -> in-progress, cancelled
in-progress -> done-reported, cancelled
done-reported -> confirmed, returned
confirmed -> \nreturned -> in-progress, cancelled
cancelled -> \n";
    assert_eq!(table, expected);
}

#[test]
fn every_arrow_that_is_not_in_the_table_is_refused_for_both_sides() {
    let deadline = by();
    for from in State::ALL {
        for to in State::ALL {
            for side in [Side::Giver, Side::Doer] {
                let answer = from.step(&asked(to, side, all(&deadline)));
                let there = from.next().contains(&to);
                assert_eq!(answer.is_ok(), there && to.side() == side, "{from:?} -> {to:?} by {side:?}");
                if there && to.side() != side {
                    assert_eq!(answer, Err(Refused::OtherSide(to.side())));
                }
            }
        }
    }
}

#[test]
fn a_task_that_lacks_any_of_the_five_cannot_be_given_and_says_which() {
    let deadline = by();
    let whole = all(&deadline);
    assert_eq!(whole.missing(), []);
    let without: [(Said, Clear); 7] = [
        (Said { lead_unit: false, ..whole }, Clear::Person),
        (Said { person: None, ..whole }, Clear::Person),
        (Said { work: Some("  "), ..whole }, Clear::Work),
        (Said { responsibility: None, ..whole }, Clear::Responsibility),
        (Said { deadline: None, ..whole }, Clear::Time),
        (Said { outcome: None, ..whole }, Clear::Outcome),
        (Said { outcome: Some("\n"), ..whole }, Clear::Outcome),
    ];
    for (said, lacking) in without {
        let answer = State::Draft.step(&asked(State::Given, Side::Giver, said));
        assert_eq!(answer, Err(Refused::Unclear(vec![lacking])));
    }
    // every subset of the five: exactly what is left out is named
    for bits in 0..32_u32 {
        let has = |bit: u32| bits & (1 << bit) != 0;
        let said = Said {
            lead_unit: has(0),
            person: has(0).then_some("người"),
            work: has(1).then_some("việc"),
            responsibility: has(2).then_some("trách nhiệm"),
            deadline: has(3).then_some(&deadline),
            outcome: has(4).then_some("kết quả"),
        };
        let left: Vec<Clear> =
            Clear::ALL.into_iter().zip(0..).filter(|(_, bit)| !has(*bit)).map(|(one, _)| one).collect();
        assert_eq!(said.missing(), left);
    }
}

#[test]
fn nothing_is_cancelled_or_sent_back_without_a_reason() {
    let deadline = by();
    for (from, to) in [(State::Given, State::Cancelled), (State::DoneReported, State::Returned)] {
        for note in [None, Some(" ")] {
            let silent = StepAsked { note, ..asked(to, Side::Giver, all(&deadline)) };
            assert_eq!(from.step(&silent), Err(Refused::NeedsReason));
        }
    }
}

#[test]
fn a_task_that_comes_back_every_quarter_is_not_done_while_a_day_is_unanswered() {
    let deadline = by();
    let early = StepAsked { open_days: 2, ..asked(State::DoneReported, Side::Doer, all(&deadline)) };
    assert_eq!(State::InProgress.step(&early), Err(Refused::OpenDays(2)));
    let silent = StepAsked { note: None, ..asked(State::DoneReported, Side::Doer, all(&deadline)) };
    assert_eq!(State::InProgress.step(&silent), Err(Refused::NeedsReason), "a result is told, not only claimed");
}

#[test]
fn codes_name_their_states() {
    for state in State::ALL {
        assert_eq!(State::from_code(state.code()), Some(state));
    }
    assert_eq!(State::from_code("xong"), None);
}
