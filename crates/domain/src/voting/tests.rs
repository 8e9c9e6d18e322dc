//! Tables and properties of votes.

use super::conflicts::{Conflict, Member, Nominee, attendance, conflict, entitled};
use super::count::{Hands, Sheet, Slip, Tally};
use super::tellers::{Agreed, Counted, Difference, Field, compare};
use super::{Attendance, Ballot, Base, Refused, Rule, Threshold, words};
use crate::basics::{Amount, Fraction};
use proptest::prelude::*;

fn share(text: &str) -> Fraction {
    Fraction::read(text).expect("a share")
}

/// Secret, nine in ten of all members, two thirds present, absent members in writing.
fn ninety() -> Rule {
    Rule {
        ballot: Ballot::Secret,
        base: Base::AllMembers,
        threshold: Threshold::AtLeast(share("90")),
        quorum: Some(share("2/3")),
        written_absent: true,
    }
}

fn sheet(issued: u32, invalid: u32, in_favour: u32, against: u32) -> Sheet {
    let valid = in_favour + against;
    Sheet { issued, returned: valid + invalid, valid, invalid, in_favour, against }
}

fn agreed(sheet: Sheet) -> Agreed {
    let of = |by: &str| Counted { by: by.into(), items: vec![("1".into(), sheet)] };
    compare(&of("a"), &of("b")).expect("the same")[0].1.clone()
}

fn everybody(members: u32) -> Attendance {
    Attendance { members, present: members, entitled: members, entitled_present: members, written: 0 }
}

#[test]
fn nine_in_ten_of_all_members_is_counted_without_rounding() {
    for (members, in_favour, passed, needed) in [
        (10, 9, true, 9),
        (11, 9, false, 10),
        (11, 10, true, 10),
        (15, 13, false, 14),
        (15, 14, true, 14),
        (1, 1, true, 1),
    ] {
        let tally = Tally::Secret(agreed(sheet(members, 0, in_favour, members - in_favour)));
        let outcome = ninety().outcome(&everybody(members), &tally).expect("an outcome");
        assert_eq!((outcome.passed, outcome.needed), (passed, needed), "{in_favour} of {members}");
    }
}

#[test]
fn each_base_counts_its_own() {
    // 13 members, one in conflict; 10 in the room with the one; 1 wrote; 9 ballots came back, 1 of them invalid
    let there = Attendance { members: 13, present: 10, entitled: 12, entitled_present: 9, written: 1 };
    let tally = Tally::Secret(agreed(sheet(10, 1, 7, 1)));
    for (base, of, written, passed) in [
        (Base::AllMembers, 13, true, false),
        (Base::Entitled, 12, true, false),
        (Base::Present, 10, true, true),
        (Base::VotesCast, 9, true, true),
    ] {
        let rule = Rule { base, threshold: Threshold::AtLeast(share("70")), written_absent: written, ..ninety() };
        let outcome = rule.outcome(&there, &tally).expect("an outcome");
        assert_eq!((outcome.base, outcome.passed), (of, passed), "{base:?}");
        assert_eq!(outcome.rate, Amount::from_plain("53.85").ok(), "the rate is over all members");
    }
    let rule = Rule { written_absent: false, ..ninety() };
    assert_eq!(
        rule.outcome(&there, &tally),
        Err(Refused::Count(vec![Slip::IssuedBeyondVoters { issued: 10, voters: 9 }])),
        "a written vote counts only where the rule takes it"
    );
}

#[test]
fn more_than_a_half_is_more_than_a_half() {
    let rule = Rule { threshold: Threshold::MoreThan(share("50")), ..ninety() };
    for (members, in_favour, passed) in [(10, 5, false), (10, 6, true), (11, 6, true), (11, 5, false)] {
        let tally = Tally::Secret(agreed(sheet(members, 0, in_favour, members - in_favour)));
        assert_eq!(
            rule.outcome(&everybody(members), &tally).expect("an outcome").passed,
            passed,
            "{in_favour}/{members}"
        );
    }
}

#[test]
fn a_council_without_a_quorum_decides_nothing() {
    let tally = Tally::Secret(agreed(sheet(5, 0, 5, 0)));
    for (present, quorate) in [(6, false), (7, true), (0, false)] {
        let there = Attendance { members: 10, present, entitled: 10, entitled_present: present, written: 0 };
        assert_eq!(there.is_quorate(&ninety()), quorate, "{present}");
        if !quorate {
            assert_eq!(ninety().outcome(&there, &tally), Err(Refused::NoQuorum { present, needed: 7 }));
        }
    }
    let nobody = Attendance { members: 3, entitled: 3, ..Attendance::default() };
    assert!(!nobody.is_quorate(&Rule { quorum: None, ..ninety() }), "an empty room is no meeting");
}

