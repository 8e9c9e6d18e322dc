//! Regulations, classes, bodies and plans made known: written, corrected by two people, listed by branch.

use crate::world::{add_plan, clerk, day, entry, moment, tell};
use thidua_domain::councils::{BodyKind, Decision, Member, Seat};
use thidua_domain::known::Form;
use thidua_domain::regulations::{RegulationKind, ReviewState, Version, Way};
use thidua_domain::training::Attendance;
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::councils::{Body, BodyDecision};
use thidua_store::known::KnownSession;
use thidua_store::regulations::{Regulation, RegulationVersion};
use thidua_store::training::{Trainee, Training};
use thidua_store::{Change, Store, StoreError, Within};

/// A commune with a village, and another commune.
async fn tree(store: &Store) {
    let change = store.change(clerk(0)).await.expect("a change");
    let unit = |id: &str, name: &str, kind: UnitKind, parent: Option<&str>| Unit {
        id: id.into(),
        name: name.into(),
        kind,
        level: kind.level(),
        head: None,
        parent_id: parent.map(str::to_owned),
        parent_name: None,
        valid_from: None,
        valid_to: None,
    };
    let units = [
        unit("xa", "Xã Một", UnitKind::Commune, None),
        unit("lang", "Làng Hai", UnitKind::Village, Some("xa")),
        unit("khac", "Xã Khác", UnitKind::Commune, None),
    ];
    change.add_units(&units).await.expect("added");
    change.commit(entry("unit.added", "xa")).await.expect("committed");
}

fn regulation(id: &str, unit: &str) -> Regulation {
    Regulation {
        id: id.into(),
        unit_id: unit.into(),
        kind: RegulationKind::Statute,
        title: "Xét khen thưởng".into(),
        state: ReviewState::InForce,
        review_due: Some(day(2026, 12, 31)),
        note: None,
        version: 0,
    }
}

fn version(id: &str, of: &str, way: Way, number: &str) -> RegulationVersion {
    RegulationVersion {
        time: Version { id: id.into(), way, from: day(2022, 1, 1), to: None },
        regulation_id: of.into(),
        number_symbol: number.into(),
        dated: Some(day(2021, 12, 20)),
        issuer: "UBND xã Một".into(),
        changes: None,
        file_digest: Some("ab".into()),
        file_name: Some("quy chế.pdf".into()),
        account_name: "Văn phòng".into(),
        recorded_at: moment(1),
    }
}

fn branch(top: &str) -> Within {
    Within::Units { own: Vec::new(), branches: vec![top.into()] }
}

fn own(unit: &str) -> Within {
    Within::Units { own: vec![unit.into()], branches: Vec::new() }
}

async fn commit(change: Change, id: &str) {
    change.commit(entry("regulation.added", id)).await.expect("committed");
}

#[tokio::test]
async fn a_regulation_is_corrected_by_one_person_at_a_time_and_keeps_its_versions() {
    tell(async |store| {
        tree(&store).await;
        let change = store.change(clerk(1)).await.expect("a change");
        change.register_file("ab", 3, "application/pdf").await.expect("a file");
        change.add_regulation(&regulation("r", "xa")).await.expect("added");
        change.write_regulation_version(&version("v1", "r", Way::Whole, "01/QĐ"), 0, false).await.expect("written");
        commit(change, "r").await;
        let kept = store.regulation("r").await.expect("read").expect("there");
        assert_eq!(kept.version, 1);
        assert_eq!(
            store.regulation_versions(&["r"]).await.expect("read"),
            [version("v1", "r", Way::Whole, "01/QĐ")]
        );
        assert_eq!(store.units_of_file("ab").await.expect("read"), ["xa"], "its file belongs to the commune");
        assert_eq!(store.regulation_owners_of_file("ab").await.expect("read"), ["xa"]);
        assert!(store.regulation_owners_of_file("cd").await.expect("read").is_empty());

        let change = store.change(clerk(2)).await.expect("a change");
        let after = Regulation { state: ReviewState::NeedsReview, review_due: None, ..kept.clone() };
        change.correct_regulation(&after, 1).await.expect("corrected");
        change
            .write_regulation_version(&version("v2", "r", Way::Amends, "02/QĐ"), 2, false)
            .await
            .expect("written");
        change
            .write_regulation_version(&version("v1", "r", Way::Whole, "01a/QĐ"), 3, true)
            .await
            .expect("corrected");
        commit(change, "r").await;
        let numbers: Vec<String> = store
            .regulation_versions(&["r"])
            .await
            .expect("read")
            .into_iter()
            .map(|one| one.number_symbol)
            .collect();
        assert_eq!(numbers, ["01a/QĐ", "02/QĐ"]);

        let change = store.change(clerk(3)).await.expect("a change");
        let second = change.correct_regulation(&kept, 1).await;
        assert!(matches!(second, Err(StoreError::ChangedMeanwhile)));
        drop(change);
        let change = store.change(clerk(3)).await.expect("a change");
        let third = change.write_regulation_version(&version("v3", "r", Way::Whole, "03/QĐ"), 1, false).await;
        assert!(matches!(third, Err(StoreError::ChangedMeanwhile)));
        drop(change);
        assert_eq!(store.regulation("r").await.expect("read").expect("there").state, ReviewState::NeedsReview);
    })
    .await;
}

