//! Tables and properties of nominations.

use super::flags::{About, Flag, Rewarded, flags, stopping};
use super::papers::{Present, missing};
use super::remarks::{Remark, Supplements, may_change};
use super::{NotMoved, Occasion, Refused, Standing, State, downgrade, papers, words};
use crate::alike::{Likeness, Text};
use crate::awards::pack::{Paper, shipped};
use crate::awards::subject::PendingKind;
use crate::initiatives::uses::{May, Reason};
use proptest::prelude::*;
use std::collections::BTreeSet;

use State::{
    Appraisal, Council, Deciding, Draft, Granted, NotGranted, Returned, Submitted, Upward, Voted, Withdrawn,
};

const ARROWS: [(State, State); 28] = [
    (Draft, Submitted),
    (Draft, Withdrawn),
    (Submitted, Returned),
    (Submitted, Appraisal),
    (Submitted, Withdrawn),
    (Returned, Submitted),
    (Returned, Withdrawn),
    (Appraisal, Returned),
    (Appraisal, Council),
    (Appraisal, Deciding),
    (Appraisal, Upward),
    (Appraisal, NotGranted),
    (Appraisal, Withdrawn),
    (Council, Voted),
    (Council, Appraisal),
    (Council, Withdrawn),
    (Voted, Deciding),
    (Voted, Upward),
    (Voted, NotGranted),
    (Voted, Withdrawn),
    (Deciding, Granted),
    (Deciding, Upward),
    (Deciding, NotGranted),
    (Deciding, Withdrawn),
    (Upward, Granted),
    (Upward, NotGranted),
    (Upward, Returned),
    (Upward, Withdrawn),
];

/// Everything is as it has to be for an award of this authority.
fn ready() -> Standing {
    Standing { remarks: 1, passed: Some(true), own: true, decided: true, reason: true, ..Standing::default() }
}

#[test]
fn every_arrow_of_a_nomination_that_is_not_drawn_is_refused() {
    for from in State::ALL {
        for to in State::ALL {
            let open = [true, false].iter().any(|own| from.step(*to, &Standing { own: *own, ..ready() }).is_ok());
            assert_eq!(open, ARROWS.contains(&(*from, *to)), "{from:?} -> {to:?}");
        }
        assert_eq!(State::from_code(from.code()), Some(*from));
        assert!(!words::state(*from).vi.is_empty());
    }
    for occasion in Occasion::ALL {
        assert_eq!(Occasion::from_code(occasion.code()), Some(*occasion));
        assert!(words::occasion(*occasion).vi.starts_with("Khen thưởng"));
    }
}

#[test]
fn a_nomination_takes_no_step_before_what_it_rests_on_is_there() {
    let upward = Standing { own: false, ..ready() };
    let sent_back = Standing { supplements: Supplements { allowed: 1, used: 1 }, ..ready() };
    for (from, to, of, why) in [
        (Draft, Submitted, Standing { lacking: 2, ..ready() }, Refused::Lacking(2)),
        (Draft, Submitted, Standing { stopping: 1, ..ready() }, Refused::Stopped(1)),
        (Returned, Submitted, Standing { open_remarks: 3, ..ready() }, Refused::OpenRemarks(3)),
        (Submitted, Returned, Standing { remarks: 0, ..ready() }, Refused::NoRemark),
        (Submitted, Returned, sent_back, Refused::NoSupplement { allowed: 1 }),
        (Appraisal, Returned, sent_back, Refused::NoSupplement { allowed: 1 }),
        (Appraisal, Deciding, Standing { needs_vote: true, ..ready() }, Refused::NeedsVote),
        (Appraisal, Upward, Standing { needs_vote: true, ..upward }, Refused::NeedsVote),
        (Appraisal, Council, Standing { not_eligible: true, ..ready() }, Refused::NotEligible),
        (Council, Withdrawn, Standing { under_vote: true, ..ready() }, Refused::UnderVote),
        (Council, Appraisal, Standing { under_vote: true, ..ready() }, Refused::UnderVote),
        (Council, Voted, Standing { passed: None, ..ready() }, Refused::NotVoted),
        (Voted, Deciding, Standing { passed: Some(false), ..ready() }, Refused::NotPassed),
        (Voted, Upward, Standing { passed: None, ..upward }, Refused::NotVoted),
        (Voted, Deciding, upward, Refused::NotOwn),
        (Voted, Upward, ready(), Refused::Own),
        (Voted, Deciding, Standing { stopping: 1, ..ready() }, Refused::Stopped(1)),
        (Voted, NotGranted, Standing { reason: false, ..ready() }, Refused::NoReason),
        (Deciding, Upward, ready(), Refused::Own),
        (Deciding, Granted, Standing { decided: false, ..ready() }, Refused::Undecided),
        (Upward, Granted, Standing { decided: false, ..upward }, Refused::Undecided),
        (Upward, Withdrawn, Standing { reason: false, ..upward }, Refused::NoReason),
        (Granted, Withdrawn, ready(), Refused::NoArrow),
    ] {
        assert_eq!(from.step(to, &of), Err(why), "{from:?} -> {to:?}");
        assert!(!words::refused(why).vi.is_empty() && !words::refused(why).en.is_empty());
    }
    assert_eq!(
        Upward.step(Returned, &sent_back),
        Ok(Returned),
        "what the higher level sends back is no supplement here"
    );
    let lost = Standing { passed: Some(false), reason: false, ..ready() };
    assert_eq!(Voted.step(NotGranted, &lost), Ok(NotGranted), "the vote is the reason");
    assert_eq!(Draft.step(Withdrawn, &lost), Ok(Withdrawn), "a draft is thrown away without a reason");
}

