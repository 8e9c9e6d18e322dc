//! An inspection is drawn up, visited, answered and followed, each over the version that was seen; the list of the sample
//! is kept as it was drawn.

use crate::world::{add_plan, add_unit, clerk, day, entry, launch, moment, tell};
use thidua_domain::basics::Amount;
use thidua_domain::inspections::checklist::{Answer, Basis, Item};
use thidua_domain::inspections::findings::{Severity, State as Found};
use thidua_domain::inspections::risk::Reason;
use thidua_domain::inspections::sampling::Because;
use thidua_domain::inspections::{Seat, State, SubjectKind};
use thidua_domain::periods::Period;
use thidua_domain::targets::Direction;
use thidua_store::inspections::{
    Conclusion, Finding, Inspection, ItemAnswer, SampleLine, Seed, TeamMember, VerifiedValue, Visit,
};
use thidua_store::{Store, StoreError, Within};

fn own(unit: &str) -> Within {
    Within::Units { own: vec![unit.into()], branches: Vec::new() }
}

/// An inspection of u1 with u2 to visit; the plan.
async fn drawn_up(store: &Store) -> (String, Inspection, Visit) {
    add_unit(store, "u1", "xã A").await;
    add_unit(store, "u2", "thôn B").await;
    let plan = add_plan(store, "u1", 1).await;
    launch(store, &plan).await;
    let movement = store.movements(&plan).await.expect("movements").remove(0).id;
    let change = store.change(clerk(3)).await.expect("a change");
    let it = Inspection {
        id: change.new_id(),
        unit_id: "u1".into(),
        movement_id: movement,
        name: "Kiểm tra 6 tháng".into(),
        purpose: None,
        number_symbol: Some("12/KH-UBND".into()),
        dated: Some(day(2022, 6, 1)),
        from: Some(day(2022, 7, 1)),
        to: Some(day(2022, 7, 15)),
        period: Some(Period::FirstHalf),
        state: State::Draft,
        seed: None,
        drawn_at: None,
        conclusion: Conclusion::default(),
        withdrawn: None,
        team: vec![
            TeamMember {
                seat: Seat::Lead, name: "Trần Văn Một".into(), post: Some("Phó Chủ tịch".into())
            },
            TeamMember { seat: Seat::Secretary, name: "Lê Thị Hai".into(), post: None },
        ],
        version: 0,
        account_name: clerk(3).name,
        written_at: moment(3),
    };
    let visit = Visit {
        id: change.new_id(),
        inspection_id: it.id.clone(),
        position: 1,
        kind: SubjectKind::Unit,
        subject_id: "u2".into(),
        name: "thôn B".into(),
        sampled: false,
        reason: Some("theo đơn".into()),
        planned_on: Some(day(2022, 7, 5)),
        visited_on: None,
        present: None,
        minutes: None,
        left_out: None,
        explain_until: None,
        explanation: None,
        explained_by: None,
        explained_at: None,
        version: 0,
        account_name: clerk(3).name,
        written_at: moment(3),
    };
    change.write_inspection(&it).await.expect("written");
    change.write_visit(&visit).await.expect("written");
    change.commit(entry("inspection.added", &it.id)).await.expect("committed");
    (plan, Inspection { version: 1, ..it }, Visit { version: 1, ..visit })
}

