//! A council votes: only sums are kept, two tellers are two people, and nothing moves after the close.

use crate::world::{add_unit, clerk, day, entry, moment, tell};
use std::collections::BTreeMap;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::councils::{BodyKind, Seat};
use thidua_domain::nominations::{Occasion, State as Nominated};
use thidua_domain::voting::count::Sheet;
use thidua_domain::voting::meeting::{Came, KeptRule, Presence, Recused, State, Sure};
use thidua_store::councils::Body;
use thidua_store::meetings::{Meeting, MeetingItem, MeetingMember, Recusal, Tally};
use thidua_store::nominations::{Nomination, Nominee, Round};
use thidua_store::{Author, Store, StoreError, Within};

fn teller(account: &str, minute: u32) -> Author {
    Author {
        account_id: Some(account.into()),
        name: format!("Người kiểm {account}"),
        at: moment(minute),
        form: None,
    }
}

fn member(position: i64, name: &str) -> MeetingMember {
    MeetingMember {
        position,
        seat: if position == 1 { Seat::Chair } else { Seat::Member },
        name: name.into(),
        person_id: None,
        unit_name: None,
        attendance: Presence::Present,
    }
}

fn rule() -> KeptRule {
    KeptRule {
        percent: Some(90),
        quorum: Some("2/3".into()),
        written_absent: true,
        source: "Nghị định 91/2017/NĐ-CP Điều 45 khoản 8".into(),
        mark: Sure::Verified,
        ..KeptRule::missing()
    }
}

/// A nomination that waits for the council.
async fn nominated(store: &Store) -> String {
    let change = store.change(clerk(2)).await.expect("a change");
    let round = Round {
        id: "r1".into(),
        unit_id: "u1".into(),
        name: "Xét khen thưởng năm 2022".into(),
        occasion: Occasion::Regular,
        movement_id: None,
        wave_id: None,
        year: 2022,
        from: day(2022, 1, 1),
        to: day(2022, 12, 31),
        deadline: None,
        note: None,
        closed_on: None,
        illustrative: false,
        version: 0,
        account_name: String::new(),
        written_at: moment(2),
    };
    change.write_award_round(&round).await.expect("a round");
    let it = Nomination {
        id: "n1".into(),
        round_id: "r1".into(),
        unit_id: "u1".into(),
        award: "CSTDBT".into(),
        award_name: "Chiến sĩ thi đua cấp tỉnh".into(),
        nominee: Nominee {
            kind: SubjectKind::Individual,
            person_id: None,
            unit_id: None,
            name: "Nguyễn Thị Mẫu".into(),
            post: None,
            of_unit: "xã A".into(),
            category: Some("teacher".into()),
            leader: Some(false),
            female: Some(true),
        },
        merit: "Dạy giỏi".into(),
        report: None,
        influence: None,
        achieved_on: None,
        state: Nominated::Draft,
        supplements: 0,
        received_on: None,
        downgraded_from: None,
        judged: None,
        selection: Some((9, 10)),
        place: 1,
        illustrative: false,
        version: 0,
        account_id: None,
        account_name: String::new(),
        written_at: moment(2),
    };
    change.write_nomination(&it).await.expect("a nomination");
    let mut seen = Nomination { version: 1, ..it };
    for to in [Nominated::Submitted, Nominated::Appraisal, Nominated::Council] {
        change.move_nomination(&seen, to, None, Some(day(2022, 11, 1))).await.expect("moved");
        seen = Nomination { state: to, version: seen.version + 1, ..seen };
    }
    change.commit(entry("nomination.added", "n1")).await.expect("committed");
    seen.id
}

/// A meeting of five with one nomination; its identifier.
async fn called(store: &Store) -> String {
    add_unit(store, "u1", "xã A").await;
    let nomination = nominated(store).await;
    let change = store.change(clerk(3)).await.expect("a change");
    let body = Body {
        id: "b1".into(),
        unit_id: "u1".into(),
        kind: BodyKind::EmulationCouncil,
        name: "Hội đồng".into(),
        version: 0,
    };
    change.add_body(&body).await.expect("a body");
    let it = Meeting {
        id: "m1".into(),
        unit_id: "u1".into(),
        body_id: "b1".into(),
        round_id: Some("r1".into()),
        name: "Họp xét khen thưởng".into(),
        held_on: day(2022, 12, 5),
        place: None,
        state: State::Called,
        closed_at: None,
        minutes: None,
        illustrative: false,
        version: 0,
        account_name: String::new(),
        written_at: moment(3),
    };
    let members: Vec<MeetingMember> =
        ["Một", "Hai", "Ba", "Tư", "Năm"].iter().zip(1..).map(|(name, at)| member(at, name)).collect();
    change.add_meeting(&it, &members).await.expect("a meeting");
    let item = MeetingItem {
        position: 1,
        nomination_id: Some(nomination),
        initiative_id: None,
        rule: rule(),
        result: None,
        opened_as: None,
    };
    change.add_meeting_items("m1", &[item]).await.expect("an item");
    let away = Recusal {
        item: 1,
        member: 5,
        reason: Recused::Family,
        says: Some("em ruột".into()),
        account_name: String::new(),
        at: moment(3),
    };
    change.add_recusals("m1", std::slice::from_ref(&away)).await.expect("a recusal");
    // the reason that was written first stays
    let other = Recusal { reason: Recused::Declared, ..away };
    change.add_recusals("m1", &[other]).await.expect("taken");
    change.commit(entry("meeting.called", "m1")).await.expect("committed");
    "m1".into()
}

