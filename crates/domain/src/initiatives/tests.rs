//! Tables and properties of initiatives.

use super::judging::{Card, Criterion, Flaw, Rule};
use super::uses::{Asked, May, Once, Reason, Use};
use super::{Author, Initiative, Kind, Matter, Refused, Scope, Standing, State, words};
use crate::basics::{Amount, Fraction};
use crate::law::Mark;
use crate::voting::Threshold;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn by(authors: &[(&str, u32)]) -> Initiative {
    Initiative {
        id: "1".into(),
        kind: Kind::Initiative,
        authors: authors.iter().map(|(person, share)| Author { person: (*person).into(), share: *share }).collect(),
        first_used: Some(day("2025-03-01")),
        requested: day("2025-10-01"),
        scope: Scope::Unit,
        confirmations: 0,
    }
}

#[test]
fn the_parts_of_the_authors_make_a_hundred() {
    for (authors, matters) in [
        (vec![("an", 100)], vec![]),
        (vec![("an", 34), ("bình", 33), ("chi", 33)], vec![]),
        (vec![], vec![Matter::NoAuthor]),
        (vec![("an", 50), ("bình", 49)], vec![Matter::Shares { sum: 99 }]),
        (vec![("an", 100), ("bình", 0)], vec![Matter::NoShare]),
        (vec![("an", 60), ("an", 40)], vec![Matter::AuthorTwice]),
        (vec![("an", u32::MAX), ("bình", u32::MAX)], vec![Matter::Shares { sum: 2 * u64::from(u32::MAX) }]),
    ] {
        assert_eq!(by(&authors).matters(), matters, "{authors:?}");
    }
}

#[test]
fn a_year_after_first_use_is_told_and_refuses_nothing() {
    let of = |used: Option<&str>, requested: &str| {
        Initiative { first_used: used.map(day), requested: day(requested), ..by(&[("an", 100)]) }.matters()
    };
    assert_eq!(of(Some("2024-03-01"), "2025-03-01"), []);
    assert_eq!(of(Some("2024-03-01"), "2025-03-02"), [Matter::Late { last: day("2025-03-01") }]);
    assert_eq!(of(Some("2024-02-29"), "2025-03-01"), [Matter::Late { last: day("2025-02-28") }]);
    assert_eq!(of(Some("2025-03-02"), "2025-03-01"), [Matter::UsedLater]);
    assert_eq!(of(None, "2025-03-01"), [Matter::NotUsed]);
    assert!(!Matter::Late { last: day("2025-03-01") }.stops() && !Matter::NotUsed.stops());
    let work = Initiative { kind: Kind::ScienceWork, first_used: None, ..by(&[("an", 100)]) };
    assert_eq!(work.matters(), [], "an accepted work is no initiative of the decree");
    let wide = Initiative { scope: Scope::Province, ..by(&[("an", 100)]) };
    assert_eq!(wide.matters(), [Matter::Unconfirmed]);
    assert_eq!(Initiative { confirmations: 1, ..wide }.matters(), []);
}

#[test]
fn every_arrow_of_an_initiative_that_is_not_drawn_is_refused() {
    use State::{Judging, Recognised, Submitted, Withdrawn};
    let open = [
        (Submitted, Judging),
        (Submitted, Withdrawn),
        (Judging, Recognised),
        (Judging, State::Refused),
        (Judging, Submitted),
        (Judging, Withdrawn),
    ];
    for from in State::ALL {
        for to in State::ALL {
            let steps = [Some(true), Some(false)]
                .map(|passed| from.step(*to, &Standing { stopping: 0, passed, decided: true, reason: true }));
            assert_eq!(steps.iter().any(Result::is_ok), open.contains(&(*from, *to)), "{from:?} -> {to:?}");
        }
        assert_eq!(State::from_code(from.code()), Some(*from));
    }
}

