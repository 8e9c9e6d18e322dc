//! A decision is issued once, with its honours and nominations; its number is its own; what is revoked stays.

use crate::world::{add_unit, clerk, day, entry, moment, tell};
use thidua_domain::awards::subject::{Level, SubjectKind};
use thidua_domain::decisions::complaints::State as Stage;
use thidua_domain::decisions::{Kind, State, Submission};
use thidua_domain::nominations::{Occasion, State as Stand};
use thidua_store::complaints::Complaint;
use thidua_store::decisions::{Answer, Decision, Line, Nominated};
use thidua_store::fund::{EntryKind, FundEntry, MoneyBy};
use thidua_store::honours::{AskedHonours, Honour, Honoured, Paid, Standing};
use thidua_store::nominations::{Nomination, Nominee, Round};
use thidua_store::{Store, StoreError, Within};

pub async fn nominated(store: &Store) -> Nominated {
    add_unit(store, "u1", "xã A").await;
    add_unit(store, "u2", "xã B").await;
    let change = store.change(clerk(1)).await.expect("a change");
    let round = Round {
        id: change.new_id(),
        unit_id: "u1".into(),
        name: "Tổng kết".into(),
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
        written_at: moment(1),
    };
    change.write_award_round(&round).await.expect("a round");
    let it = Nomination {
        id: change.new_id(),
        round_id: round.id.clone(),
        unit_id: "u1".into(),
        award: "GKX".into(),
        award_name: "Giấy khen".into(),
        nominee: Nominee {
            kind: SubjectKind::Collective,
            person_id: None,
            unit_id: Some("u2".into()),
            name: "Tập thể xã B".into(),
            post: None,
            of_unit: "xã B".into(),
            category: None,
            leader: None,
            female: None,
        },
        merit: "Làm đường".into(),
        report: None,
        influence: None,
        achieved_on: None,
        state: Stand::Draft,
        supplements: 0,
        received_on: None,
        downgraded_from: None,
        judged: None,
        selection: None,
        place: 1,
        illustrative: false,
        version: 0,
        account_id: None,
        account_name: String::new(),
        written_at: moment(1),
    };
    change.write_nomination(&it).await.expect("a nomination");
    let it = Nomination { version: 1, ..it };
    change.move_nomination(&it, Stand::Appraisal, None, None).await.expect("a step");
    change.commit(entry("nomination.submitted", &it.id)).await.expect("committed");
    assert_eq!(store.round_heads(&Within::All).await.expect("read")[0].waiting, 1);
    store.nominated_in(&round.id).await.expect("read").remove(0)
}

pub fn draft(id: &str, kind: Kind, revokes: Option<&str>) -> Decision {
    Decision {
        id: id.into(),
        unit_id: "u1".into(),
        kind,
        round_id: None,
        title: "Khen thưởng".into(),
        number: None,
        dated: Some(day(2022, 12, 30)),
        signer_title: None,
        signer_name: None,
        state: State::Draft,
        revokes_id: revokes.map(str::to_owned),
        ground: None,
        reason: None,
        bases: None,
        file_digest: None,
        file_name: None,
        illustrative: false,
        version: 1,
        account_id: None,
        account_name: clerk(2).name,
        written_at: moment(2),
    }
}

pub fn honour(id: &str, decision: Option<&str>, of: &Nominated) -> Honour {
    Honour {
        id: id.into(),
        unit_id: "u1".into(),
        issuer: "xã A".into(),
        level: Level::Commune,
        award: of.award.clone(),
        award_name: of.award_name.clone(),
        occasion: "regular".into(),
        whom: Honoured {
            kind: of.kind,
            person_id: None,
            unit_id: of.subject_unit_id.clone(),
            name: of.name.clone(),
            birth_year: None,
            post: None,
            of_unit: of.of_unit.clone(),
            category: None,
            leader: None,
            female: None,
        },
        year: 2022,
        period: None,
        merit: of.merit.clone(),
        decision_id: decision.map(str::to_owned),
        number: Some("10/QĐ-UBND".into()),
        dated: Some(day(2022, 12, 30)),
        nomination_id: Some(of.id.clone()),
        paid: Some(Paid {
            multiple: 1_500,
            factor: 20_000,
            base_salary: 1_490_000,
            amount: 450_000,
            mark: "S".into(),
        }),
        standing: Standing::Valid,
        revoked_by: None,
        illustrative: false,
        version: 1,
        account_name: clerk(3).name,
        written_at: moment(3),
    }
}