#[test]
fn a_nomination_is_moved_down_only_with_consent_and_appraised_again() {
    let below = ["CSTDCS", "LDTT"];
    for (state, to, consent, reason, answer) in [
        (Submitted, "CSTDCS", true, true, Ok(Submitted)),
        (Returned, "LDTT", true, true, Ok(Returned)),
        (Voted, "CSTDCS", true, true, Ok(Appraisal)),
        (Council, "LDTT", true, true, Ok(Appraisal)),
        (Voted, "CSTDCS", false, true, Err(NotMoved::NoConsent)),
        (Voted, "CSTDCS", true, false, Err(NotMoved::NoReason)),
        (Voted, "CSTDTQ", true, true, Err(NotMoved::NotLower)),
        (Draft, "CSTDCS", true, true, Err(NotMoved::State)),
        (Deciding, "CSTDCS", true, true, Err(NotMoved::State)),
        (Granted, "CSTDCS", true, true, Err(NotMoved::State)),
    ] {
        assert_eq!(downgrade(state, to, &below, consent, reason), answer, "{state:?} {to}");
    }
}

#[test]
fn only_fields_with_a_remark_are_opened_again() {
    let remark = |field: &str, answer: Option<&str>| Remark {
        field: field.into(),
        says: "ghi rõ số liệu".into(),
        on: "2025-11-01".parse().expect("a day"),
        answer: answer.map(str::to_owned),
    };
    let remarks = [remark("report", None), remark("period", Some("đã sửa"))];
    for (state, field, may) in [
        (Draft, "name", true),
        (Returned, "report", true),
        (Returned, "name", false),
        (Submitted, "report", false),
        (Granted, "report", false),
    ] {
        assert_eq!(may_change(state, field, &remarks), may, "{state:?} {field}");
    }
    assert_eq!(remarks.iter().filter(|one| one.is_open()).count(), 1);
    assert!(remark("report", Some("  ")).is_open());
    assert!(!Supplements::default().is_used_up() && Supplements { used: 1, ..Supplements::default() }.is_used_up());
}

fn paper(kind: &str, originals: u32, mark: &str, when: Option<&str>) -> Paper {
    Paper {
        regimes: vec!["C".into()],
        source: "Điều".into(),
        mark: mark.into(),
        kind: kind.into(),
        says: "Báo cáo thành tích".into(),
        english: "Report".into(),
        originals: Some(originals),
        when_criterion: when.map(str::to_owned),
        template: Some("Mẫu số 02".into()),
    }
}

#[test]
fn what_a_dossier_lacks_is_listed_and_only_sure_rules_stop_it() {
    let asked = [
        paper("submission", 1, "V", None),
        paper("report", 3, "V", None),
        paper("initiative-proof", 1, "V", Some("initiative")),
        paper("minutes", 1, "U", None),
    ];
    let present = |list: &[(&str, u32)]| -> Vec<Present> {
        list.iter().map(|(kind, originals)| Present { kind: (*kind).into(), originals: *originals }).collect()
    };
    let none = BTreeSet::new();
    let lacks = |has: &[(&str, u32)], used: &BTreeSet<String>| -> Vec<(String, u32, u32)> {
        missing(&asked, &present(has), used).into_iter().map(|one| (one.kind, one.has, one.needs)).collect()
    };
    let all = [("submission", 1), ("report", 2), ("report", 1), ("minutes", 1)];
    assert_eq!(lacks(&all, &none), []);
    assert_eq!(lacks(&all, &BTreeSet::from(["initiative".to_owned()])), [("initiative-proof".into(), 0, 1)]);
    assert_eq!(lacks(&all[..2], &none), [("report".into(), 2, 3), ("minutes".into(), 0, 1)]);
    let lacks = missing(&asked, &present(&all[..2]), &none);
    assert_eq!(papers::stopping(&lacks), 1, "nobody read again that minutes are asked for");
    assert_eq!(words::lack(&lacks[0]).vi, "Thiếu: Báo cáo thành tích theo Mẫu số 02 (có 2, cần 3 bản chính).");
    assert!(words::lack(&lacks[1]).vi.ends_with("người thẩm định xác nhận."));
}