#[test]
fn an_open_vote_stays_an_open_vote() {
    let hands = Tally::Open(Hands { in_favour: 8, against: 1, abstaining: 1 });
    assert_eq!(ninety().outcome(&everybody(10), &hands), Err(Refused::MustBeSecret));
    let open = Rule { ballot: Ballot::Open, threshold: Threshold::AtLeast(share("80")), ..ninety() };
    let outcome = open.outcome(&everybody(10), &hands).expect("an outcome");
    assert_eq!((outcome.ballot, outcome.passed), (Ballot::Open, true));
    let secret = Tally::Secret(agreed(sheet(10, 0, 8, 2)));
    assert_eq!(open.outcome(&everybody(10), &secret).expect("an outcome").ballot, Ballot::Secret);
    assert_eq!(
        open.outcome(&everybody(9), &hands),
        Err(Refused::Count(vec![Slip::HandsBeyondVoters { hands: 10, voters: 9 }]))
    );
}

#[test]
fn a_sheet_whose_numbers_do_not_fit_says_which() {
    let good = sheet(10, 1, 7, 2);
    for (sheet, slips) in [
        (good, vec![]),
        (Sheet { issued: 11, ..good }, vec![Slip::IssuedBeyondVoters { issued: 11, voters: 10 }]),
        (Sheet { issued: 9, ..good }, vec![Slip::ReturnedBeyondIssued { issued: 9, returned: 10 }]),
        (Sheet { invalid: 0, ..good }, vec![Slip::ReturnedNotSum { returned: 10, sum: 9 }]),
        (Sheet { in_favour: 8, ..good }, vec![Slip::ValidNotSum { valid: 9, sum: 10 }]),
        (
            Sheet { valid: u32::MAX, ..good },
            vec![
                Slip::ReturnedNotSum { returned: 10, sum: u64::from(u32::MAX) + 1 },
                Slip::ValidNotSum { valid: u32::MAX, sum: 9 },
            ],
        ),
    ] {
        assert_eq!(sheet.slips(10), slips);
    }
}

#[test]
fn two_tellers_are_compared_item_by_item_and_no_number_is_told() {
    let mine =
        Counted { by: "a".into(), items: vec![("1".into(), sheet(9, 0, 8, 1)), ("2".into(), sheet(9, 0, 9, 0))] };
    let mut theirs = Counted { by: "b".into(), ..mine.clone() };
    assert_eq!(compare(&mine, &theirs).expect("they agree").len(), 2);
    theirs.items[0].1 = sheet(9, 0, 7, 2);
    let differ = compare(&mine, &theirs).expect_err("they differ");
    let at = |field| Difference::Field { item: "1".into(), field };
    assert_eq!(differ, [at(Field::InFavour), at(Field::Against)]);
    for one in &differ {
        let said = words::difference(one);
        assert!(!said.vi.contains(['7', '8', '9']) && !said.en.contains(['7', '8', '9']), "{said:?}");
    }
    theirs.items.remove(0);
    assert_eq!(compare(&mine, &theirs), Err(vec![Difference::Missing { item: "1".into() }]));
    assert_eq!(compare(&mine, &mine), Err(vec![Difference::SameTeller]));
    let twice = Counted {
        items: vec![mine.items[0].clone(), mine.items[0].clone(), mine.items[1].clone()],
        ..mine.clone()
    };
    let other = Counted { by: "b".into(), ..mine };
    assert_eq!(compare(&twice, &other), Err(vec![Difference::Twice { item: "1".into() }]));
}

#[test]
fn who_is_given_no_ballot_is_computed() {
    let member = Member {
        person: "an".into(),
        unit: Some("van-phong".into()),
        heads: vec!["van-phong".into(), "trung-tam".into()],
        family: vec!["binh".into()],
    };
    let person = |id: &str, unit: &str| Nominee::Person { persons: vec![id.into()], unit: Some(unit.into()) };
    for (nominee, found) in [
        (person("an", "van-phong"), Some(Conflict::Oneself)),
        (person("binh", "thanh-tra"), Some(Conflict::Family)),
        (person("chi", "trung-tam"), Some(Conflict::Heads)),
        (person("chi", "thanh-tra"), None),
        (Nominee::Unit("trung-tam".into()), Some(Conflict::Heads)),
        (Nominee::Unit("thanh-tra".into()), None),
        (Nominee::Person { persons: vec!["dung".into(), "binh".into()], unit: None }, Some(Conflict::Family)),
    ] {
        assert_eq!(conflict(&member, &nominee, Conflict::ALL), found, "{nominee:?}");
        assert_eq!(conflict(&member, &nominee, &[]), None, "only what the rule names holds");
    }
    let plain = Member { heads: Vec::new(), ..member };
    assert_eq!(conflict(&plain, &person("chi", "van-phong"), Conflict::ALL), Some(Conflict::OwnUnit));
    assert_eq!(conflict(&plain, &person("chi", "van-phong"), &[Conflict::Oneself]), None);
}