fn sheet(votes_for: u32, against: u32, invalid: u32) -> Sheet {
    let returned = votes_for + against + invalid;
    Sheet { issued: 4, returned, valid: returned - invalid, invalid, in_favour: votes_for, against }
}

fn tally(sheet: Sheet, version: i64) -> Tally {
    Tally { item: 1, teller: 0, sheet, version, account_id: None, account_name: String::new(), at: moment(9) }
}

async fn count(store: &Store, author: Author, sheet: Sheet, version: i64) -> Result<i64, StoreError> {
    let change = store.change(author).await.expect("a change");
    let teller = change.write_tallies("m1", false, &[tally(sheet, version)]).await?;
    change.commit(entry("meeting.counted", "m1")).await.expect("committed");
    Ok(teller)
}

async fn open(store: &Store) -> Meeting {
    let it = store.meeting("m1").await.expect("read").expect("there");
    let change = store.change(clerk(5)).await.expect("a change");
    change.open_vote(&it).await.expect("opened");
    change.commit(entry("meeting.opened", "m1")).await.expect("committed");
    store.meeting("m1").await.expect("read").expect("there")
}

#[tokio::test]
async fn a_meeting_is_kept_with_its_members_items_and_who_is_given_no_ballot() {
    tell(async |store| {
        let id = called(&store).await;
        let within = Within::Units { own: vec!["u1".into()], branches: Vec::new() };
        assert_eq!(store.meetings(&within).await.expect("read").len(), 1);
        let members = store.meeting_members(&id).await.expect("read");
        assert_eq!((members.len(), members[0].seat), (5, Seat::Chair));
        let item = store.meeting_items(&id).await.expect("read").remove(0);
        assert_eq!((item.rule, item.result), (rule(), None));
        let away = store.meeting_recusals(&id).await.expect("read");
        assert_eq!((away.len(), away[0].reason), (1, Recused::Family), "the first reason stays");
        assert_eq!(store.on_open_lists("u1").await.expect("read"), ["n1"]);

        let change = store.change(clerk(4)).await.expect("a change");
        change.take_meeting(&id, State::Called, 0).await.expect("taken");
        change.write_attendance(&id, &[(2, Presence::Absent), (3, Presence::Written)]).await.expect("written");
        let confirmed = KeptRule { percent: None, more_than: Some(50), mark: Sure::Confirmed, ..rule() };
        change.write_item_rule(&id, 1, &confirmed).await.expect("written");
        change.lift_recusal(&id, 1, 5).await.expect("lifted");
        change.commit(entry("meeting.attended", &id)).await.expect("committed");
        let there: Vec<Presence> =
            store.meeting_members(&id).await.expect("read").iter().map(|one| one.attendance).collect();
        assert_eq!(there[1..3], [Presence::Absent, Presence::Written]);
        assert_eq!(store.meeting_items(&id).await.expect("read")[0].rule, confirmed);
        assert!(store.meeting_recusals(&id).await.expect("read").is_empty());

        let change = store.change(clerk(5)).await.expect("a change");
        let stale = change.take_meeting(&id, State::Called, 0).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "{stale:?}");
        drop(change);
        let change = store.change(clerk(6)).await.expect("a change");
        change.drop_meeting_item(&id, 1).await.expect("dropped");
        change.commit(entry("meeting.item-dropped", &id)).await.expect("committed");
        assert!(store.meeting_items(&id).await.expect("read").is_empty());
    })
    .await;
}