#[tokio::test]
async fn an_inspection_keeps_its_team_its_seed_and_the_list_that_was_drawn_from() {
    tell(async |store| {
        let (plan, it, _) = drawn_up(&store).await;
        assert_eq!(store.inspection(&it.id).await.expect("read"), Some(it.clone()));
        let seed = Seed {
            text: "48213".into(),
            by_hand: true,
            by: "Văn phòng".into(),
            at: moment(4),
            riskiest: 2,
            per_group: 1,
        };
        let seeded = Inspection { seed: Some(seed), team: it.team[..1].to_vec(), ..it.clone() };
        for (minute, fits) in [(4, true), (5, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_inspection(&seeded).await;
            assert_eq!(written.is_ok(), fits, "{written:?}");
            if fits {
                change.commit(entry("inspection.seeded", &it.id)).await.expect("committed");
            }
        }
        let found = store.inspections(&own("u1")).await.expect("read").remove(0);
        let wanted = Inspection { version: 2, account_name: clerk(4).name, written_at: moment(4), ..seeded };
        assert_eq!(found, wanted);
        assert!(store.inspections(&own("u2")).await.expect("read").is_empty());
        let subjects = ["u2".to_owned()];
        assert!(store.inspections_visiting(&subjects).await.expect("read").is_empty(), "a draft is told to nobody");

        let target = store.targets(&plan).await.expect("read").remove(0);
        let lines = [
            SampleLine {
                group: "Thôn".into(),
                line: "thôn B".into(),
                unit_id: "u2".into(),
                target_id: None,
                target_name: None,
                value: None,
                reasons: Vec::new(),
                because: None,
            },
            SampleLine {
                group: "Thôn".into(),
                line: "thôn B – T01".into(),
                unit_id: "u2".into(),
                target_id: Some(target.id),
                target_name: Some(target.draft.name),
                value: Some(Amount::from_plain("9007.4").expect("an amount")),
                reasons: vec![Reason::Late(3), Reason::NoEvidence],
                because: Some(Because::Risk(1)),
            },
        ];
        let change = store.change(clerk(6)).await.expect("a change");
        change.keep_sample(&it.id, &lines).await.expect("kept");
        change.commit(entry("inspection.drawn", &it.id)).await.expect("committed");
        assert_eq!(store.sample(&it.id).await.expect("read"), lines);
        let change = store.change(clerk(7)).await.expect("a change");
        let again = change.keep_sample(&it.id, &lines).await;
        assert!(matches!(again, Err(StoreError::AlreadyThere)), "it is drawn once: {again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_visit_its_answers_and_its_verified_values_are_written_over_the_version_that_was_seen() {
    tell(async |store| {
        let (plan, it, visit) = drawn_up(&store).await;
        let change = store.change(clerk(4)).await.expect("a change");
        let twice = change.write_visit(&Visit { id: change.new_id(), version: 0, ..visit.clone() }).await;
        assert!(matches!(twice, Err(StoreError::AlreadyThere)), "{twice:?}");
        drop(change);
        let made = Visit {
            visited_on: Some(day(2022, 7, 5)),
            present: Some("Trưởng thôn".into()),
            minutes: Some("Đã xem sổ".into()),
            explain_until: Some(day(2022, 7, 12)),
            ..visit.clone()
        };
        let answer = ItemAnswer {
            visit_id: visit.id.clone(),
            item: Item::Covenant,
            proposed: Answer::Met,
            proposed_says: "Đã ký".into(),
            answer: Answer::Partly,
            basis: Basis::Team,
            remark: Some("thiếu chữ ký".into()),
            file_digest: Some("ab".into()),
            file_name: Some("giao ước.pdf".into()),
            version: 0,
            account_name: clerk(5).name,
            written_at: moment(5),
        };
        let target = store.targets(&plan).await.expect("read").remove(0);
        let change = store.change(clerk(5)).await.expect("a change");
        let value = VerifiedValue {
            id: change.new_id(),
            inspection_id: it.id.clone(),
            visit_id: visit.id.clone(),
            unit_id: "u2".into(),
            target_id: target.id.clone(),
            target_name: target.draft.name.clone(),
            measure: target.draft.unit.clone(),
            direction: Direction::Higher,
            period: Period::FirstHalf,
            year: Some(2022),
            own: Some(Amount::whole(120)),
            own_says: Some("báo cáo 6 tháng".into()),
            verified: Amount::whole(100),
            how: "đếm tại chỗ".into(),
            file_digest: None,
            file_name: None,
            version: 0,
            account_name: clerk(5).name,
            written_at: moment(5),
        };
        change.write_visit(&made).await.expect("written");
        change.write_answer(&answer).await.expect("written");
        change.write_verified(&value).await.expect("written");
        change.commit(entry("inspection.visited", &it.id)).await.expect("committed");

        let visits = store.inspection_visits(std::slice::from_ref(&it.id)).await.expect("read");
        let wanted = Visit { version: 2, account_name: clerk(5).name, written_at: moment(5), ..made };
        assert_eq!(visits, std::slice::from_ref(&wanted));
        assert_eq!(store.inspection_visit(&it.id, "u2").await.expect("read"), Some(wanted));
        assert_eq!(store.visits_made(&own("u1")).await.expect("read"), [("u2".to_owned(), day(2022, 7, 5))]);
        let answers = store.inspection_answers(std::slice::from_ref(&visit.id)).await.expect("read");
        assert_eq!(answers, [ItemAnswer { version: 1, ..answer.clone() }]);
        let values = store.verified_of_units(&["u2".to_owned()]).await.expect("read");
        assert_eq!(values, [VerifiedValue { version: 1, ..value.clone() }]);
        assert_eq!(store.verified_in(&it.id).await.expect("read"), values);
        assert_eq!(store.verified_of_plan(&plan).await.expect("read"), values);
        let mut units = store.units_of_file("ab").await.expect("read");
        units.sort();
        assert_eq!(units, ["u1", "u2"], "the unit that was visited may open the file too");

        let change = store.change(clerk(6)).await.expect("a change");
        let stale = [
            change.write_visit(&visit).await,
            change.write_answer(&ItemAnswer { version: 7, ..answer }).await,
            change.write_verified(&VerifiedValue { version: 7, ..value }).await,
        ];
        assert!(stale.iter().all(|one| matches!(one, Err(StoreError::ChangedMeanwhile))), "{stale:?}");
        drop(change);
        // what was given up counts for nothing
        let given_up = Inspection { state: State::Withdrawn, withdrawn: Some("Nhầm".into()), ..it };
        let change = store.change(clerk(7)).await.expect("a change");
        change.write_inspection(&given_up).await.expect("written");
        change.commit(entry("inspection.withdrawn", &given_up.id)).await.expect("committed");
        assert!(store.visits_made(&own("u1")).await.expect("read").is_empty());
        assert!(store.verified_of_units(&["u2".to_owned()]).await.expect("read").is_empty());
    })
    .await;
}

#[tokio::test]
async fn findings_are_numbered_and_stand_with_those_who_have_to_mend_them() {
    tell(async |store| {
        let (_, it, visit) = drawn_up(&store).await;
        let issued = Inspection { state: State::Issued, ..it.clone() };
        let change = store.change(clerk(4)).await.expect("a change");
        change.write_inspection(&issued).await.expect("written");
        let mut first = Finding {
            id: change.new_id(),
            inspection_id: it.id.clone(),
            visit_id: visit.id.clone(),
            subject_id: "u2".into(),
            subject_name: "thôn B".into(),
            number: 1,
            item: Some(Item::Registration),
            severity: Severity::Mend,
            what: "Chưa đăng ký".into(),
            basis: "III.1.e".into(),
            demand: "Đăng ký bổ sung".into(),
            mend_until: Some(day(2022, 7, 20)),
            state: Found::Open,
            explained: None,
            explained_by: None,
            explained_at: None,
            mended: None,
            mended_on: None,
            settled: None,
            task_id: None,
            problem_id: None,
            version: 0,
            account_name: clerk(4).name,
            written_at: moment(4),
        };
        let second = Finding {
            id: change.new_id(),
            number: 2,
            item: None,
            severity: Severity::Reminder,
            mend_until: Some(day(2022, 7, 10)),
            ..first.clone()
        };
        change.write_finding(&first).await.expect("written");
        change.write_finding(&second).await.expect("written");
        change.commit(entry("inspection.found", &it.id)).await.expect("committed");
        first.version = 1;
        let all = store.findings_of(&it.id).await.expect("read");
        assert_eq!(all, [first.clone(), Finding { version: 1, ..second.clone() }]);
        let numbers = |found: Vec<Finding>| found.iter().map(|one| one.number).collect::<Vec<_>>();
        assert_eq!(numbers(store.open_findings(&own("u1")).await.expect("read")), [2, 1], "the nearest day first");
        assert_eq!(numbers(store.findings_to_mend(&["u2".to_owned()]).await.expect("read")), [2, 1]);
        assert_eq!(store.inspections_visiting(&["u2".to_owned()]).await.expect("read").len(), 1);

        let mended = Finding {
            state: Found::Mended,
            mended: Some("Đã đăng ký".into()),
            mended_on: Some(day(2022, 7, 9)),
            ..first.clone()
        };
        for (minute, fits) in [(5, true), (6, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_finding(&mended).await;
            assert_eq!(written.is_ok(), fits, "{written:?}");
            if fits {
                change.commit(entry("inspection.mended", &it.id)).await.expect("committed");
            }
        }
        assert_eq!(store.finding(&first.id).await.expect("read").map(|one| one.state), Some(Found::Mended));
        assert_eq!(numbers(store.findings_to_mend(&["u2".to_owned()]).await.expect("read")), [2]);
        assert_eq!(numbers(store.open_findings(&own("u1")).await.expect("read")), [2, 1], "the team looks at it");
    })
    .await;
}