#[tokio::test]
async fn lists_hold_the_things_of_a_branch_or_of_the_unit_alone() {
    tell(async |store| {
        tree(&store).await;
        let change = store.change(clerk(1)).await.expect("a change");
        for (id, unit) in [("r1", "xa"), ("r2", "lang"), ("r3", "khac")] {
            change.add_regulation(&regulation(id, unit)).await.expect("added");
            let body = Body {
                id: id.into(),
                unit_id: unit.into(),
                kind: BodyKind::EmulationCouncil,
                name: "Hội đồng".into(),
                version: 0,
            };
            change.add_body(&body).await.expect("added");
        }
        commit(change, "r1").await;
        for (within, expected) in [
            (branch("xa"), vec!["r1", "r2"]),
            (own("xa"), vec!["r1"]),
            (own("lang"), vec!["r2"]),
            (Within::All, vec!["r1", "r2", "r3"]),
            (Within::Units { own: Vec::new(), branches: Vec::new() }, vec![]),
            (Within::Units { own: vec!["khac".into()], branches: vec!["lang".into()] }, vec!["r2", "r3"]),
        ] {
            let found = store.regulations(&within).await.expect("read");
            assert_eq!(found.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), expected, "{within:?}");
            assert_eq!(store.bodies(&within).await.expect("read").len(), expected.len());
        }
    })
    .await;
}