#[test]
fn an_item_that_cannot_pass_any_more_is_known_before_the_vote() {
    let there = Attendance { members: 10, present: 10, entitled: 8, entitled_present: 8, written: 0 };
    assert!(!there.can_pass(&ninety()), "eight of ten are fewer than nine in ten of all members");
    assert!(there.can_pass(&Rule { base: Base::Entitled, ..ninety() }));
    let away = Attendance { members: 10, present: 7, entitled: 10, entitled_present: 7, written: 2 };
    assert!(away.can_pass(&ninety()) && !away.can_pass(&Rule { written_absent: false, ..ninety() }));
}

#[test]
fn a_rule_is_said_in_one_sentence_and_every_word_in_both_languages() {
    assert_eq!(
        words::rule(&ninety()).vi,
        "Bỏ phiếu kín; thông qua khi có từ 90 % tổng số thành viên Hội đồng đồng ý; họp khi có mặt từ 2/3 thành viên trở \
         lên; thành viên vắng mặt cho ý kiến bằng văn bản"
    );
    for base in Base::ALL {
        assert!(!words::base(*base).en.is_empty() && Base::from_code(base.code()) == Some(*base));
    }
    for sort in Conflict::ALL {
        assert!(!words::conflict(*sort).vi.is_empty());
    }
}

fn council() -> impl Strategy<Value = Vec<Member>> {
    proptest::collection::vec(
        (0_u8..4, proptest::collection::vec(0_u8..4, 0..2), proptest::collection::vec(0_u8..12, 0..3)),
        1..12,
    )
    .prop_map(|list| {
        let unit = |number: u8| format!("u{number}");
        let person = |number: u8| format!("p{number}");
        list.into_iter()
            .zip(0_u8..)
            .map(|((own, heads, family), number)| Member {
                person: person(number),
                unit: Some(unit(own)),
                heads: heads.into_iter().map(unit).collect(),
                family: family.into_iter().map(person).collect(),
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn a_member_in_conflict_is_never_entitled_and_stays_one_of_all_members(
        members in council(), whom in 0_u8..12, of in 0_u8..4, here in proptest::collection::vec(0_u8..12, 0..12)
    ) {
        let nominee = Nominee::Person { persons: vec![format!("p{whom}")], unit: Some(format!("u{of}")) };
        let here: Vec<String> = here.into_iter().map(|number| format!("p{number}")).collect();
        let there = attendance(&members, &nominee, Conflict::ALL, &here, &here);
        prop_assert!(there.is_possible());
        prop_assert_eq!(there.members as usize, members.len());
        let may = entitled(&members, &nominee, Conflict::ALL);
        prop_assert_eq!(there.entitled as usize, may.len());
        let in_conflict = members.iter().filter(|one| conflict(one, &nominee, Conflict::ALL).is_some()).count();
        prop_assert_eq!(may.len() + in_conflict, members.len());
        let (unit, person) = (Some(format!("u{of}")), format!("p{whom}"));
        prop_assert!(may.iter().all(|one| one.unit != unit && one.person != person));
        prop_assert_eq!(there.written, 0, "whoever is in the room votes there");
    }

    #[test]
    fn the_fewest_votes_that_pass_do_and_one_fewer_does_not(over in 0_u32..=100, base in 1_u32..400, more in any::<bool>()) {
        let share = Fraction::percent(over).expect("a share");
        let threshold = if more { Threshold::MoreThan(share) } else { Threshold::AtLeast(share) };
        let needed = threshold.needed(base);
        prop_assert!(threshold.passes(needed, base));
        prop_assert!(needed == 0 || !threshold.passes(needed - 1, base));
        prop_assert!(!threshold.passes(needed, 0));
    }

    #[test]
    fn votes_are_never_lost_when_more_are_in_favour(members in 1_u32..40, in_favour in 0_u32..40) {
        let in_favour = in_favour.min(members);
        let passed = |votes: u32| {
            let tally = Tally::Secret(agreed(sheet(members, 0, votes, members - votes)));
            ninety().outcome(&everybody(members), &tally).is_ok_and(|outcome| outcome.passed)
        };
        prop_assert!(!passed(in_favour) || (in_favour..=members).all(passed));
    }
}
