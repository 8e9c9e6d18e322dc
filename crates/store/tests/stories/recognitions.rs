//! Somebody is proposed, recognised and withdrawn, each over the version that was seen; units learn from the exemplar.

use crate::world::{add_plan, add_unit, clerk, day, entry, launch, moment, tell};
use thidua_domain::recognitions::{Channel, Purpose, ResultKind, State};
use thidua_store::recognitions::{Lesson, LessonUnit, Recognition};
use thidua_store::{Store, StoreError};

async fn proposed(store: &Store) -> (String, Recognition) {
    add_unit(store, "u1", "xã A").await;
    add_unit(store, "u2", "thôn B").await;
    let plan = add_plan(store, "u1", 1).await;
    launch(store, &plan).await;
    let movement = store.movements(&plan).await.expect("movements").remove(0).id;
    let target = store.targets(&plan).await.expect("read").remove(0).id;
    let change = store.change(clerk(3)).await.expect("a change");
    let it = Recognition {
        id: change.new_id(),
        movement_id: movement,
        wave_id: None,
        unit_id: "u2".into(),
        whom: "thôn B".into(),
        whom_unit_id: Some("u2".into()),
        person_id: None,
        merit: "Hiến đất làm đường".into(),
        achieved_on: day(2022, 3, 4),
        result: Some((ResultKind::Target, target)),
        purposes: vec![Purpose::Encourage, Purpose::Exemplar],
        purpose: Some("Để noi theo".into()),
        state: State::Proposed,
        day: None,
        given_by: None,
        channels: Vec::new(),
        told: None,
        withdrawn: None,
        proposed_by: Some("a1".into()),
        proposed_name: Some(clerk(3).name),
        version: 0,
        account_name: clerk(3).name,
        written_at: moment(3),
    };
    change.write_recognition(&it).await.expect("written");
    change.commit(entry("recognition.proposed", &it.id)).await.expect("committed");
    (plan, Recognition { version: 1, ..it })
}

#[tokio::test]
async fn a_proposal_is_recognised_and_withdrawn_over_the_version_that_was_seen() {
    tell(async |store| {
        let (plan, it) = proposed(&store).await;
        assert_eq!(store.recognition(&it.id).await.expect("read"), Some(it.clone()));
        assert!(store.recognitions_of_unit("u2").await.expect("read").is_empty(), "a proposal is no recognition");
        let recognised = Recognition {
            state: State::Recognised,
            day: Some(day(2022, 3, 7)),
            given_by: Some("Chủ tịch".into()),
            channels: vec![Channel::Conference, Channel::Document],
            told: Some("Nhà văn hóa".into()),
            ..it.clone()
        };
        for (minute, fits) in [(4, true), (5, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_recognition(&recognised).await;
            assert_eq!(written.is_ok(), fits, "{written:?}");
            if fits {
                change.commit(entry("recognition.recognised", &it.id)).await.expect("committed");
            }
        }
        let found = store.recognitions_of_unit("u2").await.expect("read").remove(0);
        let wanted = Recognition { version: 2, account_name: clerk(4).name, written_at: moment(4), ..recognised };
        assert_eq!(found, wanted);
        assert_eq!(store.recognitions_of_plan(&plan).await.expect("read").len(), 1);
        assert!(store.recognitions_of_people(&[]).await.expect("read").is_empty());
        assert!(store.recognitions_of_wave("none").await.expect("read").is_empty());
        let withdrawn = Recognition { state: State::Withdrawn, withdrawn: Some("Nhầm".into()), ..wanted };
        let change = store.change(clerk(6)).await.expect("a change");
        change.write_recognition(&withdrawn).await.expect("withdrawn");
        change.commit(entry("recognition.withdrawn", &it.id)).await.expect("committed");
        assert!(store.recognitions_of_unit("u2").await.expect("read").is_empty());
        let kept = store.recognitions_of_plan(&plan).await.expect("read").remove(0);
        assert_eq!((kept.state, kept.withdrawn.as_deref()), (State::Withdrawn, Some("Nhầm")), "it stays");
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_has_said_something_stays_with_what_is_to_be_learnt() {
    tell(async |store| {
        let (plan, it) = proposed(&store).await;
        let change = store.change(clerk(5)).await.expect("a change");
        let mut lesson = Lesson {
            id: change.new_id(),
            recognition_id: it.id.clone(),
            what: "Vận động hiến đất".into(),
            until: day(2022, 6, 30),
            withdrawn: None,
            units: Vec::new(),
            version: 0,
        };
        let both = ["u1".to_owned(), "u2".to_owned()];
        change.write_lesson(&lesson, &both).await.expect("written");
        change.commit(entry("recognition.lesson", &it.id)).await.expect("committed");
        let done = LessonUnit {
            unit_id: "u2".into(),
            done_on: Some(day(2022, 5, 5)),
            said: Some("3 hộ".into()),
            version: 1,
        };
        for (minute, fits) in [(6, true), (7, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_learnt(&lesson.id, &done).await;
            assert_eq!(written.is_ok(), fits, "{written:?}");
            if fits {
                change.commit(entry("recognition.learnt", &it.id)).await.expect("committed");
            }
        }
        // corrected to no unit at all: who has said something stays
        lesson.version = 1;
        lesson.until = day(2022, 7, 15);
        let change = store.change(clerk(8)).await.expect("a change");
        change.write_lesson(&lesson, &[]).await.expect("corrected");
        change.commit(entry("recognition.lesson", &it.id)).await.expect("committed");
        let found = store.lessons_of_recognition(&it.id).await.expect("read").remove(0);
        assert_eq!((found.until, found.version), (day(2022, 7, 15), 2));
        assert_eq!(found.units, [LessonUnit { version: 2, ..done }]);
        assert_eq!(store.lessons_of_plan(&plan).await.expect("read"), [found]);
        let change = store.change(clerk(9)).await.expect("a change");
        let stale = change.write_lesson(&lesson, &both).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "{stale:?}");
    })
    .await;
}