#[tokio::test]
async fn a_class_calls_people_and_marks_who_was_there() {
    tell(async |store| {
        tree(&store).await;
        let class = Training {
            id: "t".into(),
            unit_id: "xa".into(),
            title: "Tập huấn".into(),
            from: day(2026, 4, 15),
            to: day(2026, 4, 16),
            place: None,
            audience: vec![UnitKind::Village, UnitKind::School],
            content: Some("Hồ sơ khen thưởng".into()),
            organiser: None,
            file_digest: None,
            file_name: None,
            version: 0,
        };
        let person = |id: &str, unit: Option<&str>| Trainee {
            id: id.into(),
            name: format!("Người {id}"),
            person_id: None,
            title: None,
            unit_id: unit.map(str::to_owned),
            unit_name: Some("Làng Hai".into()),
            attendance: Attendance::Called,
        };
        let change = store.change(clerk(1)).await.expect("a change");
        change.add_training(&class).await.expect("added");
        change.add_trainees("t", &[person("b", Some("lang")), person("a", None)], 0).await.expect("called");
        change.add_trainees("t", &[person("c", Some("xa"))], 1).await.expect("called");
        change.mark_trainees("t", &[("b".into(), Attendance::Certificate)], 2).await.expect("marked");
        commit(change, "t").await;
        let kept = store.training("t").await.expect("read").expect("there");
        assert_eq!((kept.version, kept.audience.clone()), (3, class.audience.clone()));
        let list = store.trainees("t").await.expect("read");
        assert_eq!(
            list.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
            ["b", "a", "c"],
            "in the order called"
        );
        let attended = store.attended(&branch("xa")).await.expect("read");
        assert_eq!(attended.len(), 2, "a person without a unit trains no unit");
        let of_village = store.attended(&own("lang")).await.expect("read");
        assert_eq!((of_village[0].day, of_village[0].attendance), (day(2026, 4, 16), Attendance::Certificate));

        let ids = |id: &str| vec![id.to_owned()];
        let classes = store.classes_attended(&ids("nobody"), &ids("lang")).await.expect("read");
        assert_eq!(classes.len(), 1, "who was only called attended nothing");
        assert_eq!((classes[0].name.as_str(), classes[0].day), ("Người b", day(2026, 4, 16)));
        assert_eq!((classes[0].training_id.as_str(), classes[0].owner_id.as_str()), ("t", "xa"));
        assert!(store.classes_attended(&[], &ids("xa")).await.expect("read").is_empty());

        let change = store.change(clerk(2)).await.expect("a change");
        assert!(matches!(
            change.mark_trainees("t", &[("b".into(), Attendance::Absent)], 2).await,
            Err(StoreError::ChangedMeanwhile)
        ));
        drop(change);
        let change = store.change(clerk(2)).await.expect("a change");
        let strange = change.mark_trainees("t", &[("nobody".into(), Attendance::Absent)], 3).await;
        assert!(matches!(strange, Err(StoreError::Absent)));
        drop(change);
        let change = store.change(clerk(2)).await.expect("a change");
        assert!(matches!(change.correct_training(&class, 0).await, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}

#[tokio::test]
async fn a_decision_replaces_the_list_and_two_do_not_begin_on_one_day() {
    tell(async |store| {
        tree(&store).await;
        let member = |name: &str, seat: Seat| Member {
            seat,
            name: name.into(),
            person_id: None,
            title: Some("Chủ tịch UBND".into()),
            unit: None,
            from: None,
            to: None,
        };
        let decision = |id: &str, from, members: Vec<Member>| BodyDecision {
            decision: Decision { id: id.into(), from, to: None, members },
            body_id: "b".into(),
            number_symbol: format!("{id}/QĐ-UBND"),
            dated: None,
            reason: Some("Kiện toàn".into()),
            file_digest: None,
            file_name: None,
            account_name: "Văn phòng".into(),
            recorded_at: moment(1),
        };
        let first = decision("1", day(2022, 1, 1), vec![member("Hai", Seat::Member), member("Một", Seat::Chair)]);
        let second = decision("2", day(2024, 1, 1), vec![member("Ba", Seat::Chair)]);
        let change = store.change(clerk(1)).await.expect("a change");
        let body = Body {
            id: "b".into(),
            unit_id: "xa".into(),
            kind: BodyKind::SupportTeam,
            name: "Tổ giúp việc".into(),
            version: 0,
        };
        change.add_body(&body).await.expect("added");
        change.write_body_decision(&second, 0, false).await.expect("decided");
        change.write_body_decision(&first, 1, false).await.expect("decided");
        commit(change, "b").await;
        assert_eq!(
            store.body_decisions(&["b"]).await.expect("read"),
            [first.clone(), second.clone()],
            "oldest first"
        );

        let change = store.change(clerk(2)).await.expect("a change");
        let same_day = change.write_body_decision(&decision("3", day(2024, 1, 1), vec![]), 2, false).await;
        assert!(matches!(same_day, Err(StoreError::AlreadyThere)));
        drop(change);
        let change = store.change(clerk(1)).await.expect("a change");
        let corrected =
            decision("2", day(2024, 2, 1), vec![member("Ba", Seat::Chair), member("Tư", Seat::Secretary)]);
        change.write_body_decision(&corrected, 2, true).await.expect("corrected");
        commit(change, "b").await;
        assert_eq!(store.body_decisions(&["b"]).await.expect("read"), [first, corrected]);
        let change = store.change(clerk(2)).await.expect("a change");
        let late = change.write_body_decision(&second, 2, true).await;
        assert!(matches!(late, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}

#[tokio::test]
async fn sessions_of_two_people_together_never_reach_more_than_there_are() {
    tell(async |store| {
        tree(&store).await;
        let plan = add_plan(&store, "xa", 1).await;
        let session = |id: &str, people, of| KnownSession {
            id: id.into(),
            plan_id: plan.clone(),
            unit_id: "lang".into(),
            held_on: day(2026, 3, 10),
            form: Form::Meeting,
            people,
            of,
            remark: None,
            file_digest: None,
            file_name: None,
            withdrawn: false,
            version: 0,
            account_name: "Văn phòng".into(),
            recorded_at: moment(1),
        };
        let change = store.change(clerk(1)).await.expect("a change");
        change.add_known_session(&session("1", Some(60), Some(100))).await.expect("recorded");
        commit(change, "1").await;
        let change = store.change(clerk(2)).await.expect("a change");
        let beyond = change.add_known_session(&session("2", Some(50), None)).await;
        assert!(matches!(beyond, Err(StoreError::ChangedMeanwhile)));
        drop(change);
        let change = store.change(clerk(1)).await.expect("a change");
        let withdrawn = KnownSession { withdrawn: true, ..session("1", Some(60), Some(100)) };
        change.correct_known_session(&withdrawn, 0).await.expect("withdrawn");
        change.add_known_session(&session("2", Some(50), Some(90))).await.expect("recorded");
        commit(change, "2").await;
        let kept = store.known_sessions(&plan).await.expect("read");
        assert_eq!((kept.len(), kept[0].withdrawn, kept[0].version), (2, true, 1));
        assert_eq!(store.known_session("2").await.expect("read").expect("there"), session("2", Some(50), Some(90)));
        let change = store.change(clerk(2)).await.expect("a change");
        let late = change.correct_known_session(&session("1", None, None), 0).await;
        assert!(matches!(late, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}