#[test]
fn the_shipped_awards_ask_for_papers_and_an_empty_dossier_lacks_them() {
    let catalogue = shipped().expect("a sound pack");
    let awards = catalogue.rules.iter().flat_map(|regime| &regime.awards).filter(|award| !award.papers.is_empty());
    let mut asked = 0;
    for award in awards {
        let plain = award.papers.iter().any(|paper| paper.when_criterion.is_none());
        assert_eq!(!missing(&award.papers, &[], &BTreeSet::new()).is_empty(), plain, "{}", award.code);
        asked += 1;
    }
    assert!(asked > 0);
}

fn sound() -> About {
    About {
        proposing: vec!["xa".into(), "thon-1".into()],
        unit: Some("thon-1".into()),
        registered: Some(true),
        achievements: vec!["cứu người".into()],
        cited: 2,
        ..About::default()
    }
}

#[test]
fn each_flag_is_raised_by_its_cause_alone() {
    assert_eq!(flags(&sound()), []);
    let rewarded = |given| Rewarded { achievement: "cứu người".into(), award: "GK".into(), given };
    let same =
        |proposed| Flag::SameAchievement { achievement: "cứu người".into(), award: "GK".into(), proposed };
    let alike = Likeness { percent: 82, passages: Vec::new() };
    let doubt = |sure| Flag::Initiative { initiative: "s1".into(), reason: Reason::NotRecognised, sure };
    for (about, flag, stops) in [
        (About { unit: Some("huyen".into()), ..sound() }, Flag::OtherUnit { unit: Some("huyen".into()) }, 1),
        (About { unit: None, ..sound() }, Flag::OtherUnit { unit: None }, 1),
        (About { rewarded: vec![rewarded(true)], ..sound() }, same(false), 1),
        (About { rewarded: vec![rewarded(false)], ..sound() }, same(true), 0),
        (About { initiatives: vec![("s1".into(), May::No(Reason::NotRecognised))], ..sound() }, doubt(true), 1),
        (
            About { initiatives: vec![("s1".into(), May::Person(Reason::NotRecognised))], ..sound() },
            doubt(false),
            0,
        ),
        (About { registered: Some(false), ..sound() }, Flag::NotRegistered, 0),
        (About { pending: vec![PendingKind::Complaint], ..sound() }, Flag::Pending(PendingKind::Complaint), 0),
        (About { disciplined: true, ..sound() }, Flag::Disciplined, 0),
        (About { alike: vec![("7".into(), alike)], ..sound() }, Flag::Alike { other: "7".into(), percent: 82 }, 0),
        (About { cited: 0, ..sound() }, Flag::NothingCited, 0),
    ] {
        let found = flags(&about);
        assert_eq!(found, [flag], "{about:?}");
        assert_eq!(stopping(&found), stops, "{about:?}");
        assert!(!words::flag(&found[0]).vi.is_empty() && !words::flag(&found[0]).en.is_empty());
    }
    let quiet = About {
        registered: None,
        initiatives: vec![("s1".into(), May::Yes)],
        rewarded: vec![Rewarded { achievement: "khác".into(), ..rewarded(true) }],
        alike: vec![("7".into(), Text::new("một hai").likeness(&Text::new("ba bốn")))],
        ..sound()
    };
    assert_eq!(flags(&quiet), []);
}

#[test]
fn the_gravest_flag_stands_first() {
    let about = About { registered: Some(false), disciplined: true, unit: None, ..sound() };
    let severities: Vec<_> = flags(&about).iter().map(Flag::severity).collect();
    assert!(severities.is_sorted() && severities.len() == 3);
}

fn some_standing() -> impl Strategy<Value = Standing> {
    let counts = (0_usize..2, 0_usize..2, 0_usize..2, 0_usize..2, 0_u32..3);
    let facts = proptest::collection::vec(any::<bool>(), 5);
    (counts, facts, prop_oneof![Just(None), Just(Some(true)), Just(Some(false))]).prop_map(
        |(counts, facts, passed)| Standing {
            lacking: counts.0,
            stopping: counts.1,
            open_remarks: counts.2,
            remarks: counts.3,
            supplements: Supplements { allowed: 1, used: counts.4 },
            needs_vote: facts[0],
            passed,
            not_eligible: facts[1],
            own: facts[2],
            decided: facts[3],
            reason: facts[4],
            under_vote: false,
        },
    )
}

proptest! {
    #[test]
    fn no_walk_grants_an_award_that_asks_for_a_vote_without_one(
        walk in proptest::collection::vec((0_usize..11, some_standing()), 1..60)
    ) {
        let (mut state, mut voted) = (Draft, false);
        for (to, of) in walk {
            let of = Standing { needs_vote: true, ..of };
            let to = State::ALL[to];
            if let Ok(next) = state.step(to, &of) {
                    prop_assert!(ARROWS.contains(&(state, next)));
                    if state == Voted && matches!(next, Deciding | Upward) {
                        prop_assert_eq!(of.passed, Some(true));
                        voted = true;
                    }
                    if next == Returned {
                        voted = false;
                    }
                    prop_assert!(next != Granted || (voted && of.decided));
                    state = next;
            }
        }
    }
}