#[tokio::test]
async fn two_tellers_are_two_people_and_there_is_no_third() {
    tell(async |store| {
        called(&store).await;
        let early = count(&store, teller("a1", 4), sheet(4, 0, 0), 0).await;
        assert!(matches!(early, Err(StoreError::ChangedMeanwhile)), "the vote is not open: {early:?}");
        open(&store).await;
        assert_eq!(count(&store, teller("a1", 6), sheet(3, 1, 0), 0).await.expect("counted"), 1);
        // the same account again is the same teller, over the version that was seen
        assert_eq!(count(&store, teller("a1", 7), sheet(4, 0, 0), 1).await.expect("counted"), 1);
        let stale = count(&store, teller("a1", 8), sheet(2, 2, 0), 1).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "{stale:?}");
        assert_eq!(count(&store, teller("a2", 9), sheet(4, 0, 0), 0).await.expect("counted"), 2);
        let third = count(&store, teller("a3", 10), sheet(4, 0, 0), 0).await;
        assert!(matches!(third, Err(StoreError::AlreadyThere)), "{third:?}");
        let kept = store.meeting_tallies("m1").await.expect("read");
        let told: Vec<(i64, Option<&str>, Sheet, i64)> =
            kept.iter().map(|one| (one.teller, one.account_id.as_deref(), one.sheet, one.version)).collect();
        assert_eq!(told, [(1, Some("a1"), sheet(4, 0, 0), 2), (2, Some("a2"), sheet(4, 0, 0), 1)]);

        // the second cannot go on: the place is free, and nothing of the first moves
        let change = store.change(clerk(11)).await.expect("a change");
        assert_eq!(change.release_teller("m1", 2, "đi công tác").await.expect("released"), "Người kiểm a2");
        change.commit(entry("meeting.teller-released", "m1")).await.expect("committed");
        let again = count(&store, teller("a2", 12), sheet(4, 0, 0), 0).await;
        assert!(matches!(again, Err(StoreError::AlreadyThere)), "whoever was replaced counts no more: {again:?}");
        let gone = store.released_tellers("m1").await.expect("read");
        assert_eq!(
            (gone.len(), gone[0].account_id.as_deref(), gone[0].why.as_str()),
            (1, Some("a2"), "đi công tác")
        );
        assert_eq!(count(&store, teller("a3", 12), sheet(4, 0, 0), 0).await.expect("counted"), 2);
        let kept = store.meeting_tallies("m1").await.expect("read");
        let told: Vec<(i64, Option<&str>)> =
            kept.iter().map(|one| (one.teller, one.account_id.as_deref())).collect();
        assert_eq!(told, [(1, Some("a1")), (2, Some("a3"))]);
        let change = store.change(clerk(13)).await.expect("a change");
        let none = change.release_teller("m1", 3, "không có").await;
        assert!(matches!(none, Err(StoreError::ChangedMeanwhile)), "{none:?}");
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_after_the_close_and_the_nomination_goes_on_with_its_step() {
    tell(async |store| {
        called(&store).await;
        let it = open(&store).await;
        for (account, minute) in [("a1", 6), ("a2", 7)] {
            count(&store, teller(account, minute), sheet(4, 0, 0), 0).await.expect("counted");
        }
        let change = store.change(clerk(8)).await.expect("a change");
        change.close_meeting(&it, &Vec::new()).await.expect("closed");
        assert_eq!(change.tallies_now("m1").await.expect("read").len(), 2);
        change.write_results("m1", &vec![(1, Came::Passed)]).await.expect("written");
        let moved = change.nomination_voted("n1", Nominated::Council, Nominated::Voted, "Thông qua").await;
        assert!(moved.expect("moved"));
        change.commit(entry("meeting.closed", "m1")).await.expect("committed");
        let nomination = store.nomination("n1").await.expect("read").expect("there");
        assert_eq!(nomination.state, Nominated::Voted);
        let steps = store.nomination_steps("n1").await.expect("read");
        assert_eq!(steps.last().and_then(|step| step.reason.as_deref()), Some("Thông qua"));
        assert!(store.on_open_lists("u1").await.expect("read").is_empty());
        assert_eq!(store.meetings_of_nomination("n1").await.expect("read").len(), 1);

        let late = count(&store, teller("a1", 9), sheet(0, 4, 0), 1).await;
        assert!(matches!(late, Err(StoreError::ChangedMeanwhile)), "{late:?}");
        let closed = store.meeting("m1").await.expect("read").expect("there");
        assert_eq!((closed.state, closed.closed_at), (State::Closed, Some(moment(8))));
        let change = store.change(clerk(10)).await.expect("a change");
        assert!(matches!(change.open_vote(&closed).await, Err(StoreError::ChangedMeanwhile)));
        let again = change.nomination_voted("n1", Nominated::Council, Nominated::Voted, "").await;
        assert!(!again.expect("answered"), "it waits for no vote any more");
        change.write_minutes(&closed, Some("Thống nhất")).await.expect("written");
        change.commit(entry("meeting.minutes-written", "m1")).await.expect("committed");
        assert_eq!(store.meeting("m1").await.expect("read").expect("there").minutes.as_deref(), Some("Thống nhất"));
    })
    .await;
}

/// Words of columns that tell who somebody is, and words that tell what was chosen.
const WHO: [&str; 10] =
    ["person", "account", "member", "voter", "author", "judge", "teller", "people", "staff", "session"];
const CHOICE: [&str; 9] =
    ["vote", "choice", "chosen", "ballot", "favour", "against", "abstain", "selection_for", "opinion"];

/// Whether a table could say who chose what.
fn could_join(columns: &[String]) -> bool {
    let has = |words: &[&str]| columns.iter().any(|column| words.iter().any(|word| column.contains(word)));
    has(&WHO) && has(&CHOICE)
}

/// The tables that have both sorts of columns and why that joins nobody to a choice; with all their columns, so that
/// whoever adds one comes here.
const LOOKED_AT: [(&str, &[&str]); 3] = [
    // the account is that of a teller who was replaced, with the sums of items that they had typed
    (
        "meeting_released",
        &["account_id", "account_name", "at", "meeting_id", "position", "released_by", "sheets", "teller", "why"],
    ),
    // the account is the teller's who typed sums of an item, never a voter's
    (
        "meeting_tallies",
        &[
            "account_id",
            "account_name",
            "at",
            "invalid",
            "issued",
            "item",
            "meeting_id",
            "returned",
            "teller",
            "version",
            "votes_against",
            "votes_for",
        ],
    ),
    // sums of the unit's own meeting, typed by whoever wrote the nomination
    (
        "nominations",
        &[
            "account_id",
            "account_name",
            "achieved_on",
            "award",
            "award_name",
            "category",
            "downgraded_from",
            "female",
            "id",
            "illustrative",
            "influence",
            "judged",
            "leader",
            "merit",
            "name",
            "of_unit",
            "pack",
            "person_id",
            "place_order",
            "post",
            "received_on",
            "regime",
            "report",
            "round_id",
            "selection_for",
            "selection_of",
            "sort_key",
            "state",
            "subject_kind",
            "subject_unit_id",
            "supplements",
            "unit_id",
            "verdict",
            "version",
            "written_at",
        ],
    ),
];

/// Every table that knows a meeting, with all its columns: none has both a member and what came back on a ballot.
const OF_MEETINGS: [(&str, &[&str]); 4] = [
    (
        "council_meetings",
        &[
            "account_name",
            "body_id",
            "closed_at",
            "held_on",
            "id",
            "illustrative",
            "minutes",
            "name",
            "place",
            "round_id",
            "state",
            "unit_id",
            "version",
            "written_at",
        ],
    ),
    (
        "meeting_items",
        &[
            "ballot",
            "base",
            "initiative_id",
            "mark",
            "meeting_id",
            "more_than",
            "nomination_id",
            // what is voted on, as it was called: nothing of who votes
            "opened_award",
            "opened_name",
            "percent",
            "position",
            "quorum",
            "result",
            "source",
            "written_absent",
        ],
    ),
    ("meeting_members", &["attendance", "meeting_id", "name", "person_id", "position", "seat", "unit_name"]),
    ("meeting_recusals", &["account_name", "at", "item", "meeting_id", "member", "reason", "says"]),
];

#[test]
fn a_table_that_joins_a_voter_to_a_choice_would_be_found() {
    let columns = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    for bad in [
        columns(&["meeting_id", "item", "member", "vote"]),
        columns(&["id", "account_id", "choice"]),
        columns(&["voter_token", "in_favour"]),
        columns(&["person_id", "ballot_id"]),
    ] {
        assert!(could_join(&bad), "{bad:?}");
    }
    assert!(!could_join(&columns(&["meeting_id", "item", "votes_for"])));
    assert!(!could_join(&columns(&["meeting_id", "member", "attendance"])));
}

#[tokio::test]
async fn no_table_joins_a_voter_to_a_choice() {
    tell(async |store| {
        let schema: BTreeMap<String, Vec<String>> = store.schema().await.expect("read");
        assert!(schema.len() > 50, "the whole schema is read: {}", schema.len());
        let known: BTreeMap<&str, &[&str]> = LOOKED_AT.into_iter().chain(OF_MEETINGS).collect();
        for (table, columns) in &schema {
            match known.get(table.as_str()) {
                Some(expected) => {
                    assert_eq!(columns, expected, "{table} has changed: can it join a voter to a choice?")
                }
                None => {
                    assert!(!could_join(columns), "{table} could join somebody to a choice: {columns:?}");
                    let knows = columns.iter().any(|column| column.contains("meeting_id"));
                    assert!(!knows, "{table} knows a meeting: can it join a voter to a choice?");
                }
            }
        }
        for table in known.keys() {
            assert!(schema.contains_key(*table), "{table} is there");
        }
    })
    .await;
}