#[test]
fn nothing_is_recognised_before_what_it_rests_on_is_there() {
    let ready = Standing { stopping: 0, passed: Some(true), decided: true, reason: true };
    for (from, to, of, why) in [
        (State::Submitted, State::Judging, Standing { stopping: 2, ..ready }, Refused::Matters(2)),
        (State::Judging, State::Recognised, Standing { passed: None, ..ready }, Refused::NotJudged),
        (State::Judging, State::Recognised, Standing { passed: Some(false), ..ready }, Refused::AgainstResult),
        (State::Judging, State::Refused, ready, Refused::AgainstResult),
        (State::Judging, State::Recognised, Standing { decided: false, ..ready }, Refused::Undecided),
        (
            State::Judging,
            State::Refused,
            Standing { passed: Some(false), reason: false, ..ready },
            Refused::NoReason,
        ),
        (State::Submitted, State::Withdrawn, Standing { reason: false, ..ready }, Refused::NoReason),
    ] {
        assert_eq!(from.step(to, &of), Err(why));
        assert!(!words::refused(why).vi.is_empty());
    }
}

fn rule() -> Rule {
    let criterion = |key: &str, most, least| Criterion { key: key.into(), most, least };
    Rule {
        criteria: vec![criterion("mới", 30, 15), criterion("hiệu quả", 50, 0), criterion("nhân rộng", 20, 0)],
        total: 70,
        agreeing: Threshold::AtLeast(Fraction::new(2, 3).expect("a share")),
        cards: Fraction::new(2, 3).expect("a share"),
        blind: true,
    }
}

fn card(member: &str, marks: &[u32]) -> Card {
    Card { member: member.into(), marks: marks.to_vec() }
}

fn council() -> Vec<String> {
    ["an", "m1", "m2", "m3", "m4"].map(str::to_owned).to_vec()
}

#[test]
fn the_share_that_agrees_decides_and_means_are_shown() {
    let judged = rule().judge(
        &by(&[("an", 100)]),
        &council(),
        &[card("m1", &[20, 40, 15]), card("m2", &[14, 50, 20]), card("m3", &[15, 40, 15])],
    );
    let judged = judged.expect("a result");
    assert_eq!(
        (judged.cards, judged.agreeing, judged.needed, judged.passed),
        (3, 2, 2, true),
        "m2 finds it not new enough"
    );
    assert_eq!(judged.mean, Amount::from_plain("76.33").expect("an amount"));
    assert_eq!(judged.means[2], Amount::from_plain("16.67").expect("an amount"));
}

#[test]
fn cards_that_are_not_sound_give_no_result() {
    let good = [card("m1", &[20, 40, 15]), card("m2", &[14, 50, 20]), card("m3", &[15, 40, 15])];
    let with = |more: Card| rule().judge(&by(&[("an", 100)]), &council(), &[good.to_vec(), vec![more]].concat());
    let member = || "m4".to_owned();
    for (more, flaw) in [
        (card("an", &[30, 50, 20]), Flaw::Author { member: "an".into() }),
        (card("x", &[30, 50, 20]), Flaw::Stranger { member: "x".into() }),
        (card("m1", &[30, 50, 20]), Flaw::Twice { member: "m1".into() }),
        (card("m4", &[30, 50]), Flaw::Incomplete { member: member() }),
        (card("m4", &[30, 50, 21]), Flaw::TooMany { member: member(), key: "nhân rộng".into(), most: 20 }),
    ] {
        assert!(words::flaw(&flaw, str::to_owned).vi.contains(&more.member) || more.marks.len() > 3);
        assert_eq!(with(more), Err(vec![flaw]));
    }
    assert_eq!(
        rule().judge(&by(&[("an", 100)]), &council(), &good[..2]),
        Err(vec![Flaw::TooFew { cards: 2, needed: 3 }]),
        "two thirds of the four who may"
    );
}