pub async fn drafted(store: &Store, it: &Decision, lines: &[Line]) {
    let change = store.change(clerk(2)).await.expect("a change");
    change.add_decision(it, lines).await.expect("a draft");
    change.commit(entry("decision.drafted", &it.id)).await.expect("committed");
}

#[tokio::test]
async fn a_decision_is_issued_once_and_its_number_is_its_own() {
    tell(async |store| {
        let of = nominated(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        change.put_to_decider(std::slice::from_ref(&of)).await.expect("put");
        change.commit(entry("decision.drafted", "d1")).await.expect("committed");
        let waiting = store.nominated_of(std::slice::from_ref(&of.id)).await.expect("read").remove(0);
        assert_eq!(waiting.state, Stand::Deciding);
        let it = draft("d1", Kind::Award, None);
        drafted(&store, &it, &[Line::Nomination(of.id.clone())]).await;
        assert_eq!(store.decision("d1").await.expect("read"), Some(it.clone()));
        assert_eq!(store.decision_lines("d1").await.expect("read"), [Line::Nomination(of.id.clone())]);
        let numbered = Decision { number: Some("10/QĐ-UBND".into()), signer_name: Some("A".into()), ..it.clone() };
        let change = store.change(clerk(3)).await.expect("a change");
        change.issue_decision(&numbered).await.expect("issued");
        let made = honour("h1", Some("d1"), &of);
        change
            .grant_honours(std::slice::from_ref(&made), &[], std::slice::from_ref(&waiting))
            .await
            .expect("granted");
        change.commit(entry("decision.issued", "d1")).await.expect("committed");
        assert_eq!(store.drawn_up_by("d1").await.expect("read"), Some(clerk(2).name));
        assert_eq!(store.honours_of_decision("d1").await.expect("read"), std::slice::from_ref(&made));
        assert_eq!(store.nominated_of(std::slice::from_ref(&of.id)).await.expect("read")[0].state, Stand::Granted);
        // the other decider comes too late, and the nomination is granted once
        let change = store.change(clerk(4)).await.expect("a change");
        assert!(matches!(change.issue_decision(&numbered).await, Err(StoreError::ChangedMeanwhile)));
        drop(change);
        let change = store.change(clerk(4)).await.expect("a change");
        let again = change.grant_honours(&[honour("h9", None, &of)], &[], &[]).await;
        assert!(matches!(again, Err(StoreError::AlreadyThere)), "{again:?}");
        drop(change);
        // the number is unique for issuer, kind and year
        drafted(&store, &draft("d2", Kind::Award, None), &[]).await;
        let change = store.change(clerk(5)).await.expect("a change");
        let taken = Decision { id: "d2".into(), ..numbered.clone() };
        assert!(matches!(change.issue_decision(&taken).await, Err(StoreError::AlreadyThere)));
        drop(change);
        let change = store.change(clerk(5)).await.expect("a change");
        let next_year = Decision { dated: Some(day(2023, 1, 3)), ..taken };
        change.issue_decision(&next_year).await.expect("the number begins again");
        change.commit(entry("decision.issued", "d2")).await.expect("committed");
        assert_eq!(store.decision_numbers("u1", Kind::Award, 2022).await.expect("read"), ["10/QĐ-UBND"]);
        // the fund
        let money = store.money_of_decisions("u1", 2022).await.expect("read");
        assert_eq!((money.len(), money[0].due, money[0].entered), (1, 450_000, 0));
        let change = store.change(clerk(6)).await.expect("a change");
        let paid = FundEntry {
            id: change.new_id(),
            unit_id: "u1".into(),
            year: 2022,
            kind: EntryKind::Payment,
            amount: 450_000,
            dated: day(2022, 12, 31),
            says: "Chi".into(),
            number: None,
            decision_id: Some("d1".into()),
            honour_id: None,
            corrects_id: None,
            illustrative: false,
            account_name: clerk(6).name,
            written_at: moment(6),
        };
        change.add_fund_entry(&paid).await.expect("paid");
        let by = change.money_by("u1", &MoneyBy::Decision("d1".into())).await.expect("read").expect("there");
        assert_eq!((by.entered, by.left()), (450_000, 0));
        assert!(!change.is_corrected(&paid.id).await.expect("read"));
        change.commit(entry("fund.written", &paid.id)).await.expect("committed");
        assert_eq!(store.fund_balance("u1", 2022).await.expect("read"), -450_000);
        assert_eq!(store.fund_entries("u1", 2022).await.expect("read"), std::slice::from_ref(&paid));
        assert_eq!(store.fund_years("u1").await.expect("read"), [2022]);
        // an honour that was decided above is paid by itself, and from its year on
        let above = Honour {
            number: Some("77/QĐ-UBND".into()),
            dated: Some(day(2023, 1, 20)),
            nomination_id: None,
            ..honour("h7", None, &of)
        };
        let change = store.change(clerk(7)).await.expect("a change");
        change.add_honours(std::slice::from_ref(&above)).await.expect("an honour");
        change.commit(entry("submission.answered", "h7")).await.expect("committed");
        assert!(store.money_of_decisions("u1", 2022).await.expect("read").iter().all(|one| one.by.id() != "h7"));
        let due = store.money_of_decisions("u1", 2023).await.expect("read");
        let due = due.into_iter().find(|one| one.by.id() == "h7").expect("it is owed");
        assert_eq!((due.kind.as_str(), due.due, due.entered), ("award", 450_000, 0));
        let change = store.change(clerk(8)).await.expect("a change");
        let part = FundEntry {
            id: change.new_id(),
            year: 2023,
            amount: 50_000,
            dated: day(2023, 2, 1),
            decision_id: None,
            honour_id: Some("h7".into()),
            ..paid.clone()
        };
        change.add_fund_entry(&part).await.expect("paid");
        let by = change.money_by("u1", &due.by).await.expect("read").expect("there");
        assert_eq!((by.entered, by.left()), (50_000, 400_000));
        change.commit(entry("fund.written", &part.id)).await.expect("committed");
        let left = store.money_of_decisions("u1", 2024).await.expect("read");
        assert_eq!(left.iter().find(|one| one.by == due.by).map(|one| one.entered), Some(50_000));
    })
    .await;
}

#[tokio::test]
async fn what_is_revoked_stays_and_the_decision_says_so() {
    tell(async |store| {
        let of = nominated(&store).await;
        drafted(&store, &draft("d1", Kind::Award, None), &[]).await;
        let change = store.change(clerk(3)).await.expect("a change");
        let numbered = Decision { number: Some("10/QĐ-UBND".into()), ..draft("d1", Kind::Award, None) };
        change.issue_decision(&numbered).await.expect("issued");
        let made = honour("h1", Some("d1"), &of);
        let beside = Honour { id: "h2".into(), nomination_id: None, ..made.clone() };
        change.add_honours(&[made.clone(), beside]).await.expect("honours");
        change.add_reliances(&[("h2".into(), "h1".into())]).await.expect("relied");
        change.commit(entry("decision.issued", "d1")).await.expect("committed");
        drafted(&store, &draft("r1", Kind::Revocation, Some("d1")), &[Line::Honour("h1".into())]).await;
        assert_eq!(store.drafts_on_honour("h1").await.expect("read"), ["r1"]);
        let change = store.change(clerk(4)).await.expect("a change");
        let numbered = Decision { number: Some("10/QĐ-UBND".into()), ..draft("r1", Kind::Revocation, Some("d1")) };
        change.issue_decision(&numbered).await.expect("another kind has its own numbers");
        change.revoke_honours(std::slice::from_ref(&made), "r1").await.expect("revoked");
        change.commit(entry("decision.revoked", "r1")).await.expect("committed");
        let gone = store.honour("h1").await.expect("read").expect("nothing is deleted");
        assert_eq!((gone.standing, gone.revoked_by.as_deref()), (Standing::Revoked, Some("r1")));
        let partly = store.decision("d1").await.expect("read").expect("there");
        assert_eq!(partly.state, State::PartlyRevoked);
        assert_eq!(store.revocations_of("d1").await.expect("read")[0].id, "r1");
        let due = store.money_of_decisions("u1", 2022).await.expect("read");
        assert_eq!(due.iter().find(|one| one.by.id() == "r1").map(|one| one.due), Some(0), "nothing was paid");
        assert_eq!(due.iter().find(|one| one.by.id() == "d1").map(|one| one.due), Some(450_000), "one line holds");
        let change = store.change(clerk(5)).await.expect("a change");
        assert!(matches!(
            change.revoke_honours(std::slice::from_ref(&made), "r1").await,
            Err(StoreError::ChangedMeanwhile)
        ));
        assert!(matches!(change.take_honour_out("h2").await, Err(StoreError::ChangedMeanwhile)), "it is relied on");
        drop(change);
        // the unit that has the honour finds it, another does not
        for (unit, finds) in [("u1", true), ("u2", true), ("u3", false)] {
            let within = Within::Units { own: vec![unit.to_owned()], branches: Vec::new() };
            assert_eq!(store.honour_within(&gone, &within).await.expect("read"), finds, "{unit}");
            let asked = AskedHonours { within, words: "tap the xa b".into(), award: None, year: Some(2022) };
            let (found, _) = store.find_honours(&asked, 0, 10).await.expect("read");
            assert_eq!(!found.is_empty(), finds, "{unit}");
        }
        let complaint = |id: &str, version| Complaint {
            id: id.into(),
            unit_id: "u1".into(),
            honour_id: Some("h2".into()),
            nomination_id: None,
            from_name: "Ông C".into(),
            says: "Không đúng".into(),
            received_on: day(2023, 1, 5),
            accept_by: Some(day(2023, 1, 19)),
            settle_by: None,
            state: Stage::Received,
            outcome: None,
            settled_on: None,
            file_digest: None,
            file_name: None,
            version,
            account_name: clerk(6).name,
            written_at: moment(6),
        };
        let change = store.change(clerk(6)).await.expect("a change");
        change.write_complaint(&complaint("c1", 0)).await.expect("received");
        change.commit(entry("complaint.received", "c1")).await.expect("committed");
        assert_eq!(store.complaint("c1").await.expect("read"), Some(complaint("c1", 1)));
        let units = ["u2".to_owned()];
        assert_eq!(store.open_complaints_of(&[], &units).await.expect("read").len(), 1);
        let settled = Complaint {
            state: Stage::Rejected,
            outcome: Some("Không thuộc thẩm quyền".into()),
            settled_on: Some(day(2023, 1, 9)),
            ..complaint("c1", 1)
        };
        let change = store.change(clerk(7)).await.expect("a change");
        change.write_complaint(&settled).await.expect("rejected");
        change.commit(entry("complaint.stepped", "c1")).await.expect("committed");
        assert!(store.open_complaints_of(&[], &units).await.expect("read").is_empty());
        let change = store.change(clerk(8)).await.expect("a change");
        assert!(matches!(change.write_complaint(&settled).await, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}

#[tokio::test]
async fn what_is_sent_upward_comes_back_as_an_honour_or_is_refused() {
    tell(async |store| {
        let of = nominated(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        let number = Some("5/TTr-UBND");
        change
            .send_upward(std::slice::from_ref(&of), "u1", "UBND tỉnh", number, day(2023, 1, 5))
            .await
            .expect("sent");
        change.commit(entry("submission.sent", &of.id)).await.expect("committed");
        let sent = store.submissions(&Within::All).await.expect("read").remove(0);
        assert_eq!((sent.state, sent.sent_to.as_str()), (Submission::Submitted, "UBND tỉnh"));
        let now = store.nominated_of(std::slice::from_ref(&of.id)).await.expect("read").remove(0);
        assert_eq!(now.state, Stand::Upward);
        let told = |state, on| Answer {
            state,
            day: on,
            says: Some("Ý kiến".into()),
            number: (state == Submission::Granted).then(|| "77/QĐ-UBND".to_owned()),
        };
        let change = store.change(clerk(3)).await.expect("a change");
        change
            .answer_submission(&sent, &now, &told(Submission::Returned, day(2023, 1, 9)), None)
            .await
            .expect("returned");
        change.commit(entry("submission.answered", &sent.id)).await.expect("committed");
        let change = store.change(clerk(4)).await.expect("a change");
        let late = change.answer_submission(&sent, &now, &told(Submission::Refused, day(2023, 2, 1)), None).await;
        assert!(matches!(late, Err(StoreError::ChangedMeanwhile)), "{late:?}");
        drop(change);
        let sent = store.submission(&sent.id).await.expect("read").expect("there");
        let change = store.change(clerk(5)).await.expect("a change");
        let made = honour("h1", None, &of);
        change
            .answer_submission(&sent, &now, &told(Submission::Granted, day(2023, 2, 1)), Some((&made, &[])))
            .await
            .expect("granted");
        change.commit(entry("submission.answered", &sent.id)).await.expect("committed");
        let sent = store.submission(&sent.id).await.expect("read").expect("there");
        assert_eq!((sent.state, sent.honour_id.as_deref()), (Submission::Granted, Some("h1")));
        let numbers = (sent.number.as_deref(), sent.answer_number.as_deref());
        assert_eq!(numbers, (Some("5/TTr-UBND"), Some("77/QĐ-UBND")), "the letter is not lost");
        let kept = store.honours_of_units(&["u2".to_owned()]).await.expect("read");
        let at = kept.first().expect("an honour").written_at;
        assert_eq!(kept, [Honour { written_at: at, ..made }]);
    })
    .await;
}

/// A payment or a recovery by a decision.
async fn entered(
    store: &Store,
    minute: u32,
    kind: EntryKind,
    amount: i64,
    (decision, honour): (Option<&str>, Option<&str>),
) {
    let change = store.change(clerk(minute)).await.expect("a change");
    let it = FundEntry {
        id: change.new_id(),
        unit_id: "u1".into(),
        year: 2022,
        kind,
        amount,
        dated: day(2022, 12, 31),
        says: "Tiền thưởng".into(),
        number: None,
        decision_id: decision.map(str::to_owned),
        honour_id: honour.map(str::to_owned),
        corrects_id: None,
        illustrative: false,
        account_name: String::new(),
        written_at: moment(minute),
    };
    change.add_fund_entry(&it).await.expect("an entry");
    change.commit(entry("fund.written", &it.id)).await.expect("committed");
}

async fn revoked(store: &Store, minute: u32, id: &str, of: Option<&str>, honour: &Honour) -> Decision {
    let it = draft(id, Kind::Revocation, of);
    drafted(store, &it, &[Line::Honour(honour.id.clone())]).await;
    let told = store.money_to_recover(&it).await.expect("read");
    let change = store.change(clerk(minute)).await.expect("a change");
    change
        .issue_decision(&Decision { number: Some(format!("{minute}/QĐ-UBND")), ..it.clone() })
        .await
        .expect("issued");
    change.revoke_honours(std::slice::from_ref(honour), id).await.expect("revoked");
    change.commit(entry("decision.revoked", id)).await.expect("committed");
    let it = store.decision(id).await.expect("read").expect("there");
    assert_eq!(store.money_to_recover(&it).await.expect("read"), told, "a draft tells what will be");
    it
}

#[tokio::test]
async fn what_was_paid_counts_for_the_lines_that_hold_and_only_the_rest_is_recovered() {
    tell(async |store| {
        let of = nominated(&store).await;
        drafted(&store, &draft("d1", Kind::Award, None), &[]).await;
        let change = store.change(clerk(3)).await.expect("a change");
        let numbered = Decision { number: Some("10/QĐ-UBND".into()), ..draft("d1", Kind::Award, None) };
        change.issue_decision(&numbered).await.expect("issued");
        let of_line = |id: &str| Honour { nomination_id: None, ..honour(id, Some("d1"), &of) };
        let (first, second, third) = (of_line("h1"), of_line("h2"), of_line("h3"));
        let above = Honour { nomination_id: None, ..honour("h7", None, &of) };
        let all = [first.clone(), second.clone(), third.clone(), above.clone()];
        change.add_honours(&all).await.expect("honours");
        change.commit(entry("decision.issued", "d1")).await.expect("committed");
        let of = async |id: &str| {
            let all = store.money_of_decisions("u1", 2022).await.expect("read");
            let found = all.into_iter().find(|one| one.by.id() == id).expect("there");
            (found.due, found.entered, found.left())
        };
        // two of three lines are paid
        entered(&store, 4, EntryKind::Payment, 900_000, (Some("d1"), None)).await;
        assert_eq!(of("d1").await, (1_350_000, 900_000, 450_000));
        revoked(&store, 5, "r1", Some("d1"), &first).await;
        assert_eq!(of("d1").await, (900_000, 900_000, 0), "what was paid covers the two that hold");
        assert_eq!(of("r1").await, (0, 0, 0), "nothing was paid for the third");
        revoked(&store, 6, "r2", Some("d1"), &second).await;
        assert_eq!((of("d1").await, of("r1").await), ((450_000, 900_000, 0), (0, 0, 0)));
        assert_eq!(of("r2").await, (450_000, 0, 450_000));
        entered(&store, 7, EntryKind::Recovery, 450_000, (Some("r2"), None)).await;
        assert_eq!(of("r2").await, (450_000, 450_000, 0));
        revoked(&store, 8, "r3", Some("d1"), &third).await;
        assert_eq!((of("r2").await, of("r3").await), ((450_000, 450_000, 0), (450_000, 0, 450_000)));
        assert_eq!(of("d1").await, (0, 900_000, 0), "a revoked decision owes nothing");
        // an honour that was decided above has its own payments
        entered(&store, 9, EntryKind::Payment, 150_000, (None, Some("h7"))).await;
        assert_eq!(of("h7").await, (450_000, 150_000, 300_000));
        revoked(&store, 10, "r7", None, &above).await;
        assert_eq!(of("h7").await, (0, 150_000, 0));
        assert_eq!(of("r7").await, (150_000, 0, 150_000));
        // what is settled is not carried into the next year
        let later = store.money_of_decisions("u1", 2023).await.expect("read");
        let open: Vec<&str> = later.iter().map(|one| one.by.id()).collect();
        assert_eq!(open, ["r3", "r7"]);
    })
    .await;
}