#[test]
fn marks_and_authors_are_hidden_until_the_close() {
    let cards = [card("m1", &[20, 40, 15]), card("m2", &[14, 50, 20])];
    assert_eq!(rule().seen_by("m1", &cards, false), [&cards[0]]);
    assert_eq!(rule().seen_by("m3", &cards, false), [] as [&Card; 0]);
    assert_eq!(rule().seen_by("m3", &cards, true).len(), 2);
    assert!(!rule().shows_authors(false) && rule().shows_authors(true));
    assert!(Rule { blind: false, ..rule() }.shows_authors(false));
}

#[test]
fn an_initiative_is_used_once_only_where_the_rule_says_so() {
    let initiative = by(&[("an", 60), ("bình", 40)]);
    let once = |mark| Once {
        used_for: vec!["CSTDCS".into()],
        not_for: vec!["BKBT".into()],
        source: "Luật 06/2022/QH15 Điều 74 khoản 1 điểm d".into(),
        mark,
    };
    let used = |granted| Use { person: "an".into(), award: "CSTDCS".into(), nomination: "7".into(), granted };
    let asked = |award: &str| Asked { award: award.into(), scope: Scope::Unit, kinds: Vec::new() };
    let may = |person: &str, award: &str, granted, mark| {
        let (uses, rules) = ([used(granted)], [once(mark)]);
        initiative.may_be_used_for(State::Recognised, Scope::Unit, person, &asked(award), &uses, &rules)
    };
    let reason = Reason::Used {
        award: "CSTDCS".into(),
        nomination: "7".into(),
        source: "Luật 06/2022/QH15 Điều 74 khoản 1 điểm d".into(),
    };
    for (person, award, granted, mark, answer) in [
        ("an", "BKBT", true, Mark::Verified, May::No(reason.clone())),
        ("an", "BKBT", false, Mark::Verified, May::Person(reason.clone())),
        ("an", "BKBT", true, Mark::Unverified, May::Person(reason)),
        ("an", "CSTDBT", true, Mark::Verified, May::Yes),
        ("bình", "BKBT", true, Mark::Verified, May::Yes),
        ("chi", "BKBT", true, Mark::Verified, May::No(Reason::NotTheirs)),
    ] {
        assert_eq!(may(person, award, granted, mark), answer, "{person} {award}");
    }
    let plain = |state, scope, asked: &Asked| initiative.may_be_used_for(state, scope, "an", asked, &[], &[]);
    assert_eq!(plain(State::Judging, Scope::Unit, &asked("CSTDCS")), May::No(Reason::NotRecognised));
    let wide = Asked { scope: Scope::Nation, ..asked("CSTDTQ") };
    assert_eq!(
        plain(State::Recognised, Scope::Province, &wide),
        May::No(Reason::Scope { has: Scope::Province, asked: Scope::Nation })
    );
    assert_eq!(plain(State::Recognised, Scope::Nation, &wide), May::Yes);
    let works = Asked { kinds: vec![Kind::ScienceWork], ..asked("BKBT") };
    assert_eq!(plain(State::Recognised, Scope::Nation, &works), May::No(Reason::Kind(Kind::Initiative)));
}

proptest! {
    #[test]
    fn a_wider_scope_is_never_worse(has in 0_usize..3, wider in 0_usize..3, asked in 0_usize..3) {
        let (has, wider) = (Scope::ALL[has.min(wider)], Scope::ALL[has.max(wider)]);
        let asked = Asked { award: "CSTDBT".into(), scope: Scope::ALL[asked], kinds: Vec::new() };
        let may = |scope| by(&[("an", 100)]).may_be_used_for(State::Recognised, scope, "an", &asked, &[], &[]);
        prop_assert!(may(has) != May::Yes || may(wider) == May::Yes);
    }

    #[test]
    fn more_marks_never_lose_an_agreement(marks in proptest::collection::vec(0_u32..20, 3), more in 0_usize..3) {
        let mut better = marks.clone();
        better[more] += 1;
        prop_assert!(!rule().agrees(&card("m", &marks)) || rule().agrees(&card("m", &better)));
    }
}
